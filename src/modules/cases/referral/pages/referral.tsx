import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate, relativeDays, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel, WaitsFor } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Term } from '../../schema.ts';
import type { Coordinator } from '../answer/api.ts';
import { packetWho } from '../packet/schema.ts';
import { mustAct, type Referral } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ReferralStateTag } from './inbox.tsx';
import { label, PacketView } from './packet.tsx';

/** What the reader may do with the referral; decided by the policy, not by the page. */
export interface Actions {
  readonly take: boolean;
  readonly accept: boolean;
  readonly decline: boolean;
  readonly ask: boolean;
  readonly answer: boolean;
  readonly withdraw: boolean;
  readonly reroute: boolean;
  readonly seesCase: boolean;
}
export interface Lists {
  readonly needs: readonly Term[];
  readonly forms: readonly Term[];
  readonly declines: readonly Term[];
}
export interface ReferralView {
  readonly referral: Referral;
  /** The name, for whoever sees the case; otherwise only what the packet says. */
  readonly person: string | null;
  readonly actions: Actions;
  readonly lists: Lists;
  readonly coordinators: readonly Coordinator[];
  readonly bases: readonly string[];
  readonly me: { readonly workerId: string; readonly institutionId: string };
  readonly formKey: string;
}

function Waiting(props: { view: ReferralView }) {
  const t = useText(text);
  const { lang, now } = useView();
  const { referral: r, me } = props.view;
  const party = mustAct(r.state);
  if (!party || !r.dueOn) return null;
  const day = warsawDate(now);
  const side = party === 'sender' ? r.sender : r.recipient;
  const until = `${formatDate(r.dueOn, lang)}, ${relativeDays(day, r.dueOn, lang)}`;
  const mine = side.institutionId === me.institutionId;
  return (
    <WaitsFor
      tone={r.dueOn < day ? 'late' : mine ? 'mine' : 'others'}
      who={[side.name, side.worker].filter(Boolean).join(', ')}
      what={party === 'sender' ? t.view.waitsQuestion(until) : t.view.waitsAnswer(until)}
    />
  );
}

function Result(props: { view: ReferralView }) {
  const t = useText(text);
  const { referral: r, lists, me } = props.view;
  const sender = r.sender.institutionId === me.institutionId;
  if (r.state === 'accepted')
    return (
      <Notice tone="success" title={t.view.accepted(r.recipient.name)}>
        {sender && t.view.acceptedTell}
      </Notice>
    );
  if (r.state === 'declined')
    return (
      <Notice
        tone="warning"
        title={t.view.declined(r.recipient.name, label(lists.declines, r.declineCode ?? ''))}
      >
        {r.declineNote && <p class="pre-line">{r.declineNote}</p>}
        <p>{t.view.declinedTell}</p>
      </Notice>
    );
  if (r.state === 'expired')
    return (
      <Notice tone="warning" title={t.view.expired(r.recipient.name)}>
        {t.view.declinedTell}
      </Notice>
    );
  return r.state === 'withdrawn' ? <Notice title={t.view.withdrawn} /> : null;
}

interface Failed {
  values?: FormValues;
  errors?: readonly FieldError[];
}

function AcceptForm(props: { view: ReferralView } & Failed) {
  const t = useText(text);
  const { referral: r, coordinators, bases, me, formKey } = props.view;
  const bases_: Readonly<Record<string, string>> = t.view.bases;
  const me_ = coordinators.some((c) => c.workerId === me.workerId) ? me.workerId : '';
  const own = coordinators.filter((c) => c.institutionId === r.recipient.institutionId);
  const theirs = coordinators.filter((c) => c.institutionId !== r.recipient.institutionId);
  const option = (c: Coordinator) => ({ value: c.workerId, label: c.name });
  return (
    <Panel title={t.view.acceptTitle} tone="next">
      <Form
        light
        action={`/referrals/${r.id}/accept`}
        formKey={formKey}
        version={r.rowVersion}
        values={props.values ?? { coordinator: me_, basis: bases.length === 1 ? bases[0] : '' }}
        errors={props.errors}
      >
        <p>{t.view.acceptWhat}</p>
        {r.kind === 'opening' && (
          <Select
            name="coordinator"
            label={t.view.coordinator}
            hint={t.view.coordinatorHint}
            options={[
              { label: r.recipient.name, options: own.map(option) },
              ...(theirs.length > 0 ? [{ label: r.sender.name, options: theirs.map(option) }] : []),
            ]}
          />
        )}
        {bases.length > 0 && (
          <Radios
            name="basis"
            label={t.view.basis}
            options={bases.map((code) => ({ value: code, label: bases_[code] ?? code }))}
          />
        )}
        <FormActions submit={t.view.accept} />
      </Form>
    </Panel>
  );
}

