import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table } from '#kernel/tabular/table.ts';
import { ColumnsPage as ColumnsPageOf } from '#ui/components/columns-page.tsx';
import type { Crumb } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as resultText } from '../../text.pl.ts';
import { COLUMN_KEYS, type ColumnKey } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Of a spreadsheet of results. */
export function ColumnsPage(props: {
  id: string;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly Crumb[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/library/edit/results/${props.id}`;
  return (
    <ColumnsPageOf
      {...props}
      action={`${base}/columns`}
      cancelHref={base}
      keys={COLUMN_KEYS}
      names={useText(resultText).columns}
      words={t.ask}
      first={t.ask.first}
    />
  );
}
