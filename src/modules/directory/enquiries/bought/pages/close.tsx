import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { formatMoney } from '#ui/components/format.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { OUTCOME_REASONS } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { BuyerView } from '../schema.ts';

/** Who was chosen, or nobody and why. */
export function ClosePage(props: {
  view: BuyerView;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const all = useText(text);
  const t = all.bought;
  const { lang } = useView();
  const { view } = props;
  const path = `/enquiries/${view.key}`;
  const quotes = view.rows.filter(({ answer }) => answer?.kind === 'quote');
  const price = (grosze: number | null) => (grosze === null ? '' : `: ${formatMoney(grosze, lang)}`);
  return (
    <Page
      title={t.closeTitle}
      lead={t.closeLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/directory', label: all.directory },
        { href: path, label: view.enquiry.subject },
      ]}
    >
      <Form action={`${path}/close`} values={props.values} errors={props.errors}>
        <Radios
          name="chosen"
          label={t.chosen}
          options={[
            ...quotes.map((row) => ({ value: row.id, label: `${row.name}${price(row.total ?? row.unit)}` })),
            { value: 'none', label: t.nobody },
          ]}
        />
        <Radios
          name="reason"
          label={t.reason}
          optional
          options={OUTCOME_REASONS.map((reason) => ({ value: reason, label: all.reasons[reason] }))}
        />
        <TextArea name="note" label={t.note} rows={3} max={1000} optional />
        <FormActions submit={t.close} cancelHref={path} />
      </Form>
    </Page>
  );
}
