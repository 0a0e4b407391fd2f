import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { ANY, addressOf, FILTERS, type Filter, type SearchQuery } from '../schema.ts';
import { text } from '../text.pl.ts';
import { HitItem } from './hit.tsx';
import type { ResultsProps } from './results.tsx';

const FURTHER = 100;
const NOWHERE = { where: '', county: '', voivodeship: '', km: null };

/** The change of the search that takes one filter away. */
function without(filter: Filter, query: SearchQuery, km: number | null): Partial<SearchQuery> {
  switch (filter) {
    case 'category':
    case 'type':
    case 'status':
      return { [filter]: [] };
    case 'codes':
      return { cpv: [], pkd: [] };
    case 'state':
      return { state: 'all' };
    case 'place':
      // A place written among the words stays there, so the circle grows instead.
      return query.where === '' && km !== null ? { km: Math.max(FURTHER, km * 3) } : NOWHERE;
    default:
      return { [filter]: false };
  }
}

/** Nobody found: what to loosen, and who is nearest. */
export function Empty({ result, names, rules }: ResultsProps) {
  const t = useText(text);
  const { query } = result;
  const filters = Object.keys(FILTERS).filter(
    (name): name is Filter => name in FILTERS && result.loosened[name as Filter] !== undefined,
  );
  return (
    <>
      <EmptyState title={t.emptyTitle} action={<ButtonLink href="/directory">{t.all}</ButtonLink>}>
        {t.empty}
      </EmptyState>
      {result.anywhere > 0 && (
        <>
          <h3>{t.loosen}</h3>
          <ul>
            {filters.map((filter) => (
              <li>
                <a href={addressOf(query, without(filter, query, result.km))}>{t.without[filter]}</a>{' '}
                <span class="count num">({result.loosened[filter]})</span>
              </li>
            ))}
            {result.place === null || query.where !== '' ? (
              <li>
                <a href={addressOf({ ...ANY, q: query.q, state: 'all' })}>{t.without.all}</a>{' '}
                <span class="count num">({result.anywhere})</span>
              </li>
            ) : null}
          </ul>
        </>
      )}
      {result.nearest.length > 0 && (
        <>
          <h3>{t.nearest}</h3>
          <ol class="hits">
            {result.nearest.map((hit) => (
              <HitItem hit={hit} names={names} rules={rules} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
