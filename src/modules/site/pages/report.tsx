import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** Something does not work: told to the operator, without a mail program. */
export function ReportPage(props: {
  email: string;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).report;
  const { actor } = useView();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader={actor ? undefined : 'public'}
      width="text"
      failed={Boolean(props.errors?.length)}
    >
      <Form action="/report" formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextArea name="what" label={t.what} hint={t.whatHint} rows={5} max={3000} />
        <TextField name="from" label={t.where} hint={t.whereHint} optional />
        <TextField name="id" label={t.id} hint={t.idHint} optional />
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          optional
        />
        <GuestFields />
        <FormActions submit={t.send} cancelHref="/" />
      </Form>
      <p>
        {t.orWrite} <a href={`mailto:${props.email}`}>{props.email}</a>
      </p>
    </Page>
  );
}

export function ReportSentPage() {
  const t = useText(text).report;
  const { actor } = useView();
  return (
    <Page title={t.title} reader={actor ? undefined : 'public'} width="text">
      <Notice tone="success">{t.sent}</Notice>
    </Page>
  );
}
