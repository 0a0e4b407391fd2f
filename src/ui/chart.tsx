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

const WIDTH = 680;
const ROW = 34;
const LABELS = 236;

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
  const room = WIDTH - LABELS - 16 - Math.max(...props.bars.map((bar) => textWidth(shown(bar.value), 14)), 0);
  const keys = [...new Set(props.bars.map((bar) => bar.thread ?? 'social-assistance'))];
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
      <svg viewBox={`0 0 ${WIDTH} ${props.bars.length * ROW + 4}`} role="img" aria-labelledby={`${id}-title`}>
        <title
          id={`${id}-title`}
        >{`${props.title}: ${props.bars.map((bar) => `${bar.label} ${shown(bar.value)}`).join(', ')}`}</title>
        {keys.map((key) => (
          <Pattern id={`${id}-${key}`} fill={threads[key].fill} colour={threads[key].colour} />
        ))}
        {props.bars.map((bar, index) => {
          const y = index * ROW + 4;
          const width = Math.max(1.5, (bar.value / max) * room);
          return (
            <>
              <text class="c-label" x={LABELS - 12} y={y + 18} text-anchor="end">
                {shorten(bar.label, 14, LABELS - 16)}
              </text>
              <rect
                x={LABELS}
                y={y + 3}
                width={width}
                height="20"
                rx="2"
                fill={`url(#${id}-${bar.thread ?? 'social-assistance'})`}
              />
              <text class="c-value" x={LABELS + width + 8} y={y + 18}>
                {shown(bar.value)}
              </text>
            </>
          );
        })}
        <line class="c-axis" x1={LABELS} x2={LABELS} y1="0" y2={props.bars.length * ROW + 4} />
      </svg>
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
