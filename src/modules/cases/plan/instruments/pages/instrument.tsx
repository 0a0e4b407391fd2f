import type { FieldError } from '#kernel/errors.ts';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow } from '#ui/components/form.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../../pages/case-form.tsx';
import type { CaseHead } from '../../../schema.ts';
import { text } from '../../text.pl.ts';
import { INSTRUMENT_STATES } from '../schema.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function InstrumentPage(props: {
  head: CaseHead;
  action: string;
  formKey: string;
  version?: number;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
  kinds: readonly Choice[];
  institutions: readonly Choice[];
}) {
  const t = useText(text);
  return (
    <CaseForm
      head={props.head}
      current="plan"
      title={props.version === undefined ? t.addInstrument : t.editInstrument}
      width="text"
      before={<p>{t.instrumentsMore}</p>}
      action={props.action}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.now}
      cancelHref={`/cases/${props.head.case.id}/plan`}
    >
      <Select name="kind" label={t.instrument} options={props.kinds} width="l" />
      <TextField name="number" label={t.number} width="m" optional maxlength={80} />
      <Select name="institution_id" label={t.owner} options={props.institutions} width="l" />
      <Select
        name="state"
        label={t.state}
        options={INSTRUMENT_STATES.map((s) => ({ value: s, label: t.instrumentStates[s] }))}
        width="m"
      />
      <FieldRow>
        <DateField name="signed_on" label={t.signedDate} optional />
        <DateField name="started_on" label={t.startedDate} optional noHint />
        <DateField name="ends_on" label={t.endsDate} optional noHint />
      </FieldRow>
    </CaseForm>
  );
}
