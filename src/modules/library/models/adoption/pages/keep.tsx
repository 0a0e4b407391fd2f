import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Shown } from '../../../schema.ts';
import { ADOPTION_STATES, type Adopter, AUDIT_RESULTS, type Audit } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AdoptionTag, Who } from './adopters.tsx';
import { AuditTable, useModelCrumbs } from './franchise.tsx';

export interface SentForm {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** For editors: who reported using the model, with what permission, and the audits. */
export function KeepPage(props: {
  model: Shown;
  adopters: readonly Adopter[];
  audits: readonly Audit[];
  counties: readonly { readonly code: string; readonly name: string }[];
  formKeys: { readonly adopter: string; readonly audit: string };
  adopter?: SentForm;
  audit?: SentForm;
}) {
  const t = useText(text);
  const k = t.keep;
  const { lang } = useView();
  const { model, adopters } = props;
  const path = `${model.path}/adopters`;
  const states = ADOPTION_STATES.map((value) => ({ value, label: t.states[value] }));
  const bound = adopters.filter(({ franchise }) => franchise);
  return (
    <Page title={k.title(model.title)} lead={k.lead} breadcrumb={useModelCrumbs(model)}>
      {adopters.length > 0 && (
        <DataTable<Adopter>
          caption={k.link}
          captionHidden
          rows={adopters}
          columns={[
            { key: 'who', label: t.all.who, heading: true, cell: (adopter) => <Who adopter={adopter} /> },
            { key: 'place', label: t.all.place, cell: ({ county }) => t.county(county) },
            { key: 'state', label: t.all.state, cell: ({ state }) => <AdoptionTag state={state} /> },
            {
              key: 'change',
              label: k.action,
              cell: ({ id, state }) => (
                <form class="filters" method="post" action={`${path}/${id}`}>
                  <select class="ds-input" name="state" aria-label={k.change}>
                    {states.map(({ value, label }) => (
                      <option value={value} selected={value === state}>
                        {label}
                      </option>
                    ))}
                    <option value="remove">{k.remove}</option>
                  </select>
                  <Button small>{k.change}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Panel title={k.add}>
        <Form light action={path} formKey={props.formKeys.adopter} {...props.adopter}>
          <TextField name="entity" label={k.entity} hint={k.entityHint} optional />
          <Checkbox name="named" label={k.named} />
          <FieldRow>
            <Select
              name="county"
              label={k.county}
              hint={k.countyHint}
              optional
              options={props.counties.map(({ code, name }) => ({ value: code, label: t.county(name) }))}
            />
            <DateField name="since" label={k.since} />
            <Select name="state" label={k.state} options={states} />
          </FieldRow>
          <Checkbox name="franchise" label={k.bound} />
          <FormActions submit={k.add} cancelHref={model.path} />
        </Form>
      </Panel>
      {bound.length > 0 && (
        <Panel title={k.audit}>
          <Form light action={`${path}/audits`} formKey={props.formKeys.audit} {...props.audit}>
            <Select
              name="adopter"
              label={k.adopter}
              options={bound.map(({ id, entity, county, since }) => ({
                value: id,
                label: [entity?.name ?? t.all.unnamed, t.county(county), formatDate(since, lang)].join(', '),
              }))}
            />
            <FieldRow>
              <DateField name="on" label={t.franchise.on} />
              <Select
                name="result"
                label={t.franchise.result}
                options={AUDIT_RESULTS.map((value) => ({ value, label: t.results[value] }))}
              />
            </FieldRow>
            <TextArea name="note" label={t.franchise.note} max={1000} rows={3} optional />
            <FormActions submit={k.audit} />
          </Form>
        </Panel>
      )}
      {props.audits.length > 0 && (
        <Panel title={t.franchise.audits} long>
          <AuditTable audits={props.audits} adopters={adopters} />
        </Panel>
      )}
    </Page>
  );
}
