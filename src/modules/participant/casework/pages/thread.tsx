import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import { CaseFrame, type CaseHead } from '#modules/cases/api.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox } from '#ui/components/choices.tsx';
import { Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MAX_MESSAGE, type Message } from '../../messages/schema.ts';
import { Paragraphs } from '../../pages/parts.tsx';
import { text } from '../text.pl.ts';

function Entry(props: { message: Message; person: string }) {
  const t = useText(text).thread;
  const { lang } = useView();
  const { message: m } = props;
  const own = m.sender === 'worker';
  return (
    <Panel
      level={3}
      long
      title={own ? [m.workerName, m.institutionName].filter(Boolean).join(', ') : props.person}
      tone={own ? undefined : 'tinted'}
      action={m.about !== 'other' && <Tag tone="warning">{t.about[m.about]}</Tag>}
    >
      <p class="small muted">
        <time datetime={m.sentAt.toISOString()}>{formatDateTime(m.sentAt, lang)}</time>
        {own &&
          m.toConfirm &&
          `, ${m.confirmedAt ? t.confirmed(formatDateTime(m.confirmedAt, lang)) : t.waits}`}
      </p>
      <Paragraphs text={m.body} />
    </Panel>
  );
}

export function ThreadPage(props: {
  head: CaseHead;
  messages: readonly Message[];
  unread: number;
  joined: boolean;
  mayWrite: boolean;
  formKey: string;
  readKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).thread;
  const { head } = props;
  const base = `/cases/${head.case.id}/messages`;
  return (
    <CaseFrame
      head={head}
      current={null}
      title={t.title}
      quiet={props.mayWrite}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <p class="muted">{t.lead}</p>
      {!props.joined && (
        <Notice quiet>
          {t.notJoined} <a href={`/cases/${head.case.id}/invite`}>{t.invite}</a>
        </Notice>
      )}
      {props.messages.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        props.messages.map((message) => <Entry message={message} person={head.person ?? t.person} />)
      )}
      {props.mayWrite && props.unread > 0 && (
        <form method="post" action={`${base}/read`} class="row-form">
          <HiddenFields formKey={props.readKey} />
          <b>{t.unread(props.unread)}</b> <Button small>{t.markRead}</Button>
        </form>
      )}
      {props.mayWrite && (
        <Form action={base} formKey={props.formKey} values={props.values} errors={props.errors}>
          <TextArea name="body" label={t.body} hint={t.bodyHint} rows={5} max={MAX_MESSAGE} />
          <Checkbox name="to_confirm" label={t.toConfirm} />
          <FormActions submit={t.send} cancelHref={`/cases/${head.case.id}`} />
        </Form>
      )}
    </CaseFrame>
  );
}
