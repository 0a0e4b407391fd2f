import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks, Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { type ImportQuery, ROW_SHOWS, type RowFate, type Told } from '../schema.ts';
import { text } from '../text.pl.ts';

export const ROWS_PER_PAGE = 25;

/** A checked row in words, as a page shows it. */
export interface ShownRow {
  readonly row: number;
  readonly who: string;
  readonly fate: RowFate | 'bad';
  readonly errors: readonly Told[];
  readonly warnings: readonly Told[];
}
export interface Shown {
  readonly show: NonNullable<ImportQuery['show']>;
  readonly page: number;
  readonly total: number;
  readonly rows: readonly ShownRow[];
}

function Problems(props: { row: ShownRow }) {
  const t = useText(text);
  const { errors, warnings } = props.row;
  if (errors.length + warnings.length === 0) return null;
  return (
    <ul>
      {[...errors, ...warnings].map((told) => (
        <li>
          <b>{told.field}</b> {t.result.value(told.value)}: {told.remedy}
        </li>
      ))}
    </ul>
  );
}

const TONES = { new: 'success', imported: 'neutral', open: 'info', bad: 'danger' } as const;

/** Rows of a list with what is wrong in each, chosen by what came of them. */
export function RowsTable(props: { id: string; shown: Shown }) {
  const t = useText(text);
  const { shown } = props;
  return (
    <>
      <ChipLinks
        label={t.result.show}
        items={ROW_SHOWS.map((show) => ({
          href: `/referrals/import/${props.id}?show=${show}`,
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
              { key: 'who', label: t.result.who, cell: (r) => r.who },
              {
                key: 'fate',
                label: t.upload.state,
                cell: (r) => <Tag tone={TONES[r.fate]}>{t.result.fates[r.fate]}</Tag>,
              },
              { key: 'problems', label: t.result.problems, cell: (r) => <Problems row={r} /> },
            ]}
          />
          <Pagination page={shown.page} pageSize={ROWS_PER_PAGE} total={shown.total} />
        </>
      )}
    </>
  );
}
