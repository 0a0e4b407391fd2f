import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** Where to go afterwards, carried through every step. */
export function NextField(props: { next: string | null }) {
  return props.next ? <input type="hidden" name="next" value={props.next} /> : null;
}

export function SignInPage(props: {
  next: string | null;
  singleName: string | null;
  problem?: 'single' | undefined;
  done?: 'password' | 'invitation' | 'out' | undefined;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const done = { password: t.signIn.passwordSet, invitation: t.signIn.invited, out: t.signIn.ended };
  return (
    <Page title={t.signIn.title} lead={t.signIn.lead} width="text" reader="public" failed={!!props.errors}>
      {props.done && <Notice tone="success">{done[props.done]}</Notice>}
      {props.problem && <Notice tone="warning">{t.signIn.singleFailed}</Notice>}
      <Form light action="/sign-in" values={props.values} errors={props.errors}>
        <NextField next={props.next} />
        <TextField
          name="email"
          label={t.signIn.email}
          type="email"
          autocomplete="username"
          width="l"
          spellcheck={false}
        />
        <TextField
          name="password"
          label={t.signIn.password}
          type="password"
          autocomplete="current-password"
          width="l"
        />
        <FormActions submit={t.signIn.submit}>
          <a href="/password/forgotten">{t.signIn.forgotten}</a>
        </FormActions>
      </Form>
      {props.singleName && (
        <Panel title={t.signIn.or}>
          <form method="post" action="/sign-in/single">
            <NextField next={props.next} />
            <Button>{t.signIn.single(props.singleName)}</Button>
          </form>
        </Panel>
      )}
    </Page>
  );
}

export function CodePage(props: { next: string | null; errors?: readonly FieldError[] }) {
  const t = useText(text);
  return (
    <Page title={t.code.title} lead={t.code.lead} width="text" reader="public" failed={!!props.errors}>
      <Form light action="/sign-in/code" errors={props.errors}>
        <NextField next={props.next} />
        <TextField
          name="code"
          label={t.code.field}
          hint={t.code.hint}
          width="s"
          autocomplete="one-time-code"
          spellcheck={false}
        />
        <FormActions submit={t.code.submit}>
          <a href="/sign-in">{t.code.restart}</a>
        </FormActions>
      </Form>
    </Page>
  );
}
