import type { Ctx } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { withVector } from '../editing/service.ts';
import { factsOf } from '../facts/schema.ts';
import * as queries from './queries.ts';
import type { GivenAct, GivenDocument } from './schema.ts';

/** Acts of law that given documents rest on. Those that are there stay as they are. */
export const putActs = (ctx: Ctx, acts: readonly GivenAct[]): Promise<number> =>
  queries.insertActs(ctx, acts);

/** Writes a document as published from a day on, past every desk: for the system alone. Gives its id. */
export async function putDocument(ctx: Ctx, given: GivenDocument): Promise<string> {
  const id = newId();
  const { versions, themes, acts, publishedAt: at, ...document } = given;
  await queries.insertDocument(ctx, { id, ...document, publishedAt: at });
  for (const version of versions) {
    const { kind: _, ...facts } = factsOf(given.kind, version.facts);
    const words = withVector(given.kind, { ...version, facts, imageAlt: '', changeNote: '' }, given.tags);
    await queries.insertVersion(ctx, {
      ...version,
      id: newId(),
      documentId: id,
      facts: JSON.stringify(facts),
      vector: words.vector,
      at,
    });
  }
  await queries.insertThemes(ctx, id, themes);
  await queries.insertActsOf(ctx, id, JSON.stringify(acts));
  return id;
}

/** What editors recommend beside a document, in that order. */
export async function recommend(ctx: Ctx, id: string, others: readonly string[]): Promise<void> {
  for (const [i, other] of others.entries()) if (other !== id) await queries.insertRelated(ctx, id, other, i);
}
