import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import type { CaseHead } from '../../schema.ts';
import { type PlanItem, PROGRESS_STATES } from '../schema.ts';
import { text } from '../text.pl.ts';

export function ProgressPage(props: {
  head: CaseHead;
  item: PlanItem;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/plan`;
  return (
    <CaseForm
      head={props.head}
      current="plan"
      title={t.progressTitle(props.item.serviceLabel)}
      width="text"
      action={`${base}/progress/${props.item.lineageId}`}
      formKey={props.formKey}
      version={props.item.progress.rowVersion}
      values={props.values}
      errors={props.errors}
      now={props.now}
      submit={t.setProgress}
      cancelHref={base}
    >
      <Radios
        name="state"
        label={t.progress}
        options={PROGRESS_STATES.map((s) => ({ value: s, label: t.progressStates[s] }))}
      />
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={1000} optional />
    </CaseForm>
  );
}
