import { Checkbox, Checkboxes, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Details } from '#ui/components/panels.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import type { PlaceView } from '../../schema.ts';
import { text } from '../text.pl.ts';
import { type Choice, type FormProps, failed, useCrumbs } from './form-props.tsx';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const KINDS = ['physical', 'postal', 'virtual'] as const;

export function PlacePage(
  props: FormProps & { part: PlaceView | null; access: readonly Choice[]; counties: readonly Choice[] },
) {
  const t = useText(text);
  const { days, placeKinds } = useText(factWords);
  const { record, part } = props;
  const path = `/directory/${record.id}/edit`;
  const seasonal = part?.opening.some(
    (o) => o.weekday !== null && (o.validFrom ?? o.validTo ?? o.note) !== '',
  );
  return (
    <Page
      title={part === null ? t.add.places : t.place}
      breadcrumb={useCrumbs(record)}
      width="text"
      failed={failed(props)}
    >
      <Form
        action={`${path}/places/${part?.id ?? 'new'}`}
        formKey={props.formKey}
        version={record.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <Fieldset legend={t.place}>
          <TextField name="name" label={t.placeName} optional maxlength={200} />
          <Select
            name="kind"
            label={t.kind}
            options={KINDS.map((k) => ({ value: k, label: placeKinds[k] }))}
          />
          {!part?.isMain && record.places.length > 0 && <Checkbox name="isMain" label={t.isMain} />}
          <TextField name="street" label={t.street} optional maxlength={200} />
          <FieldRow>
            <TextField name="postalCode" label={t.postalCode} width="s" optional />
            <TextField name="locality" label={t.locality} maxlength={100} />
          </FieldRow>
          <Suggest name="county" label={t.county} width="l" options={props.counties} optional />
          <FieldRow>
            <TextField name="lat" label={t.lat} hint={t.pointHint} width="s" inputmode="decimal" optional />
            <TextField name="lon" label={t.lon} hint={t.pointHint} width="s" inputmode="decimal" optional />
          </FieldRow>
          <TextArea
            name="directions"
            label={t.directions}
            hint={t.directionsHint}
            rows={3}
            max={1000}
            optional
          />
        </Fieldset>
        <Fieldset legend={t.hours} hint={t.hoursHint}>
          {WEEK.map((day) => (
            <TextField name={`day${day}`} label={days[day]} width="l" optional maxlength={100} />
          ))}
          {seasonal && <p class="muted">{t.seasons}</p>}
          <TextArea name="exceptions" label={t.exceptions} hint={t.exceptionsHint} rows={4} optional />
        </Fieldset>
        <Fieldset legend={t.access}>
          <Checkboxes name="access" label={t.access} options={props.access} optional />
          <Details summary={t.accessNotes}>
            {props.access.map((a) => (
              <TextField name={`note-${a.value}`} label={a.label} optional maxlength={300} />
            ))}
          </Details>
        </Fieldset>
        <FormActions submit={t.save} cancelHref={path}>
          {part && <a href={`${path}/places/${part.id}/remove`}>{t.remove}</a>}
        </FormActions>
      </Form>
    </Page>
  );
}
