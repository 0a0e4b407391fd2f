import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import { ENCODINGS, SEPARATORS, type Separator, type Table, type TableRow } from '#kernel/tabular/table.ts';
import { type Crumb, Page } from '../shell.tsx';
import { Select } from './choices.tsx';
import { Fieldset, Form, FormActions } from './form.tsx';
import { Notice } from './panels.tsx';
import { DataTable } from './table.tsx';

const WIDTH_ROWS = 50;
/** Indices of the columns of a table, also of those without a heading. */
const columnIndices = (table: Table): number[] =>
  Array.from(
    {
      length: Math.max(
        table.headers.length,
        ...table.rows.slice(0, WIDTH_ROWS).map(({ cells }) => cells.length),
        0,
      ),
    },
    (_, index) => index,
  );

/** What is not sure about how a file was read. */
function ReadingNotices<Key extends string>(props: {
  table: Table;
  columns: Recognised<Key>;
  names: Readonly<Record<Key, string>>;
  words: ColumnsWords;
}) {
  const { columns, words: t } = props;
  const named = (keys: readonly Key[]) => keys.map((key) => props.names[key]).join(', ');
  return (
    <>
      {columns.missing.length > 0 && (
        <Notice tone="warning">
          {t.missing} {named(columns.missing)}
        </Notice>
      )}
      {columns.guessed.length > 0 && (
        <Notice>
          {t.guessed} {named(columns.guessed)}
        </Notice>
      )}
      {!props.table.confident && <Notice tone="warning">{t.uncertain}</Notice>}
    </>
  );
}

const MAX_SAMPLE = 30;
interface ColumnsWords {
  readonly title: string;
  readonly lead: string;
  readonly missing: string;
  readonly guessed: string;
  readonly uncertain: string;
  readonly columns: string;
  readonly none: string;
  readonly column: (number: number, heading: string, sample: string) => string;
  readonly file: string;
  readonly encoding: string;
  readonly separator: string;
  readonly separators: Readonly<Record<Separator, string>>;
  readonly sheet: string;
  readonly auto: string;
  readonly submit: string;
}

interface ColumnsProps<Key extends string> {
  action: string;
  cancelHref: string;
  formKey: string;
  table: Table;
  columns: Recognised<Key>;
  keys: readonly Key[];
  names: Readonly<Record<Key, string>>;
  words: ColumnsWords;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

const FIRST_ROWS = 5;
/**
 * Which column of a file holds what: as recognised, to be confirmed or corrected; with a caption in `first`, under the
 * first rows as they were read.
 */
export function ColumnsPage<Key extends string>(
  props: ColumnsProps<Key> & { crumbs: readonly Crumb[]; first?: string },
) {
  const { table, words: t } = props;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
      before={<ReadingNotices table={table} columns={props.columns} names={props.names} words={t} />}
    >
      {props.first && (
        <DataTable<TableRow>
          caption={props.first}
          keepTable
          rows={table.rows.slice(0, FIRST_ROWS)}
          columns={columnIndices(table).map((index) => ({
            key: String(index),
            label: table.headers[index] || String(index + 1),
            heading: index === 0,
            cell: (row) => row.cells[index] ?? '',
          }))}
        />
      )}
      <ColumnsForm {...props} />
    </Page>
  );
}

/** Which column holds what, and how the file is to be read: the form of `columnsBodyOf`. */
function ColumnsForm<Key extends string>(props: ColumnsProps<Key>) {
  const { table, words: t } = props;
  const sample = (index: number) =>
    (table.rows.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? '').slice(0, MAX_SAMPLE);
  const options = columnIndices(table).map((index) => ({
    value: String(index),
    label: t.column(index + 1, table.headers[index] ?? '', sample(index)),
  }));
  return (
    <Form light action={props.action} formKey={props.formKey} values={props.values} errors={props.errors}>
      <Fieldset legend={t.columns}>
        {props.keys.map((key) => (
          <Select name={`c_${key}`} label={props.names[key]} options={options} empty={t.none} width="l" />
        ))}
      </Fieldset>
      <Fieldset legend={t.file}>
        {table.format === 'csv' ? (
          <>
            <Select
              name="encoding"
              label={t.encoding}
              empty={`${t.auto}: ${table.encoding}`}
              options={ENCODINGS.map((value) => ({ value, label: value }))}
              width="m"
            />
            <Select
              name="separator"
              label={t.separator}
              empty={`${t.auto}: ${t.separators[table.separator ?? ';']}`}
              options={SEPARATORS.map((value) => ({ value, label: t.separators[value] }))}
              width="m"
            />
          </>
        ) : (
          <Select
            name="sheet"
            label={t.sheet}
            empty={`${t.auto}: ${table.sheet ?? ''}`}
            options={table.sheets.map((value) => ({ value, label: value }))}
            width="m"
          />
        )}
      </Fieldset>
      <FormActions submit={t.submit} cancelHref={props.cancelHref} />
    </Form>
  );
}
