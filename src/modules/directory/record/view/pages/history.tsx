import { TimeText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as words } from '../../../text.pl.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import type { Change, ChangedField, RecordView } from '../../schema.ts';
import { HISTORY_PAGE } from '../schema.ts';
import { text } from '../text.pl.ts';

function Fields(props: { change: Change }) {
  const t = useText(text);
  const names: Readonly<Record<string, string>> = useText(factWords).fields;
  const { fields } = props.change;
  const [first] = fields;
  if (first?.field === 'record' && first.before === '') return <p>{t.added(first.after)}</p>;
  const value = (shown: string) =>
    shown === '' ? <span class="muted">{t.nothing}</span> : <span class="pre-line">{shown}</span>;
  return (
    <DataTable<ChangedField>
      caption={t.history}
      captionHidden
      rows={fields}
      columns={[
        {
          key: 'field',
          label: t.field,
          heading: true,
          cell: (f) => `${f.of === undefined ? '' : `${f.of}: `}${names[f.field] ?? f.field}`,
        },
        { key: 'before', label: t.before, cell: (f) => <del>{value(f.before)}</del> },
        { key: 'after', label: t.after, cell: (f) => <ins>{value(f.after)}</ins> },
      ]}
    />
  );
}

export function HistoryPage(props: {
  record: RecordView;
  changes: readonly Change[];
  total: number;
  page: number;
}) {
  const t = useText(text);
  const all = useText(words);
  const { record, changes } = props;
  return (
    <Page
      title={t.historyOf(record.shortName)}
      lead={t.historyLead}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: `/directory/${record.id}`, label: record.shortName },
      ]}
    >
      {changes.length === 0 ? (
        <EmptyState title={t.historyEmpty}>{t.historyEmptyMore}</EmptyState>
      ) : (
        changes.map((change) => (
          <Panel
            long
            title={
              <>
                <TimeText at={change.at} />, {t.by[change.by]}
              </>
            }
            foot={change.source}
          >
            <Fields change={change} />
          </Panel>
        ))
      )}
      <Pagination page={props.page} pageSize={HISTORY_PAGE} total={props.total} />
    </Page>
  );
}
