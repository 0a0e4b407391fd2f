import { formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Goal, Task, WholePlan } from '../schema.ts';
import { text } from '../text.pl.ts';
import { TaskStateTag, useReading } from './common.tsx';

type Line = WholePlan['indicators'][number] & { readonly met: boolean | null };

function Indicators(props: { rows: readonly Line[]; base: string }) {
  const t = useText(text).indicators;
  const { lang } = useView();
  const show = useReading();
  return (
    <DataTable
      caption={t.title}
      rows={props.rows}
      columns={[
        {
          key: 'name',
          label: t.name,
          heading: true,
          cell: (i) => <a href={`${props.base}/indicators/${i.id}`}>{i.name}</a>,
        },
        { key: 'baseline', label: t.baseline, number: true, cell: (i) => show.number(i.baseline, i.unit) },
        { key: 'target', label: t.target, number: true, cell: (i) => show.number(i.target, i.unit) },
        { key: 'value', label: t.value, number: true, cell: (i) => show.reading(i.reading, i.unit) },
        {
          key: 'met',
          label: t.direction,
          cell: (i) =>
            i.met === null
              ? t.directions[i.direction]
              : `${i.met ? t.reached : t.notReached}, ${t.asOf(formatDate(i.reading?.on ?? '', lang))}`,
        },
      ]}
    />
  );
}

function Tasks(props: { rows: readonly Task[]; base: string; today: LocalDate }) {
  const t = useText(text).tasks;
  const { lang } = useView();
  const late = (task: Task) =>
    (task.state === 'planned' || task.state === 'in_progress') && task.dueOn < props.today;
  return (
    <DataTable
      caption={t.title}
      rows={props.rows}
      columns={[
        {
          key: 'title',
          label: t.one,
          heading: true,
          cell: (task) => <a href={`${props.base}/tasks/${task.id}`}>{task.title}</a>,
        },
        {
          key: 'owner',
          label: t.owner,
          cell: (task) => [task.worker, task.institution].filter(Boolean).join(', '),
        },
        { key: 'due', label: t.due, cell: (task) => formatDate(task.dueOn, lang) },
        {
          key: 'state',
          label: t.state,
          cell: (task) => <TaskStateTag state={task.state} late={late(task)} />,
        },
        { key: 'done', label: t.doneNote, cell: (task) => task.doneNote || '–' },
      ]}
    />
  );
}

function GoalPanel(props: {
  goal: Goal;
  indicators: readonly Line[];
  tasks: readonly Task[];
  base: string;
  today: LocalDate;
  writes: boolean;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { goal, base } = props;
  return (
    <Panel
      long
      title={goal.title}
      foot={t.goals.until(formatDate(goal.dueOn, lang))}
      action={
        props.writes ? (
          <ButtonLink small href={`${base}/goals/${goal.id}`}>
            {t.form.part}
            <span class="visually-hidden"> {goal.title}</span>
          </ButtonLink>
        ) : undefined
      }
    >
      {goal.description && <p>{goal.description}</p>}
      {props.indicators.length > 0 && <Indicators rows={props.indicators} base={base} />}
      {props.tasks.length > 0 && <Tasks rows={props.tasks} base={base} today={props.today} />}
      {props.writes && (
        <div class="form-actions no-print">
          <ButtonLink small icon="add" href={`${base}/indicators/new?goal=${goal.id}`}>
            {t.indicators.add}
            <span class="visually-hidden">: {goal.title}</span>
          </ButtonLink>
          <ButtonLink small icon="add" href={`${base}/tasks/new?goal=${goal.id}`}>
            {t.tasks.add}
            <span class="visually-hidden">: {goal.title}</span>
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

/** Each goal with what shows that it is reached and what is done for it. */
export function GoalPanels(props: {
  whole: WholePlan;
  met: ReadonlyMap<string, boolean | null>;
  base: string;
  today: LocalDate;
  writes: boolean;
}) {
  const t = useText(text);
  const { goals, indicators, tasks } = props.whole;
  if (goals.length === 0) return <EmptyState title={t.goals.none} />;
  return (
    <>
      {goals.map((goal) => (
        <GoalPanel
          goal={goal}
          indicators={indicators
            .filter((i) => i.goalId === goal.id)
            .map((i) => ({ ...i, met: props.met.get(i.id) ?? null }))}
          tasks={tasks.filter((task) => task.goalId === goal.id)}
          base={props.base}
          today={props.today}
          writes={props.writes}
        />
      ))}
    </>
  );
}
