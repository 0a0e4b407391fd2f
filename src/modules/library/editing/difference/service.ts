import { diffWordsWithSpace } from 'diff';
import type { Ctx } from '#kernel/context.ts';
import type { Past, Piece } from '../../schema.ts';
import { versionText } from '../../service.ts';

/** Longer texts are compared paragraph by paragraph only: the comparison of words grows with the square of its result. */
const MOST_EDITS = 4000;
const TIMEOUT_MS = 400;

/** What became of a text, word by word; when that takes too long, the old text and the new one whole. */
export function difference(before: string, after: string): readonly Piece[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, timeout: TIMEOUT_MS });
  if (!found)
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  return found.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

const AROUND = 160;

/** Long stretches that stayed the same are cut to what stands around a change. */
export function shortened(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, i) => {
    if (piece.change !== 'same' || piece.text.length <= 2 * AROUND + 20) return piece;
    const first = i === 0 ? '' : piece.text.slice(0, AROUND);
    const last = i === pieces.length - 1 ? '' : piece.text.slice(-AROUND);
    return { ...piece, text: `${first} […] ${last}` };
  });
}

/** A version as one text to compare. */
export const textOf = (version: { title: string; lead: string; body: string }): string =>
  `${version.title}\n\n${version.lead}\n\n${version.body}`;

/** What a version changed beside the one before it. Null when there is no such version or none before it. */
export async function comparedWith(
  ctx: Ctx,
  past: readonly Past[],
  number: number,
): Promise<{ readonly number: number; readonly pieces: readonly Piece[] } | null> {
  const index = past.findIndex((each) => each.number === number);
  const [version, before] = [past[index], past[index + 1]];
  if (!version || !before) return null;
  const texts = await Promise.all([versionText(ctx, before.id), versionText(ctx, version.id)]);
  return { number, pieces: shortened(difference(textOf(texts[0]), textOf(texts[1]))) };
}
