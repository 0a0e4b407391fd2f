import type { MarkedToken, Token, Tokens } from 'marked';
import { plain } from '../words/words.ts';
import { chartOf } from './chart.ts';
import { inlinesOf, type Mentions } from './inlines.ts';
import { lex } from './lexer.ts';
import { type Segment, split } from './split.ts';
import { type Block, type HeadingLevel, type Inline, type Item, type Note, textOf } from './tree.ts';

export interface ParseOptions {
  /** Goes before every id, for a second text on the same page. */
  readonly prefix?: string;
}

/** A chapter has about 30,000 characters. What lies beyond this is not read. */
export const LONGEST_TEXT = 400_000;
const DEEPEST = 10;
/** Ids that every page has. */
const TAKEN = ['main', 'errors'];

/**
 * Markdown (GFM) as a tree: headings, paragraphs, lists with tasks, tables, quotations, code, links, own images,
 * footnotes `[^1]`, boxes `:::note Title … :::` and embedded blocks `::name{key="value"}` on a line of their own.
 * Takes any text whatever: raw HTML and what is not understood becomes text, it never throws, and its time grows with
 * the length of the text alone.
 */
export function parseMarkdown(text: string, options: ParseOptions = {}): Block[] {
  const { segments, notes } = split(readable(text).split('\n'));
  const reading = new Reading(options.prefix ?? '', new Set(notes.keys()));
  const blocks = reading.segments(segments);
  return notes.size === 0 ? blocks : [...blocks, { type: 'notes', items: reading.notes(notes) }];
}

const readable = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\n\t]|[\ufeff\u{fdd0}-\u{fdef}\ufffe\uffff]/gu, '');

/** What one text remembers while it is read: ids in use, the level of the last heading, footnotes mentioned. */
class Reading implements Mentions {
  readonly prefix: string;
  readonly #known: ReadonlySet<string>;
  readonly #ids = new Map<string, number>(TAKEN.map((id) => [id, 1]));
  readonly #numbers = new Map<string, number>();
  readonly #mentions = new Map<string, number>();
  #level = 1;
  #tables = 0;
  #listings = 0;

  constructor(prefix: string, known: ReadonlySet<string>) {
    this.prefix = prefix;
    this.#known = known;
  }

  segments(segments: readonly Segment[]): Block[] {
    return segments.flatMap((segment): Block[] => {
      if (segment.type === 'embed')
        return [(segment.name === 'chart' ? chartOf(segment.attrs) : null) ?? segment];
      if (segment.type === 'markdown') return this.#markdown(segment.text);
      const { kind, title } = segment;
      return [{ type: 'box', kind, title, blocks: this.segments(segment.segments) }];
    });
  }

  /** In the order in which they are mentioned, then those nobody mentions. */
  notes(texts: ReadonlyMap<string, string>): Note[] {
    for (const name of texts.keys()) this.#number(name);
    return [...this.#numbers].map(([name, number]) => {
      const mentions = this.#mentions.get(name) ?? 0;
      const blocks = this.#markdown(texts.get(name) ?? '');
      return { id: this.#noteId(number), number, mentions, blocks };
    });
  }

  mention(name: string): Inline | null {
    if (!this.#known.has(name)) return null;
    const number = this.#number(name);
    const mention = (this.#mentions.get(name) ?? 0) + 1;
    this.#mentions.set(name, mention);
    return { type: 'noteRef', number, mention, id: this.#noteId(number) };
  }

  #noteId(number: number): string {
    return `${this.prefix}note-${number}`;
  }

  #number(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1;
    this.#numbers.set(name, number);
    return number;
  }

  #markdown(text: string): Block[] {
    try {
      return this.#blocks(lex(text), 0);
    } catch {
      // The lexer gives up on nothing we know; should it, the words are shown as they were written.
      return text
        .split(/\n{2,}/)
        .map((part) => ({ type: 'paragraph', children: [{ type: 'text', text: part }] }));
    }
  }

  #blocks(tokens: readonly Token[], depth: number): Block[] {
    return tokens.flatMap((token) => this.#block(token as MarkedToken, depth));
  }

  #block(token: MarkedToken, depth: number): Block[] {
    if (depth > DEEPEST)
      return token.raw.trim() === '' ? [] : [paragraph([{ type: 'text', text: token.raw.trim() }])];
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return [paragraph(this.#inlines(token.tokens ?? [token]))];
      case 'heading':
        return [this.#heading(token)];
      case 'list':
        return [this.#list(token, depth)];
      case 'table':
        return [this.#table(token)];
      case 'blockquote':
        return [{ type: 'quote', blocks: this.#blocks(token.tokens, depth + 1) }];
      case 'code':
        this.#listings += 1;
        return [{ type: 'code', number: this.#listings, text: token.text }];
      case 'hr':
        return [{ type: 'rule' }];
      default:
        return [];
    }
  }

  #inlines(tokens: readonly Token[]): Inline[] {
    return inlinesOf(tokens, this);
  }

  /** Levels go down one by one, whatever was typed: who listens finds a part by them. */
  #heading(token: Tokens.Heading): Block {
    this.#level = Math.min(Math.max(token.depth, 2), this.#level + 1, 6);
    const children = this.#inlines(token.tokens);
    const id = this.#idOf(textOf(children));
    return { type: 'heading', level: this.#level as HeadingLevel, id, children };
  }

  #idOf(text: string): string {
    const words = plain(text)
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 80)
      .replace(/-$/, '');
    // An id does not begin with a number: style sheets could not name it.
    const slug = !words ? 'part' : /^[a-z]/.test(words) ? words : `p-${words}`;
    let id = slug;
    for (let n = this.#ids.get(slug) ?? 1; this.#ids.has(id); n++) {
      id = `${slug}-${n + 1}`;
      this.#ids.set(slug, n + 1);
    }
    this.#ids.set(id, 1);
    return this.prefix + id;
  }

  #list(token: Tokens.List, depth: number): Block {
    const start = token.ordered ? Number(token.start) || 1 : null;
    const items = token.items.map(
      (item): Item => ({
        checked: item.task ? item.checked === true : null,
        blocks: this.#blocks(item.tokens, depth + 1),
      }),
    );
    return { type: 'list', start, loose: token.loose, items };
  }

  #table(token: Tokens.Table): Block {
    const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => this.#inlines(cell.tokens));
    this.#tables += 1;
    return {
      type: 'table',
      number: this.#tables,
      align: token.align,
      header: cells(token.header),
      rows: token.rows.map(cells),
    };
  }
}

const paragraph = (children: readonly Inline[]): Block => ({ type: 'paragraph', children });
