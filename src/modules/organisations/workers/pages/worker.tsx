import { formatPhone } from '#kernel/contact.ts';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { AuthorisationTag, FunctionWords } from '../../pages/worker-status.tsx';
import { text as words } from '../../text.pl.ts';
import type { WorkerView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AbsencesPanel, AuthorisationsPanel, FunctionsPanel } from './history.tsx';

/** What came back with errors: the form it belongs to. */
export interface SentForm {
  readonly form: 'contact' | 'function';
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

function ContactForm(props: { view: WorkerView; sent: SentForm | undefined; formKey: string }) {
  const t = useText(text);
  const { view } = props;
  const sent = props.sent?.form === 'contact' ? props.sent : undefined;
  return (
    <Details summary={t.edit} open={sent !== undefined} wide>
      <Form
        light
        action={`/institution/workers/${view.worker.id}`}
        formKey={props.formKey}
        version={view.rowVersion}
        values={
          sent?.values ?? { given: view.given, family: view.family, phone: formatPhone(view.worker.phone) }
        }
        errors={sent?.errors}
      >
        <FieldRow>
          <TextField name="given" label={t.given} maxlength={100} />
          <TextField name="family" label={t.family} maxlength={100} />
        </FieldRow>
        <TextField name="phone" label={t.phone} type="tel" width="m" optional />
        <FormActions submit={t.save} />
      </Form>
    </Details>
  );
}

function FunctionForm(props: { view: WorkerView; sent: SentForm | undefined; formKey: string }) {
  const t = useText(text);
  const all = useText(words);
  const sent = props.sent?.form === 'function' ? props.sent : undefined;
  return (
    <Details summary={t.addFunction} open={sent !== undefined} wide>
      <Form
        light
        action={`/institution/workers/${props.view.worker.id}/functions`}
        formKey={props.formKey}
        values={sent?.values}
        errors={sent?.errors}
      >
        <Select
          name="function"
          label={t.function}
          options={props.view.offered.map((f) => ({ value: f, label: all.functions[f] }))}
        />
        <FieldRow>
          <DateField name="from" label={t.from} optional />
          <DateField name="to" label={t.to} optional noHint />
        </FieldRow>
        <FormActions submit={t.addFunction} />
      </Form>
    </Details>
  );
}

function AccountState(props: { view: WorkerView }) {
  const t = useText(text);
  const { lang } = useView();
  const { joined, invitedAt } = props.view.worker;
  if (joined) return <>{t.accountOpen}</>;
  return <>{invitedAt ? t.invited(formatDate(warsawDate(invitedAt), lang)) : t.notInvited}</>;
}

function PostButton(props: { action: string; formKey: string; label: string }) {
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="_key" value={props.formKey} />
      <Button small>{props.label}</Button>
    </form>
  );
}

export function WorkerPage(props: {
  view: WorkerView;
  today: LocalDate;
  keys: readonly [string, string, string];
  sent?: SentForm | undefined;
}) {
  const t = useText(text);
  const all = useText(words);
  const { lang } = useView();
  const { view } = props;
  const { worker } = view;
  const base = `/institution/workers/${worker.id}`;
  const [contactKey, functionKey, otherKey] = props.keys;
  const failed = (props.sent?.errors.length ?? 0) > 0;
  return (
    <Page
      title={worker.name}
      lead={
        view.left && worker.employedTo ? (
          t.leftLead(formatDate(worker.employedTo, lang))
        ) : (
          <FunctionWords functions={worker.functions} />
        )
      }
      breadcrumb={[{ href: '/institution', label: all.institution.title }]}
      meta={view.left ? undefined : [<AuthorisationTag status={worker.authorisation} />]}
      failed={failed}
      actions={
        !view.left && (
          <ButtonLink href={`${base}/authorisation`} variant="primary">
            {t.give}
          </ButtonLink>
        )
      }
    >
      <Panel title={t.contact}>
        <SummaryList
          items={[
            { term: t.email, value: worker.email },
            { term: t.phone, value: formatPhone(worker.phone) || all.institution.none },
            {
              term: t.account,
              value: <AccountState view={view} />,
              action: !worker.joined && !view.left && (
                <PostButton action={`${base}/invite`} formKey={otherKey} label={t.inviteAgain} />
              ),
            },
            {
              term: t.employed,
              value: worker.employedTo
                ? t.between(formatDate(view.employedFrom, lang), formatDate(worker.employedTo, lang))
                : t.since(formatDate(view.employedFrom, lang)),
            },
          ]}
        />
        <ContactForm view={view} sent={props.sent} formKey={contactKey} />
      </Panel>
      <FunctionsPanel view={view} today={props.today}>
        {!view.left && <FunctionForm view={view} sent={props.sent} formKey={functionKey} />}
      </FunctionsPanel>
      <AuthorisationsPanel view={view} today={props.today} />
      <AbsencesPanel view={view} today={props.today} />
      <p class="no-print">
        {view.left ? (
          <PostButton action={`${base}/return`} formKey={otherKey} label={t.return} />
        ) : (
          <ButtonLink href={`${base}/leave`} danger>
            {t.leave}
          </ButtonLink>
        )}
      </p>
    </Page>
  );
}
