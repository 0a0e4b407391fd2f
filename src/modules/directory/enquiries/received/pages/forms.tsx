import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DECLINES } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ReceivedView } from '../schema.ts';

/** A form of the page that came back with errors. */
export interface Sent {
  readonly form: 'quote' | 'decline' | 'ask' | 'abuse';
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}
interface FormProps {
  readonly view: ReceivedView;
  readonly sent?: Sent;
}
const path = (view: ReceivedView, form: Sent['form']) => `/enquiries/received/${view.key}/${form}`;

export function QuoteForm({ view, sent }: FormProps) {
  const t = useText(text).received;
  const { lang } = useView();
  const { answer, enquiry } = view;
  const given = answer?.kind === 'quote' ? answer : null;
  const values = sent?.values ?? {
    price: given?.price == null ? '' : (given.price / 100).toFixed(2).replace('.', ','),
    basis: given?.priceBasis ?? (enquiry.quantity === null ? 'total' : 'unit'),
    valid: given?.validUntil == null ? '' : formatDate(given.validUntil, 'pl'),
    body: given?.body ?? '',
  };
  const all =
    enquiry.quantity === null ? '' : ` (${formatNumber(enquiry.quantity, lang)} ${enquiry.quantityUnit})`;
  return (
    <Panel title={t.quote}>
      <Form action={path(view, 'quote')} values={values} errors={sent?.errors}>
        <FieldRow>
          <TextField name="price" label={t.price} inputmode="decimal" suffix="zł" width="s" />
          <DateField name="valid" label={t.valid} optional />
        </FieldRow>
        <Radios
          name="basis"
          label={t.basis}
          inline
          options={[
            { value: 'total', label: `${t.basisTotal}${all}` },
            { value: 'unit', label: t.basisUnit },
          ]}
        />
        <TextArea name="body" label={t.body} hint={t.bodyHint} rows={4} max={4000} optional />
        <FormActions submit={given ? t.changeQuote : t.sendQuote} />
      </Form>
    </Panel>
  );
}

export function DeclineForm({ view, sent }: FormProps) {
  const all = useText(text);
  const t = all.received;
  return (
    <Form action={path(view, 'decline')} values={sent?.values} errors={sent?.errors} light>
      <Radios
        name="reason"
        label={t.declineReason}
        options={DECLINES.map((reason) => ({ value: reason, label: all.declines[reason] }))}
      />
      <TextField name="declineNote" label={t.declineNote} maxlength={1000} optional />
      <Button>{t.sendDecline}</Button>
    </Form>
  );
}

export function AskForm({ view, sent, questionId }: FormProps & { questionId: string }) {
  const t = useText(text).received;
  const id = typeof sent?.values.id === 'string' ? sent.values.id : questionId;
  return (
    <Form action={path(view, 'ask')} values={sent?.values} errors={sent?.errors} light>
      <input type="hidden" name="id" value={id} />
      <TextArea name="question" label={t.question} hint={t.questionHint} rows={3} max={1000} />
      <Button>{t.sendQuestion}</Button>
    </Form>
  );
}

export function AbuseForm({ view, sent }: FormProps) {
  const t = useText(text).received;
  return (
    <Form action={path(view, 'abuse')} values={sent?.values} errors={sent?.errors} light>
      <Radios
        name="what"
        label={t.abuseWhat}
        options={[
          { value: 'block', label: t.block },
          { value: 'report', label: t.report },
        ]}
      />
      <TextArea name="reportNote" label={t.reportNote} rows={2} max={1000} optional />
      <Button>{t.sendAbuse}</Button>
    </Form>
  );
}
