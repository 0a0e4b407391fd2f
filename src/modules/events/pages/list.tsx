import { withQuery } from '#ui/components/address.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { Details, EmptyState } from '#ui/components/panels.tsx';
import { SearchForm } from '#ui/components/search-form.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type EventsQuery, inLang, KINDS, type ListedEvent, type Option, PAGE_SIZE } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Month, type MonthCell } from './month.tsx';
import { DateLine, PlacesTag } from './parts.tsx';

export interface EventsPageProps {
  readonly query: EventsQuery;
  readonly events: readonly ListedEvent[];
  readonly total: number;
  readonly month: { readonly shown: string; readonly cells: readonly MonthCell[] } | null;
  readonly themes: readonly Option[];
  readonly regions: readonly Option[];
  /** This month, YYYY-MM. */
  readonly thisMonth: string;
  readonly siteUrl: string;
  /** The reader books places for an institution. */
  readonly books: boolean;
}

/** The address of what is asked for; what is not asked for does not stand in it. */
const addressOf = (
  query: EventsQuery,
  change: Partial<Record<keyof EventsQuery, string | null>> = {},
): string =>
  withQuery('/events', {
    q: query.q || null,
    theme: query.theme || null,
    region: query.region || null,
    kind: query.kind || null,
    how: query.how || null,
    when: query.when || null,
    month: query.month ?? null,
    ...change,
  });

const feedAddress = (query: EventsQuery): string =>
  withQuery('/events/feeds/atom.xml', { theme: query.theme || null, region: query.region || null });

/** Events of the whole network: what comes, what was, or a month. */
export function EventsPage(props: EventsPageProps) {
  const t = useText(text);
  const { query, events, total, month } = props;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      description={t.description}
      head={<link rel="alternate" type="application/atom+xml" title={t.feed} href={feedAddress(query)} />}
      actions={props.books && <ButtonLink href="/events/booked">{t.booked}</ButtonLink>}
    >
      <div class="events-search">
        <Filters {...props} />
        <div class="column" id="events-found" aria-live="polite">
          <ChipLinks
            label={t.views}
            items={[
              {
                href: addressOf(query, { when: null, month: null }),
                label: t.upcoming,
                current: !query.when && !month,
              },
              {
                href: addressOf(query, { when: null, month: month?.shown ?? props.thisMonth }),
                label: t.months,
                current: month !== null,
              },
              {
                href: addressOf(query, { when: 'past', month: null }),
                label: t.past,
                current: query.when === 'past' && !month,
              },
            ]}
          />
          {month ? (
            <Month {...month} href={(to) => addressOf(query, { month: to })} thisMonth={props.thisMonth} />
          ) : total === 0 ? (
            <EmptyState title={t.none}>{t.noneMore}</EmptyState>
          ) : (
            <>
              <p class="num">{t.count(total)}</p>
              <ul class="event-list">
                {events.map((event) => (
                  <EventItem event={event} />
                ))}
              </ul>
              {total > PAGE_SIZE && <Pagination page={query.page} pageSize={PAGE_SIZE} total={total} />}
            </>
          )}
          <Subscribe {...props} />
        </div>
      </div>
    </Page>
  );
}

function EventItem({ event }: { event: ListedEvent }) {
  const t = useText(text);
  const { lang } = useView();
  const place = event.mode === 'online' ? t.modes.online : event.locality;
  return (
    <li class="panel">
      <h2>
        <a href={`/events/${event.slug}`}>{inLang(lang, event.titlePl, event.titleEn)}</a>
      </h2>
      <p>
        <b>
          <DateLine startsAt={event.startsAt} endsAt={event.endsAt} />
        </b>
        {event.dates > 1 && ` · ${t.dates(event.dates)}`}
      </p>
      <p>{inLang(lang, event.leadPl, event.leadEn)}</p>
      <p class="event-facts">
        <span>{t.kinds[event.kind]}</span>
        <span>{event.mode === 'hybrid' ? `${place}, ${t.modes.online}` : place}</span>
        <PlacesTag event={event} />
      </p>
    </li>
  );
}

function Filters({ query, themes, regions, month }: EventsPageProps) {
  const t = useText(text);
  const asked = [query.q, query.theme, query.region, query.kind, query.how].some(Boolean);
  return (
    <SearchForm
      action="/events"
      label={t.filters}
      found="#events-found"
      q={{ label: t.q, value: query.q }}
      narrow={t.narrow}
      narrowed={asked}
      find={t.find}
      clear={
        asked && {
          href: addressOf({ ...query, q: '', theme: '', region: '', kind: '', how: '' }),
          label: t.clear,
        }
      }
      keep={{ when: query.when || undefined, month: month?.shown }}
    >
      <Select name="theme" label={t.theme} value={query.theme} empty={t.allThemes} options={themes} />
      <Select
        name="region"
        label={t.region}
        value={query.region.slice(0, 2)}
        empty={t.anywhere}
        options={regions}
      />
      <Select
        name="kind"
        label={t.kind}
        value={query.kind}
        empty={t.any}
        options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Select
        name="how"
        label={t.how}
        value={query.how}
        empty={t.any}
        options={(['onsite', 'online'] as const).map((how) => ({ value: how, label: t.modes[how] }))}
      />
    </SearchForm>
  );
}

function Subscribe({ query, siteUrl }: EventsPageProps) {
  const t = useText(text);
  const path = withQuery('/events/feeds/calendar.ics', {
    theme: query.theme || null,
    region: query.region || null,
  });
  return (
    <Details summary={t.subscribe}>
      <p>{t.subscribeHint}</p>
      <p class="break">
        <code>{`${siteUrl}${path}`}</code>
      </p>
      <p>
        <a href={`${siteUrl.replace(/^https?/, 'webcal')}${path}`} rel="nofollow">
          {t.webcal}
        </a>{' '}
        · <a href={feedAddress(query)}>{t.feedLink}</a>
      </p>
    </Details>
  );
}
