import type { Ctx } from '#kernel/context.ts';
import type { Block, Inline } from '#kernel/markdown/tree.ts';
import { addressOf, readQuery } from '../schema.ts';
import { names, search } from '../service.ts';
import type { EntityList } from './schema.ts';
import { text } from './text.pl.ts';

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

/** The list as text, for paper, a reader of books and a feed. */
export function listed(ctx: Ctx, { hits, total, href, names: name }: EntityList): readonly Block[] {
  const link = (to: string, words: string): Inline => ({
    type: 'link',
    href: to,
    children: [{ type: 'text', text: words }],
  });
  const items = hits.map((hit) => {
    const about = [name('type', hit.type), hit.locality].filter((each) => each !== '').join(', ');
    const children: Inline[] = [link(`/directory/${hit.id}`, hit.name), { type: 'text', text: ` ${about}` }];
    return { checked: null, blocks: [{ type: 'paragraph', children }] satisfies Block[] };
  });
  return [
    { type: 'list', start: null, loose: false, items },
    { type: 'paragraph', children: [link(href, text[ctx.lang].all(total))] },
  ];
}
