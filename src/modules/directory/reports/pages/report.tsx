import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Details } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { REPORT_CAUSES } from '../../moderation/schema.ts';
import type { RecordView } from '../../record/schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

interface Sent {
  formKey: string;
  values?: Readonly<Record<string, unknown>> | undefined;
  errors?: readonly FieldError[] | undefined;
}

export function ReportPage(props: Sent & { record: RecordView }) {
  const t = useText(text);
  const all = useText(words);
  const { record, errors = [] } = props;
  const path = `/directory/${record.id}`;
  const known = ['phone', 'email', 'website'].some(
    (f) => props.values?.[f] || errors.some((e) => e.field === f),
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={errors.length > 0}
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: path, label: record.shortName },
      ]}
    >
      <Form action={`${path}/report`} formKey={props.formKey} values={props.values} errors={props.errors}>
        <Radios
          name="cause"
          label={t.cause}
          options={REPORT_CAUSES.map((value) => ({ value, label: t.causes[value] }))}
        />
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={4} max={3000} />
        <Details summary={t.known} open={known}>
          <p>{t.knownHint}</p>
          <TextField name="phone" label={t.phone} type="tel" width="m" optional />
          <TextField name="email" label={t.email} type="email" optional />
          <TextField name="website" label={t.website} type="url" optional />
        </Details>
        <TextField
          name="answerTo"
          label={t.answerTo}
          hint={t.answerHint}
          type="email"
          autocomplete="email"
          maxlength={254}
          optional
        />
        <GuestFields />
        <FormActions submit={t.submit} cancelHref={path} />
      </Form>
    </Page>
  );
}

export function ReportSentPage(props: { record: RecordView }) {
  const t = useText(text);
  const all = useText(words);
  const path = `/directory/${props.record.id}`;
  return (
    <Page
      title={t.sentTitle}
      width="text"
      breadcrumb={[
        { href: '/directory', label: all.nav },
        { href: path, label: props.record.shortName },
      ]}
    >
      <p>{t.sent}</p>
      <p>
        <ButtonLink href={path}>{t.back}</ButtonLink>
      </p>
    </Page>
  );
}

/** For somebody of the entity who works in no institution here. */
export function NewcomerForm(props: Sent & { entityId: string }) {
  const t = useText(text);
  return (
    <Form
      action={`/directory/${props.entityId}/claim/newcomer`}
      formKey={props.formKey}
      values={props.values}
      errors={props.errors}
      light
    >
      <p>{t.newcomerLead}</p>
      <TextArea name="note" label={t.newcomerNote} hint={t.newcomerNoteHint} rows={3} max={3000} />
      <TextField
        name="answerTo"
        label={t.newcomerMail}
        hint={t.answerHint}
        type="email"
        autocomplete="email"
        maxlength={254}
      />
      <GuestFields />
      <Button variant="primary">{t.newcomerSubmit}</Button>
    </Form>
  );
}
