import type { MarkedToken, Token, Tokens } from 'marked';
import { imageAddress, linkAddress } from './addresses.ts';
import type { Inline } from './tree.ts';

/** What a run needs to know of its text. */
export interface Mentions {
  /** Goes before every id of the text, so before the places its links name. */
  readonly prefix: string;
  /** The mark of the footnote of this name; null when there is none. */
  mention(name: string): Inline | null;
}

const DEEPEST = 8;

export function inlinesOf(tokens: readonly Token[], notes: Mentions, depth = 0): Inline[] {
  const inlines = tokens.flatMap((token) => inlineOf(token as MarkedToken, notes, depth));
  return joined(inlines);
}

function inlineOf(token: MarkedToken, notes: Mentions, depth: number): Inline[] {
  if (depth > DEEPEST) return [{ type: 'text', text: token.raw }];
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [{ type: token.type, children: inlinesOf(token.tokens, notes, depth + 1) }];
    case 'codespan':
      return [{ type: 'code', text: token.text }];
    case 'br':
      return [{ type: 'break' }];
    case 'link':
      return linkOf(token, notes, depth);
    case 'image':
      return imageOf(token);
    case 'escape':
      return [{ type: 'text', text: token.text }];
    case 'checkbox':
      return [];
    case 'text':
      // A run within a run: the text of an item of a list.
      return token.tokens
        ? inlinesOf(token.tokens, notes, depth + 1)
        : withMentions(decoded(token.text), notes);
    default:
      return [{ type: 'text', text: token.raw }];
  }
}

/** A link that leads nowhere we allow is its words. */
function linkOf(token: Tokens.Link, notes: Mentions, depth: number): Inline[] {
  const address = linkAddress(token.autolink ? token.href : decoded(token.href));
  const href = address?.startsWith('#') ? `#${notes.prefix}${address.slice(1)}` : address;
  const children = inlinesOf(token.tokens, notes, depth + 1);
  if (href === null) return children;
  return [{ type: 'link', href, children: children.length > 0 ? children : [{ type: 'text', text: href }] }];
}

function imageOf(token: Tokens.Image): Inline[] {
  const src = imageAddress(decoded(token.href));
  const alt = decoded(token.text);
  return src === null ? [{ type: 'text', text: alt }] : [{ type: 'image', src, alt }];
}

function withMentions(text: string, notes: Mentions): Inline[] {
  return text.split(/(\[\^[\p{L}\p{N}_-]{1,40}\])/u).flatMap((part, i): Inline[] => {
    const mention = i % 2 === 1 ? notes.mention(part.slice(2, -1)) : null;
    return mention ? [mention] : part === '' ? [] : [{ type: 'text', text: part }];
  });
}

/** Texts that touch are one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const each of inlines) {
    const last = result.at(-1);
    if (each.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + each.text };
    else result.push(each);
  }
  return result;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  sect: '§',
  times: '×',
};

/** The few signs that people write by name or number. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const isSign =
      (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
    return isSign && code !== 0xfeff && (code & 0xfffe) !== 0xfffe ? String.fromCodePoint(code) : whole;
  });
}
