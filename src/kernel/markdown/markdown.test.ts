import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { renderPdf, stopPdf } from '../pdf/pdf.ts';
import { readPdfText } from '../pdf/read-text.ts';
import { linkAddress } from './addresses.ts';
import { parseMarkdown } from './parse.ts';
import { type Block, headingsOf, type Inline, plainText, sectionOf, words } from './tree.ts';
import { toTypst } from './typst.ts';
import { toXhtml } from './xhtml.ts';

const SITE = 'https://splot.example';
const sample = fileURLToPath(new URL('./sample.typ', import.meta.url));
const xhtml = (text: string, more: object = {}) =>
  toXhtml(parseMarkdown(text), { site: SITE, lang: 'pl', ...more });
const pdf = (text: string) =>
  renderPdf(sample, toTypst(parseMarkdown(text), { site: SITE, lang: 'pl' }), {
    lang: 'pl',
    title: 'Próba',
    at: new Date(0),
  });
const types = (blocks: readonly Block[]) => blocks.map((block) => block.type);

afterAll(stopPdf);

const WHOLE = `## Po co to *jest*

Tekst **mocny** i [link](/library/abc) oraz www.splot.pl.[^a] ~~Skreślone~~ i \`kod\`.\\
Drugi wiersz.[^a]

#### Za głęboko

- [ ] zrobić
- [x] zrobione

3. trzy
4. cztery

| Rok | Kwota |
|:---|---:|
| 2026 | 100 zł |

:::warning Uważaj
W ramce.

- punkt
:::

::directory{q="catering" type="spoldzielnia"}

> Cytat.

---

\`\`\`
kod w wierszach
\`\`\`

[^a]: Przypis *pierwszy*.
`;

describe('what is understood', () => {
  const blocks = parseMarkdown(WHOLE);
  test('every block', () => {
    expect(types(blocks)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'list',
      'list',
      'table',
      'box',
      'embed',
      'quote',
      'rule',
      'code',
      'notes',
    ]);
    expect(blocks[3]).toMatchObject({ start: null, items: [{ checked: false }, { checked: true }] });
    expect(blocks[4]).toMatchObject({ start: 3, items: [{ checked: null }, { checked: null }] });
    expect(blocks[5]).toMatchObject({ number: 1, align: ['left', 'right'] });
    expect(blocks[6]).toMatchObject({ kind: 'warning', title: 'Uważaj' });
    expect(blocks[7]).toEqual({
      type: 'embed',
      name: 'directory',
      attrs: { q: 'catering', type: 'spoldzielnia' },
    });
    expect(blocks.at(-1)).toMatchObject({ items: [{ number: 1, mentions: 2 }] });
  });

  test('headings go down one level at a time, have ids of their words, and no two the same', () => {
    expect(headingsOf(blocks)).toEqual([
      { level: 2, id: 'po-co-to-jest', text: 'Po co to jest' },
      { level: 3, id: 'za-gleboko', text: 'Za głęboko' },
    ]);
    const ids = headingsOf(
      parseMarkdown('# Łódź\n# Łódź\n## łódź 2\n# lodz-2\n# Main\n# 2026\n# ?\n# ?'),
    ).map((heading) => heading.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('lodz');
    expect(ids).toContain('p-2026');
    expect(ids).not.toContain('main');
    expect(headingsOf(parseMarkdown('# A', { prefix: 'c1-' }))[0]?.id).toBe('c1-a');
  });

  test('one part of a text', () => {
    const part = sectionOf(parseMarkdown('## A\na\n### B\nb\n## C\nc'), 'a');
    expect(plainText(part)).toBe('A\n\na\n\nB\n\nb');
    expect(sectionOf(blocks, 'nie-ma')).toEqual([]);
  });

  test('its words alone', () => {
    expect(plainText(blocks)).toContain('Tekst mocny i link oraz www.splot.pl.');
    expect(plainText(blocks)).toContain('[x] zrobione');
    expect(plainText(blocks)).toContain('3. trzy');
    expect(plainText(blocks)).toContain('2026\t100 zł');
    expect(words(parseMarkdown('**Dwa** słowa'))).toBe(2);
  });

  test('boxes in boxes, a box without an end, an end without a box, marks in code', () => {
    expect(parseMarkdown(':::note A\n:::law B\nx\n:::\ny')).toMatchObject([
      { kind: 'note', blocks: [{ kind: 'law', title: 'B' }, { type: 'paragraph' }] },
    ]);
    expect(types(parseMarkdown(':::\nx'))).toEqual(['paragraph']);
    expect(types(parseMarkdown(':::other A\nx\n:::'))).toEqual(['paragraph']);
    expect(types(parseMarkdown('```\n:::note\n::a{}\n[^1]: x\n```'))).toEqual(['code']);
  });

  test('notes mentioned by nobody stay, marks of no note are text', () => {
    const [first, last] = parseMarkdown('A[^b][^c]\n\n[^c]: jeden\n[^d]: dwa\n    dalej\n\n  akapit');
    expect(first).toMatchObject({ children: [{ text: 'A[^b]' }, { type: 'noteRef', number: 1 }] });
    expect(last).toMatchObject({
      items: [
        { number: 1, mentions: 1 },
        { number: 2, mentions: 0 },
      ],
    });
    expect(plainText(last ? [last] : [])).toContain('dwa dalej\n\nakapit');
  });
});

