import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { Fieldset } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import { DECISIONS, ITEM_RESULTS, SCALES } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ReviewedPlan {
  readonly goals: readonly {
    readonly lineageId: string;
    readonly title: string;
    readonly measure: string;
    readonly items: readonly {
      readonly lineageId: string;
      readonly serviceLabel: string;
      readonly institutionName: string;
      readonly dueOn: string;
    }[];
  }[];
}

/** The whole review on one page: goals with their items, then the decision. */
export function ReviewFormPage(props: {
  head: CaseHead;
  formKey: string;
  plan: ReviewedPlan;
  triggers: readonly Term[];
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { case: c } = props.head;
  const back = `/cases/${c.id}/reviews`;
  return (
    <CaseForm
      head={props.head}
      current="reviews"
      title={t.newTitle}
      width="text"
      action={back}
      formKey={props.formKey}
      version={c.rowVersion}
      values={props.values}
      errors={props.errors}
      submit={t.add}
      cancelHref={back}
    >
      <DateField name="held_on" label={t.heldOn} />
      <Select
        name="trigger"
        label={t.trigger}
        options={props.triggers.map((term) => ({ value: term.code, label: term.label }))}
      />
      <TextField name="present" label={t.present} hint={t.presentHint} maxlength={1000} />
      {props.plan.goals.map((goal) => (
        <Fieldset legend={goal.title} hint={goal.measure || undefined}>
          <Radios
            name={`goal_${goal.lineageId}`}
            label={t.goals}
            inline
            options={SCALES.map((s) => ({ value: String(s), label: t.scales[`s${s}`] }))}
          />
          {goal.items.map((item) => (
            <>
              <Radios
                name={`item_${item.lineageId}`}
                label={`${item.serviceLabel}, ${item.institutionName}`}
                hint={<DateText date={item.dueOn} />}
                inline
                options={ITEM_RESULTS.map((r) => ({ value: r, label: t.results[r] }))}
              />
              <TextField name={`reason_${item.lineageId}`} label={t.reason} optional maxlength={1000} />
            </>
          ))}
        </Fieldset>
      ))}
      <Radios
        name="decision"
        label={t.decision}
        options={DECISIONS.filter((d) => !(c.state === 'suspended' && d === 'suspend')).map((d) => ({
          value: d,
          label: t.decisions[d],
          hint: t.decisionHints[d],
        }))}
      />
      <DateField name="next_review_on" label={t.nextReview} hint={t.nextReviewHint} optional />
      <TextArea name="minutes" label={t.minutes} hint={t.minutesHint} rows={8} max={10_000} optional />
    </CaseForm>
  );
}
