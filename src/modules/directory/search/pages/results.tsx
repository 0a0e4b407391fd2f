import { Button } from '#ui/components/buttons.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { FreshnessRules } from '../../record/api.ts';
import type { Place } from '../place/schema.ts';
import { addressOf, type NameOf, PAGE_SIZE, type SearchResult } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Empty } from './empty.tsx';
import { HitItem } from './hit.tsx';
import { placeName } from './place.tsx';

export interface ResultsProps {
  readonly result: SearchResult;
  readonly ignored: readonly string[];
  readonly names: NameOf;
  readonly rules: FreshnessRules;
}

/** From so many answers on, the button below them is out of sight. */
const TOO_LONG = 3;

export function Results(props: ResultsProps) {
  const t = useText(text);
  const { lang } = useView();
  const { result, names, rules } = props;
  const { query, total, hits } = result;
  const place = result.place && placeName(t, result.place);
  const where = place && (result.km === null ? place : t.around(result.km, place));
  const asked = askedOf(result).length;
  const heading = [t.found(formatNumber(total, lang), total), query.q && t.quoted(query.q), where]
    .filter(Boolean)
    .join(', ');
  return (
    <section class="search-results" data-found="" aria-labelledby="found" aria-live="polite">
      <h2 id="found">{heading}</h2>
      <Notes {...props} />
      {total === 0 ? (
        <Empty {...props} />
      ) : (
        <>
          <p class="search-to-map no-print">
            <a href="#map">{t.toMap}</a>
          </p>
          <p class="search-sort no-print">
            {t.sort}:{' '}
            {(['best', 'distance', 'name', 'fresh'] as const)
              .filter((sort) => sort !== 'distance' || result.km !== null)
              .map((sort) => (
                <a href={addressOf(query, { sort })} aria-current={sort === query.sort ? 'true' : undefined}>
                  {t.sorts[sort]}
                </a>
              ))}
          </p>
          {asked > TOO_LONG && (
            <p class="no-print">
              <Button small form={ASK}>
                {t.ask(asked)}
              </Button>
            </p>
          )}
          <ol class="hits">
            {hits.map((hit) => (
              <HitItem hit={hit} names={names} rules={rules} />
            ))}
          </ol>
          <Ask result={result} />
          {total > PAGE_SIZE && <Pagination page={query.page} total={total} />}
        </>
      )}
    </section>
  );
}

const ASK = 'ask';
const askedOf = ({ hits }: SearchResult) =>
  hits.filter(({ offers, state }) => offers > 0 && state === 'active');

/** One enquiry to all on this page who have something to offer. */
function Ask({ result }: { result: SearchResult }) {
  const t = useText(text);
  const asked = askedOf(result);
  if (asked.length === 0) return null;
  const [category, ...others] = result.query.category;
  const carried = {
    q: result.query.q,
    place: result.place ? written(result.place) : '',
    category: (others.length === 0 && category) || result.about,
  };
  return (
    <form id={ASK} class="search-ask no-print" method="get" action="/enquiries/new">
      <input type="hidden" name="entities" value={asked.map(({ id }) => id).join(',')} />
      {Object.entries(carried).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
      <Button variant="primary">{t.ask(asked.length)}</Button>
      <p>{t.askNote}</p>
    </form>
  );
}

/** What was understood otherwise than written. */
function Notes({ result, ignored }: ResultsProps) {
  const t = useText(text);
  const { query } = result;
  const told = [
    ...result.corrected.map(({ from, to }) => t.corrected(from, to)),
    result.someWords && result.total > 0 && t.someWords,
    result.unknownPlace !== null && t.unknownPlace(result.unknownPlace),
    ignored.length > 0 && t.ignored(ignored.join(', ')),
  ].filter((note) => typeof note === 'string');
  const [first] = result.otherPlaces;
  return (
    <>
      {told.length > 0 && (
        <Notice quiet>
          {told.map((note) => (
            <p>{note}</p>
          ))}
        </Notice>
      )}
      {first && result.place?.kind === 'locality' && (
        <p class="search-others">
          {t.otherPlaces(result.place.name)}{' '}
          {result.otherPlaces.map((place) => (
            <a href={addressOf(query, { where: written(place) })}>{placeName(t, place)}</a>
          ))}
        </p>
      )}
    </>
  );
}

const written = (place: Place): string =>
  place.kind === 'locality' ? `${place.name} (${place.countyName})` : place.name;
