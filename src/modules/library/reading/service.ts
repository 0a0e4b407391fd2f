import type { Child } from 'hono/jsx';
import type { Ctx } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import type { Block } from '#kernel/markdown/tree.ts';
import { mayEdit } from '../policy.ts';
import type { Reading, Shown } from '../schema.ts';
import { type Address, read } from '../service.ts';
import type { LibraryHost } from './schema.ts';

type Attrs = Readonly<Record<string, string>>;
const keyOf = (name: string, attrs: Attrs): string => JSON.stringify([name, attrs]);

const embedsIn = (blocks: readonly Block[]): { name: string; attrs: Attrs }[] =>
  blocks.flatMap((block) =>
    block.type === 'embed'
      ? [block]
      : block.type === 'box' || block.type === 'quote'
        ? embedsIn(block.blocks)
        : [],
  );

/** More in one text would be an attack on the database, not a page. */
const MOST_EMBEDS = 20;

/** The views of the blocks that other modules fill, asked for before the page is made: a page reads nothing itself. */
export async function embedded(
  ctx: Ctx,
  host: LibraryHost,
  blocks: readonly Block[],
): Promise<Reading['embed']> {
  const views = new Map<string, Child>();
  for (const { name, attrs } of embedsIn(blocks).slice(0, MOST_EMBEDS)) {
    const key = keyOf(name, attrs);
    if (!views.has(key)) views.set(key, (await host.embeds[name]?.(ctx, attrs)) ?? null);
  }
  return (name, attrs) => views.get(keyOf(name, attrs)) ?? null;
}

/** A text with its parts, ready for a page. */
export async function readingOf(ctx: Ctx, host: LibraryHost, shown: Shown): Promise<Reading> {
  const blocks = parseMarkdown(shown.body);
  return {
    shown,
    blocks,
    embed: await embedded(ctx, host, blocks),
    siteUrl: host.siteUrl,
    edits: mayEdit(ctx.actor).allowed,
  };
}

/** The document at an address for a page, or where it has moved. Throws `not_found`. */
export async function openAt(
  ctx: Ctx,
  host: LibraryHost,
  at: Address,
): Promise<Reading | { readonly movedTo: string }> {
  const found = await read(ctx, at);
  return 'movedTo' in found ? found : readingOf(ctx, host, found);
}
