import { formatDateTime } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { REPEATS } from '../../recurrence/schema.ts';
import { text } from '../text.pl.ts';
import { Frame, type Typed } from './frame.tsx';

function Hours() {
  const t = useText(text);
  return (
    <FieldRow>
      <DateField name="day" label={t.day} />
      <TextField name="from" label={t.from} hint={t.hourHint} width="s" />
      <TextField name="to" label={t.to} hint={t.hourHint} width="s" />
    </FieldRow>
  );
}

export function DatesPage(props: Typed) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.addDate}>
      <Form action={`${back}/dates`} formKey={props.formKey} values={props.values} errors={props.errors}>
        <Hours />
        <Select
          name="repeat"
          label={t.repeat}
          empty={t.once}
          options={REPEATS.map((value) => ({ value, label: t.repeats[value] }))}
        />
        <FieldRow>
          <TextField name="interval" label={t.interval} width="s" inputmode="numeric" optional />
          <TextField name="count" label={t.count} width="s" inputmode="numeric" optional />
          <DateField name="until" label={t.until} optional />
        </FieldRow>
        <FormActions submit={t.addDate} cancelHref={back} />
      </Form>
    </Frame>
  );
}

export function DatePage(props: Typed & { part: string }) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  const draft = props.event.state === 'draft';
  return (
    <Frame {...props} title={t.changeDate} lead={draft ? undefined : t.changeDateLead}>
      <Form
        action={`${back}/dates/${props.part}`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Hours />
        <TextField name="notePl" label={t.notePl} maxlength={300} optional />
        <TextField name="noteEn" label={t.noteEn} maxlength={300} optional />
        <FormActions submit={t.changeDate} cancelHref={back} />
      </Form>
      <ConfirmForm
        action={`${back}/dates/${props.part}/drop`}
        consequences={[]}
        submit={draft ? t.removeDate : t.dropDate}
        cancelHref={back}
      />
    </Frame>
  );
}

export function SessionPage(props: Typed & { part: string | null }) {
  const t = useText(text);
  const { lang } = useView();
  const { event, part } = props;
  const back = `/events/manage/${event.id}`;
  return (
    <Frame {...props} title={part ? t.session : t.addSession}>
      <Form
        action={part ? `${back}/sessions/${part}` : `${back}/sessions`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <Select
          name="occurrence"
          label={t.date}
          options={event.occurrences.map((o) => ({ value: o.id, label: formatDateTime(o.startsAt, lang) }))}
        />
        <FieldRow>
          <TextField name="from" label={t.from} hint={t.hourHint} width="s" />
          <TextField name="to" label={t.to} hint={t.hourHint} width="s" />
          <TextField name="room" label={t.room} width="s" maxlength={120} optional />
        </FieldRow>
        <TextField name="titlePl" label={t.titlePl} maxlength={200} />
        <TextField name="titleEn" label={t.titleEn} maxlength={200} optional />
        <TextField name="speakersPl" label={t.speakersPl} hint={t.speakersHint} maxlength={300} optional />
        <TextField name="speakersEn" label={t.speakersEn} maxlength={300} optional />
        <TextArea name="aboutPl" label={t.aboutPl} rows={3} max={2000} optional />
        <TextArea name="aboutEn" label={t.aboutEn} rows={3} max={2000} optional />
        <FormActions submit={t.save} cancelHref={back} />
      </Form>
      {part && (
        <ConfirmForm
          action={`${back}/sessions/${part}/drop`}
          consequences={[]}
          submit={t.remove}
          cancelHref={back}
        />
      )}
    </Frame>
  );
}
