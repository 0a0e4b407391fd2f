import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame, MeetingsFrame } from '../../pages/frame.tsx';
import { type Meeting, MODES, type Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { REPEATS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}
interface Workers {
  workers: readonly { readonly id: string; readonly name: string; readonly institution: string }[];
}

export function NewMeetingPage(props: Sent & Workers & { place: Place; formKey: string }) {
  const t = useText(text);
  const all = useText(words);
  const { place } = props;
  const [only] = place.bodies;
  return (
    <MeetingsFrame
      place={place}
      title={t.plan}
      lead={t.planLead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form action={`${place.base}/new`} formKey={props.formKey} values={props.values} errors={props.errors}>
        {place.bodies.length > 1 ? (
          <Radios
            name="body"
            label={t.body}
            options={place.bodies.map((b) => ({ value: b.id, label: all.bodies[b.kind] }))}
          />
        ) : (
          <input type="hidden" name="body" value={only?.id ?? ''} />
        )}
        <MeetingFields workers={props.workers} />
        <Fieldset legend={t.series} hint={t.seriesHint}>
          <Select
            name="repeat"
            label={t.repeat}
            empty={t.once}
            options={REPEATS.map((value) => ({ value, label: t.repeats[value] }))}
          />
          <TextField
            name="interval"
            label={t.interval}
            optional
            hint={t.intervalHint}
            width="xs"
            inputmode="numeric"
          />
          <FieldRow>
            <TextField name="count" label={t.count} optional width="xs" inputmode="numeric" />
            <DateField name="until" label={t.until} optional />
          </FieldRow>
        </Fieldset>
        <FormActions submit={t.save} cancelHref={place.base} />
      </Form>
    </MeetingsFrame>
  );
}

export function EditMeetingPage(props: Sent & Workers & { place: Place; meeting: Meeting; formKey: string }) {
  const t = useText(text);
  const { place, meeting } = props;
  const base = `${place.base}/${meeting.id}`;
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="summary"
      title={t.edit}
      lead={meeting.state === 'called' ? t.editLead : undefined}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/edit`}
        formKey={props.formKey}
        version={meeting.rowVersion}
        values={props.values}
        errors={props.errors}
        now={props.now}
      >
        <MeetingFields workers={props.workers} />
        <FormActions submit={t.saveChange} cancelHref={base} />
      </Form>
    </MeetingFrame>
  );
}

function MeetingFields(props: Workers) {
  const t = useText(text);
  const all = useText(words);
  const workers = props.workers.map((w) => ({ value: w.id, label: `${w.name}, ${w.institution}` }));
  return (
    <>
      <TextField name="title" label={t.title} hint={t.titleHint} />
      <TextArea name="aim" label={t.aim} optional rows={2} max={2000} />
      <Fieldset legend={t.when}>
        <DateField name="day" label={t.day} />
        <FieldRow>
          <TextField name="from" label={t.from} hint={t.hourHint} width="xs" inputmode="numeric" />
          <TextField name="to" label={t.to} hint={t.hourHint} width="xs" inputmode="numeric" />
        </FieldRow>
      </Fieldset>
      <Fieldset legend={t.where}>
        <Radios
          name="mode"
          label={t.mode}
          options={MODES.map((value) => ({ value, label: all.modes[value] }))}
        />
        <TextField name="place" label={t.place} hint={t.placeHint} />
        <TextField name="link" label={t.link} optional hint={t.linkHint} type="url" inputmode="url" />
      </Fieldset>
      <Fieldset legend={t.people}>
        <Select name="chair" label={t.chair} optional options={workers} empty={t.nobody} width="l" />
        <Select name="clerk" label={t.clerk} optional options={workers} empty={t.nobody} width="l" />
      </Fieldset>
    </>
  );
}

export function CancelMeetingPage(props: Sent & { place: Place; meeting: Meeting; formKey: string }) {
  const t = useText(text);
  const { place, meeting } = props;
  const base = `${place.base}/${meeting.id}`;
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="summary"
      title={t.cancel}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <ConfirmForm
        action={`${base}/cancel`}
        formKey={props.formKey}
        version={meeting.rowVersion}
        values={props.values}
        errors={props.errors}
        consequences={t.cancelConsequences}
        submit={t.cancel}
        cancelHref={base}
      >
        <TextArea name="reason" label={t.cancelReason} hint={t.cancelReasonHint} rows={3} max={500} />
      </ConfirmForm>
    </MeetingFrame>
  );
}
