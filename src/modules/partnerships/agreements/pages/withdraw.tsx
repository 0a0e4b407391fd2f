import type { FieldError } from '#kernel/errors.ts';
import { ConfirmForm } from '#ui/components/form.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { AgreementView } from '../schema.ts';
import { AgreementFrame } from './frame.tsx';

/** Before a version is withdrawn for good. */
export function WithdrawPage(props: {
  partnership: Partnership;
  agreement: AgreementView;
  formKey: string;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).agreement;
  const { partnership: p, agreement: a } = props;
  const base = `/partnerships/${p.id}/agreements/${a.version}`;
  return (
    <AgreementFrame partnership={p} version={a.version} title={t.withdraw} width="text">
      <ConfirmForm
        action={`${base}/withdraw`}
        formKey={props.formKey}
        consequences={[t.withdrawHint]}
        submit={t.withdraw}
        cancelHref={base}
        errors={props.errors}
      />
    </AgreementFrame>
  );
}
