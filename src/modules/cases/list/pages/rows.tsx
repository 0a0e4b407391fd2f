import type { Told } from '#kernel/tabular/problems.ts';
import { ImportRows, ToldLines } from '#ui/components/imports.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { type ImportQuery, ROW_SHOWS, type RowFate } from '../schema.ts';
import { text } from '../text.pl.ts';

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
      <ToldLines told={[...errors, ...warnings]} value={t.result.value} />
    </ul>
  );
}

const TONES = { new: 'success', imported: 'neutral', open: 'info', bad: 'danger' } as const;

/** Rows of a list with what is wrong in each, chosen by what came of them. */
export function RowsTable(props: { id: string; shown: Shown }) {
  const t = useText(text);
  return (
    <ImportRows
      href={`/referrals/import/${props.id}`}
      shows={ROW_SHOWS}
      shown={props.shown}
      words={t.result}
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
  );
}
