import type { FieldError } from '#kernel/errors.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import type { Table } from '#kernel/tabular/table.ts';
import { ColumnsForm, ReadingNotices } from '#ui/components/columns-form.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { COLUMN_KEYS, type ColumnKey, type ListImport } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Which column holds what: as recognised, to be confirmed or corrected; remembered for such files. */
export function ColumnsPage(props: {
  list: ListImport;
  table: Table;
  columns: Recognised<ColumnKey>;
  values: Readonly<Record<string, unknown>>;
  crumbs: readonly { href: string; label: string }[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page
      title={t.ask.title}
      lead={t.ask.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
      before={<ReadingNotices table={props.table} columns={props.columns} names={t.columns} words={t.ask} />}
    >
      <ColumnsForm
        action={`/referrals/import/${props.list.id}/columns`}
        cancelHref="/referrals/import"
        formKey={props.formKey}
        table={props.table}
        keys={COLUMN_KEYS}
        names={t.columns}
        words={t.ask}
        values={props.values}
        errors={props.errors}
      />
    </Page>
  );
}
