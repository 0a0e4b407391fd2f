import type { Ctx } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import type { Block, Inline } from '#kernel/markdown/tree.ts';
import { mayEdit } from '../policy.ts';
import type { Reading, Shown } from '../schema.ts';
import { type Address, read } from '../service.ts';
import type { Embedded, LibraryHost } from './schema.ts';

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

async function found(ctx: Ctx, host: Pick<LibraryHost, 'embeds'>, blocks: readonly Block[]) {
  const all = new Map<string, Embedded | null>();
  for (const { name, attrs } of embedsIn(blocks).slice(0, MOST_EMBEDS)) {
    const key = keyOf(name, attrs);
    if (!all.has(key)) all.set(key, (await host.embeds[name]?.(ctx, attrs)) ?? null);
  }
  return all;
}

/** The views of the blocks that other modules fill, asked for before the page is made: a page reads nothing itself. */
export async function embedded(
  ctx: Ctx,
  host: LibraryHost,
  blocks: readonly Block[],
): Promise<Reading['embed']> {
  const all = await found(ctx, host, blocks);
  return (name, attrs) => all.get(keyOf(name, attrs))?.view ?? null;
}

/** The text with what those blocks stand for written out, for wherever it goes without this site. */
export async function writtenOut(
  ctx: Ctx,
  host: Pick<LibraryHost, 'embeds'>,
  blocks: readonly Block[],
): Promise<readonly Block[]> {
  if (embedsIn(blocks).length === 0) return blocks;
  const all = await found(ctx, host, blocks);
  const out = (some: readonly Block[]): Block[] =>
    some.flatMap((block): readonly Block[] => {
      if (block.type === 'embed') return all.get(keyOf(block.name, block.attrs))?.blocks ?? [];
      return block.type === 'box' || block.type === 'quote'
        ? [{ ...block, blocks: out(block.blocks) }]
        : [block];
    });
  return out(blocks);
}

/** The picture of a document as the beginning of its text, with whose it is. */
export const pictured = (
  { imageId, imageAlt, imageLicence }: Pick<Shown, 'imageId' | 'imageAlt' | 'imageLicence'>,
  blocks: readonly Block[],
): readonly Block[] => {
  if (imageId === null) return blocks;
  const paragraph = (of: Inline): Block => ({ type: 'paragraph', children: [of] });
  return [
    paragraph({ type: 'image', src: `/library/images/${imageId}`, alt: imageAlt }),
    ...(imageLicence === '' ? [] : [paragraph({ type: 'text', text: imageLicence })]),
    ...blocks,
  ];
};

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
