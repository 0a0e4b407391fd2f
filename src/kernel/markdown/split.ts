import { BOX_KINDS, type BoxKind } from './tree.ts';

/** What Markdown does not know, taken out line by line before its lexer reads the rest. */
export type Segment =
  | { readonly type: 'markdown'; readonly text: string }
  | {
      readonly type: 'box';
      readonly kind: BoxKind;
      readonly title: string;
      readonly segments: readonly Segment[];
    }
  | { readonly type: 'embed'; readonly name: string; readonly attrs: Readonly<Record<string, string>> };

export interface Split {
  readonly segments: readonly Segment[];
  /** Texts of footnotes by the name their author gave. */
  readonly notes: ReadonlyMap<string, string>;
}

const BOXES_DEEP = 3;
const MOST_NOTES = 500;

const OPENS = new RegExp(`^:::[ \\t]*(${BOX_KINDS.join('|')})(?:[ \\t]+(\\S.*?))?[ \\t]*$`);
const CLOSES = /^:::+[ \t]*$/;
const EMBED = /^::([a-z][a-z-]{0,30})(?:\{([^{}]{0,1000})\})?[ \t]*$/;
const NOTE = /^\[\^([\p{L}\p{N}_-]{1,40})\]:[ \t]*(.*)$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

interface Frame {
  readonly segments: Segment[];
  lines: string[];
  readonly box: {
    readonly kind: BoxKind;
    readonly title: string;
    readonly outer: Frame;
    readonly depth: number;
  } | null;
}

/** A box without an end lasts to the end of the text. Fenced code is left alone. */
export function split(lines: readonly string[]): Split {
  const notes = new Map<string, string>();
  let frame: Frame = { segments: [], lines: [], box: null };
  let fence = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const before = fence;
    fence = fenceAfter(fence, line);
    const depth = frame.box?.depth ?? 0;
    const opens = depth < BOXES_DEEP ? OPENS.exec(line) : null;
    const embed = EMBED.exec(line);
    const note = notes.size < MOST_NOTES ? NOTE.exec(line) : null;
    if (before !== '' || fence !== '') frame.lines.push(line);
    else if (opens) {
      const box = { kind: kindOf(opens[1]), title: opens[2] ?? '', outer: frame, depth: depth + 1 };
      frame = { segments: [], lines: [], box };
    } else if (frame.box && CLOSES.test(line)) frame = closed(frame, frame.box);
    else if (embed)
      flush(frame).push({ type: 'embed', name: embed[1] ?? '', attrs: attrsOf(embed[2] ?? '') });
    else if (note) {
      const [text, last] = noteFrom(lines, i, note[2] ?? '');
      const name = note[1] ?? '';
      if (!notes.has(name)) notes.set(name, text);
      i = last;
    } else frame.lines.push(line);
  }
  while (frame.box) frame = closed(frame, frame.box);
  return { segments: flush(frame), notes };
}

/** The fence that is open after this line; empty when none. */
function fenceAfter(open: string, line: string): string {
  const [, marks = '', rest = ''] = FENCE.exec(line) ?? [];
  if (marks === '') return open;
  if (open === '') return marks.startsWith('`') && rest.includes('`') ? '' : marks;
  return marks[0] === open[0] && marks.length >= open.length && rest.trim() === '' ? '' : open;
}

function flush(frame: Frame): Segment[] {
  if (frame.lines.some((line) => line.trim() !== ''))
    frame.segments.push({ type: 'markdown', text: frame.lines.join('\n') });
  frame.lines = [];
  return frame.segments;
}

/** The frame around, with the box that ends put into it. */
function closed(frame: Frame, { kind, title, outer }: NonNullable<Frame['box']>): Frame {
  flush(outer).push({ type: 'box', kind, title, segments: flush(frame) });
  return outer;
}

const kindOf = (name: string | undefined): BoxKind => BOX_KINDS.find((kind) => kind === name) ?? 'note';

const attrsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z][a-z0-9_-]*)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );

/** A footnote goes on in indented lines. Gives its text and the index of its last line. */
function noteFrom(lines: readonly string[], start: number, first: string): [text: string, last: number] {
  const text = [first];
  let last = start;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (!/^(?: {2}|\t)/.test(line)) break;
    if (i > last + 1) text.push('');
    text.push(line.trim());
    last = i;
  }
  return [text.join('\n'), last];
}
