import type { FieldError } from '#kernel/errors.ts';
import { ENCODINGS, SEPARATORS, type Table, type TableRow } from '#kernel/tabular/table.ts';
import { Select } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Recognised } from '../columns/schema.ts';
import { COLUMN_KEYS, type ColumnKey, type ImportFile } from '../schema.ts';
import { text } from '../text.pl.ts';

const MAX_SAMPLE = 30;
const FIRST_ROWS = 5;

/** Which column holds what, beside the first rows as they were read; remembered for files of the source with these headings. */
export function ColumnsPage(props: {
  file: ImportFile;
  table: Table;
  columns: Recognised;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly { href: string; label: string }[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { table, columns } = props;
  const first = table.rows.slice(0, FIRST_ROWS);
  const width = Math.max(
    table.headers.length,
    ...table.rows.slice(0, 50).map(({ cells }) => cells.length),
    0,
  );
  const indices = Array.from({ length: width }, (_, index) => index);
  const sample = (index: number) =>
    (table.rows.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? '').slice(0, MAX_SAMPLE);
  const options = indices.map((index) => ({
    value: String(index),
    label: t.ask.column(index + 1, table.headers[index] ?? '', sample(index)),
  }));
  const names = (keys: readonly ColumnKey[]) => keys.map((key) => t.columns[key]).join(', ');
  return (
    <Page
      title={t.ask.title}
      lead={t.ask.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
      before={
        <>
          {columns.missing.length > 0 && (
            <Notice tone="warning">
              {t.ask.missing} {names(columns.missing)}
            </Notice>
          )}
          {columns.guessed.length > 0 && (
            <Notice>
              {t.ask.guessed} {names(columns.guessed)}
            </Notice>
          )}
          {!table.confident && <Notice tone="warning">{t.ask.uncertain}</Notice>}
        </>
      }
    >
      <DataTable<TableRow>
        caption={t.ask.first}
        keepTable
        rows={first}
        columns={indices.map((index) => ({
          key: String(index),
          label: table.headers[index] || String(index + 1),
          heading: index === 0,
          cell: (row) => row.cells[index] ?? '',
        }))}
      />
      <Form
        light
        action={`/directory/imports/${props.file.id}/columns`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Fieldset legend={t.ask.columns}>
          {COLUMN_KEYS.map((key) => (
            <Select name={`c_${key}`} label={t.columns[key]} options={options} empty={t.ask.none} width="l" />
          ))}
        </Fieldset>
        <Fieldset legend={t.ask.file}>
          {table.format === 'csv' ? (
            <>
              <Select
                name="encoding"
                label={t.ask.encoding}
                empty={`${t.ask.auto}: ${table.encoding}`}
                options={ENCODINGS.map((value) => ({ value, label: value }))}
                width="m"
              />
              <Select
                name="separator"
                label={t.ask.separator}
                empty={`${t.ask.auto}: ${t.ask.separators[table.separator ?? ';']}`}
                options={SEPARATORS.map((value) => ({ value, label: t.ask.separators[value] }))}
                width="m"
              />
            </>
          ) : (
            <Select
              name="sheet"
              label={t.ask.sheet}
              empty={`${t.ask.auto}: ${table.sheet ?? ''}`}
              options={table.sheets.map((value) => ({ value, label: value }))}
              width="m"
            />
          )}
        </Fieldset>
        <FormActions submit={t.ask.submit} cancelHref={`/directory/imports/${props.file.id}`} />
      </Form>
    </Page>
  );
}
