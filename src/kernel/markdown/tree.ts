/**
 * A text written in Markdown, as a small tree. It holds nothing that a page, a PDF or a book could run: addresses are
 * checked, raw HTML is text, names of boxes come from a list. Every renderer works on this tree and on nothing else.
 */

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em' | 'del'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'break' }
  /** The n-th mention (from 1) of a footnote; `id` is the note's own. */
  | { readonly type: 'noteRef'; readonly number: number; readonly mention: number; readonly id: string };

export const BOX_KINDS = ['note', 'warning', 'definition', 'example', 'law'] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

/** 1 is the title of the page, which is no part of the text. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;
export type Align = 'left' | 'center' | 'right' | null;

export interface Item {
  /** Null when it is no task. */
  readonly checked: boolean | null;
  readonly blocks: readonly Block[];
}

export interface Note {
  readonly id: string;
  readonly number: number;
  /** How many times the text mentions it. */
  readonly mentions: number;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'heading';
      readonly level: HeadingLevel;
      readonly id: string;
      readonly children: readonly Inline[];
    }
  | {
      readonly type: 'list';
      /** The number of the first item; null when items are not numbered. */
      readonly start: number | null;
      /** Items stand apart, as paragraphs. */
      readonly loose: boolean;
      readonly items: readonly Item[];
    }
  | {
      readonly type: 'table';
      /** Which table of the text it is, from 1. */
      readonly number: number;
      readonly align: readonly Align[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly type: 'code';
      /** Which listing of the text it is, from 1. */
      readonly number: number;
      readonly text: string;
    }
  | { readonly type: 'rule' }
  | {
      readonly type: 'box';
      readonly kind: BoxKind;
      readonly title: string;
      readonly blocks: readonly Block[];
    }
  | {
      /** Horizontal bars; the title says the finding. */
      readonly type: 'chart';
      readonly title: string;
      readonly bars: readonly { readonly label: string; readonly value: number }[];
      readonly unit: string;
      readonly source: string;
    }
  | { readonly type: 'embed'; readonly name: string; readonly attrs: Readonly<Record<string, string>> }
  /** All footnotes; the last block of a text that has any. */
  | { readonly type: 'notes'; readonly items: readonly Note[] };

export interface Heading {
  readonly level: HeadingLevel;
  readonly id: string;
  readonly text: string;
}

/** Headings in the order of the text, for a table of contents; those in lists and quotations are left out. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block) =>
    block.type === 'heading'
      ? [{ level: block.level, id: block.id, text: textOf(block.children) }]
      : block.type === 'box'
        ? headingsOf(block.blocks)
        : [],
  );
}

/** Ids of all headings, wherever they stand. */
export function idsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.id];
    if (block.type === 'box' || block.type === 'quote') return idsOf(block.blocks);
    if (block.type === 'list') return block.items.flatMap((item) => idsOf(item.blocks));
    return [];
  });
}

/** Addresses of all images, wherever they stand. */
export function imagesIn(blocks: readonly Block[]): string[] {
  const runs = (children: readonly Inline[]): string[] =>
    children.flatMap((each) =>
      each.type === 'image' ? [each.src] : 'children' in each ? runs(each.children) : [],
    );
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return runs(block.children);
      case 'list':
      case 'notes':
        return block.items.flatMap((item: Item | Note) => imagesIn(item.blocks));
      case 'table':
        return [block.header, ...block.rows].flat().flatMap(runs);
      case 'quote':
      case 'box':
        return imagesIn(block.blocks);
      default:
        return [];
    }
  });
}

/** The part under a heading, with it, up to the next heading of its level or a higher one. Empty when there is none. */
export function sectionOf(blocks: readonly Block[], id: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.type === 'heading' && block.id === id);
  const head = blocks[start];
  if (head?.type !== 'heading') return [];
  const end = blocks.findIndex(
    (block, i) =>
      i > start && (block.type === 'notes' || (block.type === 'heading' && block.level <= head.level)),
  );
  return blocks.slice(start, end < 0 ? undefined : end);
}

/** What a run says, on one line. */
export function textOf(children: readonly Inline[]): string {
  return children
    .map((each): string => {
      switch (each.type) {
        case 'text':
          return each.text.replaceAll('\n', ' ');
        case 'code':
          return each.text;
        case 'break':
          return ' ';
        case 'image':
          return each.alt;
        case 'noteRef':
          return '';
        default:
          return textOf(each.children);
      }
    })
    .join('');
}

/** The text alone, for the search and for letters: paragraphs parted by an empty line, items and rows on lines. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(plainBlock)
    .filter((part) => part !== '')
    .join('\n\n');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOf(block.children).trim();
    case 'list':
      return block.items.map((item, i) => `${markOf(block.start, item, i)} ${indented(item)}`).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(textOf).join('\t')).join('\n');
    case 'quote':
      return plainText(block.blocks);
    case 'box':
      return [block.title, plainText(block.blocks)].filter((part) => part !== '').join('\n\n');
    case 'code':
      return block.text;
    case 'chart':
      return [
        block.title,
        ...block.bars.map(({ label, value }) => `${label}: ${value} ${block.unit}`.trim()),
      ].join('\n');
    case 'notes':
      return block.items.map((note) => `[${note.number}] ${plainText(note.blocks)}`).join('\n');
    default:
      return '';
  }
}

const indented = (item: Item): string => plainText(item.blocks).replace(/\n+/g, '\n  ');

function markOf(start: number | null, item: Item, i: number): string {
  if (item.checked !== null) return item.checked ? '[x]' : '[ ]';
  return start === null ? '-' : `${start + i}.`;
}

/** How many words, for "so many minutes of reading". */
export const words = (blocks: readonly Block[]): number =>
  plainText(blocks).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
