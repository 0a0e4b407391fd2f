import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table } from '#kernel/tabular/table.ts';
import { ColumnsPage as ColumnsPageOf } from '#ui/components/columns-page.tsx';
import type { Crumb } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { COLUMN_KEYS, type ColumnKey, type ListImport } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Remembered for such files of the sender. */
export function ColumnsPage(props: {
  list: ListImport;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly Crumb[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <ColumnsPageOf
      {...props}
      action={`/referrals/import/${props.list.id}/columns`}
      cancelHref={'/referrals/import'}
      keys={COLUMN_KEYS}
      names={t.columns}
      words={t.ask}
    />
  );
}
