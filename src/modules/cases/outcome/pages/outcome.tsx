import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ErrorSummary, Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel, SummaryList } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame, InstitutionBadge } from '../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import { EVALUATIONS, HOURS, type Outcome, type Unconfirmed } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface Dictionaries {
  readonly outcomes: readonly Term[];
  readonly evidences: readonly Term[];
  readonly progress: readonly Term[];
}
const labels = (terms: readonly Term[], codes: readonly string[]) =>
  codes.map((code) => terms.find((t) => t.code === code)?.label ?? code).join(', ');

function Facts(props: { outcome: Outcome; terms: Dictionaries }) {
  const t = useText(text);
  const o = props.outcome;
  const hours = HOURS.find((h) => h === o.employmentHours);
  const evaluation = EVALUATIONS.find((e) => e === o.evaluation);
  return (
    <Panel title={labels(props.terms.outcomes, [o.code])}>
      <SummaryList
        items={[
          ...(o.extraCodes.length > 0
            ? [{ term: t.extra, value: labels(props.terms.outcomes, o.extraCodes) }]
            : []),
          { term: t.leftOn, value: <DateText date={o.leftOn} /> },
          { term: t.evidence, value: labels(props.terms.evidences, [o.evidence]) },
          ...(o.employmentStartedOn
            ? [{ term: t.startedOn, value: <DateText date={o.employmentStartedOn} /> }]
            : []),
          ...(hours ? [{ term: t.hours, value: t.hoursOf[hours] }] : []),
          ...(o.openEnded ? [{ term: t.term, value: t.terms.open_ended }] : []),
          ...(o.plannedMonths === null ? [] : [{ term: t.months, value: o.plannedMonths }]),
          ...(o.progress.length > 0
            ? [{ term: t.progress, value: labels(props.terms.progress, o.progress) }]
            : []),
          { term: t.informedOn, value: <DateText date={o.informedOn} /> },
          ...(evaluation ? [{ term: t.evaluation, value: t.evaluations[evaluation] }] : []),
          ...(o.note ? [{ term: t.note, value: o.note }] : []),
        ]}
      />
    </Panel>
  );
}

function Confirmations(props: {
  head: CaseHead;
  formKey: string;
  missing: readonly Unconfirmed[];
  mayConfirm: boolean;
  mayTakeBack: boolean;
}) {
  const t = useText(text);
  const { id, rowVersion } = props.head.case;
  return (
    <Panel title={t.confirmTitle}>
      <p>{props.missing.length === 0 ? t.confirmAll : t.confirmWaiting(props.missing.length)}</p>
      <ul class="plain">
        {props.missing.map((p) => (
          <li>
            <InstitutionBadge type={p.type} name={p.name} /> {p.name}
          </li>
        ))}
      </ul>
      {props.mayConfirm && (
        <Form light action={`/cases/${id}/outcome/confirm`} formKey={props.formKey}>
          <p>{t.confirmHint}</p>
          <p>
            <Button variant="primary">{t.confirm}</Button>
          </p>
        </Form>
      )}
      {props.mayTakeBack && (
        <Form light action={`/cases/${id}/outcome/take-back`} formKey={props.formKey} version={rowVersion}>
          <p>{t.takeBackHint}</p>
          <p>
            <Button>{t.takeBack}</Button>
          </p>
        </Form>
      )}
    </Panel>
  );
}

/** The result of the case, who has confirmed its closing, and what comes next. */
export function OutcomePage(props: {
  head: CaseHead;
  formKey: string;
  outcome: Outcome | null;
  terms: Dictionaries;
  missing: readonly Unconfirmed[];
  mayRecord: boolean;
  mayConfirm: boolean;
  mayTakeBack: boolean;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { id, state } = props.head.case;
  return (
    <CaseFrame
      head={props.head}
      current="outcome"
      title={t.title}
      quiet={props.mayConfirm || props.mayRecord}
    >
      {props.errors && <ErrorSummary errors={props.errors} />}
      <p class="lead">{t.lead}</p>
      {props.outcome && state !== 'active' ? (
        <Facts outcome={props.outcome} terms={props.terms} />
      ) : (
        <EmptyState
          title={t.none}
          action={
            props.mayRecord ? (
              <ButtonLink variant="primary" href={`/cases/${id}/outcome/new`}>
                {t.formTitle}
              </ButtonLink>
            ) : undefined
          }
        >
          {t.noneHint}
        </EmptyState>
      )}
      {state === 'closing' && <Confirmations {...props} />}
      {(state === 'follow_up' || state === 'archived') && (
        <p class="no-print">
          <ButtonLink href={`/cases/${id}/follow-up`}>{t.followUps}</ButtonLink>
        </p>
      )}
    </CaseFrame>
  );
}
