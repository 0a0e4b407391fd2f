import { formatDate, formatDateTime } from '#kernel/time.ts';
import type { Goal, Plan, PlanItem } from '#modules/cases/plan/api.ts';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { capital, Day, Paragraphs } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';

const TONES: Readonly<Record<PlanItem['progress']['state'], TagTone>> = {
  planned: 'neutral',
  in_progress: 'accent',
  done: 'success',
  not_done: 'warning',
};

function Item(props: { item: PlanItem; progress: boolean }) {
  const t = useText(text).plan;
  const { lang } = useView();
  const { item } = props;
  return (
    <div>
      <b>{capital(item.serviceLabel)}</b>{' '}
      {props.progress && <StateTag tone={TONES[item.progress.state]} label={t.states[item.progress.state]} />}
      <br />
      {item.description && (
        <>
          {item.description}
          <br />
        </>
      )}
      {t.from(formatDate(item.startsOn, lang), formatDate(item.dueOn, lang))}
      {item.hours !== null && `, ${t.hours(item.hours)}`}
      <br />
      {t.who}: {[item.workerName, item.institutionName].filter(Boolean).join(', ')}
      {item.place && (
        <>
          <br />
          {t.where}: {item.place}
        </>
      )}
    </div>
  );
}

function GoalPanel(props: { goal: Goal; number: number; progress: boolean }) {
  const t = useText(text).plan;
  const { lang } = useView();
  const { goal } = props;
  return (
    <Panel title={`${t.goal(props.number)}: ${goal.title}`} long>
      <p>
        {t.until(formatDate(goal.dueOn, lang))}
        {goal.measure && (
          <>
            <br />
            {t.measure}: {goal.measure}
          </>
        )}
      </p>
      <RuledList items={goal.items.map((item) => <Item item={item} progress={props.progress} />)} />
    </Panel>
  );
}

/** One hand may sign as coordinator and for its institution; to the person that is one signature. */
const distinct = (signatures: Plan['signatures']) =>
  signatures.filter(
    (s, index) =>
      signatures.findIndex((o) => o.name === s.name && o.institutionId === s.institutionId) === index,
  );

function Signatures(props: { plan: Plan; missing: readonly string[] }) {
  const t = useText(text).plan;
  const { lang } = useView();
  const { plan } = props;
  if (plan.signatures.length + props.missing.length === 0) return null;
  return (
    <Panel title={t.signatures}>
      <RuledList
        items={[
          ...distinct(plan.signatures).map((s) => (
            <>
              <b>{s.signer === 'person' ? `${s.name} (${t.you})` : s.name}</b>
              {s.institutionName && `, ${s.institutionName}`}
              <br />
              <span class="muted">
                {s.signedOn ? formatDate(s.signedOn, lang) : formatDateTime(s.signedAt, lang)}
              </span>
            </>
          )),
          ...(props.missing.length > 0 ? [`${t.waitingFor}: ${props.missing.join(', ')}`] : []),
        ]}
      />
    </Panel>
  );
}

/** The whole plan in plain words: what I do, goals with who does what and when, the next check, signatures. */
export function PlanBody(props: { plan: Plan; missing?: readonly string[]; progress?: boolean }) {
  const t = useText(text).plan;
  const { plan } = props;
  return (
    <>
      {plan.ownObligation && (
        <Panel title={t.mine}>
          <Paragraphs text={plan.ownObligation} />
        </Panel>
      )}
      {plan.goals.map((goal, index) => (
        <GoalPanel goal={goal} number={index + 1} progress={props.progress ?? false} />
      ))}
      {plan.nextReviewOn && (
        <Panel title={t.next}>
          <p>
            <Day date={plan.nextReviewOn} />
            {plan.contactEveryDays !== null && (
              <>
                <br />
                {t.contact(plan.contactEveryDays)}
              </>
            )}
          </p>
        </Panel>
      )}
      <Signatures plan={plan} missing={props.missing ?? []} />
    </>
  );
}
