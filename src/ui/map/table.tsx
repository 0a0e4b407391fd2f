import type { MapArea } from '#kernel/map/model.ts';
import { Details } from '../components/panels.tsx';
import { DataTable } from '../components/table.tsx';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';

/** The values of the map to read, the largest first. */
export function MapTable(props: {
  areas: readonly MapArea[];
  values: ReadonlyMap<string, number>;
  told: (code: string) => string;
  label: string;
  href?: (code: string) => string;
  table?: 'open' | 'none';
}) {
  const t = useText(text);
  const { lang } = useView();
  const { values, href } = props;
  const rows = props.areas.toSorted(
    (a, b) =>
      (values.get(b.code) ?? -Infinity) - (values.get(a.code) ?? -Infinity) ||
      a.name.localeCompare(b.name, lang),
  );
  return (
    <Details summary={t.asTable} wide open={props.table === 'open'}>
      <DataTable
        caption={props.label}
        captionHidden
        rows={rows}
        columns={[
          {
            key: 'county',
            label: t.map.county,
            heading: true,
            cell: (area) => (href ? <a href={href(area.code)}>{area.name}</a> : area.name),
          },
          { key: 'value', label: t.chart.value, number: true, cell: (area) => props.told(area.code) },
        ]}
      />
    </Details>
  );
}
