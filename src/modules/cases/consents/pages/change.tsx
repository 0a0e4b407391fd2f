import type { FieldError } from '#kernel/errors.ts';
import { classWords } from '#modules/organisations/api.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { ConfirmForm } from '#ui/components/form.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import type { Consent } from '../schema.ts';
import { text } from '../text.pl.ts';
import { worded } from './consent-form.tsx';

interface ChangeProps {
  head: CaseHead;
  consent: Consent;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

/** Says what will happen, and asks when the person said it. */
export function WithdrawPage(props: ChangeProps) {
  const t = useText(text);
  const here = `/cases/${props.head.case.id}/basis/consents/${props.consent.id}`;
  return (
    <CaseFrame
      head={props.head}
      current="basis"
      title={t.withdraw.title}
      quiet
      width="text"
      failed={!!props.errors?.length}
    >
      <ConfirmForm
        action={`${here}/withdraw`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
        consequences={[
          t.withdraw.closes(props.consent.institutionName),
          t.withdraw.told,
          t.withdraw.law,
          t.withdraw.final,
        ]}
        submit={t.withdraw.submit}
        cancelHref={here}
      >
        <DateField name="said_on" label={t.withdraw.saidOn} />
      </ConfirmForm>
    </CaseFrame>
  );
}

export function NarrowPage(props: ChangeProps) {
  const t = useText(text);
  const { lang } = useView();
  const here = `/cases/${props.head.case.id}/basis/consents/${props.consent.id}`;
  return (
    <CaseForm
      head={props.head}
      current="basis"
      title={t.narrow.title}
      width="text"
      lead={t.narrow.lead}
      action={`${here}/narrow`}
      formKey={props.formKey}
      values={props.values}
      errors={worded(t, props.errors)}
      submit={t.narrow.submit}
      cancelHref={here}
    >
      <Checkboxes
        name="classes"
        label={t.narrow.keep}
        options={props.consent.classes.map((c) => ({ value: c, label: classWords(lang)[c] }))}
      />
    </CaseForm>
  );
}
