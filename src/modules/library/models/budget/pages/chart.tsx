import { formatNumber } from '#ui/components/format.tsx';
import { useText, useView } from '#ui/view.tsx';
import { textWidth } from '#ui/weave/measure.ts';
import type { Outcome } from '../schema.ts';
import { text } from '../text.pl.ts';

/** SVG units; the narrow one is for a phone, so that letters keep their size. */
const SHAPES = { wide: { width: 720, height: 250 }, narrow: { width: 340, height: 220 } } as const;
const EDGE = { top: 26, bottom: 26, right: 12 };
const SIZE = 14;

/** Round values for the scale: 1, 2 or 5 times a power of ten. */
export function ticksOf(low: number, high: number): number[] {
  const rough = Math.max(1, (high - low) / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  // Nothing earned and nothing spent still has a scale to lie on.
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

function Curve(props: {
  outcome: Outcome;
  shape: keyof typeof SHAPES;
  told: string;
  shown: (grosze: number) => string;
}) {
  const t = useText(text).chart;
  const { outcome, shown } = props;
  const { width, height } = SHAPES[props.shape];
  const points = [outcome.opening, ...outcome.months.map(({ balance }) => balance)];
  const ticks = ticksOf(Math.min(0, ...points), Math.max(0, ...points));
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const left = Math.max(...ticks.map((tick) => textWidth(shown(tick), SIZE))) + 10;
  const x = (month: number) => left + (month / (points.length - 1)) * (width - left - EDGE.right);
  const y = (value: number) =>
    EDGE.top + ((top - value) / (top - bottom)) * (height - EDGE.top - EDGE.bottom);
  const id = `balance-${props.shape}`;
  const { lowest } = outcome;
  const label = shown(lowest.balance);
  const half = textWidth(label, SIZE) / 2;
  // The curve comes down to its lowest point and leaves it upwards.
  const below = y(lowest.balance) + 26 < height - EDGE.bottom;
  const every = Math.ceil(points.length / (props.shape === 'wide' ? 13 : 7));
  return (
    <svg class={props.shape} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{props.told}</title>
      {ticks.map((tick) => (
        <>
          <line
            class="c-axis"
            x1={left}
            x2={width - EDGE.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke-width={tick === 0 ? 2 : 1}
          />
          <text class="c-label" x={left - 8} y={y(tick) + 5} text-anchor="end">
            {shown(tick)}
          </text>
        </>
      ))}
      {points.map((_, month) =>
        month % every === 0 ? (
          <text class="c-label" x={x(month)} y={height - 6} text-anchor={month === 0 ? 'start' : 'middle'}>
            {month === 0 ? t.start : month}
          </text>
        ) : null,
      )}
      <polyline
        points={points.map((value, month) => `${x(month).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        stroke-width="3"
        stroke-linejoin="round"
      />
      <circle
        cx={x(lowest.month)}
        cy={y(lowest.balance)}
        r="5"
        fill="var(--card)"
        stroke="var(--accent)"
        stroke-width="3"
      />
      <text
        class="c-value"
        x={Math.min(Math.max(x(lowest.month), left + half), width - EDGE.right - half)}
        y={below ? y(lowest.balance) + 22 : y(lowest.balance) - 10}
        text-anchor="middle"
      >
        {label}
      </text>
    </svg>
  );
}

/** Money in the account month by month; the title says where it is least, the table below has the figures. */
export function BalanceChart({ outcome }: { outcome: Outcome }) {
  const t = useText(text);
  const { lang } = useView();
  const shown = (grosze: number) => `${formatNumber(grosze / 100, lang, { max: 0 })}\u00a0zł`;
  const { month, balance } = outcome.lowest;
  const told = t.chart.low(shown(balance), month === 0 ? t.key.start : t.key.in(month));
  return (
    <figure class="chart">
      <figcaption>
        <b>{told}</b>
        <span>{t.chart.axis}</span>
      </figcaption>
      <Curve outcome={outcome} shape="wide" told={told} shown={shown} />
      <Curve outcome={outcome} shape="narrow" told={told} shown={shown} />
    </figure>
  );
}
