import { formatDate, isLocalDate } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead } from '../../../schema.ts';
import { Arrangements, GoalPanel, PlanStateTag, Signatures } from '../../pages/content.tsx';
import type { Plan } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Change } from '../policy.ts';
import type { Comparison } from '../service.ts';

/** One version as it stands, for reading and printing. */
export function VersionPage(props: { head: CaseHead; plan: Plan }) {
  const t = useText(text);
  const { plan } = props;
  return (
    <CaseFrame head={props.head} current="plan" title={t.versionTitle(plan.version)}>
      <div class="row">
        <PlanStateTag state={plan.state} />
        {plan.signedOn && <DateText date={plan.signedOn} />}
      </div>
      {plan.goals.map((goal) => (
        <GoalPanel goal={goal} showProgress={false} />
      ))}
      <Arrangements plan={plan} />
      <Signatures plan={plan} missing={[]} />
    </CaseFrame>
  );
}

function ChangeLine(props: { change: Change }) {
  const t = useText(text);
  const { lang } = useView();
  const { change } = props;
  const shown = (value: string) =>
    value === '' ? t.emptyValue : isLocalDate(value) ? formatDate(value, lang) : value;
  return (
    <li>
      <b>
        {t.changes[change.kind][change.of]}
        {change.name && `: ${change.name}`}
      </b>
      {change.fields.length > 0 && (
        <ul>
          {change.fields.map((f) => (
            <li>{t.fieldChange(t.fields[f.field], shown(f.before), shown(f.after))}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The difference of two versions in words. */
export function ComparePage(props: { head: CaseHead; comparison: Comparison }) {
  const t = useText(text);
  const { before, after, changes } = props.comparison;
  return (
    <CaseFrame head={props.head} current="plan" title={t.compareTitle(before.version, after.version)}>
      <Panel>
        {changes.length === 0 ? (
          <p>{t.noChanges}</p>
        ) : (
          <ul class="prose">
            {changes.map((change) => (
              <ChangeLine change={change} />
            ))}
          </ul>
        )}
      </Panel>
      <p class="no-print">
        <a href={`/cases/${props.head.case.id}/plan`}>{t.cancel}</a>
      </p>
    </CaseFrame>
  );
}
