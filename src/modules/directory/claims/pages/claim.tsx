import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm, Form } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { RecordView } from '../../record/schema.ts';
import { NewcomerForm } from '../../reports/api.ts';
import { text as reportWords } from '../../reports/text.pl.ts';
import { text as words } from '../../text.pl.ts';
import type { ClaimView } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ClaimPageProps {
  view: ClaimView;
  formKey: string;
  accept: string;
  code?: 'wrong' | 'void' | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
  errors?: readonly FieldError[] | undefined;
}

function useCrumbs(record: Pick<RecordView, 'id' | 'shortName'>) {
  const all = useText(words);
  return [
    { href: '/directory', label: all.nav },
    { href: `/directory/${record.id}`, label: record.shortName },
  ];
}

/** One way to claim: a form that says which. */
function WayForm(props: ClaimPageProps & { way: string; upload?: boolean; children?: Child }) {
  const { view, values, errors } = props;
  const mine = values?.way === props.way;
  return (
    <Form
      action={`/directory/${view.record.id}/claim`}
      formKey={props.formKey}
      values={mine ? values : undefined}
      errors={mine ? errors : undefined}
      upload={props.upload}
      light
    >
      <input type="hidden" name="way" value={props.way} />
      {props.children}
    </Form>
  );
}

function Code(props: ClaimPageProps & { primary: boolean }) {
  const t = useText(text);
  const { view, code, errors, values } = props;
  const { email, id } = view.record;
  if (view.open !== 'code')
    return (
      <Panel title={t.codeTitle}>
        <WayForm {...props} way="code">
          <p>{t.codeLead(email)}</p>
          <Button variant={props.primary ? 'primary' : 'secondary'} icon="mail">
            {t.codeSend}
          </Button>
        </WayForm>
      </Panel>
    );
  const typed = values?.code !== undefined;
  return (
    <Panel title={t.codeSent(email)} tone="next">
      {code && <Notice tone="warning">{code === 'wrong' ? t.wrong : t.void}</Notice>}
      <Form
        action={`/directory/${id}/claim/code`}
        formKey={props.formKey}
        values={typed ? values : undefined}
        errors={typed ? errors : undefined}
        light
      >
        <p>{t.codeSentMore}</p>
        <TextField
          name="code"
          label={t.code}
          width="s"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
        />
        <Button variant="primary">{t.codeCheck}</Button>
      </Form>
      <WayForm {...props} way="code">
        <Button variant="tertiary">{t.codeAgain}</Button>
      </WayForm>
    </Panel>
  );
}

/** Whoever runs an institution: the shortest way first. */
function Manager(props: ClaimPageProps) {
  const t = useText(text);
  const { view } = props;
  const { record, keeper, shared, open } = view;
  const free = record.institutionId === null;
  const atOnce = free && shared !== null;
  const byCode = free && record.email !== '';
  return (
    <>
      {keeper !== null && (
        <Notice tone="warning" title={t.kept(keeper)} quiet>
          {t.keptMore}
        </Notice>
      )}
      {open === 'document' && (
        <Notice title={t.waiting} quiet>
          {t.waitingMore}
        </Notice>
      )}
      {atOnce && (
        <Panel title={t.numbersTitle(shared)} tone="next">
          <WayForm {...props} way="numbers">
            <p>{t.numbers(view.institution)}</p>
            <Button variant="primary" icon="accept">
              {t.numbersSubmit}
            </Button>
          </WayForm>
        </Panel>
      )}
      {byCode && !atOnce && <Code {...props} primary={open === null} />}
      {!atOnce && (
        <Panel title={t.paperTitle}>
          <WayForm {...props} way="document" upload>
            <p>{t.paperLead}</p>
            <FileField name="file" label={t.paper} hint={t.paperHint} accept={props.accept} />
            <TextArea name="note" label={t.note} rows={3} max={3000} optional />
            <Button variant={byCode ? 'secondary' : 'primary'}>{t.paperSend}</Button>
          </WayForm>
        </Panel>
      )}
    </>
  );
}

export function ClaimPage(props: ClaimPageProps) {
  const t = useText(text);
  const r = useText(reportWords);
  const { view } = props;
  const { record, who } = view;
  const path = `/directory/${record.id}`;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      breadcrumb={useCrumbs(record)}
      meta={[record.name]}
    >
      {who === 'visitor' && (
        <>
          <Panel title={t.visitor}>
            <p>{t.visitorMore}</p>
            <ButtonLink href={`/sign-in?next=${encodeURIComponent(`${path}/claim`)}`}>{t.signIn}</ButtonLink>
          </Panel>
          <Panel title={r.newcomer}>
            <NewcomerForm
              entityId={record.id}
              formKey={props.formKey}
              values={props.values}
              errors={props.errors}
            />
          </Panel>
        </>
      )}
      {who === 'worker' && (
        <Notice title={t.worker} quiet>
          {t.workerMore(view.institution)}
        </Notice>
      )}
      {who === 'keeper' && (
        <Panel title={t.keeper}>
          <p>
            <ButtonLink href={`${path}/edit`} variant="primary" icon="edit">
              {t.edit}
            </ButtonLink>
          </p>
          <p>
            <a href={`${path}/claim/leave`}>{t.leave}</a>
          </p>
        </Panel>
      )}
      {who === 'manager' && <Manager {...props} />}
    </Page>
  );
}

export function NewcomerSentPage(props: { record: RecordView }) {
  const t = useText(text);
  return (
    <Page title={t.newcomerSent} width="text" breadcrumb={useCrumbs(props.record)}>
      <p>{t.newcomerSentMore}</p>
      <p>
        <ButtonLink href={`/directory/${props.record.id}`}>{t.back}</ButtonLink>
      </p>
    </Page>
  );
}

export function LeavePage(props: { record: RecordView; formKey: string }) {
  const t = useText(text);
  const path = `/directory/${props.record.id}`;
  return (
    <Page title={t.leaveTitle} lead={props.record.name} width="text" breadcrumb={useCrumbs(props.record)}>
      <ConfirmForm
        action={`${path}/claim/leave`}
        formKey={props.formKey}
        consequences={[t.leaveEffects, t.leaveStays, t.leaveAgain]}
        submit={t.leave}
        cancelHref={`${path}/claim`}
      />
    </Page>
  );
}

export function TakePage(props: {
  record: RecordView;
  keeper: string;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const path = `/directory/${props.record.id}`;
  return (
    <Page
      title={t.takeTitle}
      lead={t.takeLead(props.keeper)}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      breadcrumb={useCrumbs(props.record)}
    >
      <ConfirmForm
        action={`${path}/claim/take`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
        consequences={[t.leaveEffects, t.leaveAgain]}
        submit={t.takeSubmit}
        cancelHref={path}
      >
        <TextArea name="reason" label={t.takeReason} hint={t.takeHint} rows={3} max={1000} />
      </ConfirmForm>
    </Page>
  );
}
