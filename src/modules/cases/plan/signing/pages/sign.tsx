import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../../pages/case-form.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead } from '../../../schema.ts';
import { Arrangements, GoalPanel } from '../../pages/content.tsx';
import { Warnings } from '../../pages/warnings.tsx';
import { text } from '../../text.pl.ts';
import type { Missing } from '../policy.ts';
import type { Readiness } from '../service.ts';

/** Where each missing thing is put right. */
function place(base: string, m: Missing): string {
  switch (m.what) {
    case 'goal':
      return `${base}/goals/new`;
    case 'item':
      return base;
    case 'measure':
      return `${base}/goals/${m.id}`;
    case 'place':
    case 'hours':
    case 'worker':
      return `${base}/items/${m.id}`;
    case 'warning':
      return `#warning-${m.id}`;
    default:
      return `${base}/arrangements`;
  }
}

/** Before signing: what is missing with the way to it, warnings to confirm, the whole text once more, and the start. */
export function PreparePage(props: {
  head: CaseHead;
  readiness: Readiness;
  mayConfirm: readonly string[];
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { plan, missing, warnings } = props.readiness;
  const base = `/cases/${props.head.case.id}/plan`;
  return (
    <CaseFrame
      head={props.head}
      current="plan"
      title={t.prepareTitle}
      quiet
      failed={(props.errors?.length ?? 0) > 0}
    >
      {missing.length > 0 ? (
        <Panel level={3} title={t.missingTitle}>
          <ul class="prose">
            {missing.map((m) => (
              <li>
                <a href={place(base, m)}>{t.missing[m.what](m.name)}</a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <Notice quiet>{t.ready}</Notice>
      )}
      {warnings.length > 0 && (
        <Panel level={3} title={t.warnings} long>
          <Warnings
            warnings={warnings}
            action={`${base}/warnings`}
            version={plan.rowVersion}
            mayConfirm={props.mayConfirm}
          />
        </Panel>
      )}
      {plan.goals.map((goal) => (
        <GoalPanel goal={goal} showProgress={false} />
      ))}
      <Arrangements plan={plan} />
      {missing.length === 0 && (
        <Form
          action={`${base}/start`}
          formKey={props.formKey}
          version={plan.rowVersion}
          errors={props.errors}
          light
        >
          <FormActions submit={t.startSigning} cancelHref={base} />
        </Form>
      )}
    </CaseFrame>
  );
}

export function PaperPage(props: {
  head: CaseHead;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/plan`;
  return (
    <CaseForm
      head={props.head}
      current="plan"
      title={t.paper}
      width="text"
      before={<p>{t.paperMore}</p>}
      action={`${base}/paper`}
      formKey={props.formKey}
      values={props.values}
      errors={props.errors}
      submit={t.recordPaper}
      cancelHref={base}
    >
      <Radios
        name="signer"
        label={t.paperSigner}
        inline
        options={[
          { value: 'person', label: t.signers.person },
          { value: 'guardian', label: t.signers.guardian },
        ]}
      />
      <TextField name="name" label={t.paperName} hint={t.paperNameHint} maxlength={200} />
      <DateField name="signed_on" label={t.paperSignedOn} hint={t.paperSignedOnHint} />
    </CaseForm>
  );
}

export function WithdrawPage(props: { head: CaseHead; formKey: string; signatures: number }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/plan`;
  return (
    <CaseFrame head={props.head} current="plan" title={t.withdrawTitle} quiet width="text">
      <ConfirmForm
        action={`${base}/withdraw`}
        formKey={props.formKey}
        consequences={[t.withdrawConsequences.void(props.signatures), t.withdrawConsequences.noted]}
        submit={t.withdraw}
        cancelHref={base}
      />
    </CaseFrame>
  );
}
