import { formatTime } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CaseStateTag } from '../../../pages/case-frame.tsx';
import type { Term } from '../../../schema.ts';
import type { Emergency } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { EmergencyView } from '../schema.ts';

function PersonPanel(props: { emergency: Emergency; view: EmergencyView }) {
  const t = useText(text);
  const { person } = props.view;
  const { contact } = props.emergency;
  return (
    <Panel title={t.personTitle}>
      <SummaryList
        items={[
          { term: t.name, value: person.name },
          { term: t.birthDate, value: person.birthDate ? <DateText date={person.birthDate} /> : t.unknown },
          { term: t.identifier, value: person.identifiers.join(', ') || t.unknown },
          { term: t.address, value: person.address || t.unknown },
          { term: t.phone, value: person.phone || t.unknown },
          { term: t.email, value: person.email || t.unknown },
          {
            term: t.contact,
            value: [contact.name, contact.institution, contact.phone].filter(Boolean).join(', '),
          },
        ]}
      />
    </Panel>
  );
}

const Lines = (props: { of: string }) => <p style="white-space: pre-line">{props.of}</p>;

function DiagnosisPanels(props: { view: EmergencyView }) {
  const t = useText(text);
  const { diagnosis, parts } = props.view;
  return (
    <>
      {diagnosis && (
        <Panel title={t.diagnosis} long>
          <RuledList
            items={(
              [
                [t.ownView, diagnosis.ownView],
                [t.strengths, diagnosis.strengths],
                [t.conclusion, diagnosis.conclusion],
                [t.forWork, diagnosis.forWork],
              ] as const
            )
              .filter(([, words]) => words !== '')
              .map(([title, words]) => (
                <>
                  <h3>{title}</h3>
                  <Lines of={words} />
                </>
              ))}
          />
        </Panel>
      )}
      {parts.length > 0 && (
        <Panel title={t.situation} long>
          <DataTable
            caption={t.situation}
            captionHidden
            rows={parts}
            columns={[
              { key: 'domain', label: t.domain, heading: true, cell: (p) => p.domain },
              { key: 'note', label: t.known, cell: (p) => <Lines of={p.note} /> },
              { key: 'institution', label: t.institution, cell: (p) => p.institution },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function PlanPanel(props: { view: EmergencyView }) {
  const t = useText(text);
  const { items, ownObligation } = props.view;
  if (items.length === 0) return null;
  return (
    <Panel title={t.plan} long foot={ownObligation && `${t.ownObligation}: ${ownObligation}`}>
      <DataTable
        caption={t.plan}
        captionHidden
        rows={items}
        columns={[
          { key: 'service', label: t.service, heading: true, cell: (i) => i.service },
          { key: 'goal', label: t.goal, cell: (i) => i.goal },
          { key: 'institution', label: t.institution, cell: (i) => i.institution },
          {
            key: 'when',
            label: t.when,
            cell: (i) => (
              <>
                <DateText date={i.startsOn} />–<DateText date={i.dueOn} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** The case in an emergency: to read on the screen, not to change, print or take away. */
export function EmergencyPage(props: {
  emergency: Emergency;
  view: EmergencyView;
  reasons: readonly Term[];
}) {
  const t = useText(text);
  const { emergency: e, view } = props;
  return (
    <Page
      title={t.accessTitle(e.caseNumber)}
      meta={[<CaseStateTag state={view.state} />]}
      unprinted
      before={
        <Notice tone="danger" quiet title={t.openUntil(formatTime(e.to))}>
          <p>{t.openRules}</p>
          <Form light action={`/emergency/${e.id}/end`}>
            <Button>{t.end}</Button>
          </Form>
        </Notice>
      }
    >
      <p class="print-only">{t.noPrint}</p>
      <div class="no-print stack">
        <PersonPanel emergency={e} view={view} />
        <DiagnosisPanels view={view} />
        <PlanPanel view={view} />
        {view.notes.length > 0 && (
          <Panel title={t.notes} long>
            <RuledList
              items={view.notes.map((n) => (
                <>
                  <TimeText at={n.at} />, {n.institution}
                  <Lines of={n.body} />
                </>
              ))}
            />
          </Panel>
        )}
      </div>
    </Page>
  );
}
