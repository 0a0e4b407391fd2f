import { shorten, textWidth } from './measure.ts';
import { type Box, type Label, overlaps } from './model.ts';

export const FONT = 12.5;
/** Longer labels are cut; the table has them whole. */
const LONGEST = 260;
const HEIGHT = 15;
const ASCENT = 11.5;
const PAD = 2;

/** A label as a box; the text keeps `PAD` of air on each side inside it. */
export function labelBox(text: string, x: number, y: number, size = FONT): Label {
  return {
    text,
    x,
    y,
    width: textWidth(text, size) + 2 * PAD,
    height: HEIGHT,
    textX: x + PAD,
    textY: y + ASCENT,
  };
}

export interface LabelWish {
  readonly text: string;
  /** The middle of what is labelled. */
  readonly x: number;
  readonly y: number;
  /** How far from the middle the label must stay. */
  readonly above: number;
  readonly below: number;
  readonly prefer: 'above' | 'below';
  /** Higher is placed first. */
  readonly weight: number;
}

type Anchor = 'middle' | 'start' | 'end';

function* places(wish: LabelWish, width: number): Generator<{ x: number; y: number; cost: number }> {
  const anchors: readonly [Anchor, number][] = [
    ['middle', 0],
    ['start', 2],
    ['end', 2],
  ];
  const shift = { middle: -width / 2, start: -7, end: 7 - width };
  for (const [anchor, anchorCost] of anchors) {
    const x = wish.x + shift[anchor];
    for (const side of ['above', 'below'] as const) {
      const y = side === 'above' ? wish.y - wish.above - HEIGHT : wish.y + wish.below;
      const cost = anchorCost + (side === wish.prefer ? 0 : 1);
      yield { x, y, cost };
      // Where the line beside the knot is taken, the next one away from it may be free.
      if (anchor === 'middle') yield { x, y: side === 'above' ? y - HEIGHT : y + HEIGHT, cost: cost + 4 };
    }
  }
  yield { x: wish.x + 12, y: wish.y - HEIGHT / 2, cost: 6 };
}

function pathCost(box: Box, samples: readonly { x: number; y: number }[]): number {
  let hits = 0;
  for (const point of samples) {
    if (
      point.x > box.x - 2 &&
      point.x < box.x + box.width + 2 &&
      point.y > box.y - 2 &&
      point.y < box.y + box.height + 2
    )
      hits++;
  }
  return Math.min(hits, 12) * 1.5;
}

/** What a label may cost at most: a light one rather goes missing than covers the path. */
const budget = (wish: LabelWish): number => 5 + wish.weight * 1.5;

/**
 * Places labels one by one, the weightiest first, each where it costs least. A label that would touch another, a knot or
 * the edge, or that costs more than it is worth, is tried shorter, and then left out: the table below the drawing has
 * every event.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  bounds: Box,
  obstacles: readonly Box[],
  samples: readonly { x: number; y: number }[],
): Label[] {
  const placed: Label[] = [];
  const taken: Box[] = [...obstacles];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    const best = bestPlace(wish, bounds, taken, samples);
    if (!best) continue;
    placed.push(best);
    taken.push(best);
  }
  return placed;
}

function bestPlace(
  wish: LabelWish,
  bounds: Box,
  taken: readonly Box[],
  samples: readonly { x: number; y: number }[],
): Label | null {
  let best: Label | null = null;
  let lowest = budget(wish);
  for (const [max, shortness] of [
    [LONGEST, 0],
    [90, 7],
  ] as const) {
    const text = shorten(wish.text, FONT, max);
    if (shortness > 0 && text === shorten(wish.text, FONT, LONGEST)) continue;
    const width = labelBox(text, 0, 0).width;
    for (const place of places(wish, width)) {
      const x = Math.min(Math.max(place.x, bounds.x), bounds.x + bounds.width - width);
      const box = labelBox(text, x, place.y);
      const moved = Math.abs(x - place.x);
      if (moved > width / 2 + 8 || box.y < bounds.y || box.y + box.height > bounds.y + bounds.height)
        continue;
      if (taken.some((other) => overlaps(other, box))) continue;
      const cost = place.cost + shortness + pathCost(box, samples) + moved / 20;
      if (cost < lowest) {
        lowest = cost;
        best = box;
      }
    }
  }
  return best;
}
