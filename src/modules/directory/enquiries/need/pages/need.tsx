import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { GuestFields } from '#ui/components/guest.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Term } from '../../../record/api.ts';
import { VALUE_BANDS } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { BASES } from '../schema.ts';

export interface NeedPageProps {
  readonly action: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly categories: readonly Term[];
  /** The secret of a new form. */
  readonly token: string;
  /** A draft is corrected. */
  readonly draft?: boolean;
}

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Step one: what is needed, where, until when, and who asks. */
export function NeedPage(props: NeedPageProps) {
  const all = useText(text);
  const t = all.need;
  const errors = props.errors ?? [];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="text"
      failed={errors.length > 0}
      breadcrumb={[{ href: '/directory', label: all.directory }]}
    >
      <Form action={props.action} values={props.values} errors={props.errors}>
        <input type="hidden" name="token" value={typed(props.values.token) || props.token} />
        <input type="hidden" name="wanted" value={typed(props.values.wanted)} />
        <GuestFields />
        <TextField name="subject" label={t.subject} hint={t.subjectHint} maxlength={200} />
        <Select
          name="category"
          label={t.category}
          options={props.categories.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextArea name="description" label={t.description} hint={t.descriptionHint} max={4000} />
        <FieldRow>
          <TextField name="quantity" label={t.quantity} inputmode="numeric" width="s" optional />
          <TextField name="quantityUnit" label={t.quantityUnit} hint={t.unitHint} maxlength={60} optional />
        </FieldRow>
        <TextField name="place" label={t.place} hint={t.placeHint} maxlength={200} />
        <FieldRow>
          <DateField name="startsOn" label={t.starts} optional />
          <DateField name="answerBy" label={t.answerBy} />
        </FieldRow>
        <Select
          name="valueBand"
          label={t.value}
          options={VALUE_BANDS.map((band) => ({ value: band, label: all.bands[band] }))}
        />
        <TextField name="cpv" label={t.cpv} hint={t.cpvHint} maxlength={10} width="s" optional />
        <Radios
          name="reservedBasis"
          label={t.reserved}
          hint={
            <>
              {t.reservedHint} <a href="/procurement/assistant">{t.assistant}</a>
            </>
          }
          options={[
            { value: '', label: t.reservedNone },
            ...BASES.map((basis) => ({ value: basis, label: all.bases[basis] })),
          ]}
        />
        <Fieldset legend={t.who} hint={t.privacy}>
          <TextField name="name" label={t.name} autocomplete="organization" maxlength={200} />
          <TextField name="role" label={t.role} hint={t.roleHint} maxlength={120} optional />
          <TextField
            name="email"
            label={t.email}
            hint={t.emailHint}
            type="email"
            autocomplete="email"
            maxlength={254}
          />
          <TextField name="phone" label={t.phone} type="tel" autocomplete="tel" maxlength={40} optional />
        </Fieldset>
        <FormActions submit={props.draft ? t.save : t.submit} />
      </Form>
    </Page>
  );
}
