import { Checkbox, Checkboxes, Radios, Select, Suggest } from '../components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '../components/form.tsx';
import { DateField, FileField, TextArea, TextField } from '../components/text-fields.tsx';
import { useText } from '../view.tsx';
import { galleryText } from './words.ts';

export function FormSection(props: { failed: boolean }) {
  const g = useText(galleryText);
  const values = { name: 'Wójcik', note: g.noteValue, kind: 'pup', trades: ['b'] };
  const errors = props.failed
    ? [
        { field: 'pesel', message: 'required' },
        { field: 'due', message: 'required' },
        { field: 'kind2', message: 'required' },
      ]
    : [];
  const suffix = props.failed ? '2' : '';
  const institutions = [
    { value: 'ops', label: 'Ośrodek Pomocy Społecznej w Wierzbnie' },
    { value: 'pup', label: 'Powiatowy Urząd Pracy w Sławie' },
    { value: 'cis', label: 'Centrum Integracji Społecznej „Start”' },
    { value: 'lodz', label: 'Łódzkie Stowarzyszenie „Most”' },
  ];
  const name = (base: string) => (props.failed ? base : `${base}_ok`);
  return (
    <Form
      action="#"
      id={`form${suffix}`}
      formKey="0"
      version={3}
      values={values}
      errors={errors}
      autosave={props.failed ? undefined : '/drafts'}
    >
      <Fieldset legend={g.person}>
        <FieldRow>
          <TextField name={name('pesel')} label="PESEL" hint={g.peselHint} inputmode="numeric" width="s" />
          <DateField name={name('due')} label={g.when} />
        </FieldRow>
        <TextField
          name={name('amount')}
          label={g.amount}
          width="s"
          suffix="zł"
          inputmode="decimal"
          optional
        />
        <Select name={name('kind')} label={g.institution} options={institutions} value="pup" width="m" />
        <Suggest
          name={name('where')}
          label={g.institutionLong}
          hint={g.suggestHint}
          options={institutions}
          width="m"
          optional
        />
      </Fieldset>
      <Radios
        name={name('kind2')}
        label={g.answer}
        hint={g.answerHint}
        options={[
          { value: 'yes', label: g.accept, hint: g.acceptHint },
          { value: 'no', label: g.decline },
        ]}
      />
      <Checkboxes
        name={name('trades')}
        label={g.trade}
        optional
        inline
        values={['a']}
        options={[
          { value: 'a', label: g.catering },
          { value: 'b', label: g.cleaning },
          { value: 'c', label: g.greenery },
        ]}
      />
      <TextArea
        name={name('note')}
        label={g.note}
        max={props.failed ? 40 : 2000}
        value={g.noteValue}
        rows={3}
      />
      <FileField name={name('file')} label={g.file} hint="PDF, JPG; do 10 MB" accept=".pdf,.jpg" optional />
      <Checkbox name={name('sure')} label={g.sure} />
      <FormActions submit={g.send} cancelHref="#forms" />
    </Form>
  );
}
