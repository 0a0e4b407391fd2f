import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Agreement, Partnership } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { LANGUAGES } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AgreementFrame } from './frame.tsx';

/** The beginning of a version: when it is to be in force; the text comes from the dictionary or the version before. */
export function StartPage(props: {
  partnership: Partnership;
  before: Agreement | null;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const [t, all] = [useText(text).start, useText(words).agreement];
  const { lang } = useView();
  const { partnership: p, before } = props;
  const base = `/partnerships/${p.id}/agreements`;
  const started = { language: 'pl', to: before?.validTo ? formatDate(before.validTo, lang) : '' };
  return (
    <AgreementFrame
      partnership={p}
      title={before ? t.amend : t.first}
      lead={before ? t.amendLead : t.firstLead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/new`}
        formKey={props.formKey}
        values={props.values ?? started}
        errors={props.errors}
      >
        {before && <TextArea name="changeNote" label={all.changeNote} rows={3} optional />}
        <FieldRow>
          <DateField name="from" label={all.from} />
          <DateField name="to" label={all.to} optional noHint />
        </FieldRow>
        {!before && (
          <Radios
            name="language"
            label={t.language}
            hint={t.languageHint}
            options={LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
          />
        )}
        <FormActions submit={before ? t.amend : t.first} cancelHref={base} />
      </Form>
    </AgreementFrame>
  );
}
