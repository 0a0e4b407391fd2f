import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MyPage, Paragraphs } from '../../pages/parts.tsx';
import type { Done, Window } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type About, MAX_MESSAGE, type Message } from '../schema.ts';

function OwnMessage(props: { message: Message; formKey: string; next: boolean }) {
  const t = useText(text).messages;
  const { lang } = useView();
  const { message: m } = props;
  const from =
    m.sender === 'participant' ? t.you : [m.workerName, m.institutionName].filter(Boolean).join(', ');
  const read =
    m.confirmedAt && (m.sender === 'participant' ? t.read : t.confirmed(formatDateTime(m.confirmedAt, lang)));
  return (
    <Panel id={`m-${m.id}`} title={from} tone={m.sender === 'worker' ? 'tinted' : undefined} long>
      <p class="muted">
        <time datetime={m.sentAt.toISOString()}>{formatDateTime(m.sentAt, lang)}</time>
        {read && `, ${read}`}
      </p>
      {m.about !== 'other' && <p class="muted">{t.about[m.about]}</p>}
      <Paragraphs text={m.body} />
      {m.sender === 'worker' && m.toConfirm && !m.confirmedAt && (
        <Form light action={`/my/messages/${m.id}/confirm`} formKey={props.formKey}>
          <Button variant={props.next ? 'primary' : 'secondary'}>{t.confirm}</Button>
        </Form>
      )}
    </Panel>
  );
}

export function MessagesPage(props: {
  window: Window;
  messages: readonly Message[];
  keys: readonly string[];
  done?: Done;
}) {
  const t = useText(text).messages;
  const { coordinator } = props.window;
  // One filled button: for the oldest message that waits, as on the first page.
  const next = props.messages.find((m) => m.sender === 'worker' && m.toConfirm && !m.confirmedAt);
  return (
    <MyPage title={t.title} lead={coordinator ? t.lead(coordinator.name) : t.noCoordinator} done={props.done}>
      {coordinator && <ButtonLink href="/my/messages/new">{t.write}</ButtonLink>}
      {props.messages.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        [...props.messages]
          .reverse()
          .map((message, index) => (
            <OwnMessage message={message} formKey={props.keys[index] ?? ''} next={message === next} />
          ))
      )}
      {coordinator && <p class="muted">{t.who(coordinator.institutionName)}</p>}
    </MyPage>
  );
}

export function NewMessagePage(props: {
  window: Window;
  about: About;
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).messages;
  const { coordinator } = props.window;
  const words = {
    other: { title: t.newTitle, lead: coordinator && t.lead(coordinator.name) },
    plan: { title: t.planTitle, lead: t.planLead },
    correction: { title: t.correctionTitle, lead: t.correctionLead },
  }[props.about];
  return (
    <MyPage title={words.title} lead={words.lead} under="messages" failed={(props.errors?.length ?? 0) > 0}>
      {!coordinator && <Notice tone="warning">{t.noCoordinator}</Notice>}
      <Form action="/my/messages/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        <input type="hidden" name="about" value={props.about} />
        <TextArea name="body" label={t.body} hint={t.bodyHint} rows={7} max={MAX_MESSAGE} />
        {coordinator && <p class="muted">{t.who(coordinator.institutionName)}</p>}
        <FormActions submit={t.send} cancelHref="/my/messages" />
      </Form>
    </MyPage>
  );
}
