import { Checkbox, Checkboxes, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import type { OfferView } from '../../schema.ts';
import { BASES } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type Choice, type FormProps, failed, useCrumbs } from './form-props.tsx';

export function OfferFormPage(props: FormProps & { part: OfferView | null; categories: readonly Choice[] }) {
  const t = useText(text);
  const { bases } = useText(factWords);
  const { record, part } = props;
  const path = `/directory/${record.id}/edit`;
  return (
    <Page
      title={part === null ? t.add.offers : t.offer}
      breadcrumb={useCrumbs(record)}
      width="text"
      failed={failed(props)}
    >
      <Form
        action={`${path}/offers/${part?.id ?? 'new'}`}
        formKey={props.formKey}
        version={record.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <Fieldset legend={t.offer}>
          <TextField name="name" label={t.offerName} maxlength={200} />
          <Select name="category" label={t.category} width="l" options={props.categories} />
          <TextArea name="description" label={t.description} max={3000} optional />
          <FieldRow>
            <TextField
              name="priceFrom"
              label={t.priceFrom}
              hint={t.priceHint}
              suffix="zł"
              width="s"
              optional
            />
            <TextField name="priceTo" label={t.priceTo} suffix="zł" width="s" optional />
            <TextField name="priceUnit" label={t.priceUnit} hint={t.priceUnitHint} width="m" optional />
          </FieldRow>
          <FieldRow>
            <TextField name="capacity" label={t.capacity} width="s" inputmode="numeric" optional />
            <TextField name="capacityUnit" label={t.capacityUnit} hint={t.capacityHint} width="m" optional />
          </FieldRow>
          <FieldRow>
            <TextField name="leadDays" label={t.leadDays} width="s" inputmode="numeric" optional />
            <TextField name="rangeKm" label={t.rangeKm} width="s" inputmode="numeric" optional />
          </FieldRow>
          <Checkbox name="active" label={t.offerActive} />
        </Fieldset>
        <Checkboxes
          name="reservedBasis"
          label={t.reserved}
          optional
          options={[...new Set([...BASES, ...(part?.reservedBasis ?? [])])].map((value) => ({
            value,
            label: bases[value as keyof typeof bases] ?? value,
          }))}
        />
        <FieldRow>
          <TextField name="cpv" label={t.cpv} hint={t.cpvHint} optional />
          <TextField name="pkd" label={t.pkd} optional />
        </FieldRow>
        <TextField name="certificates" label={t.certificates} optional maxlength={500} />
        <TextArea name="samples" label={t.samples} rows={3} max={1000} optional />
        <FormActions submit={t.save} cancelHref={path}>
          {part && <a href={`${path}/offers/${part.id}/remove`}>{t.remove}</a>}
        </FormActions>
      </Form>
    </Page>
  );
}
