import { withQuery } from '#ui/components/address.ts';
import { Select } from '#ui/components/choices.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import {
  type DocumentKind,
  type Listed,
  type ListQuery,
  type Named,
  SECTIONS,
  type Section,
} from '../schema.ts';
import { text } from '../text.pl.ts';
import { FeedLinks } from './feeds.tsx';
import { ListedItems } from './listed.tsx';

/** Documents of one section, newest first. */
export function ListPage(props: {
  section: Section;
  query: ListQuery;
  items: readonly Listed[];
  more: boolean;
  themes: readonly Named[];
}) {
  const t = useText(text);
  const { path } = useView();
  const { section, query, themes } = props;
  const kinds: readonly DocumentKind[] = SECTIONS[section];
  const theme = themes.find((each) => each.code === query.theme);
  const narrowed = [theme && t.list.themed(theme.name), query.tag && t.list.tagged(query.tag)].filter(
    Boolean,
  );
  return (
    <Page
      title={t.sections[section]}
      lead={narrowed.length > 0 ? narrowed.join(' · ') : t.leads[section]}
      reader="public"
      description={t.leads[section]}
      breadcrumb={[{ href: '/knowledge', label: t.nav }]}
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          title={t.sections[section]}
          href={`/${section}/feed.atom`}
        />
      }
    >
      <FilterBar
        action={`/${section}`}
        clearHref={theme || query.tag || query.kind ? `/${section}` : undefined}
      >
        <Select
          name="theme"
          label={t.list.theme}
          value={query.theme ?? ''}
          options={[
            { value: '', label: t.list.allThemes },
            ...themes.map((each) => ({ value: each.code, label: each.name })),
          ]}
        />
        {kinds.length > 1 && (
          <Select
            name="kind"
            label={t.list.kind}
            value={query.kind ?? ''}
            options={[
              { value: '', label: t.list.allKinds },
              ...kinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
            ]}
          />
        )}
      </FilterBar>
      {props.items.length === 0 ? (
        <EmptyState title={t.list.empty}>{t.list.emptyMore}</EmptyState>
      ) : (
        <ListedItems items={props.items} level={2} />
      )}
      {(props.more || query.page > 1) && (
        <nav class="pagination" aria-label={t.sections[section]}>
          <ul>
            {query.page > 1 && (
              <li>
                <a
                  rel="prev"
                  href={withQuery(path, { page: query.page === 2 ? null : String(query.page - 1) })}
                >
                  {t.list.newer}
                </a>
              </li>
            )}
            {props.more && (
              <li>
                <a rel="next" href={withQuery(path, { page: String(query.page + 1) })}>
                  {t.list.older}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      <FeedLinks section={section} />
    </Page>
  );
}
