import { Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow } from '#ui/components/form.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { INSTITUTION_TYPES, LEGAL_FORMS, type Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

export function EntityFields() {
  const t = useText(text);
  const all = useText(words);
  return (
    <>
      <TextField name="entityName" label={t.entityName} hint={t.entityNameHint} maxlength={300} />
      <Select
        name="legalForm"
        label={t.legalForm}
        width="l"
        options={LEGAL_FORMS.map((f) => ({ value: f, label: all.forms[f] }))}
      />
      <FieldRow>
        <TextField name="nip" label={t.nip} width="m" inputmode="numeric" optional />
        <TextField name="regon" label={t.regon} width="m" inputmode="numeric" optional />
      </FieldRow>
      <TextField name="krs" label={t.krs} hint={t.krsHint} width="m" inputmode="numeric" optional />
    </>
  );
}

export function UnitFields(props: { counties: readonly Place[] }) {
  const t = useText(text);
  const all = useText(words);
  return (
    <>
      <Select
        name="type"
        label={t.type}
        width="l"
        options={INSTITUTION_TYPES.map((type) => ({ value: type, label: all.types[type] }))}
      />
      <TextField name="name" label={t.name} maxlength={300} />
      <TextField name="shortName" label={t.shortName} hint={t.shortNameHint} width="l" maxlength={80} />
      <Suggest
        name="county"
        label={t.county}
        width="l"
        optional
        options={props.counties.map((c) => ({ value: c.id, label: `${c.name} (${c.id})` }))}
      />
      <TextField name="address" label={t.address} optional maxlength={300} />
      <FieldRow>
        <TextField name="phone" label={t.phone} type="tel" optional />
        <TextField name="email" label={t.email} type="email" optional />
      </FieldRow>
      <DateField name="activeFrom" label={t.activeFrom} />
    </>
  );
}

export function AdminFields() {
  const t = useText(text);
  return (
    <>
      <FieldRow>
        <TextField name="given" label={t.given} maxlength={100} />
        <TextField name="family" label={t.family} maxlength={100} />
      </FieldRow>
      <TextField name="adminEmail" label={t.email} type="email" width="l" />
    </>
  );
}
