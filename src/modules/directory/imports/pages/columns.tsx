import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table } from '#kernel/tabular/table.ts';
import { ColumnsPage as ColumnsPageOf } from '#ui/components/columns-page.tsx';
import type { Crumb } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { COLUMN_KEYS, type ColumnKey, type ImportFile } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Remembered for files of the source with these headings. */
export function ColumnsPage(props: {
  file: ImportFile;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly Crumb[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/directory/imports/${props.file.id}`;
  return (
    <ColumnsPageOf
      {...props}
      action={`${base}/columns`}
      cancelHref={base}
      keys={COLUMN_KEYS}
      names={t.columns}
      words={t.ask}
      first={t.ask.first}
    />
  );
}
