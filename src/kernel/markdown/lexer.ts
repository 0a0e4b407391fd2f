import { Lexer as MarkedLexer, type MarkedOptions, Tokenizer as MarkedTokenizer, type Token } from 'marked';

/** Longer runs, or fuller of signs that may begin something, are nobody's sentence: they stay text. */
const LONGEST_RUN = 20_000;
const MOST_SIGNS = 800;
const MOST_CELLS = 20_000;
/** Quotations and lists in each other on one line, and how far a line may be indented. */
const DEEPEST = 8;
const WIDEST_INDENT = 40;

/** Without raw HTML, indented code and named references: the first is text here, the others surprise who writes. */
class Tokenizer extends MarkedTokenizer {
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override code(): undefined {}
  override reflink(): undefined {}
}

/**
 * The tokens of one piece of Markdown. Its time grows with the length of the text whatever stands in it: nesting is
 * cut before the lexer sees it, and inline signs are read only where there are not too many.
 */
export function lex(text: string): Token[] {
  const options: MarkedOptions = { gfm: true, tokenizer: new Tokenizer() };
  const lexer = new MarkedLexer(options);
  const tokens = lexer.blockTokens(withoutHugeTables(text.split('\n').map(shallow)).join('\n'), []);
  // The queue of the lexer is emptied here instead of in `lex`, which would read every run.
  for (const { src, tokens: into } of lexer.inlineQueue) {
    if (isReadable(src)) lexer.inlineTokens(src, into);
    else into.push({ type: 'text', raw: src, text: src });
  }
  return tokens;
}

const isReadable = (run: string): boolean =>
  run.length <= LONGEST_RUN && (run.match(/[*_~[\]!<`\\]/g)?.length ?? 0) <= MOST_SIGNS;

const MARKERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** The line with no more than a few markers of quotations and lists before its words, and not far from the edge. */
function shallow(line: string): string {
  const markers = MARKERS.exec(line)?.[0] ?? '';
  const kept =
    markers === '' ? '' : (markers.match(/[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g) ?? []).slice(0, DEEPEST).map(near);
  return markers === '' ? near(line) : [...kept, near(line.slice(markers.length))].join('');
}

const near = (part: string): string =>
  part.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    ').slice(0, WIDEST_INDENT));

const DELIMITERS = /^[ \t>|:-]*-[ \t>|:-]*$/;

/** A header of a thousand columns over rows of one sign would be a million cells: such a table stays text. */
function withoutHugeTables(lines: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    let columns = 0;
    let isTable = false;
    for (; end < lines.length && !/^ *$/.test(lines[end] ?? ''); end++) {
      const line = lines[end] ?? '';
      columns = Math.max(columns, line.split('|').length);
      isTable ||= line.includes('|') && DELIMITERS.test(line);
    }
    end += 1;
    const part = lines.slice(start, end);
    const huge = isTable && columns * part.length > MOST_CELLS;
    for (const line of part) result.push(huge ? line.replaceAll('|', '\\|') : line);
    start = end;
  }
  return result;
}
