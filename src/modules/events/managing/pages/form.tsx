import type { FieldError } from '#kernel/errors.ts';
import { Checkbox, Checkboxes, Radios, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { ACCESS, COMMENTS, KINDS, MODES, type Option, REGISTRATIONS } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

export interface EventFormProps {
  /** Null for a new one. */
  readonly id: string | null;
  readonly formKey: string;
  readonly version: number;
  readonly themes: readonly Option[];
  readonly counties: readonly Option[];
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly now?: Readonly<Record<string, unknown>>;
}

/** All that is said of an event, in both languages; its dates and programme have their own page. */
export function EventFormPage(props: EventFormProps) {
  const t = useText(text);
  const { id, values, errors } = props;
  const action = id ? `/events/manage/${id}/edit` : '/events/manage/new';
  return (
    <Page
      title={id ? t.editTitle : t.newTitle}
      lead={id ? undefined : t.newLead}
      width="text"
      failed={(errors ?? []).length > 0}
      breadcrumb={[
        { href: '/events/manage', label: t.title },
        ...(id ? [{ href: `/events/manage/${id}`, label: t.event }] : []),
      ]}
    >
      <Form
        action={action}
        formKey={props.formKey}
        version={props.version}
        values={values}
        errors={errors}
        now={props.now}
      >
        <What themes={props.themes} values={values} />
        <Where counties={props.counties} values={values} />
        <Who />
        <Fieldset legend={t.contact}>
          <TextField name="contactRole" label={t.contactRole} hint={t.contactHint} maxlength={120} optional />
          <FieldRow>
            <TextField name="contactEmail" label={t.email} type="email" maxlength={254} optional />
            <TextField name="contactPhone" label={t.phone} type="tel" maxlength={40} optional />
          </FieldRow>
          <Select
            name="comments"
            label={t.comments}
            options={COMMENTS.map((value) => ({ value, label: t.commentModes[value] }))}
          />
        </Fieldset>
        <FormActions submit={t.save} cancelHref={id ? `/events/manage/${id}` : '/events/manage'} />
      </Form>
    </Page>
  );
}

const chosen = (values: EventFormProps['values'], name: string): string[] | undefined => {
  const value = values?.[name];
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : undefined;
};

function What(props: { themes: readonly Option[]; values: EventFormProps['values'] }) {
  const t = useText(text);
  const w = useText(words);
  return (
    <Fieldset legend={t.what}>
      <Select
        name="kind"
        label={t.kind}
        width="m"
        options={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
      />
      <TextField name="titlePl" label={t.titlePl} maxlength={200} />
      <TextField name="titleEn" label={t.titleEn} maxlength={200} optional />
      <TextArea name="leadPl" label={t.leadPl} rows={2} max={500} optional />
      <TextArea name="leadEn" label={t.leadEn} rows={2} max={500} optional />
      <TextArea name="bodyPl" label={t.bodyPl} hint={t.bodyHint} rows={8} max={20_000} optional />
      <TextArea name="bodyEn" label={t.bodyEn} rows={8} max={20_000} optional />
      <Checkboxes
        name="themes"
        label={t.themes}
        options={props.themes}
        values={chosen(props.values, 'themes')}
      />
    </Fieldset>
  );
}

function Where(props: { counties: readonly Option[]; values: EventFormProps['values'] }) {
  const t = useText(text);
  const w = useText(words);
  return (
    <Fieldset legend={t.where}>
      <Radios name="mode" label={t.mode} options={MODES.map((value) => ({ value, label: w.modes[value] }))} />
      <TextField name="placeName" label={t.placeName} maxlength={200} optional />
      <TextField name="street" label={t.street} maxlength={200} optional />
      <FieldRow>
        <TextField name="locality" label={t.locality} maxlength={120} optional />
        <Suggest name="countyCode" label={t.county} options={props.counties} optional />
      </FieldRow>
      <TextArea name="directionsPl" label={t.directionsPl} rows={3} max={2000} optional />
      <TextArea name="directionsEn" label={t.directionsEn} rows={3} max={2000} optional />
      <Checkboxes
        name="access"
        label={t.access}
        hint={t.accessHint}
        options={ACCESS.map((value) => ({ value, label: w.access[value] }))}
        values={chosen(props.values, 'access')}
      />
      <TextArea name="accessNotePl" label={t.accessNotePl} rows={2} max={1000} optional />
      <TextArea name="accessNoteEn" label={t.accessNoteEn} rows={2} max={1000} optional />
      <TextField name="online" label={t.online} hint={t.onlineHint} type="url" maxlength={500} optional />
      <TextField name="onlineNote" label={t.onlineNote} maxlength={500} optional />
    </Fieldset>
  );
}

function Who() {
  const t = useText(text);
  return (
    <Fieldset legend={t.who}>
      <Radios
        name="registration"
        label={t.registration}
        options={REGISTRATIONS.map((value) => ({ value, label: t.registrations[value] }))}
      />
      <FieldRow>
        <TextField
          name="capacity"
          label={t.capacity}
          hint={t.capacityHint}
          width="s"
          inputmode="numeric"
          optional
        />
        <TextField name="mostTogether" label={t.mostTogether} width="s" inputmode="numeric" optional />
      </FieldRow>
      <Checkbox name="waiting" label={t.waiting} />
      <FieldRow>
        <DateField name="closesOn" label={t.closesOn} optional />
        <TextField name="closesAt" label={t.closesAt} hint={t.hourHint} width="s" optional />
      </FieldRow>
      <Checkbox name="certificate" label={t.certificate} />
      <TextField name="hours" label={t.hours} width="s" inputmode="decimal" optional />
    </Fieldset>
  );
}
