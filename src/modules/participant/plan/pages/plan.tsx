import { formatDate } from '#kernel/time.ts';
import type { Plan } from '#modules/cases/plan/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Notice, Panel, RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InPolish, MyPage } from '../../pages/parts.tsx';
import type { Done } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { OwnPlan } from '../schema.ts';
import { EasyPlan } from './easy.tsx';
import { PlanBody } from './plan-body.tsx';

function Versions(props: { own: OwnPlan; shown: number }) {
  const t = useText(text).plan;
  const { lang } = useView();
  const states: Readonly<Record<string, string>> = t.stateOf;
  const others = props.own.versions.filter((v) => v.version !== props.shown);
  if (others.length === 0) return null;
  return (
    <Panel title={t.versions}>
      <RuledList
        items={others.map((v) => (
          <>
            <a href={`/my/plan/versions/${v.version}`}>{t.version(v.version)}</a>
            {', '}
            {states[v.state]}
            {v.signedOn && `, ${t.signedOn(formatDate(v.signedOn, lang))}`}
          </>
        ))}
      />
    </Panel>
  );
}

/** The plan in force; before there is one, the version that is being signed. */
export function PlanPage(props: { own: OwnPlan; easy: boolean; done?: Done }) {
  const t = useText(text);
  const { lang } = useView();
  const { own } = props;
  const plan = own.current ?? own.signing?.plan;
  if (!plan)
    return (
      <MyPage title={t.plan.title} done={props.done}>
        <EmptyState title={t.plan.none}>{t.plan.noneMore}</EmptyState>
      </MyPage>
    );
  const mine = own.signing?.mine ?? false;
  return (
    <MyPage
      title={props.easy ? t.easy.title : t.plan.title}
      meta={[
        t.plan.version(plan.version),
        plan.signedOn ? t.plan.signedOn(formatDate(plan.signedOn, lang)) : t.plan.signing,
      ]}
      done={props.done}
    >
      {mine && (
        <div class="no-print">
          <Panel tone="next" title={t.home.turn}>
            <p>
              <b>{own.current ? t.plan.newVersion : t.home.signTitle}</b>
              <br />
              {t.home.signMore}
            </p>
            <ButtonLink variant="primary" href="/my/plan/sign">
              {t.plan.toSign}
            </ButtonLink>
          </Panel>
        </div>
      )}
      <p class="no-print">
        <a href={props.easy ? '/my/plan' : '/my/plan?easy=1'}>{props.easy ? t.plan.full : t.plan.easy}</a>
      </p>
      <InPolish />
      {props.easy ? (
        <EasyPlan plan={plan} />
      ) : (
        <PlanBody
          plan={plan}
          progress={plan.state === 'signed'}
          missing={own.current ? [] : own.signing?.missing}
        />
      )}
      <Versions own={own} shown={plan.version} />
      <p class="no-print">
        <a href="/my/messages/new?about=plan">{t.plan.disagree}</a>
      </p>
    </MyPage>
  );
}

/** One version, as it was or as it waits for signatures. */
export function VersionPage(props: { plan: Plan }) {
  const t = useText(text).plan;
  const { lang } = useView();
  const { plan } = props;
  const states: Readonly<Record<string, string>> = t.stateOf;
  return (
    <MyPage
      title={`${t.title}, ${t.version(plan.version)}`}
      under="plan"
      meta={[states[plan.state], plan.signedOn && t.signedOn(formatDate(plan.signedOn, lang))]}
    >
      <InPolish />
      <PlanBody plan={plan} />
    </MyPage>
  );
}

export function NothingToSignPage() {
  const t = useText(text);
  return (
    <MyPage title={t.sign.title} under="plan">
      <Notice>{t.sign.nothing}</Notice>
    </MyPage>
  );
}
