import type { FieldError } from '#kernel/errors.ts';
import { daysBetween, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../../schema.ts';
import { text } from '../../text.pl.ts';
import { CHANNELS, type FollowUp, INCOME_CHANGES, TRIES } from '../schema.ts';

export interface FollowUpTerms {
  readonly channels: readonly Term[];
  readonly informants: readonly Term[];
  readonly statuses: readonly Term[];
  readonly kinds: readonly Term[];
}
const labelOf = (terms: readonly Term[], code: string | null) =>
  terms.find((t) => t.code === code)?.label ?? code ?? '';

function Found(props: { f: FollowUp; terms: FollowUpTerms }) {
  const t = useText(text).followUp;
  const { f } = props;
  const income = INCOME_CHANGES.find((i) => i === f.incomeChange);
  return (
    <SummaryList
      items={[
        { term: t.doneOn, value: f.doneOn && <DateText date={f.doneOn} /> },
        ...(f.result === 'reached'
          ? [
              { term: t.channel, value: labelOf(props.terms.channels, f.channel) },
              { term: t.informant, value: labelOf(props.terms.informants, f.informant) },
              {
                term: t.status,
                value: [
                  labelOf(props.terms.statuses, f.employmentStatus),
                  f.employmentKind && labelOf(props.terms.kinds, f.employmentKind),
                ]
                  .filter(Boolean)
                  .join(', '),
              },
              ...(f.sameJob === null ? [] : [{ term: t.sameJob, value: f.sameJob ? t.yes : t.no }]),
              ...(income ? [{ term: t.income, value: t.incomes[income] }] : []),
              { term: t.needsHelp, value: f.needsHelp ? t.yes : t.no },
              ...(f.note ? [{ term: t.note, value: f.note }] : []),
            ]
          : []),
      ]}
    />
  );
}

function StagePanel(props: {
  f: FollowUp;
  base: string;
  formKey: string;
  terms: FollowUpTerms;
  may: boolean;
  next: boolean;
}) {
  const t = useText(text).followUp;
  const day = warsawDate(useView().now);
  const { f } = props;
  const open = f.doneOn === null;
  const tried = f.tries.length >= TRIES && new Set(f.tries.map((x) => x.channel)).size >= CHANNELS;
  return (
    <Panel
      title={t.stages[f.stage]}
      id={f.stage}
      tone={props.next ? 'next' : undefined}
      action={
        f.result ? (
          <Tag tone={f.result === 'reached' ? 'success' : 'warning'}>{t.results[f.result]}</Tag>
        ) : undefined
      }
    >
      <p>
        {t.window} <DateText date={f.opensOn} /> – <DateText date={f.dueOn} late={open && f.dueOn < day} />
      </p>
      {!open && <Found f={f} terms={props.terms} />}
      {f.tries.length > 0 && (
        <p>
          {t.tried}{' '}
          {f.tries.map((x, i) => (
            <>
              {i > 0 && ', '}
              <DateText date={x.triedOn} /> ({labelOf(props.terms.channels, x.channel)})
            </>
          ))}
        </p>
      )}
      {open && props.may && daysBetween(f.opensOn, day) >= 0 && (
        <div class="no-print">
          <ButtonLink variant={props.next ? 'primary' : 'secondary'} href={`${props.base}/${f.stage}`}>
            {t.record}
          </ButtonLink>{' '}
          <ButtonLink href={`${props.base}/${f.stage}/tries`}>{t.addTry}</ButtonLink>
          {tried && (
            <Form light action={`${props.base}/${f.stage}/unreachable`} formKey={props.formKey}>
              <Button>{t.giveUp}</Button>
            </Form>
          )}
        </div>
      )}
    </Panel>
  );
}

/** How the person fares 4 weeks, 3, 6 and 12 months after leaving. */
export function FollowUpPage(props: {
  head: CaseHead;
  formKey: string;
  followUps: readonly FollowUp[];
  terms: FollowUpTerms;
  may: boolean;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).followUp;
  const { id } = props.head.case;
  const base = `/cases/${id}/follow-up`;
  const next = props.followUps.find((f) => f.doneOn === null)?.stage;
  const help = props.followUps.some((f) => f.needsHelp);
  return (
    <CaseFrame
      head={props.head}
      current="outcome"
      title={t.title}
      quiet={props.head.case.state === 'follow_up'}
    >
      {props.errors && <ErrorSummary errors={props.errors} />}
      <p class="lead">{t.lead}</p>
      {help && (
        <Notice tone="info">
          {t.helpOffered} {props.may && <a href={`/cases/${id}/reopen`}>{t.reopen}</a>}
        </Notice>
      )}
      {props.followUps.length === 0 && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      {props.followUps.map((f) => (
        <StagePanel
          f={f}
          base={base}
          formKey={props.formKey}
          terms={props.terms}
          may={props.may}
          next={f.stage === next}
        />
      ))}
    </CaseFrame>
  );
}
