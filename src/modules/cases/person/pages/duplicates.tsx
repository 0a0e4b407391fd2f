import { formatDate } from '#kernel/time.ts';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Duplicate, DuplicateSide } from '../service.ts';
import { text } from '../text.pl.ts';

function Side(props: { side: DuplicateSide }) {
  const t = useText(text);
  const { lang } = useView();
  const { side } = props;
  const facts = [side.birthDate && formatDate(side.birthDate, lang), side.locality]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {side.caseId ? <a href={`/cases/${side.caseId}/person`}>{side.name}</a> : side.name}
      <br />
      <span class="muted">{facts || t.none}</span>
    </>
  );
}

function Compare(props: { pair: Duplicate }) {
  const t = useText(text);
  const { one, other } = props.pair;
  if (!one.caseId) return null;
  return (
    <a href={`/cases/${one.caseId}/person/same/${other.personId}`} aria-label={t.compareWith(other.name)}>
      {t.compare}
    </a>
  );
}

export function DuplicatesPage(props: { pairs: readonly Duplicate[]; compares: boolean }) {
  const t = useText(text);
  return (
    <Page title={t.duplicatesTitle} lead={t.duplicatesLead} breadcrumb={[{ href: '/cases', label: t.cases }]}>
      {props.pairs.length === 0 ? (
        <EmptyState title={t.duplicatesNone}>{t.duplicatesNoneBody}</EmptyState>
      ) : (
        <DataTable
          caption={t.duplicatesCount(props.pairs.length)}
          rows={props.pairs}
          columns={[
            { key: 'one', label: t.first, heading: true, cell: (p) => <Side side={p.one} /> },
            { key: 'other', label: t.second, cell: (p) => <Side side={p.other} /> },
            ...(props.compares
              ? [
                  {
                    key: 'compare',
                    label: t.compare,
                    quiet: true,
                    cell: (p: Duplicate) => <Compare pair={p} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Page>
  );
}