describe('addresses', () => {
  test.each([
    ['https://gov.pl/a?b=1', 'https://gov.pl/a?b=1'],
    ['http://x.pl', 'http://x.pl/'],
    ['/library/a#b', '/library/a#b'],
    ['#czesc', '#czesc'],
    ['mailto:a@b.pl', 'mailto:a@b.pl'],
    ['tel:+48123456789', 'tel:+48123456789'],
  ])('%s is a link', (typed, address) => expect(linkAddress(typed)).toBe(address));
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'https://gov.pl@evil.example/',
    'https://',
    'evil.example',
    '#',
    '',
    'blob:https://x',
    'mailto:',
    'https:/\\evil.example',
  ])('%j is not', (typed) => expect(linkAddress(typed)).toBeNull());

  test('what may not be a link keeps its words, an image from elsewhere its description', () => {
    const html = xhtml('[słowa](javascript:alert) ![opis](https://evil.example/x.png) ![nasz](/files/1)');
    expect(html).toBe(`<p>słowa opis <img src="${SITE}/files/1" alt="nasz"/></p>`);
  });
});

describe('what is drawn', () => {
  test('XHTML of a book and of a feed', () => {
    const book = xhtml(WHOLE, { anchors: true, epub: true, lower: -1 });
    expect(book).toContain('<h1 id="po-co-to-jest">Po co to <em>jest</em></h1>');
    expect(book).toContain(`<a href="${SITE}/library/abc">link</a>`);
    expect(book).toContain('<li id="note-1" epub:type="footnote">');
    expect(book).toContain('href="#note-1-from-2"');
    expect(book).toContain('<ol start="3">');
    expect(book).toContain('<td style="text-align: right">100 zł</td>');
    expect(xhtml(WHOLE)).not.toMatch(/ id=|href="#/);
  });

  test('a link within the text leads to a place that is there, under the prefix of the text', () => {
    const text = '## Tu\n\n[tak](#tu) [nie](#tam)';
    expect(xhtml(text, { anchors: true })).toContain('<a href="#tu">tak</a> nie');
    expect(
      toXhtml(parseMarkdown(text, { prefix: 'a-' }), { site: SITE, lang: 'pl', anchors: true }),
    ).toContain('<h2 id="a-tu">Tu</h2>\n<p><a href="#a-tu">tak</a>');
    expect(xhtml(text)).not.toContain('href');
  });

  test('raw HTML is text', () => {
    expect(xhtml('<script>alert(1)</script>\n\n<b onclick="x">a</b> &amp; &nbsp;&copy;')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt; &amp; \u00a0&amp;copy;</p>',
    );
  });

  test('PDF with every block, and nothing typed acts as a command', async () => {
    const bytes = await pdf(WHOLE);
    const text = readPdfText(bytes).join('\n');
    for (const word of ['Po co to', 'mocny', 'Drugi wiersz', '100 zł', 'Ważne: Uważaj', 'kod w wierszach'])
      expect(text).toContain(word);
    expect(text.match(/pierwszy/g)).toHaveLength(1);
    const source = Buffer.from(bytes).toString('latin1');
    for (const tag of ['H1', 'H2', 'L', 'Table', 'TH', 'BlockQuote', 'Note', 'Link'])
      expect(source, tag).toMatch(new RegExp(`/S /${tag}\\b`));
    const hostile = '#panic("x") $x^2$ @r // c #eval("1") <l> #[g] `#read("/etc/passwd")`';
    const printed = readPdfText(await pdf(`${hostile}\n\n:::note ${hostile}\n- ${hostile}\n:::`)).join('');
    expect(printed.replace(/\s/g, '')).toContain('#panic("x")$x^2$@r//c#eval("1")');
  });

  test('PDF of the deepest nesting there is', async () => {
    const deep = `${':::note\n'.repeat(3)}${'> '.repeat(8)}${'- '.repeat(8)}${'**a *b '.repeat(20)}x${' b* a**'.repeat(20)}`;
    expect(readPdfText(await pdf(deep)).join('')).toContain('x');
  });
});

describe('hostile text', () => {
  const SHAPES = [
    ...['>', '- ', '1. ', '*a ', '**a', '[', '[a](', '![a](b', '`', '<a ', '<!--', '|', 'a|b\n-|-\n|\n'],
    ...[
      '| a |\n|-|\n',
      '\\',
      '&#x',
      '[^a]',
      '[^a]: x\n',
      '\n  - a',
      '\n\n',
      'a\n\n',
      '```\n',
      '~~a',
      'www.a.',
    ],
    ...['a@b.c', ':::note a\n', '::a{}\n', '***a***b', '\t- a\n', 'a\n===\n', '[[a](b)', '- >\n', '*\n\n\n'],
  ];
  test.each(SHAPES)('%j for four hundred thousand signs', (shape) => {
    const started = performance.now();
    const blocks = parseMarkdown(shape.repeat(Math.ceil(400_000 / shape.length)));
    toXhtml(blocks, { site: SITE, lang: 'pl' });
    plainText(blocks);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test('stairs of lists, megabytes, signs XML cannot hold', () => {
    const stairs = Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- ${'> '.repeat(i)}a`).join('\n');
    expect(types(parseMarkdown(stairs))).toContain('list');
    expect(words(parseMarkdown('słowo '.repeat(1_000_000)))).toBeLessThan(100_000);
    expect(xhtml('a\u0000b\ud800c\ufffe\u000bd')).toBe('<p>ab\ufffdcd</p>');
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...SHAPES,
      '\n',
      ' ',
      '**',
      '_',
      '](',
      ')',
      '](/a)',
      '\n\n',
      '    ',
      '[^1]',
      '[^1]: ',
      ':::',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const typed = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

  test('whatever is typed gives a tree without a dangerous address, and well-formed XHTML', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const blocks = parseMarkdown(text);
        for (const address of addressesOf(blocks))
          expect(address).toMatch(/^(https?:|mailto:|tel:|#|\/(?![/\\]))/);
        expectWellFormed(toXhtml(blocks, { site: SITE, lang: 'pl', anchors: true }));
        JSON.stringify(toTypst(blocks, { site: SITE, lang: 'pl' }));
      }),
      { numRuns: 2000 },
    );
  });

  test('words without signs stay as they are', () => {
    const word = fc.stringMatching(/^[a-zżółć]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (list) => {
        expect(plainText(parseMarkdown(list.join(' ')))).toBe(list.join(' '));
      }),
    );
  });

  test('whatever is typed can be printed', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect((await pdf(text)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

function addressesOf(blocks: readonly Block[]): string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (_, value: Inline | undefined) => {
    if (value?.type === 'link') found.push(value.href);
    if (value?.type === 'image') found.push(value.src);
    return value;
  });
  return found;
}

/** Tags open and close in order, ids are unique, nothing stands unescaped. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  let read = 0;
  const ids = new Set<string>();
  for (const [whole, text, close, name = '', attrs = '', empty] of xml.matchAll(
    /([^<]*)(?:<(\/?)([a-z][a-z0-9]*)((?: [a-z:]+="[^"<]*")*)(\/?)>)?/g,
  )) {
    expect(text).not.toMatch(/>|&(?!(amp|lt|gt|quot);)/);
    read += whole.length;
    if (name === '') continue;
    const id = / id="([^"]*)"/.exec(attrs)?.[1];
    if (id !== undefined) expect(ids.has(id), id).toBe(false);
    if (id !== undefined) ids.add(id);
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  expect(read).toBe(xml.length);
}
