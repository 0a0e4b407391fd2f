import { withQuery } from '#ui/components/address.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, RuledList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { FeedLinks } from '../../pages/feeds.tsx';
import { ListedItem } from '../../pages/listed.tsx';
import { text as libraryText } from '../../text.pl.ts';
import { type Choices, type Filters, type ListedResult, RESULT_FILTERS } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The base of results: narrowed by what results say of themselves, and taken away as a file. */
export function ResultsPage(props: {
  items: readonly ListedResult[];
  more: boolean;
  query: Filters & { readonly page: number };
  choices: Choices;
  edits: boolean;
}) {
  const t = useText(text);
  const l = useText(libraryText);
  const { path } = useView();
  const { query, items } = props;
  const chosen = new URLSearchParams(
    (['q', ...RESULT_FILTERS] as const).flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]])),
  ).toString();
  const file = (ending: string) => `/results-base/export.${ending}${chosen && `?${chosen}`}`;
  return (
    <Page
      title={l.sections['results-base']}
      lead={l.leads['results-base']}
      reader="public"
      description={l.leads['results-base']}
      breadcrumb={[{ href: '/knowledge', label: l.nav }]}
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          title={l.sections['results-base']}
          href="/results-base/feed.atom"
        />
      }
      actions={
        props.edits && (
          <ButtonLink href="/library/edit/results" icon="edit">
            {t.imports}
          </ButtonLink>
        )
      }
    >
      <FilterBar action="/results-base" clearHref={chosen ? '/results-base' : undefined}>
        <TextField name="q" type="search" label={t.search} value={query.q} maxlength={200} />
        {RESULT_FILTERS.map((name) => (
          <Select
            name={name}
            label={t.columns[name]}
            value={query[name]}
            empty={t.all}
            options={props.choices[name].map(({ value, count }) => ({ value, label: `${value} (${count})` }))}
          />
        ))}
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <>
          <RuledList
            items={items.map((item) => (
              <>
                <ListedItem item={item} level={2} />
                <p class="muted">
                  {[item.facts.theme, item.facts.type, item.facts.project, item.facts.licence]
                    .filter((each) => each !== '')
                    .join(' · ')}
                </p>
              </>
            ))}
          />
          <p class="no-print">
            {t.download}{' '}
            <a href={file('csv')} download data-no-prefetch>
              {t.csv}
            </a>{' '}
            ·{' '}
            <a href={file('json')} data-no-prefetch>
              {t.json}
            </a>
          </p>
        </>
      )}
      {(props.more || query.page > 1) && (
        <nav class="pagination" aria-label={t.pages}>
          <ul>
            {query.page > 1 && (
              <li>
                <a
                  rel="prev"
                  href={withQuery(path, { page: query.page === 2 ? null : String(query.page - 1) })}
                >
                  {t.newer}
                </a>
              </li>
            )}
            {props.more && (
              <li>
                <a rel="next" href={withQuery(path, { page: String(query.page + 1) })}>
                  {t.older}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      <FeedLinks section="results-base" />
    </Page>
  );
}
