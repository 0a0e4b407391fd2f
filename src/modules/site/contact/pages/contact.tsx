import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type HelpLine, TOPICS } from '../schema.ts';
import { text } from '../text.pl.ts';

export function HelpLines({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <RuledList
      items={lines.map((line) => (
        <>
          <a class="num" href={`tel:${line.number.replaceAll(' ', '')}`}>
            <b>{line.number}</b>
          </a>
          <br />
          {line.name}
        </>
      ))}
    />
  );
}

/** For somebody in danger: before everything else on the page. */
function HelpNow({ lines }: { lines: readonly HelpLine[] }) {
  const t = useText(text);
  return (
    <Notice tone="danger" title={t.nowTitle}>
      <p>{t.now}</p>
      <HelpLines lines={lines} />
    </Notice>
  );
}

export function ContactPage(props: {
  owner: { readonly name: string; readonly email: string; readonly phone: string };
  lines: readonly HelpLine[];
  crisis?: boolean;
  formKey: string;
  values: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { actor } = useView();
  const { owner } = props;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      description={t.lead}
      reader={actor ? undefined : 'public'}
      failed={Boolean(props.errors?.length)}
      before={props.crisis && <HelpNow lines={props.lines} />}
      aside={
        <>
          {!props.crisis && (
            <Panel title={t.helpTitle}>
              <p>{t.help}</p>
              <HelpLines lines={props.lines} />
            </Panel>
          )}
          <Panel title={t.otherwise}>
            <RuledList
              items={[
                owner.name,
                <a href={`mailto:${owner.email}`}>{owner.email}</a>,
                <a href={`tel:${owner.phone.replaceAll(' ', '')}`}>{owner.phone}</a>,
                <a href="/advice">{t.adviser}</a>,
                <a href="/directory">{t.find}</a>,
                <a href="/report">{t.broken}</a>,
              ]}
            />
          </Panel>
        </>
      }
    >
      <Form action="/contact" formKey={props.formKey} values={props.values} errors={props.errors}>
        <Select
          name="topic"
          label={t.topic}
          options={TOPICS.map((topic) => ({ value: topic, label: t.topics[topic] }))}
        />
        <TextArea name="message" label={t.message} hint={t.messageHint} rows={8} max={3000} />
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
    </Page>
  );
}

export function ContactSentPage({ lines }: { lines: readonly HelpLine[] }) {
  const t = useText(text);
  const { actor } = useView();
  return (
    <Page
      title={t.sentTitle}
      reader={actor ? undefined : 'public'}
      width="text"
      before={lines.length > 0 && <HelpNow lines={lines} />}
    >
      <p>{t.sent}</p>
      <p>
        <ButtonLink href="/">{t.home}</ButtonLink>
      </p>
    </Page>
  );
}
