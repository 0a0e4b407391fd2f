import type { FieldError } from '#kernel/errors.ts';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { ImportTag } from '#ui/components/imports.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, FileField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { type ImportFile, SOURCES } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A file to check, and what was imported before. */
export function ImportsPage(props: {
  formKey: string;
  imports: readonly ImportFile[];
  sources: ReadonlyMap<string, string>;
  checks: number;
  crumbs: readonly { href: string; label: string }[];
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const name = (code: string) => props.sources.get(code) ?? code;
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={props.crumbs} failed={Boolean(props.errors?.length)}>
      {props.checks > 0 && (
        <p>
          <a href="/directory/imports/checks">{t.list.checks(props.checks)}</a>
        </p>
      )}
      <Form
        light
        upload
        action="/directory/imports"
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Select
          name="source"
          label={t.upload.source}
          options={SOURCES.map((value) => ({ value, label: name(value) }))}
          width="l"
        />
        <DateField name="sourceOn" label={t.upload.sourceOn} hint={t.upload.sourceOnHint} noHint />
        <Checkbox name="whole" label={t.upload.whole} hint={t.upload.wholeHint} />
        <FileField name="file" label={t.upload.file} hint={t.upload.hint} accept=".csv,.txt,.xlsx,.json" />
        <FormActions submit={t.upload.submit} />
      </Form>
      <h2>{t.list.heading}</h2>
      {props.imports.length === 0 ? (
        <EmptyState title={t.list.none}>{t.list.noneBody}</EmptyState>
      ) : (
        <DataTable
          caption={t.list.heading}
          captionHidden
          rows={props.imports}
          columns={[
            {
              key: 'name',
              label: t.list.file,
              heading: true,
              cell: (i) => <a href={`/directory/imports/${i.id}`}>{i.fileName}</a>,
            },
            { key: 'source', label: t.upload.source, cell: (i) => name(i.source) },
            { key: 'when', label: t.list.when, cell: (i) => <TimeText at={i.createdAt} /> },
            { key: 'who', label: t.list.who, cell: (i) => i.workerName },
            {
              key: 'state',
              label: t.list.state,
              cell: (i) => <ImportTag state={i.state} labels={t.states} />,
            },
            { key: 'result', label: t.list.result, cell: (i) => (i.result ? t.summary(i.result) : '–') },
          ]}
        />
      )}
    </Page>
  );
}
