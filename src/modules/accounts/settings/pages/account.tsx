import type { Session, SessionSummary } from '#kernel/auth/sessions.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { NextField } from '../../pages/sign-in.tsx';
import type { ActingChoice } from '../../schema.ts';
import { text } from '../../text.pl.ts';

export function AccountPage(props: {
  session: Session;
  sessions: readonly SessionSummary[];
  choices: readonly ActingChoice[];
  done?: 'password' | 'sessions' | 'totp_on' | 'totp_off' | undefined;
  /** The account acts as a worker, who may let programs act for them. */
  tokens: boolean;
}) {
  const t = useText(text);
  const { session } = props;
  const done = {
    password: t.settings.passwordSaved,
    sessions: t.settings.ended,
    totp_on: t.totp.turnedOn,
    totp_off: t.totp.turnedOff,
  };
  const current = props.choices.find((choice) => choice.id === session.actingAs);
  return (
    <Page
      title={t.account}
      width="text"
      actions={
        <form method="post" action="/sign-out">
          <Button>{t.settings.signOut}</Button>
        </form>
      }
      before={props.done && <Notice tone="success">{done[props.done]}</Notice>}
    >
      <SummaryList
        items={[
          { term: t.settings.name, value: session.name },
          { term: t.settings.email, value: session.email },
          {
            term: t.settings.acting,
            value: current ? (
              <Acting choice={current} />
            ) : props.choices.length > 0 ? (
              t.settings.actingUnset
            ) : (
              t.settings.actingNone
            ),
            action: props.choices.length > (current ? 1 : 0) && (
              <a href="/account/acting">{t.settings.actingChange}</a>
            ),
          },
          {
            term: t.settings.password,
            value: '••••••••••••',
            action: <a href="/account/password">{t.settings.passwordChange}</a>,
          },
          {
            term: t.totp.title,
            value: session.twoFactor ? t.totp.on : t.totp.off,
            action: <a href="/account/code">{t.totp.change}</a>,
          },
          {
            term: t.settings.asked,
            value: t.settings.askedMore,
            action: <a href="/advice/mine">{t.settings.askedOpen}</a>,
          },
          ...(props.tokens
            ? [
                {
                  term: t.settings.tokens,
                  value: t.settings.tokensMore,
                  action: <a href="/account/tokens">{t.settings.tokensOpen}</a>,
                },
              ]
            : []),
        ]}
      />
      <SessionsPanel sessions={props.sessions} current={session.sessionId} />
    </Page>
  );
}

function Acting(props: { choice: ActingChoice }) {
  const { title, detail } = props.choice;
  return <>{detail ? `${title}, ${detail}` : title}</>;
}

function SessionsPanel(props: { sessions: readonly SessionSummary[]; current: string }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Panel title={t.settings.sessions}>
      <RuledList
        items={props.sessions.map((session) => {
          const device = deviceName(session.userAgent) || t.settings.unknownDevice;
          const here = session.id === props.current;
          return (
            <form class="row-form" method="post" action={`/account/sessions/${session.id}`}>
              <b>{device}</b>
              {here && ` (${t.settings.sessionHere})`}
              <br />
              <span class="small">
                {t.settings.sessionSince(formatDateTime(session.createdAt, lang))},{' '}
                {t.settings.sessionUsed(formatDateTime(session.usedAt, lang))}
              </span>{' '}
              {!here && (
                <Button small danger variant="tertiary">
                  {t.settings.endDevice(device)}
                </Button>
              )}
            </form>
          );
        })}
      />
      {props.sessions.length > 1 && (
        <form method="post" action="/account/sessions">
          <Button>{t.settings.endOthers}</Button>
        </form>
      )}
    </Panel>
  );
}

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** „Firefox, Windows”: enough to recognise a device of one's own. */
function deviceName(userAgent: string): string {
  const first = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ');
}

export function ActingPage(props: {
  choices: readonly ActingChoice[];
  current: string | null;
  next: string | null;
}) {
  const t = useText(text);
  return (
    <Page
      title={t.settings.acting}
      lead={props.choices.length > 0 ? t.settings.actingLead : t.settings.actingNone}
      width="text"
      breadcrumb={[{ href: '/account', label: t.account }]}
    >
      {props.choices.length === 0 && <p>{t.settings.actingNoneMore}</p>}
      <RuledList
        items={props.choices.map((choice) => (
          <form method="post" action="/account/acting">
            <NextField next={props.next} />
            <b>{choice.title}</b>
            {choice.id === props.current && ` (${t.settings.actingNow})`}
            {choice.detail && (
              <>
                <br />
                <span class="small">{choice.detail}</span>
              </>
            )}{' '}
            <Button small name="id" value={choice.id}>
              {t.settings.choose}
              <span class="visually-hidden">: {choice.title}</span>
            </Button>
          </form>
        ))}
      />
      {props.choices.length === 0 && (
        <p>
          <ButtonLink href="/account">{t.account}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
