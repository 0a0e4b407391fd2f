/** Knots, ticks of attendance and the labels both would like to have. */
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '../threads.ts';
import { FONT, type LabelWish } from './labels.ts';
import { shorten } from './measure.ts';
import type { KnotKind, KnotShape, Lane, TickShape, WeaveInput } from './model.ts';

const RADIUS = 7;
/** Which label wins when not all fit. */
const WEIGHT: Record<KnotKind, number> = {
  outcome: 9,
  referral: 8,
  signature: 8,
  diagnosis: 7,
  suspension: 6,
  review: 5,
  followup: 5,
  acceptance: 4,
  session: 1,
};

export interface Frame {
  readonly x: (date: LocalDate) => number;
  readonly y: (laneId: string) => number | undefined;
  readonly lane: (laneId: string) => Lane | undefined;
}

/** Knots of one lane that would touch become one knot that stands for all of them. */
export function layoutKnots(input: WeaveInput, frame: Frame): KnotShape[] {
  const shapes: KnotShape[] = [];
  const sorted = [...input.knots].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const add = (
    x: number,
    y: number,
    thread: ThreadKey,
    kind: KnotShape['kind'],
    event: { at: LocalDate; label: string },
  ) => {
    const near = shapes.findIndex((other) => other.y === y && Math.abs(other.x - x) < RADIUS * 2 + 3);
    const other = shapes[near];
    if (!other) {
      shapes.push({ x, y, r: kind === 'session' ? 5 : RADIUS, thread, kind, events: [event] });
      return;
    }
    const heavier = weightOf(kind) > weightOf(other.kind);
    shapes[near] = {
      ...other,
      r: RADIUS + 2,
      kind: heavier ? kind : other.kind,
      events: heavier ? [event, ...other.events] : [...other.events, event],
    };
  };
  for (const knot of sorted) {
    const y = frame.y(knot.laneId);
    const lane = frame.lane(knot.laneId);
    if (y !== undefined && lane)
      add(frame.x(knot.at), y, lane.thread, knot.kind, { at: knot.at, label: knot.label });
  }
  for (const due of input.due ?? []) {
    const y = frame.y(due.laneId);
    const lane = frame.lane(due.laneId);
    if (y !== undefined && lane)
      add(frame.x(due.at), y, lane.thread, 'due', { at: due.at, label: due.label });
  }
  return shapes;
}

const weightOf = (kind: KnotShape['kind']): number => (kind === 'due' ? 10 : WEIGHT[kind]);

/** One tick a session, above the lane; where they would run together, one for several, present only if all were. */
export function layoutTicks(input: WeaveInput, frame: Frame): TickShape[] {
  return (input.attendance ?? []).flatMap((block) => {
    const y = frame.y(block.laneId);
    const lane = frame.lane(block.laneId);
    if (y === undefined || !lane || block.marks.length === 0) return [];
    const from = frame.x(block.from);
    const width = Math.max(frame.x(block.to) - from, 6);
    const each = Math.ceil((block.marks.length * 4) / width);
    const groups = Math.ceil(block.marks.length / each);
    const pitch = width / groups;
    const size = Math.min(6, pitch * 0.68);
    return Array.from({ length: groups }, (_, index) => {
      const marks = block.marks.slice(index * each, (index + 1) * each);
      const mark = marks.find((m) => m === 'absent') ?? marks.find((m) => m === 'excused') ?? 'present';
      return {
        x: from + pitch * (index + 0.5) - size / 2,
        y: y - 15,
        width: size,
        height: 9,
        mark,
        thread: lane.thread,
      };
    });
  });
}

export function wishesOf(
  input: WeaveInput,
  frame: Frame,
  knots: readonly KnotShape[],
  ticks: readonly TickShape[],
): LabelWish[] {
  const first = input.lanes[0]?.id;
  const fromKnots = knots.map((knot): LabelWish => {
    const more = knot.events.length - 1;
    const text = `${shorten(knot.events[0]?.label ?? '', FONT, more ? 150 : 260)}${more ? ` +${more}` : ''}`;
    const prefer = knot.y === frame.y(first ?? '') ? 'above' : 'below';
    return {
      text,
      x: knot.x,
      y: knot.y,
      above: knot.r + 3,
      below: knot.r + 3,
      prefer,
      weight: weightOf(knot.kind),
    };
  });
  const fromBlocks = (input.attendance ?? []).flatMap((block): LabelWish[] => {
    const y = frame.y(block.laneId);
    if (y === undefined || ticks.length === 0) return [];
    const x = (frame.x(block.from) + frame.x(block.to)) / 2;
    return [{ text: block.label, x, y, above: 18, below: 8, prefer: 'below', weight: 4 }];
  });
  return [...fromKnots, ...fromBlocks];
}
