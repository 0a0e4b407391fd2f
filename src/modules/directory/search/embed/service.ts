import type { Ctx } from '#kernel/context.ts';
import { addressOf, readQuery } from '../schema.ts';
import { names, search } from '../service.ts';
import type { EntityList } from './schema.ts';

/** A list in a text is an example, not a catalogue. */
const MOST = 8;

/** What the block `::directory{q="catering" type="SPS" place="limanowski"}` shows; null when it finds nobody. */
export async function entityList(
  ctx: Ctx,
  attrs: Readonly<Record<string, string>>,
): Promise<EntityList | null> {
  const { q = '', type = '', place = '' } = attrs;
  const { query } = readQuery({ q, type, where: place });
  const { hits, total } = await search(ctx, query);
  if (total === 0) return null;
  return { hits: hits.slice(0, MOST), total, href: addressOf(query), names: await names(ctx) };
}
