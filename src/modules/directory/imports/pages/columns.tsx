import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table, TableRow } from '#kernel/tabular/table.ts';
import { ColumnsForm, columnIndices, ReadingNotices } from '#ui/components/columns-form.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { COLUMN_KEYS, type ColumnKey, type ImportFile } from '../schema.ts';
import { text } from '../text.pl.ts';

const FIRST_ROWS = 5;

/** Which column holds what, beside the first rows as they were read; remembered for files of the source with these headings. */
export function ColumnsPage(props: {
  file: ImportFile;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly { href: string; label: string }[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { table } = props;
  const base = `/directory/imports/${props.file.id}`;
  return (
    <Page
      title={t.ask.title}
      lead={t.ask.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
      before={<ReadingNotices table={table} columns={props.columns} names={t.columns} words={t.ask} />}
    >
      <DataTable<TableRow>
        caption={t.ask.first}
        keepTable
        rows={table.rows.slice(0, FIRST_ROWS)}
        columns={columnIndices(table).map((index) => ({
          key: String(index),
          label: table.headers[index] || String(index + 1),
          heading: index === 0,
          cell: (row) => row.cells[index] ?? '',
        }))}
      />
      <ColumnsForm
        action={`${base}/columns`}
        cancelHref={base}
        formKey={props.formKey}
        table={table}
        keys={COLUMN_KEYS}
        names={t.columns}
        words={t.ask}
        values={props.values}
        errors={props.errors}
      />
    </Page>
  );
}
