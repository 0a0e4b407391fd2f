import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
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
    <CaseFrame
      head={props.head}
      current="diagnosis"
      title={t.ownView.title}
      quiet
      width="text"
      failed={!!props.errors?.length}
    >
      <p class="lead">{t.ownView.lead}</p>
      <Form
        action={`${base}/own-view`}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
        now={props.faster}
      >
        <TextArea name="own_view" label={t.ownView.ownView} rows={8} />
        <TextArea name="strengths" label={t.ownView.strengths} hint={t.ownView.strengthsHint} rows={6} />
        <FormActions submit={t.ownView.submit} cancelHref={base} />
      </Form>
    </CaseFrame>
  );
}

/** The common conclusion, with the meeting it was agreed at. */
export function ConclusionPage(props: CommonProps & { approved: boolean }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  return (
    <CaseFrame
      head={props.head}
      current="diagnosis"
      title={t.conclusion.title}
      quiet
      width="text"
      failed={!!props.errors?.length}
    >
      <p class="lead">{t.conclusion.lead}</p>
      {props.approved && <Notice tone="warning">{t.conclusion.resets}</Notice>}
      <Form
        action={`${base}/conclusion`}
        formKey={props.formKey}
        version={props.version}
        values={props.values}
        errors={props.errors}
        now={props.faster}
      >
        <TextArea
          name="conclusion"
          label={t.conclusion.conclusion}
          hint={t.conclusion.conclusionHint}
          rows={8}
        />
        <DateField name="meeting_on" label={t.conclusion.meetingOn} />
        <TextArea name="present" label={t.conclusion.present} hint={t.conclusion.presentHint} rows={3} />
        <FormActions submit={t.conclusion.submit} cancelHref={base} />
      </Form>
    </CaseFrame>
  );
}
