import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Placed } from '../schema.ts';

const SHAPES = { wide: { width: 680, pad: 24 }, narrow: { width: 340, pad: 20 } } as const;
const LINE = 74;

/** Every partnership a ring, the middle half a band, the median a line, the own share a filled diamond with its words. */
function Strip(props: { placed: Placed; shape: keyof typeof SHAPES; told: string; id: string }) {
  const t = useText(text).spread;
  const { lang } = useView();
  const { shares, quartiles: q, figure } = props.placed;
  const { width, pad } = SHAPES[props.shape];
  const x = (share: number) => pad + share * (width - 2 * pad);
  const percent = (share: number) => `${formatNumber(share * 100, lang, { max: 0 })}\u00a0%`;
  const stacked = shares.map((share, i) => ({
    share,
    above: shares.slice(0, i).filter((s) => s === share).length,
  }));
  const id = `${props.id}-${props.shape}`;
  const own = figure.share;
  const anchor = own === null || (own > 0.12 && own < 0.88) ? 'middle' : own <= 0.12 ? 'start' : 'end';
  return (
    <svg class={props.shape} viewBox={`0 0 ${width} 112`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{props.told}</title>
      <rect
        x={x(q.lower)}
        y={LINE - 16}
        width={Math.max(2, x(q.upper) - x(q.lower))}
        height={32}
        fill="currentColor"
        opacity="0.12"
      />
      <line class="c-axis" x1={pad} x2={width - pad} y1={LINE} y2={LINE} />
      <line
        x1={x(q.median)}
        x2={x(q.median)}
        y1={LINE - 18}
        y2={LINE + 18}
        stroke="currentColor"
        stroke-width="2"
        stroke-dasharray="4 3"
      />
      {stacked.map(({ share, above }) => (
        <circle
          cx={x(share)}
          cy={LINE - above * 5}
          r="5"
          fill="var(--card)"
          stroke="currentColor"
          stroke-width="1.5"
        />
      ))}
      {own !== null && (
        <>
          <path
            d={`M${x(own)} ${LINE - 11}l9 11l-9 11l-9 -11z`}
            fill="var(--accent)"
            stroke="var(--card)"
            stroke-width="1.5"
          />
          <text class="c-value" x={x(own)} y={LINE - 26} text-anchor={anchor}>
            {`${t.here} ${percent(own)}`}
          </text>
        </>
      )}
      {[0, 0.5, 1].map((tick) => (
        <text
          class="c-label"
          x={x(tick)}
          y="108"
          text-anchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
        >
          {percent(tick)}
        </text>
      ))}
    </svg>
  );
}

function StripChart(props: { placed: Placed; year: number }) {
  const t = useText(text).spread;
  const { lang } = useView();
  const { figure, quartiles: q, shares, standing: place, computedOn } = props.placed;
  const percent = (share: number) => `${formatNumber(share * 100, lang, { max: 0 })}\u00a0%`;
  const standing = place === null ? t.unknown : t.standing[place];
  const finding = `${figure.name}: ${standing}`;
  const rows = [
    ...(figure.share === null ? [] : [{ what: t.here, value: figure.share }]),
    ...(['least', 'lower', 'median', 'upper', 'most'] as const).map((key) => ({
      what: t[key],
      value: q[key],
    })),
  ];
  const told = `${finding}. ${rows.map(({ what, value }) => `${what} ${percent(value)}`).join(', ')}`;
  return (
    <figure class="chart">
      <figcaption>
        <b>{finding}</b>
        <span>
          {t.others(shares.length)}; {`${t.median} ${percent(q.median)}`};{' '}
          {t.source(props.year, formatDate(computedOn, lang))}
        </span>
      </figcaption>
      <Strip placed={props.placed} shape="wide" told={told} id={`spread-${figure.code}`} />
      <Strip placed={props.placed} shape="narrow" told={told} id={`spread-${figure.code}`} />
      <Details summary={t.asTable} wide>
        <DataTable
          caption={finding}
          captionHidden
          rows={rows}
          columns={[
            { key: 'what', label: t.what, heading: true, cell: ({ what }) => what },
            { key: 'value', label: t.value, number: true, cell: ({ value }) => percent(value) },
          ]}
        />
      </Details>
    </figure>
  );
}

/** The own shares in the distribution of all partnerships: no names, no places. */
export function SpreadPanel(props: { placed: readonly Placed[]; year: number }) {
  const t = useText(text).spread;
  return (
    <Panel title={t.title} long>
      <p>{props.placed.length === 0 ? t.none : t.lead}</p>
      {props.placed.map((placed) => (
        <StripChart placed={placed} year={props.year} />
      ))}
    </Panel>
  );
}
