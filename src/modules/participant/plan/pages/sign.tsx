import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { Plan } from '#modules/cases/plan/api.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkbox } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { Steps } from '#ui/components/progress.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { InPolish, MyPage, Paragraphs, sentences } from '../../pages/parts.tsx';
import { text } from '../../text.pl.ts';
import { SIGN_STEPS, type SignStep } from '../schema.ts';
import { PlanBody } from './plan-body.tsx';

interface SignView {
  readonly plan: Plan;
  readonly step: SignStep;
  readonly formKey: string;
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
  /** The plan was changed while the page was open. */
  readonly changed?: boolean;
}

function Understand(props: { plan: Plan }) {
  const t = useText(text);
  const institutions = [...new Set(props.plan.goals.flatMap((g) => g.items.map((i) => i.institutionName)))];
  return (
    <>
      <Panel title={t.sign.understandTitle}>
        <ul class="prose">
          {sentences(t.sign.meaning).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.sign.myPart}>
        <Paragraphs text={props.plan.ownObligation} />
      </Panel>
      <Panel title={t.sign.theirPart}>
        <ul class="prose">
          {institutions.map((name) => (
            <li>
              {name}:{' '}
              {props.plan.goals
                .flatMap((g) => g.items.filter((i) => i.institutionName === name).map((i) => i.serviceLabel))
                .join(', ')}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function SignForm(props: SignView) {
  const t = useText(text).sign;
  const { plan } = props;
  return (
    <Form light action="/my/plan/sign" formKey={props.formKey} values={props.values} errors={props.errors}>
      <input type="hidden" name="plan" value={plan.id} />
      <input type="hidden" name="text" value={plan.contentHash ?? ''} />
      <Checkbox name="agree" label={t.agree} />
      <TextField name="name" label={t.name} hint={t.nameHint} autocomplete="name" />
      <FormActions submit={t.submit} cancelHref="/my/plan" />
    </Form>
  );
}

/** Read, understand, sign: one thing a page, and at each of them a way to say no. */
export function SignPage(props: SignView) {
  const t = useText(text);
  const { plan, step } = props;
  const current = SIGN_STEPS.indexOf(step);
  const href = (to: SignStep) => `/my/plan/sign?step=${to}`;
  return (
    <MyPage
      title={t.sign.title}
      under="plan"
      meta={[t.plan.version(plan.version)]}
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Steps current={current} steps={SIGN_STEPS.map((s) => ({ label: t.sign.steps[s], href: href(s) }))} />
      {props.changed && <Notice tone="warning">{t.sign.changed}</Notice>}
      {step === 'read' && (
        <>
          <p>
            <a href="/my/plan?easy=1">{t.plan.easy}</a>. {t.plan.warningEasy}
          </p>
          <InPolish />
          <PlanBody plan={plan} />
          <ButtonLink variant="primary" href={href('understand')}>
            {t.sign.readDone}
          </ButtonLink>
        </>
      )}
      {step === 'understand' && (
        <>
          <Understand plan={plan} />
          <ButtonLink variant="primary" href={href('sign')}>
            {t.sign.understandDone}
          </ButtonLink>
        </>
      )}
      {step === 'sign' && <SignForm {...props} />}
      <p>
        <a href="/my/messages/new?about=plan">{t.plan.disagree}</a>
      </p>
    </MyPage>
  );
}
