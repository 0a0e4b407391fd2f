import { threads } from '../threads.ts';
import type { KnotShape, TickShape } from './model.ts';

/** Tenths of a unit are enough for a drawing and halve its weight. */
export const r = (value: number): number => Math.round(value * 10) / 10;

export function Tick(props: { tick: TickShape }) {
  const { tick } = props;
  const colour = threads[tick.thread].colour;
  const lower = tick.mark === 'excused' ? tick.height / 2 : 0;
  return (
    <rect
      class={tick.mark === 'present' ? 'w-tick' : 'w-tick w-missed'}
      x={r(tick.x)}
      y={r(tick.y + lower)}
      width={r(tick.width)}
      height={r(tick.height - lower)}
      fill={tick.mark === 'present' ? colour : 'none'}
      stroke={colour}
      stroke-width={tick.mark === 'present' ? 0 : 1}
    />
  );
}

export function KnotMark(props: { knot: KnotShape }) {
  const { knot } = props;
  const colour = threads[knot.thread].colour;
  const several = knot.events.length > 1;
  return (
    <g>
      <title>{knot.events.map((event) => event.label).join('; ')}</title>
      <circle
        class="w-knot"
        cx={r(knot.x)}
        cy={knot.y}
        r={knot.r - 1.5}
        stroke={colour}
        fill={knot.kind === 'outcome' && !several ? colour : undefined}
        stroke-dasharray={knot.kind === 'due' ? '2.6 2.2' : undefined}
      />
      {several && (
        <text class="w-count" x={r(knot.x)} y={knot.y + 3.6}>
          {knot.events.length > 99 ? '…' : knot.events.length}
        </text>
      )}
      {!several && knot.kind === 'signature' && <circle cx={r(knot.x)} cy={knot.y} r="2.2" fill={colour} />}
      {!several && knot.kind === 'suspension' && (
        <path d={`M${r(knot.x - 1.6)} ${knot.y - 2.6}v5.2m3.2-5.2v5.2`} stroke={colour} stroke-width="1.6" />
      )}
    </g>
  );
}
