import { formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { type Plan, TASK_STATES, type Task } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanFrame, type Sent, TaskStateTag } from './common.tsx';

type Props = Sent & { partnership: Partnership; plan: Plan };

/** A task with how it goes; its owner reports here. */
export function TaskPage(
  props: Props & { task: Task; goal: string; reports: boolean; writes: boolean; today: LocalDate },
) {
  const all = useText(text);
  const t = all.tasks;
  const { lang } = useView();
  const { task } = props;
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  const late = (task.state === 'planned' || task.state === 'in_progress') && task.dueOn < props.today;
  return (
    <PlanFrame
      partnership={props.partnership}
      plan={props.plan}
      title={task.title}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
      meta={[<TaskStateTag state={task.state} late={late} />]}
    >
      <Panel
        title={t.one}
        action={
          props.writes ? (
            <ButtonLink small href={`${base}/tasks/${task.id}/edit`}>
              {all.form.part}
            </ButtonLink>
          ) : undefined
        }
      >
        <SummaryList
          items={[
            { term: t.goal, value: props.goal },
            { term: t.owner, value: [task.worker, task.institution].filter(Boolean).join(', ') },
            { term: t.due, value: all.period(formatDate(task.startsOn, lang), formatDate(task.dueOn, lang)) },
            ...(task.doneOn ? [{ term: t.doneOn, value: formatDate(task.doneOn, lang) }] : []),
            ...(task.doneNote
              ? [{ term: t.doneNote, value: <span class="pre-line">{task.doneNote}</span> }]
              : []),
          ]}
        />
      </Panel>
      {props.reports && (
        <Panel title={t.report}>
          <Form
            action={`${base}/tasks/${task.id}`}
            formKey={props.formKey}
            version={task.rowVersion}
            values={
              props.values ?? {
                state: task.state,
                doneOn: task.doneOn ? formatDate(task.doneOn, lang) : '',
                doneNote: task.doneNote,
              }
            }
            errors={props.errors}
          >
            <Radios
              name="state"
              label={t.state}
              options={TASK_STATES.map((s) => ({ value: s, label: t.states[s] }))}
            />
            <DateField name="doneOn" label={t.doneOn} optional noHint />
            <TextArea name="doneNote" label={t.doneNote} hint={t.doneNoteHint} rows={4} optional />
            <FormActions submit={t.reportSave} cancelHref={base} />
          </Form>
        </Panel>
      )}
    </PlanFrame>
  );
}
