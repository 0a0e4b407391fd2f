import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../../pages/case-form.tsx';
import type { CaseHead, Term } from '../../../schema.ts';
import { text } from '../../text.pl.ts';
import { INCOME_CHANGES, type Stage } from '../schema.ts';
import type { FollowUpTerms } from './follow-up.tsx';

interface Props {
  head: CaseHead;
  formKey: string;
  stage: Stage;
  terms: FollowUpTerms;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
const options = (terms: readonly Term[]) => terms.map((t) => ({ value: t.code, label: t.label }));

export function FollowUpFormPage(props: Props) {
  const t = useText(text).followUp;
  const base = `/cases/${props.head.case.id}/follow-up`;
  const yesNo = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  return (
    <CaseForm
      head={props.head}
      current="outcome"
      title={t.stages[props.stage]}
      width="text"
      action={`${base}/${props.stage}`}
      formKey={props.formKey}
      values={props.values}
      errors={props.errors}
      submit={t.record}
      cancelHref={base}
    >
      <DateField name="done_on" label={t.doneOn} />
      <Select name="channel" label={t.channel} options={options(props.terms.channels)} />
      <Select name="informant" label={t.informant} options={options(props.terms.informants)} />
      <Radios name="employment_status" label={t.status} options={options(props.terms.statuses)} />
      <Select name="employment_kind" label={t.kind} hint={t.kindHint} options={options(props.terms.kinds)} />
      <Radios name="same_job" label={t.sameJob} hint={t.kindHint} optional inline options={yesNo} />
      <Radios
        name="income_change"
        label={t.income}
        inline
        options={INCOME_CHANGES.map((i) => ({ value: i, label: t.incomes[i] }))}
      />
      <Radios name="needs_help" label={t.needsHelp} hint={t.needsHelpHint} inline options={yesNo} />
      <TextArea name="note" label={t.note} optional max={2000} rows={4} />
    </CaseForm>
  );
}

export function TryFormPage(props: Props) {
  const t = useText(text).followUp;
  const base = `/cases/${props.head.case.id}/follow-up`;
  return (
    <CaseForm
      head={props.head}
      current="outcome"
      title={`${t.stages[props.stage]}: ${t.addTry}`}
      width="text"
      lead={t.tryLead}
      light
      action={`${base}/${props.stage}/tries`}
      formKey={props.formKey}
      values={props.values}
      errors={props.errors}
      submit={t.addTry}
      cancelHref={base}
    >
      <DateField name="tried_on" label={t.triedOn} />
      <Select name="channel" label={t.channel} options={options(props.terms.channels)} />
    </CaseForm>
  );
}
