import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { Checkbox, Select } from '#ui/components/choices.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { SearchForm } from '#ui/components/search-form.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type ListedCard, type NetworkQuery, PAGE_SIZE, TERM_KINDS, type Term } from '../schema.ts';
import { text } from '../text.pl.ts';
import { NetworkTabs } from './tabs.tsx';

export interface NetworkPageProps {
  readonly query: NetworkQuery;
  readonly cards: readonly ListedCard[];
  readonly total: number;
  readonly counties: ReadonlyMap<string, number>;
  readonly terms: readonly Term[];
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly drawing: MapDrawing;
  readonly mine: readonly { readonly id: string; readonly name: string; readonly published: boolean }[];
}

const addressOf = (query: NetworkQuery, change: Readonly<Record<string, string | null>>): string =>
  withQuery('/network', {
    q: query.q || null,
    term: query.term || null,
    region: query.region || null,
    county: query.county || null,
    hosts: query.hosts || null,
    ...change,
  });

/** Cards of partnerships of the whole country, found by words, place and subject. */
export function NetworkPage(props: NetworkPageProps) {
  const t = useText(text);
  const { query, cards, total, mine } = props;
  const county = props.drawing.areas.find(({ code }) => code === query.county);
  return (
    <Page title={t.title} lead={t.lead} description={t.description} before={<NetworkTabs current="cards" />}>
      <div class="events-search">
        <Filters {...props} />
        <div class="column" id="network-found" aria-live="polite">
          {mine.length > 0 && (
            <Panel title={t.mine}>
              <RuledList
                items={mine.map((one) => (
                  <>
                    {one.published ? <a href={`/network/${one.id}`}>{one.name}</a> : one.name}
                    {' · '}
                    <a href={`/partnerships/${one.id}/card`}>
                      {one.published ? t.editCard : t.writeCard}
                      <span class="visually-hidden"> {one.name}</span>
                    </a>
                  </>
                ))}
              />
            </Panel>
          )}
          {county && (
            <p>
              {t.county(county.name)} · <a href={addressOf(query, { county: null })}>{t.wholeRegion}</a>
            </p>
          )}
          {total === 0 ? (
            <EmptyState title={t.none}>{t.noneHow}</EmptyState>
          ) : (
            <>
              <p class="num">{t.count(total)}</p>
              <ul class="event-list">
                {cards.map((card) => (
                  <CardItem card={card} />
                ))}
              </ul>
              {total > PAGE_SIZE && <Pagination page={query.page} pageSize={PAGE_SIZE} total={total} />}
            </>
          )}
          <Panel>
            <CountyMap
              drawing={props.drawing}
              label={t.map}
              values={props.counties}
              without={t.nowhere}
              digits={0}
              href={(code) => addressOf(query, { county: code, region: code.slice(0, 2) })}
              current={query.county || undefined}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function CardItem({ card }: { card: ListedCard }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <li class="panel">
      <h2>
        <a href={`/network/${card.id}`}>{card.name}</a>
      </h2>
      <p lang={lang === 'pl' ? undefined : 'pl'}>{card.lead}</p>
      <p class="event-facts">
        <span>{card.county}</span>
        <span>{t.members(card.members)}</span>
        <span>{t.since(formatDate(card.startedOn, lang))}</span>
        {card.hosts && <Tag tone="accent">{t.hosts}</Tag>}
      </p>
      <p class="muted small">{card.terms.map((term) => term.name).join(' · ')}</p>
    </li>
  );
}

function Filters({ query, terms, regions }: NetworkPageProps) {
  const t = useText(text);
  const asked = [query.term, query.region, query.hosts].some(Boolean);
  return (
    <SearchForm
      action="/network"
      label={t.filters}
      found="#network-found"
      q={{ label: t.q, value: query.q }}
      narrow={t.narrow}
      narrowed={asked}
      find={t.find}
      clear={(asked || query.q !== '') && { href: '/network', label: t.clear }}
    >
      <Select name="region" label={t.region} value={query.region} empty={t.anywhere} options={regions} />
      <Select
        name="term"
        label={t.term}
        value={query.term}
        empty={t.anyTerm}
        options={TERM_KINDS.map((kind) => ({
          label: t.kinds[kind],
          options: terms
            .filter((term) => term.kind === kind)
            .map(({ code, name }) => ({ value: code, label: name })),
        }))}
      />
      <Checkbox name="hosts" label={t.hosts} checked={query.hosts === 'yes'} />
    </SearchForm>
  );
}
