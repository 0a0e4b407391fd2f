import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { INSTITUTION_TYPES, type Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { PAGE_SIZE, type RegistryEntry, type RegistryLine, versionOf } from '../schema.ts';
import { text } from '../text.pl.ts';
import { AdminFields, EntityFields, UnitFields } from './fields.tsx';

interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  formKey: string;
}
const failed = (props: Sent) => (props.errors?.length ?? 0) > 0;

export function RegistryPage(props: {
  rows: readonly RegistryLine[];
  total: number;
  query: { q?: string | undefined; type?: string | undefined; page: number };
}) {
  const t = useText(text);
  const all = useText(words);
  const types: Readonly<Record<string, string>> = all.types;
  return (
    <Page
      title={t.title}
      lead={t.count(props.total)}
      actions={
        <ButtonLink href="/institutions/new" variant="primary" icon="add">
          {t.new}
        </ButtonLink>
      }
    >
      <FilterBar action="/institutions" clearHref="/institutions">
        <TextField name="q" label={t.search} value={props.query.q ?? ''} type="search" grow />
        <Select
          name="type"
          label={t.type}
          value={props.query.type ?? ''}
          empty={t.allTypes}
          options={INSTITUTION_TYPES.map((type) => ({ value: type, label: all.types[type] }))}
        />
      </FilterBar>
      {props.rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.rows}
          columns={[
            {
              key: 'name',
              label: t.name,
              heading: true,
              cell: (row) => <a href={`/institutions/${row.id}`}>{row.name}</a>,
            },
            { key: 'type', label: t.type, cell: (row) => types[row.type] ?? row.type },
            { key: 'entity', label: t.entity, cell: (row) => row.entity },
            { key: 'county', label: t.county, cell: (row) => row.county ?? '' },
            {
              key: 'state',
              label: t.state,
              cell: (row) =>
                row.ended ? (
                  <Tag>{t.ended}</Tag>
                ) : row.orphan ? (
                  <Tag tone="warning">{t.orphan}</Tag>
                ) : (
                  <Tag tone="success">{t.active}</Tag>
                ),
            },
          ]}
        />
      )}
      <Pagination page={props.query.page} pageSize={PAGE_SIZE} total={props.total} />
    </Page>
  );
}

export function NewInstitutionPage(
  props: Sent & { counties: readonly Place[]; entities: readonly Place[]; today: LocalDate },
) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Page
      title={t.new}
      lead={t.newLead}
      breadcrumb={[{ href: '/institutions', label: t.title }]}
      width="text"
      failed={failed(props)}
    >
      <Form
        action="/institutions/new"
        formKey={props.formKey}
        values={props.values ?? { activeFrom: formatDate(props.today, lang) }}
        errors={props.errors}
      >
        <Fieldset legend={t.entity}>
          <Select
            name="entity"
            label={t.knownEntity}
            hint={t.knownEntityHint}
            width="l"
            empty={t.newEntity}
            options={props.entities.map((e) => ({ value: e.id, label: e.name }))}
          />
          <EntityFields />
        </Fieldset>
        <Fieldset legend={t.unit}>
          <UnitFields counties={props.counties} />
        </Fieldset>
        <Fieldset legend={t.admin} hint={t.adminHint}>
          <AdminFields />
        </Fieldset>
        <FormActions submit={t.save} cancelHref="/institutions" />
      </Form>
    </Page>
  );
}

export function RegistryEntryPage(props: {
  entry: RegistryEntry;
  main: Sent;
  admin: Sent;
  values: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const { entry } = props;
  const path = `/institutions/${entry.institution.id}`;
  return (
    <Page
      title={entry.institution.name}
      breadcrumb={[{ href: '/institutions', label: t.title }]}
      width="text"
      failed={failed(props.main) || failed(props.admin)}
    >
      {entry.orphan && (
        <Panel title={t.admin} tone="next">
          <p>{t.adminHint}</p>
          <Form
            light
            action={`${path}/admin`}
            formKey={props.admin.formKey}
            values={props.admin.values}
            errors={props.admin.errors}
          >
            <AdminFields />
            <FormActions submit={t.appoint} />
          </Form>
        </Panel>
      )}
      <Form
        action={path}
        formKey={props.main.formKey}
        version={versionOf(entry)}
        values={props.main.values ?? props.values}
        errors={props.main.errors}
      >
        <Fieldset legend={t.entity}>
          <EntityFields />
        </Fieldset>
        <Fieldset legend={t.unit}>
          <UnitFields counties={entry.counties} />
          <DateField name="activeTo" label={t.activeTo} optional noHint />
          {entry.gminas.length > 0 ? (
            <Checkboxes
              name="area"
              label={t.area}
              hint={t.areaHint}
              options={entry.gminas.map((g) => ({ value: g.id, label: g.name }))}
            />
          ) : (
            <p>{t.areaLater}</p>
          )}
        </Fieldset>
        <FormActions submit={t.save} cancelHref="/institutions" />
      </Form>
    </Page>
  );
}
