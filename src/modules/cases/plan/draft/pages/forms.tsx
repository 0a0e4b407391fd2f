import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { type OptionGroup, Select, Suggest } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseForm } from '../../../pages/case-form.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead } from '../../../schema.ts';
import { text } from '../../text.pl.ts';

export interface FormProps {
  readonly head: CaseHead;
  readonly action: string;
  readonly formKey: string;
  readonly version?: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  /** What stands there now, when somebody was faster. */
  readonly now?: Readonly<Record<string, unknown>>;
  /** Where typing is kept. */
  readonly autosave: string;
  /** What was typed before and never saved is shown again. */
  readonly restored?: boolean;
}

function PlanForm(props: FormProps & { title: string; beside?: Child; children?: Child }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/plan`;
  return (
    <CaseForm
      head={props.head}
      current="plan"
      title={props.title}
      aside={props.beside}
      before={props.restored && <Notice quiet>{t.draftKept}</Notice>}
      action={props.action}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.now}
      autosave={props.autosave}
      cancelHref={base}
    >
      {props.children}
    </CaseForm>
  );
}

export function GoalForm(props: FormProps & { beside?: Child }) {
  const t = useText(text);
  return (
    <PlanForm {...props} title={props.version === undefined ? t.addGoal : t.editGoal}>
      <TextField name="title" label={t.goalTitle} hint={t.goalTitleHint} maxlength={200} />
      <TextArea name="measure" label={t.measure} hint={t.measureHint} rows={3} max={1000} />
      <DateField name="due_on" label={t.dueOn} />
    </PlanForm>
  );
}

export interface ItemChoices {
  readonly services: readonly OptionGroup[];
  readonly responsible: readonly OptionGroup[];
  readonly financing: readonly { readonly value: string; readonly label: string }[];
  /** Providers of the public base near the person. */
  readonly places: readonly string[];
}

export function ItemForm(props: FormProps & { goalTitle: string; choices: ItemChoices }) {
  const t = useText(text);
  return (
    <PlanForm {...props} title={props.version === undefined ? t.addItem : t.editItem}>
      <p>
        {t.goal}: <b>{props.goalTitle}</b>
      </p>
      <Suggest name="service_code" label={t.service} options={props.choices.services} width="l" />
      <TextArea
        name="description"
        label={t.description}
        hint={t.descriptionHint}
        rows={2}
        max={1000}
        optional
      />
      <Select
        name="responsible"
        label={t.responsible}
        hint={t.responsibleHint}
        options={props.choices.responsible}
        width="l"
      />
      <FieldRow>
        <DateField name="starts_on" label={t.startsOn} />
        <DateField name="due_on" label={t.dueOn} />
      </FieldRow>
      <Select name="financing_code" label={t.financing} options={props.choices.financing} width="m" />
      <FieldRow>
        <TextField
          name="place"
          label={t.place}
          hint={t.placeHint}
          optional
          maxlength={200}
          suggestions={props.choices.places}
        />
        <TextField
          name="hours"
          label={t.hours}
          hint={t.forGroups}
          suffix={t.hoursUnit}
          width="s"
          inputmode="decimal"
          optional
        />
      </FieldRow>
    </PlanForm>
  );
}

export function ArrangementsForm(
  props: FormProps & {
    reviewBy: LocalDate;
    forms: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <PlanForm {...props} title={t.editArrangements}>
      <TextArea
        name="own_obligation"
        label={t.ownObligation}
        hint={t.ownObligationHint}
        rows={4}
        max={4000}
      />
      <DateField
        name="next_review_on"
        label={t.nextReview}
        hint={t.nextReviewHint(formatDate(props.reviewBy, lang))}
      />
      <FieldRow>
        <TextField
          name="contact_every_days"
          label={t.contactEvery}
          hint={t.contactEveryHint}
          suffix={t.days}
          width="xs"
          inputmode="numeric"
        />
        <Select name="contact_form" label={t.contactForm} options={props.forms} width="m" />
      </FieldRow>
    </PlanForm>
  );
}

/** Asks before something is taken out, given up or begun anew. */
export function ConfirmPage(props: {
  head: CaseHead;
  title: string;
  action: string;
  formKey: string;
  version?: number;
  consequences: readonly string[];
  submit: string;
  danger: boolean;
}) {
  return (
    <CaseFrame head={props.head} current="plan" title={props.title} quiet width="text">
      <ConfirmForm
        action={props.action}
        formKey={props.formKey}
        version={props.version}
        consequences={props.consequences}
        submit={props.submit}
        danger={props.danger}
        cancelHref={`/cases/${props.head.case.id}/plan`}
      />
    </CaseFrame>
  );
}
