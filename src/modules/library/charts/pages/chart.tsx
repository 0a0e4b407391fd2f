import { BarChart } from '#ui/chart.tsx';
import type { ChartBlock } from '../schema.ts';

/** A chart an editor wrote into a text, with its table. */
export function EmbeddedChart({ chart }: { chart: ChartBlock }) {
  const id = `chart-${chart.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  return (
    <BarChart
      id={id}
      title={chart.title}
      bars={chart.bars}
      unit={chart.unit || undefined}
      source={chart.source || undefined}
    />
  );
}
