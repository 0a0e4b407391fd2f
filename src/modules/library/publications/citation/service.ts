import type { LocalDate } from '#kernel/time.ts';
import { warsawDate } from '#kernel/time.ts';
import type { Shown } from '../../schema.ts';
import type { Citation, CitationFormat } from '../schema.ts';

/** What a list of literature says of a publication; a chapter is quoted as its publication. */
export function citationOf(shown: Shown, siteUrl: string, accessed: LocalDate): Citation {
  const facts = shown.facts.kind === 'publication' ? shown.facts : null;
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  const year = facts?.year ?? Number(warsawDate(shown.publishedAt).slice(0, 4));
  return {
    key: `${shown.slug}-${year}`,
    report: facts?.type === 'report',
    authors: (facts?.authors ?? []).map(line),
    title: line(shown.title),
    edition: line(facts?.edition ?? ''),
    year,
    publisher: line(facts?.publisher ?? ''),
    isbn: line(facts?.isbn ?? ''),
    doi: line(facts?.doi ?? '').replace(/^https?:\/\/(dx\.)?doi\.org\//, ''),
    url: siteUrl + shown.path,
    lang: shown.lang,
    accessed,
  };
}

export function writeCitation(citation: Citation, format: CitationFormat): string {
  if (format === 'bib') return bibtex(citation);
  return format === 'ris' ? ris(citation) : JSON.stringify([csl(citation)], null, 2);
}

const WORDS = {
  pl: { online: 'online', edition: 'Wyd.', accessed: 'dostęp', from: 'Dostępny w' },
  en: { online: 'online', edition: 'Ed.', accessed: 'viewed', from: 'Available from' },
} as const;

/** As PN-ISO 690:2012 describes an electronic book: authors, title, edition, publisher, year, day, numbers, address. */
export function asText(c: Citation): string {
  const w = c.lang === 'pl' ? WORDS.pl : WORDS.en;
  const made = [c.publisher, String(c.year)].filter((part) => part !== '').join(', ');
  const parts = [
    c.authors.join(', '),
    `${c.title} [${w.online}]`,
    // "1" alone is a number of an edition; "wyd. 2 zmienione" says by itself what it is.
    /^\d+$/.test(c.edition) ? `${w.edition} ${c.edition}` : c.edition,
    `${made} [${w.accessed} ${c.accessed}]`,
    c.isbn && `ISBN ${c.isbn}`,
    c.doi && `DOI: ${c.doi}`,
    `${w.from}: ${c.url}`,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (part === parts.at(-1) || /[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string =>
  text.replace(/[\\{}~^]/g, (sign) => TEX[sign] ?? '').replace(/[%&#_$]/g, (sign) => `\\${sign}`);

function bibtex(c: Citation): string {
  const fields: readonly (readonly [name: string, value: string])[] = [
    // Braces around a whole name: "Redakcja Splotu" has no family name.
    ['author', c.authors.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(c.title)}}`],
    ['edition', tex(c.edition)],
    ['year', String(c.year)],
    [c.report ? 'institution' : 'publisher', tex(c.publisher)],
    ['isbn', tex(c.isbn)],
    ['doi', tex(c.doi)],
    ['url', c.url],
    ['urldate', c.accessed],
    ['langid', LANGUAGES[c.lang] ?? ''],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@${c.report ? 'techreport' : 'book'}{${c.key},\n${lines.join(',\n')}\n}\n`;
}

/** As the packages babel and biblatex name languages. */
const LANGUAGES: Readonly<Record<string, string>> = {
  pl: 'polish',
  en: 'english',
  uk: 'ukrainian',
  de: 'german',
  fr: 'french',
};

function ris(c: Citation): string {
  const fields: readonly (readonly [tag: string, value: string])[] = [
    ['TY', c.report ? 'RPRT' : 'BOOK'],
    ...c.authors.map((name) => ['AU', name] as const),
    ['TI', c.title],
    ['ET', c.edition],
    ['PY', String(c.year)],
    ['PB', c.publisher],
    ['SN', c.isbn],
    ['DO', c.doi],
    ['UR', c.url],
    ['Y2', c.accessed.replaceAll('-', '/')],
    ['LA', c.lang],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

const parts = (date: LocalDate): number[][] => [date.split('-').map(Number)];
const known = (value: string): string | undefined => (value === '' ? undefined : value);

/** An item of CSL-JSON 1.0.2. */
function csl(c: Citation): object {
  return {
    id: c.key,
    type: c.report ? 'report' : 'book',
    title: c.title,
    author: c.authors.length > 0 ? c.authors.map((literal) => ({ literal })) : undefined,
    edition: known(c.edition),
    issued: { 'date-parts': [[c.year]] },
    accessed: { 'date-parts': parts(c.accessed) },
    publisher: known(c.publisher),
    ISBN: known(c.isbn),
    DOI: known(c.doi),
    URL: c.url,
    language: c.lang,
  };
}
