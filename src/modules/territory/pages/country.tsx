import type { MapDrawing } from '#kernel/map/model.ts';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { VoivodeshipRow } from '../queries.ts';
import { text } from '../text.pl.ts';
import { countyHref, DataSource, ShapeSource, type Shapes } from './source.tsx';

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((a, b) => a + (b ?? 0), 0);

export function CountryPage(props: {
  voivodeships: readonly VoivodeshipRow[];
  drawing: MapDrawing;
  shapes: Shapes;
}) {
  const t = useText(text);
  const { voivodeships } = props;
  const [first] = voivodeships;
  return (
    <Page
      title={t.title}
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/territory', label: t.title },
      ]}
      lead={t.lead(sum(voivodeships.map((v) => v.counties)), sum(voivodeships.map((v) => v.gminas)))}
      aside={
        <>
          <Panel title={t.voivodeships} long>
            <DataTable
              caption={t.voivodeships}
              captionHidden
              rows={voivodeships}
              columns={[
                {
                  key: 'name',
                  label: t.voivodeship,
                  heading: true,
                  cell: (v) => <a href={`/territory/${v.code}`}>{v.name}</a>,
                },
                { key: 'counties', label: t.counties, number: true, cell: (v) => v.counties },
              ]}
            />
          </Panel>
          {first && <DataSource source={first.source} asOf={first.as_of} />}
        </>
      }
    >
      <Panel>
        <CountyMap
          drawing={props.drawing}
          label={t.map}
          href={countyHref}
          source={<ShapeSource shapes={props.shapes} />}
        />
      </Panel>
    </Page>
  );
}
