import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { ENTITY_STATES, SIZE_BANDS } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import type { RecordView } from '../../schema.ts';
import { text } from '../text.pl.ts';
import { type Choice, type FormProps, failed, useCrumbs } from './form-props.tsx';

interface Lists {
  types: readonly Choice[];
  legalForms: readonly Choice[];
  /** Editors alone say who runs a unit. */
  edits: boolean;
}

function Fields(props: Lists) {
  const t = useText(text);
  const all = useText(words);
  return (
    <>
      <Fieldset legend={t.identity}>
        <Select name="type" label={t.type} width="l" options={props.types} />
        <Select name="legalForm" label={t.legalForm} width="l" options={props.legalForms} optional />
        {props.edits && (
          <TextField name="parentNumber" label={t.parentNumber} hint={t.parentHint} width="m" optional />
        )}
        <TextField name="name" label={t.fullName} maxlength={300} />
        <TextField name="shortName" label={t.shortName} width="l" maxlength={120} />
        <FieldRow>
          <TextField name="nip" label="NIP" width="m" inputmode="numeric" optional />
          <TextField name="regon" label="REGON" width="m" inputmode="numeric" optional />
          <TextField name="krs" label="KRS" width="m" inputmode="numeric" optional />
        </FieldRow>
        <TextField name="registerNumber" label={t.registerNumber} width="m" optional maxlength={60} />
        <TextArea name="descriptionPl" label={t.descriptionPl} hint={t.descriptionHint} optional max={5000} />
        <TextArea name="descriptionEn" label={t.descriptionEn} optional max={5000} rows={3} />
        <FieldRow>
          <DateField name="foundedOn" label={t.foundedOn} optional noHint />
          <Select
            name="sizeBand"
            label={t.sizeBand}
            empty={t.unknown}
            optional
            options={SIZE_BANDS.map((s) => ({ value: s, label: all.sizes[s] }))}
          />
        </FieldRow>
      </Fieldset>
      <Fieldset legend={t.contact}>
        <TextField name="contactRole" label={t.contactRole} hint={t.contactHint} width="l" optional />
        <FieldRow>
          <TextField name="phone" label={t.phone} type="tel" optional />
          <TextField name="email" label={t.email} type="email" optional />
        </FieldRow>
        <TextField name="website" label={t.website} width="l" inputmode="url" optional />
      </Fieldset>
      <Fieldset legend={t.state}>
        <FieldRow>
          <Select
            name="state"
            label={t.state}
            options={ENTITY_STATES.map((s) => ({ value: s, label: all.states[s] }))}
          />
          <DateField name="stateSince" label={t.stateSince} optional noHint />
        </FieldRow>
      </Fieldset>
    </>
  );
}

export function BasicsPage(props: FormProps & Lists) {
  const t = useText(text);
  const path = `/directory/${props.record.id}/edit`;
  return (
    <Page title={t.basics} breadcrumb={useCrumbs(props.record)} width="text" failed={failed(props)}>
      <Form
        action={`${path}/basics`}
        formKey={props.formKey}
        version={props.record.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        <Fields types={props.types} legalForms={props.legalForms} edits={props.edits} />
        <FormActions submit={t.save} cancelHref={path} />
      </Form>
    </Page>
  );
}

export function NewRecordPage(props: Omit<FormProps, 'record'> & Lists & { record?: RecordView }) {
  const t = useText(text);
  const all = useText(words);
  return (
    <Page
      title={t.new}
      lead={t.newLead}
      breadcrumb={[{ href: '/directory', label: all.nav }]}
      width="text"
      failed={failed(props)}
    >
      <Form action="/directory/new" formKey={props.formKey} values={props.values} errors={props.errors}>
        <Fields types={props.types} legalForms={props.legalForms} edits />
        <FormActions submit={t.save} cancelHref="/directory" />
      </Form>
    </Page>
  );
}
