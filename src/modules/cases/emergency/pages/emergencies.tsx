import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Term } from '../../schema.ts';
import type { Emergency } from '../schema.ts';
import { text } from '../text.pl.ts';

export function EmergencyTag(props: { emergency: Emergency }) {
  const t = useText(text);
  const { now } = useView();
  const { emergency: e } = props;
  if (e.review) return <StateTag tone="success" label={t.verdicts[e.review.verdict]} />;
  return e.to > now ? (
    <StateTag tone="danger" label={t.stateOpen} />
  ) : (
    <StateTag tone="warning" label={t.stateWaits} />
  );
}

function Lines(props: { title: string; lines: readonly Emergency[]; reasons: readonly Term[] }) {
  const t = useText(text);
  if (props.lines.length === 0) return null;
  return (
    <Panel title={props.title} long>
      <DataTable
        caption={props.title}
        captionHidden
        rows={props.lines}
        columns={[
          {
            key: 'case',
            label: t.case,
            heading: true,
            cell: (e) => <a href={`/emergency/${e.id}`}>{e.open ? t.readOn(e.caseNumber) : e.caseNumber}</a>,
          },
          {
            key: 'worker',
            label: t.worker,
            cell: (e) => (
              <>
                {e.workerName}
                <br />
                <span class="muted">{e.institutionName}</span>
              </>
            ),
          },
          { key: 'when', label: t.opened, cell: (e) => <TimeText at={e.from} /> },
          {
            key: 'reason',
            label: t.reason,
            cell: (e) => props.reasons.find((r) => r.code === e.reason)?.label,
          },
          { key: 'state', label: t.state, cell: (e) => <EmergencyTag emergency={e} /> },
          {
            key: 'due',
            label: t.reviewDue,
            cell: (e) => (e.review ? <TimeText at={e.review.at} /> : <DateText date={e.reviewDue} />),
          },
        ]}
      />
    </Panel>
  );
}

/** What waits for the reader's review, what they opened, what was opened in their cases. */
export function EmergenciesPage(props: {
  emergencies: readonly Emergency[];
  reasons: readonly Term[];
  mayOpen: boolean;
}) {
  const t = useText(text);
  const waiting = props.emergencies.filter((e) => e.toReview);
  const own = props.emergencies.filter((e) => e.own);
  const others = props.emergencies.filter((e) => !e.own && !waiting.includes(e));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={props.mayOpen && <ButtonLink href="/emergency/new">{t.openTitle}</ButtonLink>}
    >
      {props.emergencies.length === 0 && <EmptyState title={t.none}>{t.noneBody}</EmptyState>}
      <Lines title={t.toReview(waiting.length)} lines={waiting} reasons={props.reasons} />
      <Lines title={t.mine} lines={own} reasons={props.reasons} />
      <Lines title={t.inMyCases} lines={others} reasons={props.reasons} />
      <p>
        <a href="/transparency">{t.figuresTitle}</a>
      </p>
    </Page>
  );
}
