import type { FieldError } from '#kernel/errors.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText, Money } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { useCardCrumbs } from '../../pages/list.tsx';
import { Hours } from '../../pages/table.tsx';
import type { Choice } from '../../schema.ts';
import type { Rate, ValueLine } from '../schema.ts';
import { text } from '../text.pl.ts';

export function RatesPage(props: {
  rates: readonly Rate[];
  desks: readonly { readonly id: string; readonly name: string }[];
  types: readonly Choice[];
  acts: readonly { readonly code: string; readonly short: string }[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { rates, desks } = props;
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={useCardCrumbs()} failed={Boolean(props.errors?.length)}>
      {rates.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable<Rate>
          caption={t.title}
          captionHidden
          rows={rates}
          columns={[
            { key: 'type', label: t.type, heading: true, cell: ({ type }) => type ?? t.anyType },
            { key: 'desk', label: t.desk, cell: ({ desk }) => desk },
            { key: 'rate', label: t.rate, number: true, cell: ({ grosze }) => <Money grosze={grosze} /> },
            { key: 'from', label: t.from, cell: ({ from }) => <DateText date={from} /> },
            { key: 'to', label: t.to, cell: ({ to }) => (to ? <DateText date={to} /> : t.now) },
            {
              key: 'basis',
              label: t.basis,
              cell: ({ basis, act }) => [basis, act].filter(Boolean).join('; '),
            },
          ]}
        />
      )}
      {desks.length > 0 && (
        <Panel title={t.add}>
          <Form
            light
            action="/advice/cards/rates"
            formKey={props.formKey}
            values={props.values}
            errors={props.errors}
          >
            {desks.length > 1 && (
              <Select
                name="desk"
                label={t.desk}
                options={desks.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <FieldRow>
              <Select
                name="type"
                label={t.type}
                optional
                empty={t.anyType}
                options={props.types.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <TextField name="rate" label={t.rate} suffix="zł" inputmode="decimal" width="s" />
              <DateField name="from" label={t.from} />
            </FieldRow>
            <TextField name="basis" label={t.basis} hint={t.basisHint} maxlength={500} />
            <Select
              name="act"
              label={t.act}
              optional
              options={props.acts.map(({ code, short }) => ({ value: code, label: short }))}
            />
            <FormActions submit={t.add} />
          </Form>
        </Panel>
      )}
    </Page>
  );
}

export function ValuePage(props: { year: number; lines: readonly ValueLine[] }) {
  const t = useText(text).value;
  const { lines, year } = props;
  return (
    <Page
      title={t.title(year)}
      lead={t.lead}
      breadcrumb={useCardCrumbs()}
      actions={
        lines.length > 0 && (
          <ButtonLink href={`/advice/cards/value/csv?year=${year}`} download>
            {t.csv}
          </ButtonLink>
        )
      }
    >
      <FilterBar action="/advice/cards/value">
        <TextField name="year" label={t.year} value={String(year)} width="xs" inputmode="numeric" />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <>
          <DataTable<ValueLine>
            caption={t.title(year)}
            captionHidden
            rows={lines}
            columns={[
              { key: 'client', label: t.client, heading: true, cell: ({ client }) => client },
              { key: 'nip', label: t.nip, cell: ({ nip }) => nip },
              { key: 'on', label: t.on, cell: ({ on }) => <DateText date={on} /> },
              {
                key: 'card',
                label: t.card,
                cell: ({ cardId, number }) => <a href={`/advice/cards/${cardId}`}>{number}</a>,
              },
              { key: 'hours', label: t.hours, number: true, cell: ({ hours }) => <Hours hours={hours} /> },
              {
                key: 'amount',
                label: t.amount,
                number: true,
                cell: ({ valueGrosze }) => <Money grosze={valueGrosze} />,
              },
              { key: 'basis', label: t.basis, cell: ({ basis }) => basis },
              { key: 'confirmed', label: t.confirmed, cell: ({ confirmed }) => (confirmed ? t.yes : t.no) },
            ]}
          />
          <p>
            <b>{t.total}:</b> <Money grosze={lines.reduce((sum, line) => sum + line.valueGrosze, 0)} />
          </p>
        </>
      )}
    </Page>
  );
}
