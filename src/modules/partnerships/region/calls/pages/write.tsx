import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Button } from '#ui/components/buttons.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { Details } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as region } from '../../text.pl.ts';
import type { Call } from '../schema.ts';
import { text } from '../text.pl.ts';

const valuesOf = (call: Call): FormValues => ({
  title: call.title,
  lead: call.lead,
  criteria: call.criteria,
  who: call.who,
  titleEn: call.titleEn,
  leadEn: call.leadEn,
  criteriaEn: call.criteriaEn,
  whoEn: call.whoEn,
  amount: call.amount === null ? '' : String(call.amount / 100).replace('.', ','),
  link: call.link,
  opensOn: call.opensOn,
  closesOn: call.closesOn,
});

/** A new call, or a change of one. */
export function WriteCallPage(props: {
  call: Call | null;
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const r = useText(region);
  const { call } = props;
  const back = call ? `/network/calls/${call.id}` : '/region/calls';
  return (
    <Page
      title={call ? t.editTitle : t.new}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/region', label: r.short },
        { href: '/region/calls', label: t.title },
      ]}
    >
      <Form
        action={call ? `/region/calls/${call.id}/edit` : '/region/calls/new'}
        formKey={props.formKey}
        version={call?.rowVersion}
        values={props.values ?? (call ? valuesOf(call) : undefined)}
        errors={props.errors}
      >
        <TextField name="title" label={t.titleField} maxlength={200} />
        <TextArea name="lead" label={t.leadField} rows={3} max={600} />
        <DateField name="opensOn" label={t.opensOn} />
        <DateField name="closesOn" label={t.closesOn} />
        <TextArea name="criteria" label={t.criteria} rows={8} max={6000} />
        <TextArea name="who" label={t.who} rows={2} max={1000} optional />
        <TextField
          name="amount"
          label={t.amount}
          hint={t.amountHint}
          width="s"
          suffix="zł"
          inputmode="decimal"
          optional
        />
        <TextField name="link" label={t.linkField} type="url" maxlength={500} optional />
        <Details
          summary={t.english}
          open={
            (call?.titleEn ?? '') !== '' || (props.errors ?? []).some(({ field }) => field.endsWith('En'))
          }
        >
          <p class="muted">{t.englishHint}</p>
          <TextField name="titleEn" label={t.titleField} maxlength={200} optional />
          <TextArea name="leadEn" label={t.leadField} rows={3} max={600} optional />
          <TextArea name="criteriaEn" label={t.criteria} rows={8} max={6000} optional />
          <TextArea name="whoEn" label={t.who} rows={2} max={1000} optional />
        </Details>
        {call?.state === 'published' ? (
          <FormActions submit={t.saveShown} cancelHref={back} />
        ) : (
          <div class="form-actions">
            <Button variant="primary" name="publish" value="yes">
              {t.publish}
            </Button>
            <Button>{t.save}</Button>
          </div>
        )}
      </Form>
    </Page>
  );
}

export function CancelCallPage(props: { call: Call; formKey: string }) {
  const t = useText(text);
  const { call } = props;
  return (
    <Page
      title={t.cancel}
      width="text"
      breadcrumb={[
        { href: '/region/calls', label: t.title },
        { href: `/network/calls/${call.id}`, label: call.title },
      ]}
    >
      <ConfirmForm
        action={`/region/calls/${call.id}/cancel`}
        formKey={props.formKey}
        consequences={[t.cancelHow]}
        submit={t.cancel}
        cancelHref={`/network/calls/${call.id}`}
      />
    </Page>
  );
}
