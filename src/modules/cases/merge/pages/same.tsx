import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { Candidate } from '../../person/api.ts';
import type { CaseHead } from '../../schema.ts';
import type { PersonLink } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Records that may be the same person, and those that became part of this one. */
export function SamePage(props: {
  head: CaseHead;
  candidates: readonly Candidate[];
  links: readonly PersonLink[];
  asked: boolean;
  formKey: string;
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/person`;
  const visible = props.candidates.filter((c) => c.visible);
  const hidden = props.candidates.some((c) => !c.visible);
  return (
    <CaseFrame head={props.head} current="summary" title={t.title}>
      {props.asked && (
        <Notice tone="success" title={t.asked}>
          <p>{t.askedBody}</p>
        </Notice>
      )}
      {visible.length > 0 && (
        <Panel title={t.candidates}>
          <p>{t.candidatesLead}</p>
          <ul class="prose">
            {visible.map((c) => (
              <li>
                <a href={`${base}/same/${c.personId}`}>{t.compareWith(c.name ?? '')}</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {hidden && (
        <Notice tone="warning" title={t.hiddenTitle}>
          <p>{t.hiddenBody}</p>
          <Form light action={`${base}/same/ask`} formKey={props.formKey}>
            <Button small>{t.ask}</Button>
          </Form>
        </Notice>
      )}
      {props.candidates.length === 0 && <EmptyState title={t.none}>{t.noneBody}</EmptyState>}
      {props.links.length > 0 && <Joined base={base} links={props.links} />}
    </CaseFrame>
  );
}

function Joined(props: { base: string; links: readonly PersonLink[] }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Panel title={t.joined} id="joined">
      <DataTable
        caption={t.joined}
        captionHidden
        rows={props.links}
        columns={[
          { key: 'name', label: t.formerName, heading: true, cell: (l) => l.formerName ?? '' },
          { key: 'numbers', label: t.formerNumbers, cell: (l) => l.formerNumbers?.join(', ') ?? '' },
          { key: 'on', label: t.joinedOn, cell: (l) => formatDate(warsawDate(l.mergedAt), lang) },
          { key: 'by', label: t.joinedBy, cell: (l) => `${l.by}, ${l.institution}` },
          {
            key: 'undo',
            label: t.undo,
            quiet: true,
            cell: (l) =>
              l.mayUndo ? (
                <>
                  <ButtonLink small href={`${props.base}/joined/${l.id}/undo`}>
                    {t.undo}
                  </ButtonLink>
                  <br />
                  <span class="muted">{t.undoUntil(formatDate(l.undoUntil, lang))}</span>
                </>
              ) : (
                <span class="muted">{t.fixed}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}
