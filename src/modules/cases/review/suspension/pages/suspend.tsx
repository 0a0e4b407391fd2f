import type { FieldError } from '#kernel/errors.ts';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow } from '#ui/components/form.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../../pages/case-form.tsx';
import type { CaseHead, Term } from '../../../schema.ts';
import { text } from '../../text.pl.ts';

interface FormProps {
  head: CaseHead;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

export function SuspendPage(props: FormProps & { reasons: readonly Term[] }) {
  const t = useText(text).suspension;
  const { id, rowVersion } = props.head.case;
  const form = { formKey: props.formKey, version: rowVersion, values: props.values, errors: props.errors };
  return (
    <CaseForm
      head={props.head}
      current="reviews"
      title={t.title}
      width="text"
      lead={t.lead}
      action={`/cases/${id}/suspend`}
      {...form}
      submit={t.suspend}
      cancelHref={`/cases/${id}/reviews`}
    >
      <Select
        name="reason"
        label={t.reason}
        options={props.reasons.map((r) => ({ value: r.code, label: r.label }))}
      />
      <FieldRow>
        <DateField name="from_on" label={t.from} />
        <DateField name="until_on" label={t.until} hint={t.untilHint} />
      </FieldRow>
    </CaseForm>
  );
}

export function ResumePage(props: FormProps) {
  const t = useText(text).suspension;
  const { id, rowVersion } = props.head.case;
  const form = { formKey: props.formKey, version: rowVersion, values: props.values, errors: props.errors };
  return (
    <CaseForm
      head={props.head}
      current="reviews"
      title={t.resume}
      width="text"
      light
      action={`/cases/${id}/resume`}
      {...form}
      submit={t.resume}
      cancelHref={`/cases/${id}/reviews`}
    >
      <DateField name="resumed_on" label={t.resumeDay} />
    </CaseForm>
  );
}
