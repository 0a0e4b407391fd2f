import { Checkbox, Checkboxes, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import type { SupportView } from '../../schema.ts';
import { LANGUAGES, SIMPLE_RULES } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type Choice, type FormProps, failed, useCrumbs } from './form-props.tsx';

export function SupportFormPage(
  props: FormProps & {
    part: SupportView | null;
    kinds: readonly Choice[];
    counties: readonly Choice[];
    /** Where its users must live today. */
    areas: readonly Choice[];
  },
) {
  const t = useText(text);
  const words = useText(factWords);
  const { record, part } = props;
  const path = `/directory/${record.id}/edit`;
  return (
    <Page
      title={part === null ? t.add.supports : t.support}
      breadcrumb={useCrumbs(record)}
      width="text"
      failed={failed(props)}
    >
      <Form
        action={`${path}/supports/${part?.id ?? 'new'}`}
        formKey={props.formKey}
        version={record.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <Fieldset legend={t.support}>
          <TextField name="name" label={t.supportName} maxlength={200} />
          <Select name="kind" label={t.kind} width="l" options={props.kinds} />
          <Select
            name="place"
            label={t.where}
            width="l"
            empty={t.anywhere}
            optional
            options={record.places.map((p) => ({
              value: p.id,
              label: [p.name, p.street, p.locality].filter(Boolean).join(', ') || t.unnamed,
            }))}
          />
          <TextArea name="description" label={t.description} max={3000} optional />
          <TextArea name="descriptionEasy" label={t.descriptionEasy} hint={t.easyHint} max={2000} optional />
          <FieldRow>
            <TextField name="placesTotal" label={t.placesTotal} width="s" inputmode="numeric" optional />
            <TextField name="placesFree" label={t.placesFree} width="s" inputmode="numeric" optional />
          </FieldRow>
          <Checkbox name="takesReferrals" label={t.takesReferrals} />
          <Checkbox name="active" label={t.supportActive} />
        </Fieldset>
        <Fieldset legend={words.fields.eligibility}>
          <FieldRow>
            <TextField name="minimumAge" label={t.minimumAge} width="s" inputmode="numeric" optional />
            <TextField name="maximumAge" label={t.maximumAge} width="s" inputmode="numeric" optional />
          </FieldRow>
          <Checkboxes
            name="rules"
            label={t.rules}
            optional
            options={SIMPLE_RULES.map((r) => ({ value: r, label: words.rules[r] }))}
          />
          {props.areas.length > 0 && (
            <Checkboxes name="areas" label={t.areas} options={props.areas} optional />
          )}
          <Suggest name="county" label={t.addCounty} width="l" options={props.counties} optional />
        </Fieldset>
        <FieldRow>
          <TextField name="fee" label={t.fee} hint={t.feeHint} suffix="zł" width="s" optional />
          <TextField name="feeNote" label={t.feeNote} optional maxlength={300} />
        </FieldRow>
        <TextArea name="howToApply" label={t.howToApply} rows={3} max={1000} optional />
        <TextArea name="papers" label={t.papers} hint={t.papersHint} rows={3} optional />
        <Checkboxes
          name="languages"
          label={t.languagesField}
          optional
          options={LANGUAGES.map((l) => ({ value: l, label: words.languages[l] }))}
        />
        <FormActions submit={t.save} cancelHref={path}>
          {part && <a href={`${path}/supports/${part.id}/remove`}>{t.remove}</a>}
        </FormActions>
      </Form>
    </Page>
  );
}
