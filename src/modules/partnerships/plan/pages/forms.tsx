import { formatDate } from '#kernel/time.ts';
import { Radios, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { COMPUTED, DIRECTIONS, type Goal, type Indicator, type Plan, type Task } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanFrame, type Sent } from './common.tsx';

type Props = Sent & { partnership: Partnership };
const failed = (props: Sent) => (props.errors?.length ?? 0) > 0;

/** A part of a draft: its form, and the way to take it out. */
function PartForm(
  props: Props & {
    plan: Plan;
    kind: 'goals' | 'indicators' | 'tasks';
    part: { readonly id: string; readonly rowVersion: number } | null;
    title: string;
    start: Readonly<Record<string, unknown>>;
    children?: unknown;
  },
) {
  const t = useText(text);
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  const { part, kind } = props;
  return (
    <PlanFrame
      partnership={props.partnership}
      plan={props.plan}
      title={props.title}
      width="text"
      failed={failed(props)}
    >
      <Form
        action={`${base}/${kind}/${part ? (kind === 'goals' ? part.id : `${part.id}/edit`) : 'new'}`}
        formKey={props.formKey}
        version={part?.rowVersion}
        values={props.values ?? props.start}
        errors={props.errors}
      >
        {props.children as never}
        <FormActions submit={t.form.save} cancelHref={base} />
      </Form>
      {part && (
        <p class="no-print">
          <a href={`${base}/${kind}/${part.id}/remove`}>{t.form.remove}</a>
        </p>
      )}
    </PlanFrame>
  );
}

export function GoalForm(props: Props & { plan: Plan; goal: Goal | null }) {
  const t = useText(text);
  const { lang } = useView();
  const { goal, plan } = props;
  const start = {
    title: goal?.title ?? '',
    description: goal?.description ?? '',
    from: formatDate(goal?.startsOn ?? plan.startsOn, lang),
    to: formatDate(goal?.dueOn ?? plan.endsOn, lang),
  };
  return (
    <PartForm {...props} kind="goals" part={goal} title={goal ? t.goals.edit : t.goals.add} start={start}>
      <TextField name="title" label={t.goals.one} hint={t.goals.hint} maxlength={200} />
      <TextArea name="description" label={t.goals.description} rows={4} optional />
      <FieldRow>
        <DateField name="from" label={t.form.from} noHint />
        <DateField name="to" label={t.form.to} noHint />
      </FieldRow>
    </PartForm>
  );
}

const goalOptions = (goals: readonly Goal[]) => goals.map((g) => ({ value: g.id, label: g.title }));

export function IndicatorForm(
  props: Props & { plan: Plan; indicator: Indicator | null; goals: readonly Goal[]; goal?: string },
) {
  const t = useText(text).indicators;
  const { lang } = useView();
  const i = props.indicator;
  const shown = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const start = i
    ? {
        ...i,
        goal: i.goalId,
        baseline: shown(i.baseline),
        baselineOn: i.baselineOn ? formatDate(i.baselineOn, lang) : '',
        target: shown(i.target),
        computed: i.computed ?? '',
      }
    : { goal: props.goal ?? '', direction: 'up' };
  return (
    <PartForm {...props} kind="indicators" part={i} title={i ? t.edit : t.add} start={start}>
      <Select name="goal" label={useText(text).goals.one} options={goalOptions(props.goals)} />
      <TextField name="name" label={t.name} maxlength={200} />
      <Select
        name="computed"
        label={t.computed}
        hint={t.computedHint}
        empty={t.manual}
        options={COMPUTED.map((code) => ({ value: code, label: t.codes[code] }))}
      />
      <TextArea name="definition" label={t.definition} hint={t.definitionHint} rows={3} />
      <TextField name="unit" label={t.unit} hint={t.unitHint} width="s" optional maxlength={40} />
      <Radios
        name="direction"
        label={t.direction}
        options={DIRECTIONS.map((d) => ({ value: d, label: t.directions[d] }))}
      />
      <FieldRow>
        <TextField name="baseline" label={t.baseline} inputmode="decimal" width="s" optional />
        <DateField name="baselineOn" label={t.baselineOn} noHint optional />
      </FieldRow>
      <TextField name="target" label={t.target} inputmode="decimal" width="s" />
    </PartForm>
  );
}

export interface OwnerGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function TaskForm(
  props: Props & {
    plan: Plan;
    task: Task | null;
    goals: readonly Goal[];
    goal?: string;
    owners: readonly OwnerGroup[];
  },
) {
  const t = useText(text);
  const { lang } = useView();
  const { task, plan } = props;
  const start = {
    goal: task?.goalId ?? props.goal ?? '',
    title: task?.title ?? '',
    owner: task ? [task.institutionId, task.workerId].filter(Boolean).join(':') : '',
    from: formatDate(task?.startsOn ?? plan.startsOn, lang),
    to: formatDate(task?.dueOn ?? plan.endsOn, lang),
  };
  return (
    <PartForm {...props} kind="tasks" part={task} title={task ? t.tasks.edit : t.tasks.add} start={start}>
      <Select name="goal" label={t.goals.one} options={goalOptions(props.goals)} />
      <TextField name="title" label={t.tasks.what} maxlength={300} />
      <Suggest name="owner" label={t.tasks.owner} hint={t.tasks.ownerHint} options={props.owners} />
      <FieldRow>
        <DateField name="from" label={t.form.from} noHint />
        <DateField name="to" label={t.form.to} noHint />
      </FieldRow>
    </PartForm>
  );
}
