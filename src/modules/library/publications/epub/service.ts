import { strToU8, zipSync } from 'fflate';
import type { Lang } from '#kernel/i18n.ts';
import { headingsOf } from '#kernel/markdown/tree.ts';
import { escaped, toXhtml, type XhtmlOptions } from '#kernel/markdown/xhtml.ts';
import type { Book, Picture } from '../schema.ts';

export interface EpubOptions {
  readonly siteUrl: string;
  readonly lang: Lang;
  readonly words: { readonly contents: string; readonly accessibility: string };
  /** What the title page says: label and value. */
  readonly facts: readonly (readonly [string, string])[];
  /** By their address in the text. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

interface Part {
  readonly file: string;
  readonly title: string;
  readonly xhtml: string;
}

/**
 * EPUB 3.3 with the metadata of EPUB Accessibility 1.1: one XHTML document a chapter, a table of contents of two
 * levels, pictures with their words, no script, no font. The same book gives the same bytes.
 */
export function writeEpub(book: Book, options: EpubOptions): Uint8Array {
  const parts = [titlePage(book, options), ...book.chapters.map((_, i) => chapter(book, i, options))];
  const files = {
    'META-INF/container.xml': CONTAINER,
    'OEBPS/content.opf': opf(book, parts, options),
    'OEBPS/nav.xhtml': nav(book, parts, options),
    'OEBPS/style.css': STYLE,
    ...Object.fromEntries(parts.map((part) => [`OEBPS/${part.file}`, part.xhtml])),
  };
  // A reader knows the kind of file by its first bytes: this entry comes first and is stored as it is.
  return zipSync(
    {
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      ...Object.fromEntries(
        [...options.pictures.values()].map(({ name, bytes }) => [`OEBPS/pictures/${name}`, bytes]),
      ),
    },
    { level: 6, mtime: new Date(2020, 0, 1) },
  );
}

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

const STYLE = `body { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.3em 0.5em; border-bottom: 1px solid; text-align: left; vertical-align: top; }
.box { margin: 1em 0; padding: 0.5em 1em; border-left: 0.25em solid; break-inside: avoid; }
img { max-width: 100%; }
.bar { border-top: 0.6em solid; }
.notes { margin-top: 2em; border-top: 1px solid; }
dt { font-weight: bold; }
`;

const document = (
  title: string,
  lang: string,
  body: string,
): string => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(lang)}" xml:lang="${escaped(lang)}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;

const xhtmlOptions = (o: EpubOptions): XhtmlOptions => ({
  site: o.siteUrl,
  lang: o.lang,
  anchors: true,
  epub: true,
  image: (src) => {
    const picture = o.pictures.get(src);
    return picture ? `pictures/${picture.name}` : null;
  },
});

function titlePage(book: Book, o: EpubOptions): Part {
  const facts = o.facts
    .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('\n');
  const lead = book.lead === '' ? '' : `<p>${escaped(book.lead)}</p>\n`;
  const body = `<section epub:type="titlepage">\n<h1>${escaped(book.title)}</h1>\n${lead}<dl>\n${facts}\n</dl>\n</section>`;
  const intro = toXhtml(book.blocks, xhtmlOptions(o));
  return {
    file: 'title.xhtml',
    title: book.title,
    xhtml: document(book.title, book.lang, `${body}\n${intro}`),
  };
}

function chapter(book: Book, index: number, o: EpubOptions): Part {
  const one = book.chapters[index];
  if (!one) throw new Error('epub: no such chapter');
  const lead = one.lead === '' ? '' : `<p>${escaped(one.lead)}</p>\n`;
  const body = toXhtml(one.blocks, xhtmlOptions(o));
  return {
    file: `chapter-${String(index + 1).padStart(3, '0')}.xhtml`,
    title: one.title,
    xhtml: document(
      one.title,
      one.lang,
      `<section epub:type="chapter">\n<h1>${escaped(one.title)}</h1>\n${lead}${body}\n</section>`,
    ),
  };
}

function nav(book: Book, parts: readonly Part[], o: EpubOptions): string {
  const lines = parts.map((part, i) => {
    const chapter = book.chapters[i - 1];
    const headings = headingsOf(chapter?.blocks ?? book.blocks).filter((heading) => heading.level === 2);
    const inner = headings.map(
      (heading) =>
        `<li><a href="${part.file}#${escaped(heading.id)}">${escaped(heading.text) || '—'}</a></li>`,
    );
    const list = inner.length > 0 ? `<ol>${inner.join('')}</ol>` : '';
    const lang =
      chapter && chapter.lang !== book.lang
        ? ` lang="${escaped(chapter.lang)}" xml:lang="${escaped(chapter.lang)}"`
        : '';
    return `<li${lang}><a href="${part.file}">${escaped(part.title)}</a>${list}</li>`;
  });
  const body = `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
<h1 id="contents">${escaped(o.words.contents)}</h1>
<ol>
${lines.join('\n')}
</ol>
</nav>`;
  return document(o.words.contents, book.lang, body);
}

/** Pictures have words that say the same, so the text alone suffices. */
const VISUAL: readonly (readonly [property: string, value: string])[] = [
  ['schema:accessMode', 'visual'],
  ['schema:accessibilityFeature', 'alternativeText'],
];
const ACCESS: readonly (readonly [property: string, value: string])[] = [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityHazard', 'none'],
  ['dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'],
  ['a11y:certifiedBy', 'Splot'],
];

function opf(book: Book, parts: readonly Part[], o: EpubOptions): string {
  const { authors, publisher, isbn, year } = book.citation;
  const element = (name: string, value: string) =>
    value === '' ? [] : [`<${name}>${escaped(value)}</${name}>`];
  const meta = (property: string, value: string) => `<meta property="${property}">${escaped(value)}</meta>`;
  const langs = [...new Set([book.lang, ...book.chapters.map((each) => each.lang)])];
  const metadata = [
    `<dc:identifier id="id">urn:uuid:${escaped(book.id)}</dc:identifier>`,
    `<dc:title>${escaped(book.title)}</dc:title>`,
    ...langs.flatMap((lang) => element('dc:language', lang)),
    ...authors.flatMap((name) => element('dc:creator', name)),
    ...element('dc:publisher', publisher),
    ...element('dc:description', book.lead),
    ...element('dc:source', isbn && `urn:isbn:${isbn.replace(/[^\dXx]/g, '')}`),
    ...element('dc:rights', book.licence),
    `<dc:date>${year}</dc:date>`,
    meta('dcterms:modified', book.updatedAt.toISOString().replace(/\.\d+Z$/, 'Z')),
    ...[...ACCESS, ...(o.pictures.size > 0 ? VISUAL : [])].map(([property, value]) => meta(property, value)),
    meta('schema:accessibilitySummary', o.words.accessibility),
  ];
  const items = parts.map(
    (part, i) => `<item id="p${i}" href="${part.file}" media-type="application/xhtml+xml"/>`,
  );
  const pictures = [...o.pictures.values()].map(
    ({ name, type }, i) => `<item id="i${i}" href="pictures/${name}" media-type="${type}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escaped(book.lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${[...items, ...pictures].join('\n')}
</manifest>
<spine>
<itemref idref="p0"/>
<itemref idref="nav"/>
${parts
  .slice(1)
  .map((_, i) => `<itemref idref="p${i + 1}"/>`)
  .join('\n')}
</spine>
</package>
`;
}
