/** Pure layout of the weave: from dates and lanes to coordinates. Drawn by weave.tsx; proven by layout.test.ts. */
import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '../threads.ts';
import { FONT, type LabelWish, labelBox, placeLabels } from './labels.ts';
import { shorten, textWidth } from './measure.ts';
import type { Box, KnotKind, KnotShape, Label, Lane, TickShape, WeaveGeometry, WeaveInput } from './model.ts';
import { layoutPath } from './path.ts';
import { axisDates, shortDate, timeScale } from './scale.ts';

const WIDTH = 820;
const GUTTER = 200;
const TOP = 66;
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

interface Frame {
  readonly x: (date: LocalDate) => number;
  readonly y: (laneId: string) => number | undefined;
  readonly lane: (laneId: string) => Lane | undefined;
}

/** Knots of one lane that would touch become one knot that stands for all of them. */
function layoutKnots(input: WeaveInput, frame: Frame): KnotShape[] {
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
function layoutTicks(input: WeaveInput, frame: Frame): TickShape[] {
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

function wishesOf(
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
    return [{ text: block.label, x, y, above: 18, below: 8, prefer: 'below', weight: 3 }];
  });
  return [...fromKnots, ...fromBlocks];
}

/** Axis names that would touch the one before, or leave the drawing, are dropped. */
function layoutAxis(dates: readonly { x: number; name: string }[], right: number): Label[] {
  const labels: Label[] = [];
  for (const { x, name } of dates) {
    const label = labelBox(name, x + 2, 20);
    const before = labels.at(-1);
    if ((before && before.x + before.width > label.x) || label.x + label.width > right) continue;
    labels.push(label);
  }
  return labels;
}

export function layoutWeave(
  input: WeaveInput,
  lang: Lang,
  todayText: (date: string) => string,
): WeaveGeometry {
  const pitch = input.lanes.length > 8 ? 44 : 52;
  const bottom = TOP + Math.max(0, input.lanes.length - 1) * pitch + 32;
  const plot: Box = { x: GUTTER, y: 38, width: WIDTH - GUTTER - 6, height: bottom - 38 };
  const right = plot.x + plot.width;
  const scale = timeScale(input, plot.x, right);
  const laneById = new Map(input.lanes.map((lane, index) => [lane.id, { lane, y: TOP + index * pitch }]));
  const frame: Frame = { x: scale.x, y: (id) => laneById.get(id)?.y, lane: (id) => laneById.get(id)?.lane };

  const path = layoutPath(input, frame.x, frame.y, right - 8);
  const knots = layoutKnots(input, frame);
  const ticks = layoutTicks(input, frame);
  const dates = axisDates(scale, 62, lang).map(({ date, name }) => ({ x: scale.x(date), name }));
  const todayX = scale.x(input.today);
  const todayName = todayText(shortDate(input.today, lang));
  const todayWidth = textWidth(todayName, FONT * 1.1) + 4;
  const todayLabel: Label = {
    ...labelBox(
      todayName,
      Math.min(Math.max(todayX - todayWidth / 2, plot.x), WIDTH - todayWidth),
      bottom + 4,
    ),
    width: todayWidth,
  };
  const obstacles: Box[] = [
    ...knots.map((knot) => ({
      x: knot.x - knot.r - 2,
      y: knot.y - knot.r - 2,
      width: knot.r * 2 + 4,
      height: knot.r * 2 + 4,
    })),
    ...ticks,
  ];
  const bounds: Box = { x: plot.x + 2, y: plot.y, width: plot.width, height: plot.height };
  return {
    width: WIDTH,
    height: bottom + 26,
    plot,
    from: scale.from,
    to: scale.to,
    lanes: [...laneById.values()].map(({ lane, y }) => ({
      lane,
      y,
      label: labelBox(shorten(lane.label, FONT + 0.5, GUTTER - 42), 34, y - 8, FONT + 0.5),
    })),
    grid: dates.map((date) => date.x),
    axis: layoutAxis(dates, right),
    path: path.pieces,
    knots,
    ticks,
    labels: placeLabels(wishesOf(input, frame, knots, ticks), bounds, obstacles, path.samples),
    today: { x: todayX, label: todayLabel },
  };
}
