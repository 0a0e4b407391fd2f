import type { FieldError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox, Checkboxes } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Event, inLang } from '../../schema.ts';
import { MOST_ROWS, NEEDS } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Typed {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

function Frame(props: { event: Event; title: string; lead?: string; failed?: boolean; children?: unknown }) {
  const { lang } = useView();
  const { event } = props;
  const title = inLang(lang, event.titlePl, event.titleEn);
  return (
    <Page
      title={props.title}
      reader="public"
      width="text"
      failed={props.failed}
      lead={props.lead}
      meta={[title]}
      breadcrumb={[{ href: `/events/${event.slug}`, label: title }]}
    >
      {props.children as never}
    </Page>
  );
}

export function NeedsFields() {
  const t = useText(text);
  return (
    <>
      <Checkboxes
        name="needs"
        label={t.needsTitle}
        hint={t.needsHint}
        options={NEEDS.map((need) => ({ value: need, label: t.needs[need] }))}
      />
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={2} max={1000} optional />
    </>
  );
}

/** A private person asks for a place. */
export function AskPage(props: Typed & { event: Event; wait: boolean; days: number; needsDays: number }) {
  const t = useText(text);
  const { event, errors = [] } = props;
  return (
    <Frame event={event} title={t.title} failed={errors.length > 0}>
      <Form
        action={`/events/${event.slug}/register`}
        formKey={newId()}
        values={props.values}
        errors={props.errors}
      >
        <FieldRow>
          <TextField name="givenName" label={t.givenName} autocomplete="given-name" maxlength={100} />
          <TextField name="familyName" label={t.familyName} autocomplete="family-name" maxlength={100} />
        </FieldRow>
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          maxlength={254}
        />
        <TextField
          name="organisation"
          label={t.organisation}
          hint={t.organisationHint}
          autocomplete="organization"
          maxlength={200}
          optional
        />
        <NeedsFields />
        <Checkbox
          name="agree"
          label={t.agree}
          hint={t.agreeHint(event.institutionName, props.days, props.needsDays)}
        />
        <GuestFields />
        <FormActions submit={props.wait ? t.submitWaiting : t.submit} cancelHref={`/events/${event.slug}`} />
      </Form>
    </Frame>
  );
}

/** A worker registers people of the institution. Rows left empty are no wish. */
export function BookPage(props: Typed & { event: Event }) {
  const t = useText(text);
  const { event, errors = [] } = props;
  const rows = Math.min(event.mostTogether, MOST_ROWS);
  return (
    <Frame event={event} title={t.bookTitle} lead={t.bookLead(rows)} failed={errors.length > 0}>
      <Form
        action={`/events/${event.slug}/book`}
        formKey={newId()}
        values={props.values}
        errors={props.errors}
      >
        {Array.from({ length: rows }, (_, n) => (
          <Fieldset legend={t.person(n + 1)}>
            <FieldRow>
              <TextField name={`givenName${n}`} label={t.givenName} maxlength={100} optional={n > 0} />
              <TextField name={`familyName${n}`} label={t.familyName} maxlength={100} optional={n > 0} />
            </FieldRow>
            <TextField name={`email${n}`} label={t.email} type="email" maxlength={254} optional={n > 0} />
          </Fieldset>
        ))}
        <FormActions submit={t.bookSubmit} cancelHref={`/events/${event.slug}`} />
      </Form>
    </Frame>
  );
}

export function SentPage({ event }: { event: Event }) {
  const t = useText(text);
  return (
    <Frame event={event} title={t.sentTitle} lead={t.sent}>
      <p>
        <ButtonLink href={`/events/${event.slug}`}>{t.back}</ButtonLink>
      </p>
    </Frame>
  );
}
