import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { REPEATS } from '../../recurrence/schema.ts';
import { type Event, inLang, MATERIAL_KINDS } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

interface Typed {
  readonly event: Event;
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** A form about one part of an event. */
function Frame(props: Typed & { title: string; lead?: string; children?: Child }) {
  const t = useText(text);
  const { lang } = useView();
  const { event } = props;
  return (
    <Page
      title={props.title}
      lead={props.lead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/events/manage', label: t.title },
        { href: `/events/manage/${event.id}`, label: inLang(lang, event.titlePl, event.titleEn) },
      ]}
    >
      {props.children}
    </Page>
  );
}

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

export function CallOffPage(props: Typed) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.callOffTitle}>
      <ConfirmForm
        action={`${back}/call-off`}
        formKey={props.formKey}
        consequences={[t.callOffTold, t.callOffCalendars, t.callOffFinal]}
        submit={t.callOff}
        cancelHref={back}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="reasonPl" label={t.reasonPl} rows={2} max={500} />
        <TextArea name="reasonEn" label={t.reasonEn} rows={2} max={500} optional />
      </ConfirmForm>
    </Frame>
  );
}

export function MaterialPage(props: Typed) {
  const t = useText(text);
  const w = useText(words);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.addMaterial}>
      <Form
        upload
        action={`${back}/materials`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <TextField name="title" label={t.materialTitle} maxlength={200} />
        <Select
          name="kind"
          label={t.materialKind}
          options={MATERIAL_KINDS.map((value) => ({ value, label: w.materialKinds[value] }))}
        />
        <Select
          name="audience"
          label={t.audience}
          options={(['public', 'registered'] as const).map((value) => ({ value, label: t.audiences[value] }))}
        />
        <FileField name="file" label={t.file} />
        <FormActions submit={t.addMaterial} cancelHref={back} />
      </Form>
    </Frame>
  );
}

export function ResultsPage(props: Typed & { version: number }) {
  const t = useText(text);
  const back = `/events/manage/${props.event.id}`;
  return (
    <Frame {...props} title={t.results}>
      <Form
        action={`${back}/results`}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="resultsPl" label={t.resultsPl} hint={t.bodyHint} rows={8} max={20_000} />
        <TextArea name="resultsEn" label={t.resultsEn} rows={8} max={20_000} optional />
        <FormActions submit={t.resultsSave} cancelHref={back} />
      </Form>
    </Frame>
  );
}
