import { formatDate, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../../pages/frame.tsx';
import type { Sent } from '../../pages/frame.tsx';
import type { RoundView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { TASK_STATES, type Task } from '../schema.ts';

const pathOf = ({ round }: RoundView): string =>
  `/partnerships/${round.partnershipId}/standard/${round.year}`;
const over = (task: Task): boolean => task.state === 'done' || task.state === 'dropped';

/** The improvement plan. */
export function TasksPanel(props: { view: RoundView; tasks: readonly Task[] }) {
  const t = useText(text).tasks;
  const { now } = useView();
  const { view, tasks } = props;
  const day = warsawDate(now);
  const mine = (task: Task) =>
    view.coordinates || (view.represents && task.institutionId === view.own?.institutionId);
  return (
    <Panel
      title={t.title}
      long
      action={
        view.coordinates && (
          <ButtonLink href={`${pathOf(view)}/tasks/new`} small icon="add">
            {t.add}
          </ButtonLink>
        )
      }
    >
      {tasks.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={tasks}
          columns={[
            {
              key: 'what',
              label: t.what,
              heading: true,
              cell: (task) => `${task.what}${task.code ? ` (${task.code})` : ''}`,
            },
            { key: 'institution', label: t.institution, cell: (task) => task.institution },
            {
              key: 'due',
              label: t.due,
              cell: (task) => <DateText date={task.dueOn} late={!over(task) && task.dueOn < day} />,
            },
            {
              key: 'state',
              label: t.state,
              cell: (task) => (
                <>
                  <Tag tone={task.state === 'done' ? 'success' : 'neutral'}>{t.states[task.state]}</Tag>
                  {!over(task) && task.dueOn < day && ` ${t.late}`} {task.note}
                </>
              ),
            },
            {
              key: 'move',
              label: t.move,
              quiet: true,
              cell: (task) =>
                mine(task) && (
                  <a href={`${pathOf(view)}/tasks/${task.id}`}>
                    {t.move}
                    <span class="visually-hidden"> {task.what}</span>
                  </a>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** A new task, or one that is moved on. */
export function TaskPage(
  props: { view: RoundView; task: Task | null; now?: Readonly<Record<string, unknown>> } & Sent,
) {
  const all = useText(text);
  const t = all.tasks;
  const { lang } = useView();
  const { view, task } = props;
  const path = pathOf(view);
  const values = task
    ? { state: task.state, due: formatDate(task.dueOn, lang), note: task.note, ...props.values }
    : props.values;
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="standard"
      title={task ? task.what : t.newTitle}
      trail={[
        { href: `/partnerships/${view.partnership.id}/standard`, label: all.title },
        { href: path, label: all.year(view.round.year) },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${path}/tasks/${task?.id ?? 'new'}`}
        formKey={props.formKey}
        version={task?.rowVersion}
        values={values}
        errors={props.errors}
        now={props.now}
      >
        {task ? (
          <Select
            name="state"
            label={t.state}
            options={TASK_STATES.map((value) => ({ value, label: t.states[value] }))}
          />
        ) : (
          <>
            <TextField name="what" label={t.what} />
            <Select
              name="requirement"
              label={t.requirement}
              optional
              options={view.chapters.map((c) => ({
                label: c.title,
                options: c.requirements.map((r) => ({ value: r.code, label: `${r.code}. ${r.title}` })),
              }))}
            />
            <Select
              name="institution"
              label={t.institution}
              options={view.members.map((m) => ({ value: m.institutionId, label: m.name }))}
            />
          </>
        )}
        <DateField name="due" label={t.due} />
        {task && <TextArea name="note" label={t.note} rows={3} optional />}
        <FormActions cancelHref={path} />
      </Form>
    </PartnershipFrame>
  );
}
