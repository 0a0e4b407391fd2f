import type { FieldError } from '#kernel/errors.ts';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { ImportTag } from '#ui/components/imports.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { FileField } from '#ui/components/text-fields.tsx';
import type { Crumb } from '#ui/shell.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { ImportFile } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Files of results, and a new one. */
export function ImportsPage(props: {
  imports: readonly ImportFile[];
  crumbs: readonly Crumb[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={props.crumbs} failed={Boolean(props.errors?.length)}>
      <h2>{t.upload.heading}</h2>
      <Form
        upload
        action="/library/edit/results"
        formKey={props.formKey}
        values={props.values ?? { lang: 'pl' }}
        errors={props.errors}
      >
        <Select
          name="lang"
          label={t.upload.lang}
          options={(['pl', 'en'] as const).map((value) => ({ value, label: t.upload.langs[value] }))}
        />
        <FileField name="file" label={t.upload.file} hint={t.upload.hint} accept=".csv,.txt,.xlsx" />
        <FormActions submit={t.upload.submit} />
      </Form>
      <h2>{t.list.heading}</h2>
      {props.imports.length === 0 ? (
        <EmptyState title={t.list.none} />
      ) : (
        <DataTable<ImportFile>
          caption={t.list.heading}
          captionHidden
          rows={props.imports}
          columns={[
            {
              key: 'name',
              label: t.list.file,
              heading: true,
              cell: (file) => <a href={`/library/edit/results/${file.id}`}>{file.fileName}</a>,
            },
            { key: 'when', label: t.list.when, cell: (file) => <TimeText at={file.createdAt} /> },
            { key: 'who', label: t.list.who, cell: (file) => file.workerName },
            {
              key: 'state',
              label: t.list.state,
              cell: (file) => <ImportTag state={file.state} labels={t.states} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
