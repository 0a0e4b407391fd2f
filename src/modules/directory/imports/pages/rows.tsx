import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks, Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { factWords } from '../../record/api.ts';
import { type CheckedRow, ROW_SHOWS, type Told } from '../schema.ts';
import { text } from '../text.pl.ts';

export const ROWS_PER_PAGE = 25;
export interface ShownRow extends Pick<CheckedRow, 'row' | 'fate' | 'entityId' | 'changes' | 'differences'> {
  readonly name: string;
  readonly errors: readonly Told[];
  readonly warnings: readonly Told[];
}
export interface Shown {
  readonly show: (typeof ROW_SHOWS)[number];
  readonly page: number;
  readonly total: number;
  readonly rows: readonly ShownRow[];
}

const TONES = {
  new: 'success',
  changed: 'info',
  unchanged: 'neutral',
  review: 'warning',
  bad: 'danger',
  repeated: 'neutral',
} as const;

/** What changes in a record, or what is wrong with its row. */
function Details(props: { row: ShownRow }) {
  const t = useText(text);
  const names: Readonly<Record<string, string>> = useText(factWords).fields;
  const { changes, differences, errors, warnings } = props.row;
  if (changes.length + differences.length + errors.length + warnings.length === 0) return null;
  return (
    <ul>
      {changes.map((c) => (
        <li>
          <b>{`${c.of ? `${c.of}: ` : ''}${names[c.field] ?? c.field}`}</b>:{' '}
          {c.before !== '' && <del>{c.before}</del>}{' '}
          <ins>{c.after === '' ? t.result.value('') : c.after}</ins>
        </li>
      ))}
      {differences.map((d) => (
        <li>{t.result.kept(t.fields[d.field], d.ours, d.theirs)}</li>
      ))}
      {[...errors, ...warnings].map((told) => (
        <li>
          <b>{told.field}</b> {t.result.value(told.value)}: {told.remedy}
        </li>
      ))}
    </ul>
  );
}

/** Rows of a file with what each would do, chosen by what comes of them. */
export function RowsTable(props: { id: string; shown: Shown }) {
  const t = useText(text);
  const { shown } = props;
  return (
    <>
      <ChipLinks
        label={t.result.show}
        items={ROW_SHOWS.map((show) => ({
          href: `/directory/imports/${props.id}?show=${show}`,
          label: t.result.shows[show],
          current: show === shown.show,
        }))}
      />
      {shown.rows.length === 0 ? (
        <EmptyState title={t.result.empty} />
      ) : (
        <>
          <DataTable
            caption={t.result.caption}
            captionHidden
            rows={shown.rows}
            columns={[
              { key: 'row', label: t.result.row, heading: true, number: true, cell: (r) => r.row },
              {
                key: 'name',
                label: t.result.name,
                cell: (r) => (r.entityId ? <a href={`/directory/${r.entityId}`}>{r.name}</a> : r.name),
              },
              {
                key: 'fate',
                label: t.result.fate,
                cell: (r) => <Tag tone={TONES[r.fate]}>{t.result.fates[r.fate]}</Tag>,
              },
              { key: 'details', label: t.result.details, cell: (r) => <Details row={r} /> },
            ]}
          />
          <Pagination page={shown.page} pageSize={ROWS_PER_PAGE} total={shown.total} />
        </>
      )}
    </>
  );
}
