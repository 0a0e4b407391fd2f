import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Term } from '../../../record/api.ts';
import type { Rule } from '../../assistant/api.ts';
import { type Clause, CONTROLS, type Figure, PAGE, type RegisterQuery } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Figures } from './figures.tsx';

export interface RegisterPageProps {
  readonly query: RegisterQuery;
  readonly clauses: readonly Clause[];
  readonly total: number;
  readonly rules: readonly Rule[];
  readonly groups: readonly Term[];
  readonly voivodeships: readonly { readonly code: string; readonly name: string }[];
  readonly figures: readonly Figure[];
}

const parameters = ({ page: _, ...query }: RegisterQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** The public list of clauses, with filters, a file and figures. */
export function RegisterPage(props: RegisterPageProps) {
  const t = useText(text);
  const { actor } = useView();
  const { query, total } = props;
  const file = parameters(query);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      description={t.lead}
      breadcrumb={[{ href: '/directory', label: t.directory }]}
      actions={
        actor &&
        !actor.participant && (
          <ButtonLink href="/procurement/register/new" variant="primary" icon="add">
            {t.add}
          </ButtonLink>
        )
      }
    >
      <Filters {...props} />
      <section aria-labelledby="found">
        <h2 id="found">{t.found(total)}</h2>
        {total === 0 ? <EmptyState title={t.empty}>{t.emptyMore}</EmptyState> : <List {...props} />}
        {total > PAGE && <Pagination page={query.page} total={total} />}
        <p class="no-print">
          <a href={`/procurement/register/export.csv${file && `?${file}`}`}>{t.csv}</a> ·{' '}
          <a href="/procurement/assistant">{t.assistant}</a>
        </p>
      </section>
      <Figures {...props} />
    </Page>
  );
}

function Filters({ query, rules, groups, voivodeships }: RegisterPageProps) {
  const t = useText(text);
  const filtered = parameters(query) !== '';
  return (
    <FilterBar action="/procurement/register" clearHref={filtered ? '/procurement/register' : undefined}>
      <TextField name="q" label={t.search} value={query.q} type="search" grow />
      <Select
        name="rule"
        label={t.rule}
        value={query.rule ?? ''}
        empty={t.all}
        options={rules.map(({ code, article, name }) => ({ value: code, label: `${article} ${name}` }))}
      />
      <Select
        name="voivodeship"
        label={t.voivodeship}
        value={query.voivodeship ?? ''}
        empty={t.all}
        options={voivodeships.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="group"
        label={t.group}
        value={query.group ?? ''}
        empty={t.all}
        options={groups.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="control"
        label={t.control}
        value={query.control ?? ''}
        empty={t.all}
        options={CONTROLS.map((control) => ({ value: control, label: t.controls[control] }))}
      />
    </FilterBar>
  );
}

function List({ clauses }: RegisterPageProps) {
  const t = useText(text);
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={clauses}
      columns={[
        {
          key: 'subject',
          label: t.subject,
          heading: true,
          cell: (row) => <a href={`/procurement/register/${row.id}`}>{row.subject}</a>,
        },
        {
          key: 'buyer',
          label: t.buyer,
          cell: (row) => (
            <>
              {row.buyer}
              <div class="muted">{row.countyName}</div>
            </>
          ),
        },
        { key: 'rule', label: t.rule, cell: (row) => row.ruleName },
        { key: 'starts', label: t.starts, cell: (row) => <DateText date={row.startsOn} /> },
        { key: 'employed', label: t.employed, number: true, cell: (row) => row.employed ?? '–' },
        { key: 'control', label: t.control, cell: (row) => t.controls[row.control] },
      ]}
    />
  );
}
