import type { FieldError } from '#kernel/errors.ts';
import { addDays, formatDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { TOKEN_SCOPES, type Token } from '../schema.ts';
import { text } from '../text.pl.ts';

function TokenState(props: { token: Token }) {
  const t = useText(text);
  const { lang, now } = useView();
  const { revokedAt, expiresAt } = props.token;
  if (revokedAt) return <Tag>{t.revoked}</Tag>;
  if (expiresAt <= now) return <Tag>{t.expired}</Tag>;
  return <Tag tone="success">{t.live(formatDate(addDays(warsawDate(expiresAt), -1), lang))}</Tag>;
}

function Revoke(props: { token: Token }) {
  const t = useText(text);
  const { now } = useView();
  const { token } = props;
  if (token.revokedAt || token.expiresAt <= now) return null;
  return (
    <form method="post" action={`/account/tokens/${token.id}/revoke`}>
      <Button small danger>
        {t.revoke}
        <span class="visually-hidden"> {token.name}</span>
      </Button>
    </form>
  );
}

export function TokensPage(props: {
  tokens: readonly Token[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumb={[{ href: '/account', label: t.account }]}
      failed={(props.errors?.length ?? 0) > 0}
    >
      {props.tokens.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.tokens}
          columns={[
            { key: 'name', label: t.name, heading: true, cell: (token) => token.name },
            {
              key: 'scopes',
              label: t.scopes,
              cell: (token) => token.scopes.map((s) => t.scopeNames[s]).join('; '),
            },
            { key: 'state', label: t.state, cell: (token) => <TokenState token={token} /> },
            {
              key: 'used',
              label: t.used,
              cell: (token) => (token.usedAt ? <TimeText at={token.usedAt} /> : t.never),
            },
            { key: 'revoke', label: t.revoke, quiet: true, cell: (token) => <Revoke token={token} /> },
          ]}
        />
      )}
      <Panel title={t.new}>
        <Form
          light
          action="/account/tokens"
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <TextField name="name" label={t.name} hint={t.nameHint} width="l" maxlength={80} />
          <Checkboxes
            name="scopes"
            label={t.scopes}
            options={TOKEN_SCOPES.map((s) => ({ value: s, label: t.scopeNames[s] }))}
          />
          <DateField name="until" label={t.until} hint={t.untilHint} />
          <FormActions submit={t.create} />
        </Form>
      </Panel>
    </Page>
  );
}

/** The only time the token is seen. */
export function NewTokenPage(props: { token: string }) {
  const t = useText(text);
  return (
    <Page title={t.created} breadcrumb={[{ href: '/account/tokens', label: t.title }]} width="text">
      <Notice tone="warning">{t.createdOnce}</Notice>
      <Panel title={t.token}>
        <p>
          <code>{props.token}</code>
        </p>
        <p class="small">{t.usage}</p>
      </Panel>
      <p>
        <ButtonLink href="/account/tokens">{t.backToList}</ButtonLink>
      </p>
    </Page>
  );
}
