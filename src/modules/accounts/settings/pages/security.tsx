import { encode } from 'uqr';
import type { TotpSetup } from '#kernel/auth/totp.ts';
import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { NewPasswordField } from '../../pages/links.tsx';
import { text } from '../../text.pl.ts';

function PasswordNowField() {
  const t = useText(text);
  return (
    <TextField
      name="passwordNow"
      label={t.settings.passwordNow}
      type="password"
      autocomplete="current-password"
      width="l"
    />
  );
}

export function ChangePasswordPage(props: { email: string; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page
      title={t.settings.passwordChange}
      lead={t.settings.passwordLead}
      width="text"
      failed={!!props.errors}
      breadcrumb={[{ href: '/account', label: t.account }]}
    >
      <Form light action="/account/password" errors={props.errors}>
        <PasswordNowField />
        <NewPasswordField email={props.email} />
        <FormActions submit={t.settings.passwordSave} cancelHref="/account" />
      </Form>
    </Page>
  );
}

/** The second factor in its three states: off, being set up (`setup`), on. */
export function TotpPage(props: { on: boolean; setup: TotpSetup | null; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page
      title={t.totp.title}
      lead={props.on ? t.totp.isOn : t.totp.why}
      width="text"
      failed={!!props.errors}
      breadcrumb={[{ href: '/account', label: t.account }]}
    >
      {!props.on && props.setup ? (
        <Setup setup={props.setup} errors={props.errors} />
      ) : (
        <Form light action={props.on ? '/account/code/off' : '/account/code'} errors={props.errors}>
          <PasswordNowField />
          <FormActions
            submit={props.on ? t.totp.turnOff : t.totp.begin}
            danger={props.on}
            cancelHref="/account"
          />
        </Form>
      )}
    </Page>
  );
}

function Setup(props: { setup: TotpSetup; errors?: readonly FieldError[] }) {
  const t = useText(text);
  const { uri, secret, recoveryCodes } = props.setup;
  return (
    <>
      <h2>{t.totp.scan}</h2>
      <QrCode content={uri} label={t.totp.qr} />
      <p>
        {t.totp.secret} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <h2>{t.totp.keep}</h2>
      <p>{t.totp.keepMore}</p>
      <ul>
        {recoveryCodes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <h2>{t.totp.confirm}</h2>
      <Form light action="/account/code/confirm" errors={props.errors}>
        <TextField
          name="code"
          label={t.code.field}
          width="s"
          inputmode="numeric"
          autocomplete="one-time-code"
        />
        <FormActions submit={t.totp.confirmSubmit} cancelHref="/account" />
      </Form>
    </>
  );
}

/** Dark on light in every colour scheme, since cameras need it. */
function QrCode(props: { content: string; label: string }) {
  const { data, size } = encode(props.content, { border: 2, ecc: 'M' });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
