import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Exact data, a reason and words of one's own; what follows from opening is said before it happens. */
export function OpenPage(props: {
  formKey: string;
  partnerships: readonly Option[];
  reasons: readonly Option[];
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const [only] = props.partnerships;
  return (
    <Page
      title={t.openTitle}
      lead={t.openLead}
      width="text"
      breadcrumb={[{ href: '/emergency', label: t.title }]}
      failed={!!props.errors?.length}
    >
      <Notice tone="warning" quiet title={t.consequences}>
        <ul>
          {t.consequenceList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Notice>
      <Form action="/emergency/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        {props.partnerships.length === 1 && only ? (
          <input type="hidden" name="partnership" value={only.value} />
        ) : (
          <Select name="partnership" label={t.partnership} options={props.partnerships} />
        )}
        <Fieldset legend={t.who} hint={t.whoHint}>
          <TextField name="identifier" label={t.identifier} hint={t.identifierHint} width="m" optional />
          <FieldRow>
            <TextField name="family_name" label={t.familyName} optional />
            <TextField name="given_name" label={t.givenName} optional />
          </FieldRow>
          <DateField name="birth_date" label={t.birthDate} optional />
        </Fieldset>
        <Radios name="reason" label={t.reason} options={props.reasons} />
        <TextArea
          name="justification"
          label={t.justification}
          hint={t.justificationHint}
          rows={4}
          max={2000}
        />
        <FormActions submit={t.openButton} danger cancelHref="/emergency" />
      </Form>
    </Page>
  );
}
