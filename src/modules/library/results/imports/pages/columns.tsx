import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table, TableRow } from '#kernel/tabular/table.ts';
import { ColumnsForm, columnIndices, ReadingNotices } from '#ui/components/columns-form.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { type Crumb, Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as resultText } from '../../text.pl.ts';
import { COLUMN_KEYS, type ColumnKey } from '../schema.ts';
import { text } from '../text.pl.ts';

const FIRST_ROWS = 5;

/** Which column holds what, beside the first rows as they were read. */
export function ColumnsPage(props: {
  id: string;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  crumbs: readonly Crumb[];
  formKey: string;
}) {
  const t = useText(text).ask;
  const names = useText(resultText).columns;
  const { table } = props;
  const here = `/library/edit/results/${props.id}`;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
      before={<ReadingNotices table={table} columns={props.columns} names={names} words={t} />}
    >
      <DataTable<TableRow>
        caption={t.first}
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
        action={`${here}/columns`}
        cancelHref={here}
        formKey={props.formKey}
        table={table}
        keys={COLUMN_KEYS}
        names={names}
        words={t}
        values={props.values}
        errors={props.errors}
      />
    </Page>
  );
}
