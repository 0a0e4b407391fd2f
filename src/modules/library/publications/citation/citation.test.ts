import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../schema.ts';
import { asText, writeCitation } from './service.ts';

const GUIDE: Citation = {
  key: 'przewodnik-2026',
  report: false,
  authors: ['Redakcja Splotu', 'Anna Próbna'],
  title: 'Przewodnik po ekonomii społecznej',
  edition: '1',
  year: 2026,
  publisher: 'Splot',
  isbn: '978-83-000-0000-0',
  doi: '10.1234/abc',
  url: 'https://splot.example/library/przewodnik',
  lang: 'pl',
  accessed: '2026-03-04',
};

test('as text, in Polish and English, with only what is known', () => {
  expect(asText(GUIDE)).toBe(
    'Redakcja Splotu, Anna Próbna. Przewodnik po ekonomii społecznej [online]. Wyd. 1. Splot, 2026 [dostęp 2026-03-04]. ISBN 978-83-000-0000-0. DOI: 10.1234/abc. Dostępny w: https://splot.example/library/przewodnik',
  );
  expect(
    asText({
      ...GUIDE,
      authors: [],
      edition: 'wyd. 2 zmienione',
      isbn: '',
      doi: '',
      publisher: '',
      lang: 'en',
    }),
  ).toBe(
    'Przewodnik po ekonomii społecznej [online]. wyd. 2 zmienione. 2026 [viewed 2026-03-04]. Available from: https://splot.example/library/przewodnik',
  );
});

test('BibTeX as bibliography programs expect it', () => {
  expect(writeCitation(GUIDE, 'bib')).toBe(`@book{przewodnik-2026,
  author = {{Redakcja Splotu} and {Anna Próbna}},
  title = {{Przewodnik po ekonomii społecznej}},
  edition = {1},
  year = {2026},
  publisher = {Splot},
  isbn = {978-83-000-0000-0},
  doi = {10.1234/abc},
  url = {https://splot.example/library/przewodnik},
  urldate = {2026-03-04},
  langid = {polish}
}
`);
});

describe('what is written is read again', () => {
  // One line without spaces at its ends, as the citation is made.
  const line = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim());
  const name = line.map((text) => text || 'X');
  const citation: fc.Arbitrary<Citation> = fc.record({
    key: fc.stringMatching(/^[a-z0-9]{1,10}$/),
    report: fc.boolean(),
    authors: fc.array(name, { maxLength: 3 }),
    title: name,
    edition: line,
    year: fc.integer({ min: 1900, max: 2200 }),
    publisher: line,
    isbn: line,
    doi: line,
    url: fc.constant('https://splot.example/library/a-b_c'),
    lang: fc.constant('pl'),
    accessed: fc.constant('2026-03-04'),
  });
  const known = (value: unknown) => (value === '' ? undefined : value);

  test('BibTeX', () => {
    fc.assert(
      fc.property(citation, (made) => {
        const { type, key, fields } = readBibtex(writeCitation(made, 'bib'));
        expect([type, key]).toEqual([made.report ? 'techreport' : 'book', made.key]);
        expect(fields.author === undefined ? [] : namesIn(fields.author)).toEqual(made.authors);
        expect(plainTex((fields.title ?? '').slice(1, -1))).toBe(made.title);
        for (const [field, value] of [
          ['edition', made.edition],
          ['isbn', made.isbn],
          ['doi', made.doi],
          [made.report ? 'institution' : 'publisher', made.publisher],
        ] as const)
          expect(fields[field] === undefined ? undefined : plainTex(fields[field])).toBe(known(value));
        expect(fields.year).toBe(String(made.year));
        expect(fields.url).toBe(made.url);
      }),
    );
  });

  test('RIS', () => {
    fc.assert(
      fc.property(citation, (made) => {
        const lines = writeCitation(made, 'ris').split('\r\n');
        expect(lines[0]).toBe(`TY  - ${made.report ? 'RPRT' : 'BOOK'}`);
        expect(lines.slice(-2)).toEqual(['ER  - ', '']);
        const values = (tag: string) =>
          lines.filter((each) => each.startsWith(`${tag}  - `)).map((each) => each.slice(6));
        for (const each of lines.slice(0, -1)) expect(each).toMatch(/^[A-Z][A-Z0-9] {2}- /);
        expect(values('AU')).toEqual(made.authors);
        expect(values('TI')).toEqual([made.title]);
        expect(values('PB')[0]).toBe(known(made.publisher));
        expect(values('DO')[0]).toBe(known(made.doi));
        expect(values('SN')[0]).toBe(known(made.isbn));
      }),
    );
  });

  test('CSL-JSON', () => {
    fc.assert(
      fc.property(citation, (made) => {
        const [item, ...others] = JSON.parse(writeCitation(made, 'json'));
        expect(others).toEqual([]);
        expect(item).toEqual({
          id: made.key,
          type: made.report ? 'report' : 'book',
          title: made.title,
          ...(made.authors.length > 0 && { author: made.authors.map((literal) => ({ literal })) }),
          ...(made.edition && { edition: made.edition }),
          issued: { 'date-parts': [[made.year]] },
          accessed: { 'date-parts': [[2026, 3, 4]] },
          ...(made.publisher && { publisher: made.publisher }),
          ...(made.isbn && { ISBN: made.isbn }),
          ...(made.doi && { DOI: made.doi }),
          URL: made.url,
          language: 'pl',
        });
      }),
    );
  });
});

/** Reads an entry by counting braces, as BibTeX does, for which a backslash protects nothing. */
function readBibtex(text: string) {
  const [head, type = '', key = ''] = /^@(\w+)\{([^,]+),/.exec(text) ?? [''];
  const fields: Record<string, string> = {};
  let at = head.length;
  for (;;) {
    const start = /^\s*(\w+) = \{/.exec(text.slice(at));
    if (!start) break;
    at += start[0].length;
    const begin = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new Error('a brace is open');
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
    }
    fields[start[1] ?? ''] = text.slice(begin, at - 1);
    if (text[at] === ',') at++;
  }
  if (text.slice(at).trim() !== '}') throw new Error(`left: ${text.slice(at)}`);
  return { type, key, fields };
}

function namesIn(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const sign of value) {
    if (sign === '}') depth--;
    if (depth > 0) name += sign;
    if (sign === '{') depth++;
    if (sign === '}' && depth === 0) {
      names.push(plainTex(name));
      name = '';
    }
  }
  return names;
}

const plainTex = (text: string): string =>
  text
    .replace(/\\([%&#_$])/g, '$1')
    .replaceAll('\\textbraceleft{}', '{')
    .replaceAll('\\textbraceright{}', '}')
    .replaceAll('\\textasciitilde{}', '~')
    .replaceAll('\\textasciicircum{}', '^')
    .replaceAll('\\textbackslash{}', '\\');
