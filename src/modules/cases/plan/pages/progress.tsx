import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
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
    <CaseFrame
      head={props.head}
      current="plan"
      title={t.progressTitle(props.item.serviceLabel)}
      quiet
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/progress/${props.item.lineageId}`}
        formKey={props.formKey}
        version={props.item.progress.rowVersion}
        values={props.values}
        errors={props.errors}
        now={props.now}
      >
        <Radios
          name="state"
          label={t.progress}
          options={PROGRESS_STATES.map((s) => ({ value: s, label: t.progressStates[s] }))}
        />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={1000} optional />
        <FormActions submit={t.setProgress} cancelHref={base} />
      </Form>
    </CaseFrame>
  );
}
