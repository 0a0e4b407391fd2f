import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Notice, Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { CountyRow } from '../queries.ts';
import type { Gmina } from '../schema.ts';
import { text } from '../text.pl.ts';
import { countyHref, DataSource, ShapeSource, type Shapes } from './source.tsx';

export function CountyPage(props: {
  county: CountyRow;
  gminas: readonly Gmina[];
  drawing: MapDrawing;
  shapes: Shapes;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { county, drawing } = props;
  const title = t.countyOf(county.name, county.kind === 'city');
  const neighbours = drawing.areas.filter(({ code }) => code !== county.code);
  return (
    <Page
      title={title}
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/territory', label: t.title },
        { href: `/territory/${county.voivodeship_code}`, label: county.voivodeship },
        { href: countyHref(county.code), label: county.name },
      ]}
      before={
        county.valid_to && (
          <Notice tone="warning" quiet>
            {t.ended(formatDate(county.valid_to, lang))}
          </Notice>
        )
      }
      aside={
        <>
          <Panel title={t.facts}>
            <SummaryList
              items={[
                {
                  term: t.voivodeship,
                  value: <a href={`/territory/${county.voivodeship_code}`}>{county.voivodeship}</a>,
                },
                { term: t.code, value: county.code },
                { term: t.gminas, value: county.gminas },
                { term: t.localities, value: formatNumber(county.localities ?? 0, lang) },
              ]}
            />
          </Panel>
          {neighbours.length > 0 && (
            <Panel title={t.neighbours}>
              <RuledList items={neighbours.map(({ code, name }) => <a href={countyHref(code)}>{name}</a>)} />
            </Panel>
          )}
          <DataSource source={county.source} asOf={county.as_of} />
        </>
      }
    >
      {drawing.areas.length > 0 && (
        <Panel>
          <CountyMap
            drawing={drawing}
            label={t.mapAround(title)}
            href={countyHref}
            current={county.code}
            names
            source={<ShapeSource shapes={props.shapes} />}
          />
        </Panel>
      )}
      <Panel title={t.gminas} long>
        <DataTable
          caption={t.gminas}
          captionHidden
          rows={props.gminas}
          columns={[
            { key: 'name', label: t.gmina, heading: true, cell: (g) => g.name },
            { key: 'kind', label: t.kind, cell: (g) => t.kinds[g.kind] },
            {
              key: 'terc',
              label: t.terc,
              cell: (g) => g.terc ?? <span class="muted">{t.unknown}</span>,
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
