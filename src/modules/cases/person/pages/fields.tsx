import { Checkbox, Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset } from '#ui/components/form.tsx';
import { Details } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

export interface GminaOption {
  readonly id: string;
  readonly name: string;
}

/** Who it is: the fields that also serve the search for a person already known. */
export function IdentityFields(props: { unidentified?: boolean }) {
  const t = useText(text);
  return (
    <>
      <FieldRow>
        <TextField name="given_name" label={t.givenName} width="m" />
        <TextField name="family_name" label={t.familyName} width="m" />
      </FieldRow>
      <FieldRow>
        <TextField name="pesel" label={t.pesel} hint={t.peselHint} width="m" inputmode="numeric" optional />
        <DateField name="birth_date" label={t.birthDate} optional />
      </FieldRow>
      <Details summary={t.noPesel} open={props.unidentified}>
        <TextField name="document" label={t.document} hint={t.documentHint} width="m" optional />
        <Checkbox name="unidentified" label={t.unidentified} hint={t.unidentifiedHint} />
        <TextField name="label" label={t.label} hint={t.labelHint} optional />
      </Details>
    </>
  );
}

/** Where the person lives and how to reach them. */
export function ContactFields(props: { gminas: readonly GminaOption[]; more?: boolean }) {
  const t = useText(text);
  return (
    <>
      <FieldRow>
        <Select
          name="gmina"
          label={t.gmina}
          hint={t.gminaHint}
          options={props.gminas.map((g) => ({ value: g.id, label: g.name }))}
        />
        <TextField name="locality" label={t.locality} width="m" optional />
      </FieldRow>
      <FieldRow>
        <TextField name="phone" label={t.phone} type="tel" inputmode="tel" width="m" optional />
        <TextField name="email" label={t.email} type="email" inputmode="email" width="m" optional />
      </FieldRow>
      {props.more && (
        <FieldRow>
          <TextField name="street" label={t.street} width="m" optional />
          <TextField name="postal_code" label={t.postalCode} width="s" inputmode="numeric" optional />
        </FieldRow>
      )}
      <FieldRow>
        <Radios
          inline
          name="sex"
          label={t.sex}
          optional
          options={[
            { value: 'f', label: t.sexes.f },
            { value: 'm', label: t.sexes.m },
          ]}
        />
        <Select
          name="lang"
          label={t.lang}
          width="s"
          options={[
            { value: 'pl', label: t.langs.pl },
            { value: 'uk', label: t.langs.uk },
            { value: 'en', label: t.langs.en },
          ]}
        />
      </FieldRow>
    </>
  );
}

/** All fields, for the page that corrects them. */
export function PersonFields(props: { gminas: readonly GminaOption[]; unidentified: boolean }) {
  const t = useText(text);
  return (
    <>
      <Fieldset legend={t.identity}>
        <IdentityFields unidentified={props.unidentified} />
      </Fieldset>
      <Fieldset legend={t.contact}>
        <ContactFields gminas={props.gminas} more />
      </Fieldset>
    </>
  );
}
