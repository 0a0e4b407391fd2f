import { formatDate, warsawDate } from '#kernel/time.ts';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Progress } from '#ui/components/progress.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Weave } from '#ui/weave/weave.tsx';
import { CaseFrame, InstitutionBadge } from '../../pages/case-frame.tsx';
import { text } from '../../text.pl.ts';
import type { CaseSummary, GoalLine } from '../schema.ts';

/** A case at a glance: its weave, the plan, who sees it, what comes next. */
export function SummaryPage(props: { summary: CaseSummary }) {
  const t = useText(text).summary;
  const { summary } = props;
  return (
    <CaseFrame head={summary.head} current="summary" aside={<Aside summary={summary} />}>
      {summary.weave && (
        <Panel title={t.weave}>
          <Weave input={summary.weave} caption={t.weaveHint} />
        </Panel>
      )}
      <PlanPanel goals={summary.goals} planning={summary.head.case.state === 'planning'} />
    </CaseFrame>
  );
}

const PLACES = {
  invite: 'invite',
  messages: 'messages',
  contacts: 'contacts',
  assign: 'assign',
  referrals: 'referrals/new',
  queue: 'queue',
  suspend: 'suspend',
  withdraw: 'withdraw',
  reopen: 'reopen',
  archive: 'archive',
} as const;

const STEPS = { planned: 0, in_progress: 2, done: 4, not_done: 0 } as const;

function PlanPanel(props: { goals: readonly GoalLine[]; planning: boolean }) {
  const t = useText(text).summary;
  const { now } = useView();
  const day = warsawDate(now);
  const rows = props.goals.flatMap((goal) => goal.items.map((item) => ({ goal, item })));
  if (props.goals.length === 0) {
    return (
      <Panel title={t.plan(0)}>
        <p class="muted">{props.planning ? t.planNext : t.noPlan}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t.plan(props.goals.length)} long>
      <DataTable
        caption={t.plan(props.goals.length)}
        captionHidden
        rows={rows}
        columns={[
          {
            key: 'goal',
            label: t.goal,
            heading: true,
            cell: ({ goal, item }) => (
              <>
                {goal.title}
                <br />
                <span class="plain">{item.service}</span>
              </>
            ),
          },
          {
            key: 'who',
            label: t.responsible,
            cell: ({ item }) => (
              <>
                <InstitutionBadge type={item.institution.type} name={item.institution.name} /> {item.worker}
              </>
            ),
          },
          {
            key: 'due',
            label: t.due,
            cell: ({ item }) => <DateText date={item.due} late={item.due < day && item.state !== 'done'} />,
          },
          { key: 'progress', label: t.progress, cell: ({ item }) => <Progress done={STEPS[item.state]} /> },
        ]}
      />
    </Panel>
  );
}

function Aside(props: { summary: CaseSummary }) {
  const all = useText(text);
  const t = all.summary;
  const { lang } = useView();
  const { summary } = props;
  return (
    <>
      <Panel title={t.whoSees} foot={<a href={`/cases/${summary.head.case.id}/access`}>{t.whyHidden}</a>}>
        <RuledList
          items={summary.team.map((line) => (
            <>
              <InstitutionBadge type={line.institution.type} name={line.institution.name} />{' '}
              {line.institution.name}, {line.role}
              <br />
              <small class="muted">{line.workers.join(', ')}</small>
            </>
          ))}
        />
      </Panel>
      <Panel title={t.next}>
        {summary.next.length === 0 ? (
          <p class="muted">{t.nothingNext}</p>
        ) : (
          <RuledList
            items={summary.next.map((next) => (
              <>
                <b>{formatDate(warsawDate(next.at), lang)}</b> <TimeText at={next.at} timeOnly />{' '}
                {[next.title, next.place].filter(Boolean).join(', ')}
              </>
            ))}
          />
        )}
      </Panel>
      {summary.further.length > 0 && (
        <Panel title={t.more}>
          <RuledList
            items={summary.further.map((action) => (
              <a href={`/cases/${summary.head.case.id}/${PLACES[action]}`}>{t.links[action]}</a>
            ))}
          />
        </Panel>
      )}
      {summary.person && (
        <Panel title={t.person}>
          <p>
            {[
              summary.person.name,
              summary.person.age === null ? '' : t.age(summary.person.age),
              summary.person.locality,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {summary.person.ownView && <blockquote class="muted">„{summary.person.ownView}”</blockquote>}
        </Panel>
      )}
    </>
  );
}
