import type { FieldError } from '#kernel/errors.ts';
import { LANGS } from '#kernel/i18n.ts';
import { formatDateTime } from '#kernel/time.ts';
import { CaseFrame, type CaseHead } from '#modules/cases/api.ts';
import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { InviteStatus } from '../schema.ts';
import { text } from '../text.pl.ts';

function Standing(props: { status: InviteStatus }) {
  const t = useText(text).invite;
  const { lang, outbox } = useView();
  const { joinedAt, waiting } = props.status;
  return (
    <Panel>
      {joinedAt && <p>{t.joined(formatDateTime(joinedAt, lang))}</p>}
      {waiting && (
        <p>
          {(outbox ? t.written : t.waiting)(waiting.email, formatDateTime(waiting.sentAt, lang))}{' '}
          {outbox && <a href="/outbox">{t.outbox}</a>}
        </p>
      )}
      {!joinedAt && !waiting && <p>{t.none}</p>}
    </Panel>
  );
}

export function InvitePage(props: {
  head: CaseHead;
  status: InviteStatus;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).invite;
  const { status, head } = props;
  const base = `/cases/${head.case.id}`;
  const again = status.joinedAt !== null || status.waiting !== null;
  return (
    <CaseFrame
      head={head}
      current={null}
      title={t.title}
      quiet
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <p>{t.lead}</p>
      <Standing status={status} />
      {status.closed ? (
        <Notice tone="warning">{status.closed === 'unidentified' ? t.unidentified : t.over}</Notice>
      ) : (
        <Form
          action={`${base}/invite`}
          formKey={props.formKey}
          values={props.values ?? { email: status.email, lang: status.lang }}
          errors={props.errors}
        >
          <TextField
            name="email"
            type="email"
            label={status.joinedAt ? t.other : t.email}
            hint={status.joinedAt ? t.otherHint : t.emailHint}
            autocomplete="off"
            width="l"
          />
          <Radios
            name="lang"
            label={t.lang}
            inline
            options={LANGS.map((l) => ({ value: l, label: t.langs[l] }))}
          />
          {status.waiting && <p class="muted">{t.againHint}</p>}
          <FormActions submit={again ? t.again : t.submit} cancelHref={base} />
        </Form>
      )}
      <p class="muted">{t.noEmail}</p>
      <p>
        <a href={`${base}/messages`}>{t.messages}</a>
        {again && (
          <>
            {' · '}
            <a href={`${base}/invite/close`}>{t.close}</a>
          </>
        )}
      </p>
    </CaseFrame>
  );
}

export function ClosePage(props: { head: CaseHead; formKey: string }) {
  const t = useText(text).invite;
  const base = `/cases/${props.head.case.id}/invite`;
  return (
    <CaseFrame head={props.head} current={null} title={t.closeTitle} quiet width="text">
      <ConfirmForm
        action={`${base}/close`}
        formKey={props.formKey}
        consequences={t.closeWhat.split('\n')}
        submit={t.close}
        cancelHref={base}
      />
    </CaseFrame>
  );
}
