import type { LocalDate } from '#kernel/time.ts';
import type { PathPiece, WeaveInput } from './model.ts';

/** How wide a passage from lane to lane is drawn where time leaves room. */
const PASSAGE = 42;
/** Narrower than this it would look like a wall. */
const NARROWEST = 10;

interface Span {
  y: number;
  start: number;
  end: number;
}

export interface PathGeometry {
  readonly pieces: readonly PathPiece[];
  /** Points along the line, so that labels can keep away from it. */
  readonly samples: readonly { x: number; y: number }[];
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** The stays in order, then what is due, as flat spans; spans never go back in time. */
function spansOf(
  input: WeaveInput,
  x: (date: LocalDate) => number,
  y: (laneId: string) => number | undefined,
): Span[] {
  const stays = [...input.path].sort((a, b) => (a.from < b.from ? -1 : 1));
  const spans: Span[] = [];
  stays.forEach((stay, index) => {
    const laneY = y(stay.laneId);
    if (laneY === undefined) return;
    const next = stays[index + 1];
    const until = stay.to ?? next?.from ?? [stay.from, input.today].sort()[1] ?? input.today;
    const start = Math.max(x(stay.from), spans.at(-1)?.end ?? Number.NEGATIVE_INFINITY);
    spans.push({
      y: laneY,
      start,
      end: Math.max(start, Math.min(x(until), next ? x(next.from) : Number.POSITIVE_INFINITY)),
    });
  });
  for (const due of [...(input.due ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const laneY = y(due.laneId);
    const last = spans.at(-1);
    if (laneY === undefined || !last) continue;
    const at = Math.max(x(due.at), last.end);
    spans.push({ y: laneY, start: at, end: at });
  }
  return spans;
}

/** Where the passage between two spans begins and ends, keeping the knots on flat line. */
function passage(
  a: Span,
  b: Span,
  knotsA: readonly number[],
  knotsB: readonly number[],
): { from: number; to: number } {
  const earliest = Math.max(a.start, ...knotsA.filter((k) => k <= b.start + 0.5));
  const latest = Math.min(b.end, ...knotsB.filter((k) => k >= b.start - 0.5));
  let to = b.start;
  let from = Math.max(earliest, to - PASSAGE);
  if (to - from < NARROWEST) {
    to = Math.min(Math.max(latest, to), from + NARROWEST * 2);
    from = Math.max(earliest, to - NARROWEST * 2);
  }
  return { from, to };
}

export function layoutPath(
  input: WeaveInput,
  x: (date: LocalDate) => number,
  y: (laneId: string) => number | undefined,
  right: number,
): PathGeometry {
  const spans = spansOf(input, x, y);
  const first = spans[0];
  if (!first) return { pieces: [], samples: [] };
  const knotsAt = (laneY: number) =>
    input.knots.filter((knot) => y(knot.laneId) === laneY).map((knot) => x(knot.at));
  const pieces: PathPiece[] = [];
  const samples: { x: number; y: number }[] = [];
  const flat = (from: number, to: number, laneY: number) => {
    for (let at = from; at <= to; at += 6) samples.push({ x: at, y: laneY });
  };
  let d = `M${n(first.start)} ${n(first.y)}`;
  let at = first.start;
  spans.forEach((span, index) => {
    const next = spans[index + 1];
    if (!next) {
      const end =
        (input.due?.length ?? 0) > 0 ? Math.max(span.end, Math.min(right, span.end + 70)) : span.end;
      flat(at, end, span.y);
      d += `H${n(Math.max(at, end))}`;
      return;
    }
    if (next.y === span.y) return;
    const { from, to } = passage(span, next, knotsAt(span.y), knotsAt(next.y));
    const leave = Math.max(at, Math.min(from, span.end > at ? Math.max(span.end, at) : at));
    if (from - leave > 12) {
      pieces.push(
        { d: `${d}H${n(leave)}`, waiting: false },
        { d: `M${n(leave)} ${n(span.y)}H${n(from)}`, waiting: true },
      );
      d = `M${n(from)} ${n(span.y)}`;
    } else {
      d += `H${n(Math.max(at, from))}`;
    }
    flat(at, Math.max(at, from), span.y);
    const begin = Math.max(at, from);
    const finish = Math.max(begin, to);
    const bend = (finish - begin) * 0.5;
    d += `C${n(begin + bend)} ${n(span.y)} ${n(finish - bend)} ${n(next.y)} ${n(finish)} ${n(next.y)}`;
    for (let step = 1; step < 24; step++) {
      const t = step / 24;
      samples.push({ x: begin + (finish - begin) * t, y: span.y + (next.y - span.y) * t * t * (3 - 2 * t) });
    }
    at = finish;
  });
  pieces.push({ d, waiting: false });
  return { pieces, samples };
}
