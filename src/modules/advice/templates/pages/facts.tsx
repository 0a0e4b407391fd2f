import type { FieldError } from '#kernel/errors.ts';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { useDeskCrumb } from '../../pages/frame.tsx';
import type { Fact } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ShownFact extends Fact {
  /** The value in words of the reader. */
  readonly words: string;
  /** In force today. */
  readonly now: boolean;
}

/** What the law sets, with the days of its validity and where it is written. */
export function FactsPage(props: { facts: readonly ShownFact[]; mayEdit: boolean }) {
  const t = useText(text);
  const { lang } = useView();
  const latest = (fact: ShownFact) =>
    !props.facts.some((f) => f.code === fact.code && f.validFrom > fact.validFrom);
  return (
    <Page title={t.facts} lead={t.factsLead} breadcrumb={useDeskCrumb()}>
      <DataTable
        caption={t.facts}
        captionHidden
        rows={props.facts}
        columns={[
          {
            key: 'name',
            label: t.fact,
            heading: true,
            cell: (f) => (lang === 'en' ? f.nameEn : f.namePl),
          },
          { key: 'value', label: t.value, number: true, cell: (f) => f.words },
          {
            key: 'valid',
            label: t.valid,
            cell: (f) => (
              <>
                <DateText date={f.validFrom} /> – {f.validTo !== null && <DateText date={f.validTo} />}{' '}
                {!f.now && latest(f) && (
                  <Tag tone="danger" icon="alert">
                    {t.over}
                  </Tag>
                )}
              </>
            ),
          },
          { key: 'code', label: t.code, cell: (f) => <code>{`{{${f.code}}}`}</code> },
          { key: 'source', label: t.source, cell: (f) => `${f.source} (${t.certainty[f.certainty]})` },
          ...(props.mayEdit
            ? [
                {
                  key: 'change',
                  label: t.change,
                  quiet: true,
                  cell: (f: ShownFact) =>
                    latest(f) && (
                      <a href={`/advice/desk/facts/${f.code}`}>
                        {t.change}
                        <span class="visually-hidden">: {lang === 'en' ? f.nameEn : f.namePl}</span>
                      </a>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}

export function FactPage(props: {
  fact: ShownFact;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang } = useView();
  const { fact } = props;
  return (
    <Page
      title={lang === 'en' ? fact.nameEn : fact.namePl}
      lead={
        <>
          {fact.words}, <DateText date={fact.validFrom} /> –{' '}
          {fact.validTo !== null && <DateText date={fact.validTo} />}
        </>
      }
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[...useDeskCrumb(), { href: '/advice/desk/facts', label: t.facts }]}
    >
      <Form
        action={`/advice/desk/facts/${fact.code}`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <TextField name="value" label={t.newValue} inputmode="decimal" width="s" />
        <FieldRow>
          <DateField name="from" label={t.from} noHint />
          <DateField name="to" label={t.to} noHint optional />
        </FieldRow>
        <TextField name="source" label={t.source} maxlength={300} />
        <FormActions submit={t.save} cancelHref="/advice/desk/facts" />
      </Form>
    </Page>
  );
}
