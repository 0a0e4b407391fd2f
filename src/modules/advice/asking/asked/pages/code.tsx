import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';

/** The way back to an answer with what stands on paper. */
export function CodePage(props: {
  values: FormValues;
  errors?: readonly FieldError[];
  /** Somebody came by a link that opens nothing. */
  cutOff?: boolean;
}) {
  const t = useText(text);
  return (
    <Page
      title={t.codeTitle}
      lead={t.codeLead}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[
        { href: '/advice', label: t.title },
        { href: '/advice/answer', label: t.codeTitle },
      ]}
      before={
        props.cutOff && (
          <Notice tone="warning" title={t.void}>
            <p>{t.voidHow}</p>
          </Notice>
        )
      }
    >
      <Form action="/advice/answer" values={props.values} errors={props.errors} light>
        <TextField name="number" label={t.number} hint={t.numberHint} width="m" />
        <TextField name="code" label={t.code} hint={t.codeHint} width="m" spellcheck={false} />
        <GuestFields />
        <FormActions submit={t.open} cancelHref="/advice" />
      </Form>
    </Page>
  );
}
