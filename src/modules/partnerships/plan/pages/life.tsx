import { formatDate } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import type { Plan } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanFrame, type Sent } from './common.tsx';

type Props = Sent & { partnership: Partnership; plan: Plan };

/** Where the page stands, and that its form came back. */
const place = ({ partnership, plan, errors = [] }: Props) =>
  ({ partnership, plan, width: 'text', failed: errors.length > 0 }) as const;

/** Asked before a part leaves the draft, a draft is dropped, or a new version is made. */
export function ConfirmPage(
  props: Props & { title: string; consequence: string; action: string; danger?: boolean },
) {
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  return (
    <PlanFrame {...place(props)} title={props.title}>
      <ConfirmForm
        action={props.action}
        formKey={props.formKey}
        errors={props.errors}
        consequences={[props.consequence]}
        submit={props.title}
        cancelHref={base}
        danger={props.danger}
      />
    </PlanFrame>
  );
}

/** Adoption by decision. What is missing is said first. */
export function AdoptPage(props: Props & { lacks: readonly ('goals' | 'indicators' | 'tasks')[] }) {
  const t = useText(text);
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  return (
    <PlanFrame {...place(props)} title={t.life.adopt} lead={t.life.adoptLead}>
      {props.lacks.length > 0 ? (
        <Notice tone="warning" title={t.life.lacks}>
          {props.lacks.map((lack) => t.waitsLacks[lack]).join(' ')}
        </Notice>
      ) : (
        <Form
          action={`${base}/adopt`}
          formKey={props.formKey}
          version={props.plan.rowVersion}
          values={props.values}
          errors={props.errors}
        >
          <DateField name="on" label={t.life.on} />
          <TextArea name="decision" label={t.life.decision} hint={t.life.decisionHint} rows={3} />
          <FormActions submit={t.life.adopt} cancelHref={base} />
        </Form>
      )}
    </PlanFrame>
  );
}

export function ClosePage(props: Props) {
  const t = useText(text);
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  return (
    <PlanFrame {...place(props)} title={t.life.close} lead={t.life.closeLead}>
      <Form
        action={`${base}/close`}
        formKey={props.formKey}
        version={props.plan.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="assessment" label={t.assessment} hint={t.life.assessmentHint} rows={10} />
        <FormActions submit={t.life.close} cancelHref={base} />
      </Form>
    </PlanFrame>
  );
}

/** Title, period and summary of a plan; a new one may begin as a copy. */
export function PlanForm(
  props: Sent & { partnership: Partnership; plan: Plan | null; copies: readonly Plan[]; copy?: string },
) {
  const t = useText(text);
  const { lang } = useView();
  const { plan, partnership: p } = props;
  const base = `/partnerships/${p.id}/plan`;
  return (
    <PlanFrame
      partnership={p}
      plan={plan ?? undefined}
      title={plan ? t.form.edit : t.write}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={plan ? `${base}/${plan.id}/edit` : `${base}/new`}
        formKey={props.formKey}
        version={plan?.rowVersion}
        values={
          props.values ??
          (plan
            ? {
                title: plan.title,
                summary: plan.summary,
                from: formatDate(plan.startsOn, lang),
                to: formatDate(plan.endsOn, lang),
              }
            : { copy: props.copy ?? '' })
        }
        errors={props.errors}
      >
        <TextField name="title" label={t.form.title} hint={t.form.titleHint} maxlength={200} />
        <FieldRow>
          <DateField name="from" label={t.form.from} />
          <DateField name="to" label={t.form.to} />
        </FieldRow>
        <TextArea name="summary" label={t.form.summary} hint={t.form.summaryHint} rows={4} optional />
        {!plan && props.copies.length > 0 && (
          <Select
            name="copy"
            label={t.form.copy}
            hint={t.form.copyHint}
            empty={t.form.copyNone}
            options={props.copies.map((c) => ({
              value: c.id,
              label: `${c.title} (${t.version(c.version)})`,
            }))}
          />
        )}
        <FormActions
          submit={plan ? t.form.save : t.form.create}
          cancelHref={plan ? `${base}/${plan.id}` : base}
        />
      </Form>
    </PlanFrame>
  );
}
