import type { MapArea } from '#kernel/map/model.ts';
import { Details } from '../components/panels.tsx';
import { DataTable } from '../components/table.tsx';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';

/** More counties than this: those where there is nothing are told by their number. */
const MANY = 60;

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
  const shown = props.areas.length > MANY ? props.areas.filter(({ code }) => values.get(code)) : props.areas;
  const rows = shown.toSorted(
    (a, b) =>
      (values.get(b.code) ?? -Infinity) - (values.get(a.code) ?? -Infinity) ||
      a.name.localeCompare(b.name, lang),
  );
  const empty = props.areas.length - rows.length;
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
      {empty > 0 && <p class="muted">{t.map.empty(empty)}</p>}
    </Details>
  );
}
