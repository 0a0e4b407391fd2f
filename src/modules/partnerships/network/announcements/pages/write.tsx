import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as network } from '../../text.pl.ts';
import { ANNOUNCEMENT_KINDS, AUDIENCES } from '../schema.ts';
import { text } from '../text.pl.ts';

export function WriteAnnouncementPage(props: {
  mine: readonly { readonly id: string; readonly name: string }[];
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const n = useText(network);
  const { mine } = props;
  return (
    <Page
      title={t.newTitle}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/network', label: n.title },
        { href: '/network/announcements', label: t.title },
      ]}
    >
      <Form
        action="/network/announcements/new"
        formKey={props.formKey}
        values={props.values ?? (mine.length === 1 ? { partnership: mine[0]?.id ?? '' } : undefined)}
        errors={props.errors}
      >
        <Select
          name="partnership"
          label={t.partnership}
          options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Radios
          name="kind"
          label={t.kind}
          options={ANNOUNCEMENT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <TextField name="title" label={t.titleField} maxlength={160} />
        <TextArea name="body" label={t.body} hint={t.bodyHint} rows={6} max={4000} />
        <Radios
          name="audience"
          label={t.audience}
          options={AUDIENCES.map((one) => ({ value: one, label: t.audiences[one] }))}
        />
        <DateField name="endsOn" label={t.endsOn} hint={t.endsHint} />
        <FormActions submit={t.send} cancelHref="/network/announcements" />
      </Form>
    </Page>
  );
}
