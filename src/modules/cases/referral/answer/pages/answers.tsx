import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { Radios } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Term } from '../../../schema.ts';
import type { Referral } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { TAKE_BACK } from '../schema.ts';

interface Props {
  referral: Referral;
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}

const crumbs = (title: string, r: Referral, own: string) => [
  { href: '/referrals', label: title },
  { href: `/referrals/${r.id}`, label: own },
];

export function DeclinePage(props: Props & { reasons: readonly Term[] }) {
  const t = useText(text);
  const { referral: r } = props;
  const base = `/referrals/${r.id}`;
  return (
    <Page
      title={t.decline.title}
      width="text"
      breadcrumb={crumbs(t.title, r, t.view.title(r.packet?.number ?? ''))}
      failed={Boolean(props.errors?.length)}
    >
      <ConfirmForm
        action={`${base}/decline`}
        formKey={props.formKey}
        version={r.rowVersion}
        values={props.values}
        errors={props.errors}
        consequences={Object.values(t.decline.what)}
        submit={t.decline.submit}
        cancelHref={base}
      >
        <Radios
          name="code"
          label={t.decline.code}
          options={props.reasons.map((term) => ({ value: term.code, label: term.label }))}
        />
        <TextArea name="note" label={t.decline.note} hint={t.decline.noteHint} rows={3} max={500} optional />
      </ConfirmForm>
    </Page>
  );
}

export function AskPage(props: Props) {
  const t = useText(text);
  const { referral: r } = props;
  return (
    <Page
      title={t.ask.title}
      width="text"
      breadcrumb={crumbs(t.title, r, t.view.title(r.packet?.number ?? ''))}
      failed={Boolean(props.errors?.length)}
    >
      <Form
        action={`/referrals/${r.id}/ask`}
        formKey={props.formKey}
        version={r.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <TextArea name="question" label={t.ask.question} hint={t.ask.hint} rows={4} max={1000} />
        <FormActions submit={t.ask.submit} cancelHref={`/referrals/${r.id}`} />
      </Form>
    </Page>
  );
}

export function WithdrawPage(props: Props & { reasons: readonly Term[] }) {
  const t = useText(text);
  const { referral: r } = props;
  const base = `/referrals/${r.id}`;
  return (
    <Page
      title={t.withdraw.title}
      width="text"
      breadcrumb={crumbs(t.title, r, t.view.title(r.packet?.number ?? ''))}
      failed={Boolean(props.errors?.length)}
    >
      <ConfirmForm
        action={`${base}/withdraw`}
        formKey={props.formKey}
        version={r.rowVersion}
        values={props.values}
        errors={props.errors}
        consequences={[t.withdraw.what]}
        submit={t.withdraw.submit}
        cancelHref={base}
      >
        <Radios
          name="code"
          label={t.withdraw.code}
          options={[
            {
              value: TAKE_BACK,
              label: t.withdraw.back,
              hint: r.kind === 'opening' ? t.withdraw.backHint : undefined,
            },
            ...props.reasons.map((term) => ({
              value: term.code,
              label: term.label,
              hint: r.kind === 'opening' ? t.withdraw.endHint : undefined,
            })),
          ]}
        />
      </ConfirmForm>
    </Page>
  );
}