function QuestionPanel(props: { view: ReferralView } & Failed) {
  const t = useText(text);
  const { referral: r, actions, formKey } = props.view;
  if (!r.question) return null;
  return (
    <Panel title={t.view.questionTitle} tone={actions.answer ? 'next' : undefined}>
      <p class="pre-line">{r.question}</p>
      {r.questionAnswer && (
        <p class="pre-line">
          <b>{t.view.answerLabel}:</b> {r.questionAnswer}
        </p>
      )}
      {actions.answer && (
        <Form
          action={`/referrals/${r.id}/answer`}
          formKey={formKey}
          version={r.rowVersion}
          values={props.values}
          errors={props.errors}
        >
          <TextArea name="answer" label={t.view.answerLabel} hint={t.view.answerHint} rows={4} max={2000} />
          <FormActions submit={t.view.answer} />
        </Form>
      )}
    </Panel>
  );
}

function Secondary(props: { view: ReferralView }) {
  const t = useText(text);
  const { referral: r, actions: a, formKey } = props.view;
  const base = `/referrals/${r.id}`;
  if (!a.take && !a.ask && !a.decline && !a.withdraw && !a.reroute) return null;
  const links = (
    <div class="form-actions">
      {a.ask && <ButtonLink href={`${base}/ask`}>{t.view.ask}</ButtonLink>}
      {a.decline && <ButtonLink href={`${base}/decline`}>{t.view.decline}</ButtonLink>}
      {a.reroute && (
        <ButtonLink
          href={r.kind === 'opening' ? `/referrals/new?from=${r.id}` : `/cases/${r.caseId}/referrals/new`}
        >
          {t.view.reroute}
        </ButtonLink>
      )}
      {a.withdraw && (
        <ButtonLink href={`${base}/withdraw`} variant="tertiary">
          {t.view.withdraw}
        </ButtonLink>
      )}
    </div>
  );
  if (!a.ask && !a.decline) return <div class="no-print">{links}</div>;
  return (
    <Panel title={t.view.other}>
      {a.take && (
        <Form light action={`${base}/take`} formKey={formKey} version={r.rowVersion}>
          <p>{t.view.takeHint}</p>
          <Button>{t.view.take}</Button>
        </Form>
      )}
      {links}
    </Panel>
  );
}

export function ReferralPage(props: { view: ReferralView; failedAt?: 'accept' | 'answer' } & Failed) {
  const t = useText(text);
  const { referral: r, actions, lists } = props.view;
  const failed = { values: props.values, errors: props.errors };
  return (
    <Page
      title={t.view.title(r.packet?.number ?? '')}
      heading={
        r.packet ? `${t.view.title(r.packet.number)}: ${props.view.person ?? packetWho(r.packet)}` : undefined
      }
      breadcrumb={[{ href: '/referrals', label: t.title }]}
      meta={[
        <ReferralStateTag state={r.state} />,
        t.kinds[r.kind],
        r.recipient.worker ? t.view.taken(r.recipient.worker) : null,
      ]}
      failed={Boolean(props.errors?.length)}
      before={
        <>
          <Waiting view={props.view} />
          <Result view={props.view} />
        </>
      }
    >
      <QuestionPanel view={props.view} {...(props.failedAt === 'answer' ? failed : {})} />
      <PacketView packet={r.packet} hash={r.packetHash} needs={lists.needs} forms={lists.forms} />
      {actions.accept && <AcceptForm view={props.view} {...(props.failedAt === 'accept' ? failed : {})} />}
      {actions.seesCase && (
        <p class="no-print">
          <a href={`/cases/${r.caseId}`}>{t.view.seeCase}</a>
        </p>
      )}
      <Secondary view={props.view} />
    </Page>
  );
}
