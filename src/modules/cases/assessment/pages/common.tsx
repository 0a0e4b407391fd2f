import type { FieldError } from '#kernel/errors.ts';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import type { CaseHead } from '../../schema.ts';
import { text } from '../text.pl.ts';

interface CommonProps {
  head: CaseHead;
  formKey: string;
  version: number;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  /** What stands there now, by field, when somebody was faster. */
  faster?: Readonly<Record<string, string>>;
}

/** The person's own view and strengths, taken down in their words. */
export function OwnViewPage(props: CommonProps) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  return (
    <CaseForm
      head={props.head}
      current="diagnosis"
      title={t.ownView.title}
      width="text"
      lead={t.ownView.lead}
      action={`${base}/own-view`}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.faster}
      submit={t.ownView.submit}
      cancelHref={base}
    >
      <TextArea name="own_view" label={t.ownView.ownView} rows={8} />
      <TextArea name="strengths" label={t.ownView.strengths} hint={t.ownView.strengthsHint} rows={6} />
    </CaseForm>
  );
}

/** The common conclusion, with the meeting it was agreed at. */
export function ConclusionPage(props: CommonProps & { approved: boolean }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  return (
    <CaseForm
      head={props.head}
      current="diagnosis"
      title={t.conclusion.title}
      width="text"
      lead={t.conclusion.lead}
      before={props.approved && <Notice tone="warning">{t.conclusion.resets}</Notice>}
      action={`${base}/conclusion`}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.faster}
      submit={t.conclusion.submit}
      cancelHref={base}
    >
      <TextArea
        name="conclusion"
        label={t.conclusion.conclusion}
        hint={t.conclusion.conclusionHint}
        rows={8}
      />
      <DateField name="meeting_on" label={t.conclusion.meetingOn} />
      <TextArea name="present" label={t.conclusion.present} hint={t.conclusion.presentHint} rows={3} />
    </CaseForm>
  );
}
