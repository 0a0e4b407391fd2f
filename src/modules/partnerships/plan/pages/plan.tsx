import { formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Money } from '#ui/components/format.tsx';
import { EmptyState, Panel, RuledList, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import type { BudgetSource, Plan, WholePlan } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanStateTag, usePeriod } from './common.tsx';
import { GoalPanels } from './goals.tsx';
import { PlanTimeline } from './timeline.tsx';

export interface PlanPageProps {
  readonly partnership: Partnership;
  readonly whole: WholePlan;
  readonly met: ReadonlyMap<string, boolean | null>;
  readonly lacks: readonly ('goals' | 'indicators' | 'tasks')[];
  readonly others: readonly Plan[];
  readonly budget: {
    readonly bySource: ReadonlyMap<string, number>;
    readonly total: number;
    readonly open: number;
  };
  readonly sources: readonly BudgetSource[];
  readonly coordinates: boolean;
  readonly writes: boolean;
  readonly today: LocalDate;
}

/** Nobody has written a plan yet. */
export function NoPlanPage(props: { partnership: Partnership; coordinates: boolean }) {
  const t = useText(text);
  const { partnership: p } = props;
  return (
    <PartnershipFrame partnership={p} member current="plan" title={t.title} lead={t.lead}>
      <EmptyState
        title={t.none}
        action={
          props.coordinates ? (
            <ButtonLink variant="primary" href={`/partnerships/${p.id}/plan/new`}>
              {t.write}
            </ButtonLink>
          ) : undefined
        }
      >
        {t.noneMore}
      </EmptyState>
    </PartnershipFrame>
  );
}

function Waits(props: PlanPageProps & { base: string }) {
  const t = useText(text);
  const { plan } = props.whole;
  const over = plan.state === 'adopted' && plan.endsOn < props.today;
  if (plan.state !== 'draft' && !over) return null;
  const whole = props.lacks.length === 0;
  const href = over ? `${props.base}/close` : whole ? `${props.base}/adopt` : `${props.base}/goals/new`;
  const label = over ? t.life.close : whole ? t.life.adopt : t.goals.add;
  const next = !whole && props.lacks[0] !== 'goals' ? null : { href, label };
  return (
    <WaitsFor
      tone={props.coordinates ? 'mine' : 'others'}
      who={t.coordinator}
      what={`${over ? t.waitsClose : t.waitsWriting}.`}
      more={props.lacks.map((lack) => t.waitsLacks[lack]).join(' ') || undefined}
      action={
        props.coordinates && next ? (
          <ButtonLink variant="primary" href={next.href}>
            {next.label}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

function BudgetPanel(props: PlanPageProps & { base: string }) {
  const t = useText(text).budget;
  const { budget, sources } = props;
  return (
    <Panel
      title={t.title}
      action={
        <ButtonLink small href={`${props.base}/budget`}>
          {t.title}
        </ButtonLink>
      }
    >
      {budget.total === 0 ? (
        <p>{t.none}</p>
      ) : (
        <SummaryList
          items={[
            ...sources
              .filter((s) => budget.bySource.has(s.code))
              .map((s) => ({ term: s.name, value: <Money grosze={budget.bySource.get(s.code) ?? 0} /> })),
            ...(budget.open > 0 ? [{ term: t.open, value: <Money grosze={budget.open} /> }] : []),
            { term: <b>{t.total}</b>, value: <Money grosze={budget.total} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function More(props: PlanPageProps & { base: string }) {
  const t = useText(text);
  const { plan } = props.whole;
  const draft = props.others.find((p) => p.lineId === plan.lineId && p.state === 'draft');
  return (
    <Panel title={t.life.more} level={3}>
      <div class="form-actions no-print">
        <ButtonLink icon="download" href={`${props.base}/plan.pdf`}>
          {t.life.pdf}
        </ButtonLink>
        {props.writes && <ButtonLink href={`${props.base}/edit`}>{t.form.edit}</ButtonLink>}
        {props.coordinates && plan.state === 'adopted' && (
          <>
            {draft ? (
              <ButtonLink href={`/partnerships/${plan.partnershipId}/plan/${draft.id}`}>
                {t.life.toDraft}
              </ButtonLink>
            ) : (
              <ButtonLink href={`${props.base}/amend`}>{t.life.amend}</ButtonLink>
            )}
            <ButtonLink href={`${props.base}/close`}>{t.life.close}</ButtonLink>
          </>
        )}
        {props.coordinates && (
          <ButtonLink href={`/partnerships/${plan.partnershipId}/plan/new?from=${plan.id}`}>
            {t.writeNext}
          </ButtonLink>
        )}
        {props.writes && (
          <ButtonLink danger href={`${props.base}/drop`}>
            {t.life.drop}
          </ButtonLink>
        )}
      </div>
    </Panel>
  );
}

export function PlanPage(props: PlanPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const period = usePeriod();
  const { partnership: p, whole } = props;
  const { plan } = whole;
  const base = `/partnerships/${p.id}/plan/${plan.id}`;
  return (
    <PartnershipFrame
      partnership={p}
      member
      current="plan"
      title={plan.title}
      lead={plan.summary || undefined}
      trail={[{ href: `/partnerships/${p.id}/plan`, label: t.title }]}
      meta={[<PlanStateTag state={plan.state} />, period(plan), t.version(plan.version)]}
      before={<Waits {...props} base={base} />}
      aside={
        <>
          <BudgetPanel {...props} base={base} />
          {props.others.length > 0 && (
            <Panel title={t.others}>
              <RuledList
                items={props.others.map((o) => (
                  <span>
                    <a href={`/partnerships/${p.id}/plan/${o.id}`}>{o.title}</a>, {t.version(o.version)},{' '}
                    {t.states[o.state]}
                  </span>
                ))}
              />
            </Panel>
          )}
        </>
      }
    >
      {plan.adoptedOn && <p>{t.adoptedOn(formatDate(plan.adoptedOn, lang), plan.decision)}</p>}
      {plan.closedOn && (
        <Panel title={t.assessment} foot={t.closedOn(formatDate(plan.closedOn, lang))}>
          <p class="pre-line">{plan.assessment}</p>
        </Panel>
      )}
      <GoalPanels whole={whole} met={props.met} base={base} today={props.today} writes={props.writes} />
      {props.writes && (
        <div class="form-actions no-print">
          <ButtonLink icon="add" href={`${base}/goals/new`}>
            {t.goals.add}
          </ButtonLink>
        </div>
      )}
      <Panel title={t.timeline.table} long>
        <PlanTimeline plan={plan} goals={whole.goals} tasks={whole.tasks} today={props.today} />
      </Panel>
      <More {...props} base={base} />
    </PartnershipFrame>
  );
}
