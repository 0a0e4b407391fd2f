import { withQuery } from '#ui/components/address.ts';
import { Button } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { ListedItems } from '../../pages/listed.tsx';
import { type Listed, type Named, SECTIONS, type Section } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { ActView, Found, SearchQuery } from '../schema.ts';
import { text } from '../text.pl.ts';

function SearchForm(props: { query: SearchQuery }) {
  const t = useText(words).hub;
  const { query } = props;
  return (
    <search>
      <form class="ask" action="/knowledge" method="get">
        <TextField name="q" type="search" label={t.search} hint={t.hint} value={query.q} />
        {query.theme && <input type="hidden" name="theme" value={query.theme} />}
        <Button variant="primary" icon="search">
          {t.find}
        </Button>
      </form>
    </search>
  );
}

/** Everything that is known, by what one looks for, by shelf and by subject. */
export function KnowledgePage(props: {
  query: SearchQuery;
  found: Found | null;
  themes: readonly Named[];
  newest: readonly Listed[];
  publications: readonly Listed[];
}) {
  const w = useText(words);
  const { query, found } = props;
  const theme = props.themes.find((each) => each.code === query.theme);
  return (
    <Page title={w.hub.title} lead={w.hub.lead} reader="public" description={w.hub.lead}>
      <SearchForm query={query} />
      {(found || theme) && <Answers {...props} theme={theme} />}
      <Shelves />
      {!found && !theme && (
        <div class="halves">
          <Panel title={w.hub.newest} foot={<a href="/news">{w.hub.more}</a>}>
            <ListedItems items={props.newest} />
          </Panel>
          <Panel
            title={w.hub.publications}
            foot={
              <>
                <a href="/library">{w.hub.morePublications}</a> ·{' '}
                <a href="/consultations">{w.hub.consultations}</a>
              </>
            }
          >
            <ListedItems items={props.publications} />
          </Panel>
        </div>
      )}
      <Panel title={w.hub.themes}>
        <ChipLinks
          label={w.hub.themes}
          items={props.themes.map((each) => ({
            href: `/knowledge?theme=${each.code}`,
            label: each.name,
            current: each.code === query.theme,
          }))}
        />
      </Panel>
    </Page>
  );
}

/** Where everything stands, before what is newest: whoever comes for a model does not come for news. */
function Shelves() {
  const w = useText(words);
  return (
    <div class="thirds">
      {(Object.keys(SECTIONS) as Section[])
        .filter((section) => section !== 'pages')
        .map((section) => (
          <Panel title={<a href={`/${section}`}>{w.sections[section]}</a>}>
            <p>{w.leads[section]}</p>
          </Panel>
        ))}
    </div>
  );
}

function Answers(props: {
  query: SearchQuery;
  found: Found | null;
  theme: Named | undefined;
  newest: readonly Listed[];
}) {
  const t = useText(text);
  const { path } = useView();
  const { found, theme, query } = props;
  const items = found?.items ?? props.newest;
  return (
    <section aria-live="polite">
      <h2>{found ? t.answers(query.q) : theme?.name}</h2>
      {theme && (
        <p>
          {found && t.within(theme.name)} <a href={withQuery(path, { theme: null })}>{t.everywhere}</a>
        </p>
      )}
      {found?.loose && <Notice quiet>{t.loose}</Notice>}
      {items.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <ListedItems items={items} />
      )}
      {found && (found.more || query.page > 1) && (
        <nav class="pagination" aria-label={t.pages}>
          <ul>
            {query.page > 1 && (
              <li>
                <a rel="prev" href={withQuery(path, { page: String(query.page - 1) })}>
                  {t.previous}
                </a>
              </li>
            )}
            {found.more && (
              <li>
                <a rel="next" href={withQuery(path, { page: String(query.page + 1) })}>
                  {t.next}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </section>
  );
}

/** An act of law and what rests on it. */
export function ActPage({ act }: { act: ActView }) {
  const t = useText(text);
  const w = useText(words);
  return (
    <Page
      title={act.name}
      reader="public"
      breadcrumb={[{ href: '/knowledge', label: w.nav }]}
      meta={[
        act.journal,
        act.url !== null && (
          <a href={act.url} rel="external">
            {t.source}
          </a>
        ),
      ]}
      before={
        act.changedOn !== null && (
          <Notice tone="warning">
            {t.changedOn} <DateText date={act.changedOn} />. {act.changedNote}
          </Notice>
        )
      }
    >
      <h2>{t.resting}</h2>
      {act.items.length === 0 ? <EmptyState title={t.nothingRests} /> : <ListedItems items={act.items} />}
    </Page>
  );
}
