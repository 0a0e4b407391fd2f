import type { Child } from 'hono/jsx';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, Tag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InstitutionBadge } from '../../pages/case-frame.tsx';
import type { Goal, Plan, PlanItem, PlanState, ProgressState } from '../schema.ts';
import { text } from '../text.pl.ts';

const STATE_TONES: Readonly<Record<PlanState, TagTone>> = {
  draft: 'neutral',
  signing: 'info',
  signed: 'success',
  superseded: 'neutral',
  abandoned: 'neutral',
};
const PROGRESS_TONES: Readonly<Record<ProgressState, TagTone>> = {
  planned: 'neutral',
  in_progress: 'accent',
  done: 'success',
  not_done: 'danger',
};

export function PlanStateTag(props: { state: PlanState }) {
  const t = useText(text);
  return <StateTag tone={STATE_TONES[props.state]} label={t.states[props.state]} />;
}

export function ProgressTag(props: { state: ProgressState }) {
  const t = useText(text);
  return <Tag tone={PROGRESS_TONES[props.state]}>{t.progressStates[props.state]}</Tag>;
}

function ItemName(props: { item: PlanItem }) {
  const t = useText(text);
  const { item } = props;
  const where = [item.place, item.hours === null ? '' : `${item.hours} ${t.hoursUnit}`]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {item.serviceLabel}
      {item.description && <span class="under">{item.description}</span>}
      {where && <span class="under">{where}</span>}
    </>
  );
}

/** Items as a table; `actions` puts links at the end of each row. */
export function ItemTable(props: {
  items: readonly PlanItem[];
  caption: string;
  showProgress: boolean;
  actions?: (item: PlanItem) => Child;
}) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.items}
      columns={[
        { key: 'item', label: t.item, heading: true, cell: (i) => <ItemName item={i} /> },
        {
          key: 'who',
          label: t.responsible,
          cell: (i) => (
            <>
              <InstitutionBadge type={i.institutionType} name={i.institutionName} /> {i.workerName}
              <span class="under">{i.institutionName}</span>
            </>
          ),
        },
        {
          key: 'when',
          label: t.period,
          cell: (i) => (
            <>
              <DateText date={i.startsOn} />
              <span class="under">{t.until(formatDate(i.dueOn, lang))}</span>
            </>
          ),
        },
        { key: 'money', label: t.financing, cell: (i) => i.financingLabel },
        ...(props.showProgress
          ? [
              {
                key: 'progress',
                label: t.progress,
                cell: (i: PlanItem) => (
                  <>
                    <ProgressTag state={i.progress.state} />
                    {i.progress.reason && <span class="under">{i.progress.reason}</span>}
                  </>
                ),
              },
            ]
          : []),
        ...(props.actions
          ? [{ key: 'do', label: t.edit, quiet: true, cell: (i: PlanItem) => props.actions?.(i) }]
          : []),
      ]}
    />
  );
}

/** What somebody typed with its full stop or without stands as a sentence. */
const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

export function GoalPanel(props: {
  goal: Goal;
  showProgress: boolean;
  /** Address of the plan when the goal may be edited. */
  editBase?: string;
  /** What the plan lacks next is an item of this goal. */
  next?: boolean;
  actions?: (item: PlanItem) => Child;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { goal, editBase } = props;
  return (
    <Panel
      level={3}
      long
      id={`goal-${goal.id}`}
      title={goal.title}
      action={
        editBase && (
          <span class="row no-print">
            <a href={`${editBase}/goals/${goal.id}`} aria-label={`${t.editGoal}: ${goal.title}`}>
              {t.edit}
            </a>
            <a href={`${editBase}/goals/${goal.id}/remove`} aria-label={`${t.removeGoal}: ${goal.title}`}>
              {t.remove}
            </a>
          </span>
        )
      }
    >
      <p>
        {goal.measure && `${asSentence(t.measureLine(goal.measure))} `}
        {t.dueLine(formatDate(goal.dueOn, lang))}
      </p>
      {goal.items.length > 0 ? (
        <ItemTable
          items={goal.items}
          caption={goal.title}
          showProgress={props.showProgress}
          actions={props.actions}
        />
      ) : (
        <p class="muted">{t.noItems}</p>
      )}
      {editBase && (
        <p class="no-print">
          <ButtonLink
            href={`${editBase}/goals/${goal.id}/items/new`}
            variant={props.next ? 'primary' : 'secondary'}
            icon="add"
            small
          >
            {t.addItem}
          </ButtonLink>
        </p>
      )}
    </Panel>
  );
}

export function Arrangements(props: { plan: Plan; editHref?: string }) {
  const t = useText(text);
  const { plan } = props;
  const none = <span class="muted">{t.notSet}</span>;
  return (
    <Panel
      level={3}
      title={t.arrangements}
      id="arrangements"
      action={
        props.editHref && (
          <a href={props.editHref} class="no-print">
            {t.editArrangements}
          </a>
        )
      }
    >
      <SummaryList
        items={[
          { term: t.ownObligation, value: plan.ownObligation || none },
          { term: t.nextReview, value: plan.nextReviewOn ? <DateText date={plan.nextReviewOn} /> : none },
          {
            term: t.contactForm,
            value:
              plan.contactEveryDays !== null && plan.contactForm
                ? `${plan.contactFormLabel}, ${t.everyDays(plan.contactEveryDays)}`
                : none,
          },
        ]}
      />
    </Panel>
  );
}

/** Who has signed and who has not. */
export function Signatures(props: {
  plan: Plan;
  missing: readonly { signer: 'person' | 'coordinator' | 'institution'; institutionName: string | null }[];
}) {
  const t = useText(text);
  const { plan } = props;
  if (plan.signatures.length === 0 && props.missing.length === 0) return null;
  return (
    <Panel
      level={3}
      title={t.sign}
      id="signatures"
      foot={plan.contentHash && t.hash(plan.contentHash.slice(0, 16))}
    >
      <RuledList
        items={[
          ...plan.signatures.map((s) => (
            <>
              <b>{s.name}</b>, {t.signers[s.signer].toLowerCase()}
              {s.institutionName && `, ${s.institutionName}`}
              <br />
              <span class="muted small">
                {t.ways[s.way]}, {s.signedOn ? <DateText date={s.signedOn} /> : <TimeText at={s.signedAt} />}
              </span>
            </>
          )),
          ...props.missing.map((m) => (
            <>
              {t.signers[m.signer]}
              {m.institutionName && `, ${m.institutionName}`}: <Tag tone="warning">{t.missingSignature}</Tag>
            </>
          )),
        ]}
      />
    </Panel>
  );
}
