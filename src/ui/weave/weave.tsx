import type { Child } from 'hono/jsx';
import { formatDate } from '#kernel/time.ts';
import { Details } from '../components/panels.tsx';
import { text } from '../text.pl.ts';
import { threadLabel, threads } from '../threads.ts';
import { useText, useView } from '../view.tsx';
import { layoutWeave } from './layout.ts';
import { KnotMark, r, Tick } from './marks.tsx';
import type { Label, LaneShape, WeaveGeometry, WeaveInput } from './model.ts';
import { WeaveRows } from './rows.tsx';
import { WeaveTable } from './table.tsx';

/**
 * The picture of a case: institutions as lanes, the person's path as the thick thread between them, events as knots.
 * `id` must be unique on the page. Below it stands the same as a table, for everyone who would rather read.
 */
export function Weave(props: { input: WeaveInput; id?: string; caption?: Child }) {
  const t = useText(text);
  const { lang } = useView();
  const id = props.id ?? 'weave';
  const geometry = layoutWeave(props.input, lang, t.weave.today);
  const desc = t.weave.desc(
    props.input.lanes.length,
    props.input.knots.length,
    formatDate(geometry.from, lang),
    formatDate(geometry.to, lang),
  );
  return (
    <figure class="weave">
      <div class="weave-wide">
        <svg
          viewBox={`0 0 ${geometry.width} ${geometry.height}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{t.weave.title}</title>
          <desc id={`${id}-desc`}>{desc}</desc>
          <Background geometry={geometry} id={id} />
          {geometry.lanes.map((lane) => (
            <LaneLine shape={lane} geometry={geometry} />
          ))}
          {geometry.ticks.map((tick) => (
            <Tick tick={tick} />
          ))}
          <PersonPath geometry={geometry} id={id} />
          {geometry.knots.map((knot) => (
            <KnotMark knot={knot} />
          ))}
          {geometry.labels.map((label) => (
            <TextLabel label={label} class="w-label" />
          ))}
          <line
            class="w-today"
            x1={geometry.today.x}
            x2={geometry.today.x}
            y1="34"
            y2={geometry.plot.y + geometry.plot.height + 2}
          />
          <TextLabel label={geometry.today.label} class="w-label w-now" />
        </svg>
      </div>
      <div class="weave-narrow">
        <WeaveRows input={props.input} />
      </div>
      <figcaption>
        <p>{props.caption ?? t.weave.caption}</p>
        <Details summary={t.asTable} wide>
          <WeaveTable input={props.input} />
        </Details>
      </figcaption>
    </figure>
  );
}

function TextLabel(props: { label: Label; class: string }) {
  return (
    <text class={props.class} x={r(props.label.textX)} y={r(props.label.textY)}>
      {props.label.text}
    </text>
  );
}

function Background(props: { geometry: WeaveGeometry; id: string }) {
  const { plot, today, grid, axis, width } = props.geometry;
  const bottom = plot.y + plot.height;
  const right = plot.x + plot.width;
  return (
    <>
      <clipPath id={`${props.id}-past`}>
        <rect x="0" y="0" width={r(today.x)} height={bottom + 30} />
      </clipPath>
      <clipPath id={`${props.id}-future`}>
        <rect x={r(today.x)} y="0" width={r(Math.max(0, width - today.x))} height={bottom + 30} />
      </clipPath>
      <rect
        class="w-future"
        x={r(today.x)}
        y={plot.y}
        width={r(Math.max(0, right - today.x))}
        height={plot.height}
      />
      {grid.map((x) => (
        <line class="w-grid" x1={r(x)} x2={r(x)} y1={plot.y} y2={bottom} />
      ))}
      {axis.map((label) => (
        <TextLabel label={label} class="w-label w-axis" />
      ))}
    </>
  );
}

function LaneLine(props: { shape: LaneShape; geometry: WeaveGeometry }) {
  const { lane, y, label } = props.shape;
  const { plot } = props.geometry;
  const thread = threads[lane.thread];
  return (
    <>
      <rect class="w-badge" x="0" y={y - 9} width="26" height="18" rx="3" fill={thread.colour} />
      <text class="w-code" x="13" y={y + 3.8}>
        {threadLabel(lane.thread, lane.kind)}
      </text>
      <text class="w-label w-lane" x={label.textX} y={r(label.textY)}>
        {label.text}
        {label.text === lane.label ? null : <title>{lane.label}</title>}
      </text>
      <line
        class="w-thread"
        x1={plot.x}
        x2={plot.x + plot.width}
        y1={y}
        y2={y}
        stroke={thread.colour}
        stroke-dasharray={thread.dash || undefined}
      />
    </>
  );
}

function PersonPath(props: { geometry: WeaveGeometry; id: string }) {
  return (
    <>
      {(['past', 'future'] as const).map((time) => (
        <g clip-path={`url(#${props.id}-${time})`}>
          {props.geometry.path.map((piece) => (
            <path
              class={time === 'future' ? 'w-path w-ahead' : piece.waiting ? 'w-path w-waiting' : 'w-path'}
              d={piece.d}
            />
          ))}
        </g>
      ))}
    </>
  );
}
