import type { Ctx } from '#kernel/context.ts';
import { tokens, vector } from '#kernel/words/words.ts';
import * as queries from './queries.ts';

/** So many entities at once keep the statements and the memory small. */
const SLICE = 2000;

/**
 * Writes the search rows of these entities anew from their records: whoever changes a record calls it in the same
 * transaction. Ids of no entity are passed over; thousands are welcome.
 */
export async function refreshListings(ctx: Ctx, entityIds: readonly string[]): Promise<void> {
  // In one order, so that two writers of the same entities wait for each other instead of locking each other out.
  const ids = [...new Set(entityIds)].sort();
  for (let from = 0; from < ids.length; from += SLICE) {
    const rows = await queries.findTexts(ctx, ids.slice(from, from + SLICE));
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    await queries.writeListings(
      ctx,
      rows.map(({ id }) => id),
      rows.map(({ names, offers, other, entries }) => vector({ A: names, B: offers, C: other }, entries)),
    );
    await queries.addWords(
      ctx,
      vocabulary(rows.map(({ names, offers, other }) => `${names} ${offers} ${other}`)),
    );
  }
}

/** Words long enough to be recognised when misspelt. */
function vocabulary(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap(tokens));
  return [...words].filter((word) => /^[a-z]{4,40}$/.test(word)).sort();
}

/** Statuses begin and end by themselves; run daily. */
export async function refreshTurned(ctx: Ctx): Promise<void> {
  const turned = await queries.findTurned(ctx);
  await refreshListings(
    ctx,
    turned.map(({ id }) => id),
  );
}
