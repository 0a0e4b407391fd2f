import type { FieldError } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingsFrame } from '../../pages/frame.tsx';
import { type Place, TASK_STATES, type TaskState } from '../../schema.ts';
import type { Task, TasksQuery } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<TaskState, TagTone>> = {
  open: 'info',
  started: 'accent',
  done: 'success',
  dropped: 'neutral',
};
const owner = (task: Task) => [task.worker, task.institution].filter(Boolean).join(', ');

function Due(props: { task: Task }) {
  const t = useText(text);
  const { now } = useView();
  const { task } = props;
  const late = (task.state === 'open' || task.state === 'started') && task.due < warsawDate(now);
  return <DateText date={task.due} late={late} after={late && ` (${t.late})`} />;
}

export function TasksPage(props: { place: Place; query: TasksQuery; tasks: readonly Task[]; total: number }) {
  const t = useText(text);
  const { place, query, total } = props;
  const path = `${place.base}/tasks`;
  return (
    <MeetingsFrame place={place} current="tasks" title={t.tasks} lead={t.tasksLead}>
      <FilterBar action={path}>
        <Select
          name="state"
          label={t.show}
          empty={t.shows.open}
          value={query.state === 'open' ? '' : query.state}
          options={(['mine', 'all'] as const).map((value) => ({ value, label: t.shows[value] }))}
        />
      </FilterBar>
      {total === 0 ? (
        <EmptyState title={t.noTasks}>{t.noTasksHint}</EmptyState>
      ) : (
        <>
          <p>{t.taskCount(total)}</p>
          <DataTable
            caption={t.tasks}
            captionHidden
            rows={props.tasks}
            columns={[
              {
                key: 'what',
                label: t.what,
                heading: true,
                cell: (task: Task) => <a href={`${path}/${task.id}`}>{task.what}</a>,
              },
              { key: 'owner', label: t.owner, cell: owner },
              { key: 'due', label: t.due, cell: (task) => <Due task={task} /> },
              {
                key: 'state',
                label: t.state,
                cell: (task) => <StateTag tone={TONES[task.state]} label={t.taskStates[task.state]} />,
              },
            ]}
          />
          <Pagination page={query.page} total={total} />
        </>
      )}
    </MeetingsFrame>
  );
}

export function TaskPage(props: {
  place: Place;
  task: Task;
  mayChange: boolean;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const { place, task } = props;
  const path = `${place.base}/tasks`;
  return (
    <MeetingsFrame
      place={place}
      current="tasks"
      title={task.what}
      trail={[{ href: path, label: t.tasks }]}
      meta={[<StateTag tone={TONES[task.state]} label={t.taskStates[task.state]} />]}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Panel>
        <SummaryList
          items={[
            { term: t.owner, value: owner(task) },
            { term: t.due, value: <Due task={task} /> },
            { term: t.meeting, value: <a href={`${place.base}/${task.meetingId}`}>{task.meeting}</a> },
            ...(task.settledOn ? [{ term: t.settledOn, value: <DateText date={task.settledOn} /> }] : []),
            ...(task.remark ? [{ term: t.remark, value: task.remark }] : []),
          ]}
        />
      </Panel>
      {props.mayChange && (
        <Form
          light
          action={`${path}/${task.id}`}
          formKey={props.formKey}
          version={task.rowVersion}
          values={props.values ?? { state: task.state, remark: task.remark }}
          errors={props.errors}
          now={props.now}
        >
          <Radios
            name="state"
            label={t.state}
            options={TASK_STATES.map((value) => ({ value, label: t.taskStates[value] }))}
          />
          <TextArea name="remark" label={t.remark} optional hint={t.remarkHint} rows={3} max={1000} />
          <FormActions submit={t.save} cancelHref={path} />
        </Form>
      )}
    </MeetingsFrame>
  );
}
