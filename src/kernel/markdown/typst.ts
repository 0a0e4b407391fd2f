import type { Lang } from '../i18n.ts';
import { absolute } from './addresses.ts';
import { measured } from './chart.ts';
import { LABELS } from './labels.ts';
import { type Block, type Inline, idsOf, type Note } from './tree.ts';

export interface TypstOptions {
  /** The address of this site without a slash at its end. */
  readonly site: string;
  readonly lang: Lang;
  /** Where the picture of an address is for the printer; null when it has none, and its alternative text stands instead. */
  readonly image?: (src: string) => string | null;
  /** How many levels lower headings stand; without it `##` is the first level under the title. */
  readonly lower?: number;
  /** Ids of headings of other texts of the same document, to which a link may lead. */
  readonly anchors?: ReadonlySet<string>;
}

/** JSON for `blocks` of `/kernel/markdown/blocks.typ`: what was typed is only ever a string in it. */
export type TypstData = Readonly<Record<string, unknown>>;

export function toTypst(blocks: readonly Block[], options: TypstOptions): TypstData[] {
  const notes = blocks.flatMap((block) => (block.type === 'notes' ? block.items : []));
  const context: Context = {
    ...options,
    notes: new Map(notes.map((note) => [note.id, note])),
    known: new Set([...idsOf(blocks), ...(options.anchors ?? [])]),
  };
  const loose = notes.filter((note) => note.mentions === 0);
  return [
    ...all(blocks, context),
    ...loose.flatMap((note) => all(note.blocks, { ...context, notes: new Map() })),
  ];
}

interface Context extends TypstOptions {
  readonly notes: ReadonlyMap<string, Note>;
  readonly known: ReadonlySet<string>;
}

const all = (blocks: readonly Block[], c: Context): TypstData[] =>
  blocks.flatMap((block) => blockOf(block, c));

function blockOf(block: Block, c: Context): TypstData[] {
  switch (block.type) {
    case 'paragraph': {
      const [only, ...others] = block.children;
      const path = only?.type === 'image' && others.length === 0 ? c.image?.(only.src) : null;
      if (only?.type === 'image' && path) return [{ t: 'picture', path, alt: only.alt }];
      return [{ t: 'paragraph', of: runs(block.children, c) }];
    }
    case 'heading': {
      const level = block.level - 1 + (c.lower ?? 0);
      return [{ t: 'heading', level, id: block.id, of: runs(block.children, c) }];
    }
    case 'list': {
      const items = block.items.map((item) => ({ done: item.checked, of: all(item.blocks, c) }));
      const tasks = block.items.some((item) => item.checked !== null);
      return [{ t: tasks ? 'tasks' : 'list', start: block.start, loose: block.loose, items }];
    }
    case 'table': {
      const cells = (row: readonly (readonly Inline[])[]) => row.map((cell) => runs(cell, c));
      return [{ t: 'table', align: block.align, header: cells(block.header), rows: block.rows.map(cells) }];
    }
    case 'quote':
      return [{ t: 'quote', of: all(block.blocks, c) }];
    case 'code':
      return [{ t: 'code', text: block.text }];
    case 'rule':
      return [{ t: 'rule' }];
    case 'box': {
      const title = [LABELS[c.lang].boxes[block.kind], block.title].filter((part) => part !== '').join(': ');
      return [{ t: 'box', strong: block.kind === 'warning', title, of: all(block.blocks, c) }];
    }
    case 'chart': {
      const { what, value, source } = LABELS[c.lang].chart;
      const from = block.source === '' ? '' : `${source}: ${block.source}`;
      return [{ t: 'chart', title: block.title, what, value, from, bars: measured(block, c.lang) }];
    }
    case 'embed':
    case 'notes':
      return [];
  }
}

const runs = (children: readonly Inline[], c: Context): TypstData[] =>
  children.flatMap((each) => runOf(each, c));

function runOf(inline: Inline, c: Context): TypstData[] {
  switch (inline.type) {
    case 'text':
      return [{ t: 'text', text: inline.text.replaceAll('\n', ' ') }];
    case 'code':
      return [{ t: 'code', text: inline.text }];
    case 'break':
      return [{ t: 'break' }];
    case 'image': {
      const path = c.image?.(inline.src);
      return [path ? { t: 'image', path, alt: inline.alt } : { t: 'text', text: inline.alt }];
    }
    case 'link':
      return linkOf(inline.href, runs(inline.children, c), c);
    case 'noteRef': {
      const note = c.notes.get(inline.id);
      if (!note) return [{ t: 'text', text: `[${inline.number}]` }];
      if (inline.mention > 1) return [{ t: 'again', id: inline.id }];
      // A footnote in a footnote would never end.
      return [{ t: 'note', id: inline.id, of: all(note.blocks, { ...c, notes: new Map() }) }];
    }
    default:
      return [{ t: inline.type, of: runs(inline.children, c) }];
  }
}

/** PDF takes no link without words, and none to a place that is not there. */
function linkOf(href: string, of: TypstData[], c: Context): TypstData[] {
  if (of.length === 0) return [];
  if (!href.startsWith('#')) return [{ t: 'link', to: absolute(href, c.site), of }];
  return c.known.has(href.slice(1)) ? [{ t: 'anchor', to: href.slice(1), of }] : of;
}
