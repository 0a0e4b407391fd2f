import { daysBetween, formatDate, type LocalDate } from '#kernel/time.ts';
import { Details } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { threads } from '#ui/threads.ts';
import { useText, useView } from '#ui/view.tsx';
import { shorten } from '#ui/weave/measure.ts';
import type { Goal, Plan, Task } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Row {
  readonly label: string;
  readonly who: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly state: Task['state'] | 'goal';
  readonly colour: string;
}

/** SVG units. On a phone a label stands above its bar. */
const SHAPES = {
  wide: { width: 680, row: 30, labels: 250 },
  narrow: { width: 340, row: 44, labels: 0 },
} as const;
const SIZE = 14;
const TOP = 24;

function rowsOf(goals: readonly Goal[], tasks: readonly Task[], goalWord: string): Row[] {
  return goals.flatMap((goal) => [
    {
      label: goal.title,
      who: goalWord,
      from: goal.startsOn,
      to: goal.dueOn,
      state: 'goal' as const,
      colour: 'var(--ink)',
    },
    ...tasks
      .filter((task) => task.goalId === goal.id)
      .map((task) => {
        const thread = threads[task.thread ?? 'social-assistance'];
        return {
          label: task.title,
          who: task.institution,
          from: task.startsOn,
          to: task.dueOn,
          state: task.state,
          colour: thread.colour,
        };
      }),
  ]);
}

/** A goal is a line between two ends; a task a bar in the colour of its owner, filled as far as it is done. */
function Bar(props: { row: Row; x: number; y: number; width: number }) {
  const { row, x, y, width } = props;
  if (row.state === 'goal')
    return (
      <path
        d={`M${x} ${y + 3}v12M${x} ${y + 9}h${width}M${x + width} ${y + 3}v12`}
        stroke={row.colour}
        stroke-width="2"
        fill="none"
      />
    );
  const filled = row.state === 'done' ? width : row.state === 'in_progress' ? width / 2 : 0;
  return (
    <>
      <rect
        x={x}
        y={y + 3}
        width={width}
        height="13"
        rx="2"
        fill="var(--card)"
        stroke={row.colour}
        stroke-width="1.5"
        stroke-dasharray={row.state === 'given_up' ? '3 3' : undefined}
      />
      {filled > 0 && <rect x={x} y={y + 3} width={filled} height="13" rx="2" fill={row.colour} />}
    </>
  );
}

function Drawing(props: {
  rows: readonly Row[];
  plan: Plan;
  today: LocalDate;
  shape: keyof typeof SHAPES;
  told: string;
}) {
  const t = useText(text).timeline;
  const { lang } = useView();
  const { rows, plan, today } = props;
  const { width, row: step, labels } = SHAPES[props.shape];
  const above = labels === 0;
  const left = labels + 4;
  const span = Math.max(1, daysBetween(plan.startsOn, plan.endsOn));
  const at = (day: LocalDate) =>
    left + (Math.min(span, Math.max(0, daysBetween(plan.startsOn, day))) / span) * (width - left - 4);
  const height = TOP + rows.length * step + 22;
  const id = `timeline-${props.shape}`;
  return (
    <svg class={props.shape} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{props.told}</title>
      <text class="c-label" x={left} y="14">
        {formatDate(plan.startsOn, lang)}
      </text>
      <text class="c-label" x={width - 4} y="14" text-anchor="end">
        {formatDate(plan.endsOn, lang)}
      </text>
      <line class="c-axis" x1={left} x2={width - 4} y1="20" y2="20" />
      {rows.map((row, index) => {
        const y = TOP + index * step;
        const x = at(row.from);
        return (
          <>
            <text
              class={row.state === 'goal' ? 'c-value' : 'c-label'}
              x={above ? 0 : labels - 8}
              y={y + 15}
              text-anchor={above ? 'start' : 'end'}
            >
              {shorten(row.label, SIZE, (above ? width : labels) - 24)}
            </text>
            <Bar row={row} x={x} y={above ? y + 20 : y} width={Math.max(4, at(row.to) - x)} />
          </>
        );
      })}
      {today >= plan.startsOn && today <= plan.endsOn && (
        <>
          <line
            x1={at(today)}
            x2={at(today)}
            y1="16"
            y2={height - 16}
            stroke="var(--accent)"
            stroke-width="1.5"
            stroke-dasharray="4 3"
          />
          <text class="c-value" x={at(today)} y={height - 3} text-anchor="middle">
            {t.today}
          </text>
        </>
      )}
    </svg>
  );
}

/** Goals and tasks on the time of the plan; everything the drawing shows stands in the table under it. */
export function PlanTimeline(props: {
  plan: Plan;
  goals: readonly Goal[];
  tasks: readonly Task[];
  today: LocalDate;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { plan, goals, tasks, today } = props;
  if (goals.length === 0) return <p>{t.timeline.none}</p>;
  const rows = rowsOf(goals, tasks, t.timeline.goal);
  const told = t.timeline.title(tasks.filter((task) => task.state === 'done').length, tasks.length);
  const state = (row: Row) => (row.state === 'goal' ? '' : t.tasks.states[row.state]);
  return (
    <figure class="chart">
      <figcaption>
        <b>{told}</b>
      </figcaption>
      <Drawing rows={rows} plan={plan} today={today} shape="wide" told={told} />
      <Drawing rows={rows} plan={plan} today={today} shape="narrow" told={told} />
      <Details summary={t.timeline.table} wide>
        <DataTable
          caption={t.timeline.table}
          captionHidden
          rows={rows}
          columns={[
            { key: 'what', label: t.timeline.what, heading: true, cell: (row) => row.label },
            { key: 'who', label: t.timeline.who, cell: (row) => row.who },
            { key: 'from', label: t.timeline.from, cell: (row) => formatDate(row.from, lang) },
            { key: 'to', label: t.timeline.to, cell: (row) => formatDate(row.to, lang) },
            { key: 'state', label: t.timeline.state, cell: state },
          ]}
        />
      </Details>
    </figure>
  );
}
