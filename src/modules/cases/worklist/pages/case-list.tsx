import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { CASE_STATES } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type CaseList, type ListQuery, PAGE_SIZE, VIEWS } from '../schema.ts';
import { CaseTable } from './case-table.tsx';

const address = (q: ListQuery, change: Partial<Record<keyof ListQuery, string>>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({
    view: q.view,
    state: q.state,
    q: q.q,
    sort: q.sort,
    ...change,
  })) {
    if (value && !(name === 'view' && value === 'all') && !(name === 'sort' && value === 'until'))
      params.set(name, value);
  }
  return `/cases${params.size > 0 ? `?${params}` : ''}`;
};

export function CaseListPage(props: { query: ListQuery; list: CaseList; mayRefer: boolean }) {
  const all = useText(text);
  const t = all.list;
  const { query, list } = props;
  const filtered = query.view !== 'all' || query.state !== '' || query.q !== '';
  return (
    <Page
      title={t.title}
      lead={t.count(list.total)}
      actions={
        props.mayRefer ? (
          <ButtonLink href="/referrals/new" variant="primary">
            {t.newReferral}
          </ButtonLink>
        ) : undefined
      }
    >
      <ChipLinks
        label={t.view}
        items={VIEWS.map((view) => ({
          href: address(query, { view }),
          label: t.views[view],
          current: view === query.view,
        }))}
      />
      <FilterBar
        action="/cases"
        live="case-list"
        clearHref={filtered ? '/cases' : undefined}
        keep={{ view: query.view, sort: query.sort }}
      >
        <TextField name="q" label={t.search} value={query.q} type="search" />
        <Select
          name="state"
          label={t.state}
          value={query.state}
          empty={t.anyState}
          options={CASE_STATES.filter((s) => s !== 'erased').map((state) => ({
            value: state,
            label: all.states[state],
          }))}
        />
      </FilterBar>
      <div id="case-list" aria-live="polite">
        {list.lines.length === 0 ? (
          <EmptyState title={filtered ? t.noMatch : t.empty}>
            {filtered ? t.noMatchHint : t.emptyHint}
          </EmptyState>
        ) : (
          <Panel long>
            <CaseTable
              lines={list.lines}
              caption={t.title}
              sort={{ by: query.sort.replace('-', ''), down: query.sort.startsWith('-') }}
            />
          </Panel>
        )}
        <Pagination page={query.page} pageSize={PAGE_SIZE} total={list.total} />
        {list.total > 0 && (
          <p>
            <a href={`/cases/export${address(query, {}).slice('/cases'.length)}`} download data-no-prefetch>
              {t.download}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}
