import type { MapDrawing } from '#kernel/map/model.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { CountyRow, VoivodeshipRow } from '../queries.ts';
import { text } from '../text.pl.ts';
import { countyHref, DataSource, ShapeSource, type Shapes } from './source.tsx';

export function VoivodeshipPage(props: {
  voivodeship: VoivodeshipRow;
  counties: readonly CountyRow[];
  drawing: MapDrawing;
  shapes: Shapes;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { voivodeship } = props;
  const title = t.voivodeshipOf(voivodeship.name);
  return (
    <Page
      title={title}
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/territory', label: t.title },
        { href: `/territory/${voivodeship.code}`, label: voivodeship.name },
      ]}
      aside={<DataSource source={voivodeship.source} asOf={voivodeship.as_of} />}
    >
      <Panel>
        <CountyMap
          drawing={props.drawing}
          label={t.mapOf(t.genitive(voivodeship.name))}
          href={countyHref}
          names
          source={<ShapeSource shapes={props.shapes} />}
        />
      </Panel>
      <Panel title={t.counties} long>
        <DataTable
          caption={t.counties}
          captionHidden
          keepTable
          rows={props.counties}
          columns={[
            {
              key: 'name',
              label: t.county,
              heading: true,
              cell: (c) => (
                <>
                  <a href={countyHref(c.code)}>{c.name}</a>
                  {c.kind === 'city' && <span class="under">{t.city}</span>}
                </>
              ),
            },
            { key: 'code', label: t.code, cell: (c) => c.code },
            { key: 'gminas', label: t.gminas, number: true, cell: (c) => c.gminas },
            {
              key: 'localities',
              label: t.localities,
              number: true,
              cell: (c) => formatNumber(c.localities ?? 0, lang),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
