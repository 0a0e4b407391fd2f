import type { Invitation } from '#kernel/auth/links.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, SummaryList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** A new password: one field, with the e-mail beside it for the password manager of the browser. */
export function NewPasswordField(props: { email: string }) {
  const t = useText(text);
  return (
    <>
      <input type="hidden" name="username" value={props.email} autocomplete="username" />
      <TextField
        name="password"
        label={t.newPassword.field}
        hint={t.newPassword.hint}
        type="password"
        autocomplete="new-password"
        width="l"
      />
    </>
  );
}

export function VoidLinkPage(props: {
  title: string;
  children: string;
  again?: { href: string; label: string };
}) {
  return (
    <Page title={props.title} width="text" reader="public">
      <p>{props.children}</p>
      {props.again && (
        <p>
          <ButtonLink variant="primary" href={props.again.href}>
            {props.again.label}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

export function InvitationPage(props: {
  invitation: Invitation;
  token: string;
  /** The e-mail of whoever is signed in; null for nobody. */
  signedInAs: string | null;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { invitation } = props;
  const action = `/invitation/${props.token}`;
  const whom = (
    <SummaryList items={[{ term: t.invitation.forWhom, value: `${invitation.name}, ${invitation.email}` }]} />
  );
  if (!invitation.hasAccount)
    return (
      <Page
        title={t.invitation.title}
        lead={t.invitation.lead}
        width="text"
        reader="public"
        failed={!!props.errors}
      >
        {whom}
        <Form light action={action} errors={props.errors}>
          <NewPasswordField email={invitation.email} />
          <FormActions submit={t.invitation.submit} />
        </Form>
      </Page>
    );
  return (
    <Page title={t.invitation.title} width="text" reader="public">
      {whom}
      {props.signedInAs === null && (
        <>
          <p>{t.invitation.hasAccount}</p>
          <p>
            <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(action)}`}>
              {t.invitation.toSignIn}
            </ButtonLink>
          </p>
        </>
      )}
      {props.signedInAs === invitation.email && (
        <Form light action={`${action}/confirm`}>
          <FormActions submit={t.invitation.confirm} />
        </Form>
      )}
      {props.signedInAs !== null && props.signedInAs !== invitation.email && (
        <Notice tone="warning">{t.invitation.other}</Notice>
      )}
    </Page>
  );
}

export function ForgottenPage(props: { values?: FormValues; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page
      title={t.forgotten.title}
      lead={t.forgotten.lead}
      width="text"
      reader="public"
      failed={!!props.errors}
    >
      <Form light action="/password/forgotten" values={props.values} errors={props.errors}>
        <TextField
          name="email"
          label={t.signIn.email}
          type="email"
          autocomplete="username"
          width="l"
          spellcheck={false}
        />
        <FormActions submit={t.forgotten.submit} cancelHref="/sign-in" />
      </Form>
    </Page>
  );
}

export function LinkSentPage() {
  const t = useText(text);
  return (
    <Page title={t.forgotten.sent} lead={t.forgotten.sentMore} width="text" reader="public">
      <p>{t.forgotten.nothing}</p>
    </Page>
  );
}

export function NewPasswordPage(props: { token: string; email: string; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page title={t.forgotten.title2} width="text" reader="public" failed={!!props.errors}>
      <Form light action={`/password/new/${props.token}`} errors={props.errors}>
        <NewPasswordField email={props.email} />
        <FormActions submit={t.forgotten.submit2} />
      </Form>
    </Page>
  );
}
