import type { MapDrawing } from '#kernel/map/model.ts';
import { BarChart } from '#ui/chart.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Cell, Distribution, Part, Period } from '../schema.ts';
import { text } from '../text.pl.ts';

type Named = Part & { readonly name: string };
interface Desk {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
}
export interface ReportView {
  readonly desks: readonly Desk[];
  readonly desk: Desk | null;
  readonly outside: boolean;
  readonly period: Period;
  readonly total: Part | null;
  readonly month: readonly Named[];
  readonly topic: readonly Named[];
  readonly county: readonly Named[];
  readonly channel: readonly Named[];
  readonly category: readonly Named[];
  readonly first: Distribution | null;
  readonly closing: Distribution | null;
  readonly satisfaction: { readonly mean: number; readonly n: number } | null;
}
const MOST_BARS = 12;

/** A number, or the word that it is withheld. */
export const useCell = () => {
  const t = useText(text);
  const { lang } = useView();
  return (n: Cell) => (n === null ? t.hidden : formatNumber(n, lang));
};

/** How soon questions were answered and closed, as distributions. */
export function Times({ report: r }: { report: ReportView }) {
  const t = useText(text);
  const chart = (id: string, title: (median: number) => string, d: Distribution | null) =>
    d && (
      <>
        <BarChart
          id={id}
          title={title(d.median)}
          bars={d.bins.map(({ from, to, n }) => ({ label: t.bin(from, to), value: n }))}
          digits={0}
        />
        <p>{t.spread(d.quarter, d.median, d.threeQuarters, d.ninety)}</p>
      </>
    );
  if (!r.first && !r.closing) return null;
  return (
    <Panel title={t.times} long>
      {chart('first', t.first, r.first)}
      {chart('closing', t.closing, r.closing)}
    </Panel>
  );
}

function PartTable(props: { parts: readonly Named[]; caption: string }) {
  const t = useText(text);
  const cell = useCell();
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.parts}
      columns={[
        { key: 'name', label: t.part, heading: true, cell: (p) => p.name },
        { key: 'n', label: t.asked, number: true, cell: (p) => cell(p.n) },
        { key: 'answered', label: t.answered, number: true, cell: (p) => cell(p.answered) },
        { key: 'waiting', label: t.waiting, number: true, cell: (p) => cell(p.waiting) },
        { key: 'late', label: t.shareLate, number: true, cell: (p) => cell(p.late) },
      ]}
    />
  );
}

/** How many there were: by month, topic, channel, who asked, and county. */
export function Volume(props: { report: ReportView; drawing: MapDrawing }) {
  const t = useText(text);
  const { report: r } = props;
  const bars = (parts: readonly Named[]) =>
    parts.slice(0, MOST_BARS).flatMap((p) => (p.n === null ? [] : [{ label: p.name, value: p.n }]));
  const charts = [
    { id: 'month', title: t.month, parts: r.month.slice(-MOST_BARS) },
    { id: 'topic', title: t.topic(r.topic[0]?.name ?? ''), parts: r.topic },
    { id: 'channel', title: t.channel, parts: r.channel },
    { id: 'category', title: t.category, parts: r.category },
  ];
  const known = r.county.filter((p) => p.part !== '');
  return (
    <>
      {charts.map(
        ({ id, title, parts }) =>
          bars(parts).length > 0 && (
            <Panel long>
              <BarChart id={id} title={title} bars={bars(parts)} digits={0} />
              <Details summary={t.more} wide>
                <PartTable parts={parts} caption={title} />
              </Details>
            </Panel>
          ),
      )}
      {known.length > 0 && (
        <Panel title={t.countyTable} long>
          <CountyMap
            drawing={props.drawing}
            label={t.county}
            values={new Map(known.flatMap((p) => (p.n === null ? [] : [[p.part, p.n] as const])))}
            unit={t.unit}
            digits={0}
            table="none"
          />
          <Details summary={t.countyTable} wide>
            <PartTable parts={r.county} caption={t.county} />
          </Details>
        </Panel>
      )}
    </>
  );
}
