import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { BarChart } from '#ui/chart.tsx';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { threadOfType } from '../../schema.ts';
import { text as directoryText } from '../../text.pl.ts';
import { FIGURES, type FigureKey, type FigureRow, type Statistics } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type Trend, TrendPanel } from '../trend/api.ts';

export interface StatisticsPageProps {
  readonly statistics: Statistics;
  readonly trend: Trend;
  readonly voivodeships: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly drawing: MapDrawing;
  readonly today: LocalDate;
}

/** The whole base counted from ten sides; each figure says how it is counted and can be taken away as a file. */
export function StatisticsPage(props: StatisticsPageProps) {
  const t = useText(text);
  const d = useText(directoryText);
  const { lang } = useView();
  const { statistics, chosen } = props;
  return (
    <Page
      title={t.title}
      reader="public"
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/directory', label: d.nav },
        { href: '/directory/statistics', label: t.title },
      ]}
      lead={t.lead(statistics.total, statistics.offers, formatDate(props.today, lang))}
      description={t.title}
      actions={<ButtonLink href="/directory">{t.back}</ButtonLink>}
    >
      <FilterBar action="/directory/statistics">
        <Select
          name="voivodeship"
          label={t.where}
          value={chosen ?? ''}
          empty={t.country}
          options={props.voivodeships.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FilterBar>
      <div class="halves">
        {FIGURES.filter((key) => key !== 'voivodeship' || chosen === null).map((key) => (
          <FigurePanel {...props} figure={key} />
        ))}
        <TrendPanel
          trend={props.trend}
          source={t.source(formatDate(props.today, lang))}
          file={`/directory/statistics/trend/export.csv${chosen ? `?voivodeship=${chosen}` : ''}`}
        />
      </div>
    </Page>
  );
}

function FigurePanel(props: StatisticsPageProps & { figure: FigureKey }) {
  const t = useText(text);
  const { lang } = useView();
  const { figure, statistics, chosen } = props;
  const rows = statistics.figures[figure];
  const file = `/directory/statistics/${figure}/export.csv${chosen ? `?voivodeship=${chosen}` : ''}`;
  const source = t.source(formatDate(props.today, lang));
  return (
    <Panel id={figure} long>
      {figure === 'county' ? (
        <CountyMap
          id="county"
          // Outlines of voivodeships would weigh as much as two charts; each has a map of its own.
          drawing={chosen === null ? { ...props.drawing, borders: '' } : props.drawing}
          label={t.figures.county}
          values={new Map(rows.map(({ code, count }) => [code, count]))}
          href={(code) => `/directory/counties/${code}`}
          // All 380 rows would double the weight of the page: the file has them, and each voivodeship its own.
          {...(chosen === null && { table: 'none' as const })}
          source={source}
        />
      ) : (
        <BarChart
          id={figure}
          title={t.figures[figure]}
          bars={rows.map(({ code, name, count }) => ({
            label: name,
            value: count,
            ...(figure === 'type' && { thread: threadOfType(code) }),
          }))}
          source={source}
        />
      )}
      {figure === 'voivodeship' && <Density rows={rows} />}
      <p class="hint">
        <b>{t.definition}.</b> {t.definitions[figure]}
        {figure === 'voivodeship' && statistics.populationSource && (
          <> {t.population(statistics.populationSource)}</>
        )}
        {figure === 'county' && <> {t.noPopulation}</>}
      </p>
      <a href={file} download>
        {t.csv}
      </a>
    </Panel>
  );
}

/** How many for each 10,000 people; only where their number is known. */
function Density(props: { rows: readonly FigureRow[] }) {
  const t = useText(text);
  const { lang } = useView();
  const known = props.rows
    .flatMap(({ density, ...row }) => (density === null ? [] : [{ ...row, density }]))
    .sort((a, b) => b.density - a.density);
  if (known.length === 0) return null;
  return (
    <Details summary={t.density} wide>
      <DataTable
        caption={t.density}
        captionHidden
        keepTable
        rows={known}
        columns={[
          { key: 'name', label: t.where, heading: true, cell: ({ name }) => name },
          { key: 'count', label: t.count, number: true, cell: ({ count }) => count },
          {
            key: 'density',
            label: t.density,
            number: true,
            cell: ({ density }) => formatNumber(density, lang, { min: 2, max: 2 }),
          },
        ]}
      />
    </Details>
  );
}
