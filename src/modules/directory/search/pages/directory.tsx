import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { threadOfType } from '../../schema.ts';
import { addressOf, parametersOf } from '../schema.ts';
import { text } from '../text.pl.ts';
import { SearchForm } from './form.tsx';
import { Results, type ResultsProps } from './results.tsx';

export interface DirectoryPageProps extends ResultsProps {
  readonly figures: { readonly entities: number; readonly offers: number; readonly confirmed: number };
  readonly drawing: MapDrawing;
}

/** The search of the base: the question, the answers and the map on one page. */
export function DirectoryPage(props: DirectoryPageProps) {
  const t = useText(text);
  const { lang, actor } = useView();
  const { figures, result } = props;
  const { query } = result;
  const percent = figures.entities === 0 ? 0 : Math.round((100 * figures.confirmed) / figures.entities);
  const parameters = parametersOf({ ...query, page: 1 });
  const feed = `/directory/atom.xml${parameters ? `?${parameters}` : ''}`;
  return (
    <Page
      title={t.title}
      reader="public"
      description={t.description}
      lead={t.lead(
        t.entities(formatNumber(figures.entities, lang), figures.entities),
        t.offers(formatNumber(figures.offers, lang), figures.offers),
        percent,
      )}
      head={<link rel="alternate" type="application/atom+xml" title={t.feed} href={feed} />}
    >
      <div class="search">
        <SearchForm result={result} names={props.names} />
        <Results {...props} />
        <div class="search-map" id="map" data-found="">
          <ResultMap {...props} />
          <p class="no-print">
            {t.follow}: <a href={`/directory/saved/new${parameters ? `?${parameters}` : ''}`}>{t.save}</a> ·{' '}
            <a href={feed}>{t.feedLink}</a>
          </p>
          <p class="no-print">
            <a href="/directory/statistics">{t.statistics}</a>
          </p>
          <p class="no-print">
            <a href="/procurement/assistant">{t.assistant}</a> ·{' '}
            <a href="/procurement/register">{t.clauses}</a>
            {actor?.participant === false && (
              <>
                {' '}
                · <a href="/enquiries">{t.enquiries}</a> · <a href="/directory/mine">{t.mine}</a>
              </>
            )}
          </p>
        </div>
      </div>
    </Page>
  );
}

function ResultMap({ result, drawing }: DirectoryPageProps) {
  const t = useText(text);
  const { now, lang } = useView();
  const { query } = result;
  const counts = new Map(result.facets.county.map(({ code, count }) => [code, count]));
  const values = new Map(drawing.areas.map(({ code }) => [code, counts.get(code) ?? 0]));
  const points = [...result.hits, ...result.nearest].flatMap(({ lat, lon, name, id, type }) =>
    lat === null || lon === null
      ? []
      : [{ lat, lon, label: name, href: `/directory/${id}`, thread: threadOfType(type) }],
  );
  return (
    <CountyMap
      drawing={drawing}
      label={t.map}
      // Nobody anywhere is no shade of anything.
      values={counts.size > 0 ? values : undefined}
      digits={0}
      href={(code) => addressOf({ ...query, where: '', voivodeship: '', km: null }, { county: code })}
      current={query.county || undefined}
      points={points}
      source={t.mapSource(formatDate(warsawDate(now), lang))}
    />
  );
}
