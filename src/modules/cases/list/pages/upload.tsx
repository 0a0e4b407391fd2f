import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { ImportTag } from '#ui/components/imports.tsx';
import { Details, EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { FileField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { ListImport } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A file to check, and the lists sent before. */
export function UploadPage(props: {
  formKey: string;
  imports: readonly ListImport[];
  crumbs: readonly { href: string; label: string }[];
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page
      title={t.title}
      lead={t.upload.lead}
      breadcrumb={props.crumbs}
      failed={Boolean(props.errors?.length)}
    >
      <Form light upload action="/referrals/import" formKey={props.formKey} errors={props.errors}>
        <FileField name="file" label={t.upload.file} hint={t.upload.hint} accept=".csv,.txt,.xlsx" />
        <Details summary={t.upload.what}>
          <p>{t.upload.columns}</p>
        </Details>
        <FormActions submit={t.upload.submit} />
      </Form>
      <h2>{t.upload.mine}</h2>
      {props.imports.length === 0 ? (
        <EmptyState title={t.upload.none}>{t.upload.noneBody}</EmptyState>
      ) : (
        <DataTable
          caption={t.upload.mine}
          captionHidden
          rows={props.imports}
          columns={[
            {
              key: 'name',
              label: t.upload.name,
              heading: true,
              cell: (i) => <a href={`/referrals/import/${i.id}`}>{i.fileName}</a>,
            },
            { key: 'sent', label: t.upload.sent, cell: (i) => <TimeText at={i.createdAt} /> },
            {
              key: 'state',
              label: t.upload.state,
              cell: (i) => <ImportTag state={i.state} labels={t.states} />,
            },
            { key: 'count', label: t.upload.count, number: true, cell: (i) => i.rowsCreated ?? '–' },
          ]}
        />
      )}
    </Page>
  );
}
