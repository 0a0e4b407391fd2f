import type { Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { type Block, type Inline, sectionOf, textOf } from '#kernel/markdown/tree.ts';
import { formatDate } from '#kernel/time.ts';
import { SECTIONS, type Shown, slug } from '../schema.ts';
import { type Address, read } from '../service.ts';
import type { PartAsked, QuotedPart } from './schema.ts';
import { text } from './text.pl.ts';

/** A document that has moved twice is followed; one that moves in a circle is not there. */
const MOST_MOVES = 3;

/**
 * The part of a publication that readers see now. Null when the text is not there; without blocks when the text is there
 * and has no such part any more, so that a quotation never silently says something else.
 */
export async function partOf(ctx: Ctx, asked: PartAsked): Promise<QuotedPart | null> {
  if (!slug.safeParse(asked.publication).success) return null;
  const { chapter, part, lang } = asked;
  const shown = await readMoved(
    ctx,
    chapter
      ? { section: 'library', slug: chapter, parent: asked.publication, lang }
      : { section: 'library', slug: asked.publication, lang },
  );
  if (!shown) return null;
  const blocks = parseMarkdown(shown.body);
  const [head, ...under] = part ? sectionOf(blocks, part) : [];
  const found = head?.type === 'heading' ? head : null;
  const t = text[ctx.lang];
  const publication = shown.parent?.title ?? shown.title;
  const about = [
    publication === shown.title ? '' : publication,
    t.version(shown.number),
    shown.legalStateOn === null ? '' : t.legalState(formatDate(shown.legalStateOn, ctx.lang)),
  ];
  return {
    title: found ? textOf(found.children) : shown.title,
    source: { title: shown.title, path: shown.path },
    about: `${about.flatMap((each) => (each === '' ? [] : `, ${each}`)).join('')}.`,
    path: `${shown.path}${found ? `#${found.id}` : ''}`,
    lang: shown.lang,
    number: shown.number,
    legalStateOn: shown.legalStateOn,
    blocks: placed(part ? under : blocks, shown.path, t.nested),
  };
}

async function readMoved(ctx: Ctx, first: Address): Promise<Shown | null> {
  let at: Address | null = first;
  for (let moves = 0; at && moves <= MOST_MOVES; moves++) {
    const found: Awaited<ReturnType<typeof read>> | null = await read(ctx, at).catch(nullWhenMissing);
    if (!found || !('movedTo' in found)) return found;
    at = addressOf(found.movedTo, first.lang);
  }
  return null;
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}

function addressOf(path: string, lang: string | undefined): Address | null {
  const [name = '', first = '', second] = path.slice(1).split('/');
  const section = name in SECTIONS ? (name as Address['section']) : null;
  if (!section) return null;
  return second === undefined
    ? { section, slug: first, lang }
    : { section, slug: second, parent: first, lang };
}

const SLUG = /^[a-z0-9-]{1,100}$/;

/** What a quoted part quotes itself is a link: a quotation never grows on. */
function nested(attrs: Readonly<Record<string, string>>, says: string): Block[] {
  const { document = '', chapter = '', part = '' } = attrs;
  if (!SLUG.test(document)) return [];
  const path = `/library/${document}${SLUG.test(chapter) ? `/${chapter}` : ''}`;
  const href = `${path}${SLUG.test(part) ? `#${part}` : ''}`;
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: `${says} ` },
        { type: 'link', href, children: [{ type: 'text', text: path }] },
      ],
    },
  ];
}

/** The quotation as text: the part, and where it comes from. */
export function quotationOf(ctx: Ctx, part: QuotedPart): readonly Block[] {
  const { title, source, path, blocks } = part;
  const t = text[ctx.lang];
  const link: Inline = { type: 'link', href: path, children: [{ type: 'text', text: source.title }] };
  if (blocks.length === 0)
    return [{ type: 'paragraph', children: [{ type: 'text', text: `${t.gone} ` }, link] }];
  const heading: Inline = { type: 'strong', children: [{ type: 'text', text: title }] };
  return [
    { type: 'quote', blocks: [{ type: 'paragraph', children: [heading] }, ...blocks] },
    {
      type: 'paragraph',
      children: [{ type: 'text', text: `${t.source} ` }, link, { type: 'text', text: part.about }],
    },
  ];
}

/** Blocks as they may stand in another page. */
const placed = (blocks: readonly Block[], path: string, says: string): Block[] =>
  blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
        return [{ type: 'paragraph', children: [{ type: 'strong', children: moved(block.children, path) }] }];
      case 'paragraph':
        return [{ ...block, children: moved(block.children, path) }];
      case 'list':
        return [
          {
            ...block,
            items: block.items.map((item) => ({ ...item, blocks: placed(item.blocks, path, says) })),
          },
        ];
      case 'table': {
        const row = (cells: readonly (readonly Inline[])[]) => cells.map((cell) => moved(cell, path));
        return [{ ...block, header: row(block.header), rows: block.rows.map(row) }];
      }
      case 'quote':
      case 'box':
        return [{ ...block, blocks: placed(block.blocks, path, says) }];
      case 'embed':
        return block.name === 'quote' ? nested(block.attrs, says) : [];
      case 'notes':
        return [];
      default:
        return [block];
    }
  });

/** Links within the text lead to the text; a footnote is read there. */
const moved = (children: readonly Inline[], path: string): Inline[] =>
  children.map((each): Inline => {
    switch (each.type) {
      case 'noteRef':
        return {
          type: 'link',
          href: `${path}#${each.id}`,
          children: [{ type: 'text', text: `[${each.number}]` }],
        };
      case 'link':
        return {
          ...each,
          href: each.href.startsWith('#') ? `${path}${each.href}` : each.href,
          children: moved(each.children, path),
        };
      case 'strong':
      case 'em':
      case 'del':
        return { ...each, children: moved(each.children, path) };
      default:
        return each;
    }
  });
