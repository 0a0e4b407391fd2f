import { ConfirmForm } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Diagnosis } from '../schema.ts';
import { text } from '../text.pl.ts';
import { DiagnosisContent } from './content.tsx';

/** The approver reads once more what they approve. */
export function ApprovePage(props: {
  head: CaseHead;
  formKey: string;
  diagnosis: Diagnosis;
  changed: boolean;
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.approve.title} quiet failed={props.changed}>
      {props.changed && <Notice tone="danger">{t.approve.changed}</Notice>}
      <DiagnosisContent diagnosis={props.diagnosis} />
      <ConfirmForm
        action={`${base}/approve`}
        formKey={props.formKey}
        version={props.diagnosis.contentVersion}
        consequences={[t.approve.text, t.approve.both, t.approve.later]}
        submit={t.approve.submit}
        cancelHref={base}
        danger={false}
      />
    </CaseFrame>
  );
}

export function StartPage(props: { head: CaseHead; formKey: string }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/diagnosis`;
  return (
    <CaseFrame head={props.head} current="diagnosis" title={t.start.title} quiet width="text">
      <ConfirmForm
        action={`${base}/start`}
        formKey={props.formKey}
        consequences={[t.start.copy, t.start.moves, t.start.keeps]}
        submit={t.start.submit}
        cancelHref={base}
        danger={false}
      />
    </CaseFrame>
  );
}
