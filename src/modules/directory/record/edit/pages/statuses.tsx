import { Checkboxes, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { FOUNDER_KINDS } from '../../../schema.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import { MAX_ROWS, SPARE_ROWS } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type Choice, type FormProps, failed, useCrumbs } from './form-props.tsx';

const rowsFor = (held: number): number[] =>
  Array.from({ length: Math.min(MAX_ROWS, held + SPARE_ROWS) }, (_, n) => n);

export function StatusesPage(
  props: FormProps & {
    statuses: readonly Choice[];
    groups: readonly Choice[];
    counties: readonly Choice[];
  },
) {
  const t = useText(text);
  const kinds = useText(factWords).founders;
  const { record } = props;
  const path = `/directory/${record.id}/edit`;
  return (
    <Page title={t.statuses} breadcrumb={useCrumbs(record)} width="text" failed={failed(props)}>
      <Form
        action={`${path}/statuses`}
        formKey={props.formKey}
        version={record.rowVersion}
        values={props.values}
        errors={props.errors}
      >
        {rowsFor(record.statuses.length).map((n) => (
          <Fieldset legend={t.statusN(n + 1)} hint={n === 0 ? t.rowHint : undefined}>
            <Select name={`status-${n}-status`} label={t.status} options={props.statuses} optional />
            <FieldRow>
              <TextField name={`status-${n}-decisionNumber`} label={t.decisionNumber} optional />
              <TextField name={`status-${n}-authority`} label={t.authority} optional />
            </FieldRow>
            <FieldRow>
              <DateField name={`status-${n}-validFrom`} label={t.validFrom} noHint optional />
              <DateField name={`status-${n}-validTo`} label={t.validTo} noHint optional />
            </FieldRow>
          </Fieldset>
        ))}
        <Fieldset legend={t.founders} hint={t.noPersons}>
          {rowsFor(record.founders.length).map((n) => (
            <FieldRow>
              <Select
                name={`founder-${n}-kind`}
                label={`${t.founderN(n + 1)}: ${t.founderKind}`}
                options={FOUNDER_KINDS.map((k) => ({ value: k, label: kinds[k] }))}
                optional
              />
              <TextField
                name={`founder-${n}-name`}
                label={`${t.founderN(n + 1)}: ${t.founderName}`}
                optional
              />
            </FieldRow>
          ))}
        </Fieldset>
        <Checkboxes name="groups" label={t.groups} options={props.groups} optional />
        <TextField name="pkd" label={t.pkd} hint={t.pkdHint} optional />
        <Fieldset legend={t.counties}>
          {record.servedCounties.length > 0 && (
            <Checkboxes
              name="counties"
              label={t.counties}
              options={props.counties.filter((c) => record.servedCounties.includes(c.value))}
              optional
            />
          )}
          <Suggest name="county" label={t.addCounty} width="l" options={props.counties} optional />
        </Fieldset>
        <FormActions submit={t.save} cancelHref={path} />
      </Form>
    </Page>
  );
}
