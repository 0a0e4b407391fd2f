import type { FieldError } from '#kernel/errors.ts';
import { Checkboxes, Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import { EVALUATIONS, HOURS, type OpenItem, OUTCOME_KINDS } from '../schema.ts';
import { text } from '../text.pl.ts';
import type { Dictionaries } from './outcome.tsx';

const options = (terms: readonly Term[]) => terms.map((t) => ({ value: t.code, label: t.label }));

function OpenItems(props: { items: readonly OpenItem[] }) {
  const t = useText(text);
  if (props.items.length === 0) return null;
  return (
    <Fieldset legend={t.openItems} hint={t.openItemsHint}>
      {props.items.map((item) => (
        <>
          <Radios
            name={`item_${item.lineageId}`}
            label={`${item.serviceLabel}, ${item.institutionName}`}
            inline
            options={[
              { value: 'done', label: t.itemResults.done },
              { value: 'not_done', label: t.itemResults.not_done },
            ]}
          />
          <TextField name={`reason_${item.lineageId}`} label={t.reason} optional maxlength={1000} />
        </>
      ))}
    </Fieldset>
  );
}

/** The result, its evidence, what it means for employment, signs of progress, and the items still open. */
export function OutcomeFormPage(props: {
  head: CaseHead;
  formKey: string;
  terms: Dictionaries;
  open: readonly OpenItem[];
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { id, rowVersion } = props.head.case;
  const { outcomes, evidences, progress } = props.terms;
  return (
    <CaseFrame
      head={props.head}
      current="outcome"
      title={t.formTitle}
      quiet
      failed={!!props.errors?.length}
      width="text"
    >
      <Form
        action={`/cases/${id}/outcome`}
        formKey={props.formKey}
        version={rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <Select
          name="code"
          label={t.code}
          options={OUTCOME_KINDS.map((kind) => ({
            label: t.kinds[kind],
            options: options(outcomes.filter((o) => o.meta.kind === kind)),
          }))}
        />
        <Checkboxes name="extra" label={t.extra} optional options={options(outcomes)} />
        <DateField name="left_on" label={t.leftOn} hint={t.leftOnHint} />
        <Select name="evidence" label={t.evidence} options={options(evidences)} />
        <Fieldset legend={t.employment}>
          <FieldRow>
            <DateField name="employment_started_on" label={t.startedOn} optional />
            <TextField
              name="planned_months"
              label={t.months}
              hint={t.monthsHint}
              width="xs"
              inputmode="numeric"
              optional
            />
          </FieldRow>
          <Select
            name="employment_hours"
            label={t.hours}
            optional
            options={HOURS.map((h) => ({ value: h, label: t.hoursOf[h] }))}
          />
        </Fieldset>
        <Checkboxes
          name="progress"
          label={t.progress}
          hint={t.progressHint}
          optional
          options={options(progress)}
        />
        <OpenItems items={props.open} />
        <DateField name="informed_on" label={t.informedOn} />
        <Radios
          name="evaluation"
          label={t.evaluation}
          inline
          options={EVALUATIONS.map((e) => ({ value: e, label: t.evaluations[e] }))}
        />
        <TextArea name="note" label={t.note} optional max={2000} rows={4} />
        <FormActions submit={t.submit} cancelHref={`/cases/${id}/outcome`} />
      </Form>
    </CaseFrame>
  );
}
