import type { Child } from 'hono/jsx';
import { formatNumber } from './components/format.tsx';
import { Details } from './components/panels.tsx';
import { DataTable } from './components/table.tsx';
import { text } from './text.pl.ts';
import { type FillPattern, type ThreadKey, threads } from './threads.ts';
import { useText, useView } from './view.tsx';
import { shorten, textWidth } from './weave/measure.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly thread?: ThreadKey;
}

/** SVG units. On a phone a label stands above its bar, so that both keep their size. */
interface Shape {
  readonly width: number;
  readonly row: number;
  /** Room for labels left of the bars; none where they stand above. */
  readonly labels: number;
}
const SHAPES = {
  wide: { width: 680, row: 34, labels: 236 },
  narrow: { width: 340, row: 48, labels: 0 },
} as const satisfies Record<string, Shape>;
const BAR = 20;
const SIZE = 14;

/** The fill of a thread as a pattern, so that bars differ without colour too. */
function Pattern(props: { id: string; fill: FillPattern; colour: string }) {
  const strokes: Record<FillPattern, string> = {
    solid: '',
    diagonal: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
    back: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
    dots: 'M2 2h.01M6 6h.01',
    cross: 'M0 0L8 8M0 8L8 0',
    vertical: 'M2 0V8M6 0V8',
    horizontal: 'M0 2H8M0 6H8',
  };
  return (
    <pattern id={props.id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={props.colour} />
      <path
        d={strokes[props.fill]}
        stroke="var(--card)"
        stroke-width={props.fill === 'dots' ? 2.6 : 1.3}
        stroke-linecap="round"
      />
    </pattern>
  );
}

function Bars(props: {
  bars: readonly Bar[];
  shape: keyof typeof SHAPES;
  id: string;
  told: string;
  max: number;
  shown: (value: number) => string;
}) {
  const { bars, shown, max } = props;
  const shape: Shape = SHAPES[props.shape];
  const id = `${props.id}-${props.shape}`;
  const above = shape.labels === 0;
  const room =
    shape.width - shape.labels - 16 - Math.max(...bars.map((bar) => textWidth(shown(bar.value), SIZE)), 0);
  const keys = [...new Set(bars.map((bar) => bar.thread ?? 'social-assistance'))];
  const height = bars.length * shape.row + 4;
  return (
    <svg
      class={props.shape}
      viewBox={`0 0 ${shape.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{props.told}</title>
      {keys.map((key) => (
        <Pattern id={`${id}-${key}`} fill={threads[key].fill} colour={threads[key].colour} />
      ))}
      {bars.map((bar, index) => {
        const y = index * shape.row + 4;
        const top = y + (above ? 22 : 3);
        const width = Math.max(1.5, (bar.value / max) * room);
        return (
          <>
            <text
              class="c-label"
              x={above ? 0 : shape.labels - 12}
              y={y + (above ? 14 : 18)}
              text-anchor={above ? 'start' : 'end'}
            >
              {shorten(bar.label, SIZE, (above ? shape.width : shape.labels) - 16)}
            </text>
            <rect
              x={shape.labels}
              y={top}
              width={width}
              height={BAR}
              rx="2"
              fill={`url(#${id}-${bar.thread ?? 'social-assistance'})`}
            />
            <text class="c-value" x={shape.labels + width + 8} y={top + 15}>
              {shown(bar.value)}
            </text>
          </>
        );
      })}
      <line class="c-axis" x1={shape.labels} x2={shape.labels} y1="0" y2={height} />
    </svg>
  );
}

/**
 * Horizontal bars with their values written beside them. The title says the finding; the table below has the figures.
 * `id` must be unique on the page. A percentage runs to 100 only with `max`.
 */
export function BarChart(props: {
  title: string;
  bars: readonly Bar[];
  unit?: string;
  max?: number;
  digits?: number;
  source?: Child;
  id?: string;
}) {
  const t = useText(text);
  const { lang } = useView();
  const id = props.id ?? 'chart-1';
  const max = Math.max(props.max ?? 0, ...props.bars.map((bar) => bar.value)) || 1;
  const unit = props.unit ? `\u00a0${props.unit}` : '';
  const shown = (value: number) => `${formatNumber(value, lang, { max: props.digits ?? 1 })}${unit}`;
  const told = `${props.title}: ${props.bars.map((bar) => `${bar.label} ${shown(bar.value)}`).join(', ')}`;
  return (
    <figure class="chart">
      <figcaption>
        <b>{props.title}</b>
        {props.source && (
          <span>
            {t.chart.source('')}
            {props.source}
          </span>
        )}
      </figcaption>
      <Bars bars={props.bars} shape="wide" id={id} told={told} max={max} shown={shown} />
      <Bars bars={props.bars} shape="narrow" id={id} told={told} max={max} shown={shown} />
      <Details summary={t.asTable} wide>
        <DataTable
          caption={props.title}
          captionHidden
          rows={props.bars}
          columns={[
            { key: 'label', label: t.chart.category, heading: true, cell: (bar) => bar.label },
            {
              key: 'value',
              label: props.unit ? `${t.chart.value} (${props.unit})` : t.chart.value,
              number: true,
              cell: (bar) => shown(bar.value),
            },
          ]}
        />
      </Details>
    </figure>
  );
}
