import type { Told } from '#kernel/tabular/problems.ts';
import { ImportRows, ToldLines } from '#ui/components/imports.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { factWords } from '../../record/api.ts';
import { type CheckedRow, ROW_SHOWS } from '../schema.ts';
import { text } from '../text.pl.ts';

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
      <ToldLines told={[...errors, ...warnings]} value={t.result.value} />
    </ul>
  );
}

/** Rows of a file with what each would do, chosen by what comes of them. */
export function RowsTable(props: { id: string; shown: Shown }) {
  const t = useText(text);
  return (
    <ImportRows
      href={`/directory/imports/${props.id}`}
      shows={ROW_SHOWS}
      shown={props.shown}
      words={t.result}
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
  );
}
