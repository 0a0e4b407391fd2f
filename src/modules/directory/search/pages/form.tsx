import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Details } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import { useText, useView } from '#ui/view.tsx';
import {
  ANY,
  addressOf,
  BOXES,
  DEFAULT_KM,
  DISTANCES,
  type NameOf,
  type SearchQuery,
  type SearchResult,
} from '../schema.ts';
import { text } from '../text.pl.ts';

const CHIPS = 8;

/** What, where, and the filters with how many each would leave. The counts follow while typing. */
export function SearchForm({ result, names }: FormProps) {
  const t = useText(text);
  const { query } = result;
  const asked = addressOf(query) !== addressOf(ANY);
  const distances = [...new Set([...DISTANCES, ...(query.km === null ? [] : [query.km])])].sort(
    (a, b) => a - b,
  );
  return (
    <search>
      <form class="search-form" method="get" action="/directory" aria-label={t.form} data-live="[data-found]">
        {query.category.length > 0 && (
          <input type="hidden" name="category" value={query.category.join(',')} />
        )}
        {query.cpv.length > 0 && <input type="hidden" name="cpv" value={query.cpv.join(',')} />}
        {query.pkd.length > 0 && <input type="hidden" name="pkd" value={query.pkd.join(',')} />}
        {query.county && <input type="hidden" name="county" value={query.county} />}
        {query.voivodeship && <input type="hidden" name="voivodeship" value={query.voivodeship} />}
        {query.sort !== 'best' && <input type="hidden" name="sort" value={query.sort} />}
        <TextField name="q" label={t.what} type="search" value={query.q} maxlength={200} />
        <div class="search-where">
          <TextField
            name="where"
            label={t.where}
            type="search"
            hint={t.whereHint}
            value={query.where}
            maxlength={100}
          />
          <Select
            name="km"
            label={t.distance}
            value={query.km === null ? '' : String(query.km)}
            empty={t.kmDefault(DEFAULT_KM)}
            options={distances.map((km) => ({ value: String(km), label: t.km(km) }))}
          />
        </div>
        <div class="search-go">
          <Button>{t.submit}</Button>
          {asked && <a href="/directory">{t.clear}</a>}
        </div>
        <Chosen result={result} names={names} />
        <details class="more-details search-filters" open={!asked}>
          <summary data-found="">
            <Icon name="more" />
            {t.filters(chosenIn(query))}
          </summary>
          <div>
            <Filters result={result} names={names} />
          </div>
        </details>
      </form>
    </search>
  );
}

/** How many filters stand in the folded part: what narrows a search must not be out of sight. */
const chosenIn = (query: SearchQuery): number =>
  query.type.length +
  query.status.length +
  Number(query.state !== '') +
  BOXES.filter((box) => query[box]).length;

function Filters({ result, names }: FormProps) {
  const t = useText(text);
  const { query } = result;
  return (
    <>
      <Categories result={result} names={names} />
      <fieldset class="search-boxes">
        <legend>{t.only}</legend>
        {BOXES.map((box) => (
          <Box name={box} label={t.boxes[box]} count={result.boxes[box]} checked={query[box]} />
        ))}
      </fieldset>
      <Details summary={t.more} open={query.type.length + query.status.length > 0 || query.state !== ''}>
        <div class="search-more">
          <Select
            name="type"
            label={t.type}
            value={query.type.join(',')}
            empty={t.any}
            options={options(result.facets.type, query.type, (code) => names('type', code))}
          />
          <Select
            name="status"
            label={t.status}
            value={query.status.join(',')}
            empty={t.any}
            options={options(result.facets.status, query.status, (code) => names('status', code))}
          />
          <Select
            name="state"
            label={t.state}
            value={query.state}
            empty={t.states['']}
            options={(['all', 'active', 'suspended', 'in_liquidation', 'deregistered'] as const).map(
              (state) => ({ value: state, label: t.states[state] }),
            )}
          />
        </div>
      </Details>
    </>
  );
}

function options(
  facets: readonly { code: string; count: number }[],
  chosen: readonly string[],
  name: (code: string) => string,
) {
  const list = facets.map(({ code, count }) => ({ value: code, label: `${name(code)} (${count})` }));
  const value = chosen.join(',');
  const missing = value !== '' && !list.some((option) => option.value === value);
  return missing ? [...list, { value, label: chosen.map(name).join(', ') }] : list;
}

function Box(props: { name: string; label: string; count: number; checked: boolean }) {
  const { lang } = useView();
  return (
    <div class="choice">
      <input
        class="ds-input"
        type="checkbox"
        id={`box-${props.name}`}
        name={props.name}
        value="1"
        checked={props.checked}
      />
      <label for={`box-${props.name}`}>
        {props.label}{' '}
        <span class="count num" data-found="">
          ({formatNumber(props.count, lang)})
        </span>
      </label>
    </div>
  );
}

interface FormProps {
  readonly result: SearchResult;
  readonly names: NameOf;
}

/** What was chosen stays in sight and can be taken back. */
function Chosen({ result: { query }, names }: FormProps) {
  const t = useText(text);
  return (
    <div data-found="">
      {query.category.length > 0 && (
        <nav aria-label={t.chosen}>
          <ul class="chips">
            {query.category.map((code) => (
              <li>
                <a
                  class="chip"
                  aria-current="true"
                  aria-label={t.remove(names('category', code))}
                  href={addressOf(query, { category: query.category.filter((one) => one !== code) })}
                >
                  {names('category', code)} <span aria-hidden="true">×</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Categories({ result: { query, facets }, names }: FormProps) {
  const t = useText(text);
  const others = facets.category.filter(({ code }) => !query.category.includes(code)).slice(0, CHIPS);
  return (
    <nav aria-label={t.categories} data-found="">
      <ul class="chips">
        {others.map(({ code }) => (
          <li>
            <a class="chip" href={addressOf(query, { category: [...query.category, code] })}>
              {names('category', code)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
