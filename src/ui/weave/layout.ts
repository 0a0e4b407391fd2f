/** Pure layout of the weave: from dates and lanes to coordinates. Drawn by weave.tsx; proven by layout.test.ts. */
import type { Lang } from '#kernel/i18n.ts';
import { type Frame, layoutKnots, layoutTicks, wishesOf } from './knots.ts';
import { FONT, labelBox, placeLabels } from './labels.ts';
import { shorten, textWidth } from './measure.ts';
import type { Box, Label, WeaveGeometry, WeaveInput } from './model.ts';
import { layoutPath } from './path.ts';
import { axisDates, shortDate, timeScale } from './scale.ts';

const WIDTH = 820;
const GUTTER = 200;
const TOP = 66;
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
  // Labels keep off the line of today as they keep off the path.
  const todaySamples = Array.from({ length: Math.ceil(plot.height / 2) }, (_, step) => ({
    x: todayX,
    y: plot.y + step * 2,
  }));
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
    labels: placeLabels(wishesOf(input, frame, knots, ticks), bounds, obstacles, [
      ...path.samples,
      ...todaySamples,
    ]),
    today: { x: todayX, label: todayLabel },
  };
}
