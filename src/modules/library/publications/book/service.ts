import { fileURLToPath } from 'node:url';
import type { Ctx } from '#kernel/context.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { log, safeError } from '#kernel/log.ts';
import { idsOf } from '#kernel/markdown/tree.ts';
import { toTypst } from '#kernel/markdown/typst.ts';
import { pictureFile, renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { asText } from '../citation/service.ts';
import { writeEpub } from '../epub/service.ts';
import { picturesOf } from '../pictures/service.ts';
import type { Book } from '../schema.ts';
import { text } from '../text.pl.ts';

const TEMPLATE = fileURLToPath(new URL('../pages/publication.typ', import.meta.url));

/** Books made lately, by what they were made of: a long one takes a second or two. */
const made = new Map<string, Promise<Uint8Array>>();
const MOST_KEPT = 24;

function once(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = made.get(key);
  if (known) return known;
  const making = make();
  made.set(key, making);
  making.catch(() => made.delete(key));
  const [oldest] = made.keys();
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest);
  return making;
}

/** The publication as PDF/UA-1. */
export const pdfOf = (ctx: Ctx, book: Book, siteUrl: string): Promise<Uint8Array> =>
  once(`pdf ${ctx.lang} ${book.key}`, async () => {
    const lang = langOf(ctx, book);
    const t = text[lang].book;
    const anchors = new Set(book.chapters.flatMap((chapter) => idsOf(chapter.blocks)));
    const data = (image?: (src: string) => string | null) => ({
      generated: formatDateTime(book.updatedAt, lang),
      language: book.lang,
      lead: book.lead,
      contents: t.contents,
      facts: factsOf(book, lang),
      intro: toTypst(book.blocks, { site: siteUrl, lang, anchors, image }),
      chapters: book.chapters.map((chapter) => ({
        id: `chapter ${chapter.slug}`,
        title: chapter.title,
        lead: chapter.lead,
        language: chapter.lang,
        body: toTypst(chapter.blocks, {
          site: siteUrl,
          lang,
          lower: 1,
          anchors,
          image,
        }),
      })),
    });
    const options = { lang, title: book.title, at: book.updatedAt };
    const pictures = await picturesOf(ctx, book);
    if (pictures.size === 0) return renderPdf(TEMPLATE, data(), options);
    const files = Object.fromEntries([...pictures.values()].map(({ name, bytes }) => [name, bytes]));
    const drawn = data((src) => {
      const picture = pictures.get(src);
      return picture ? pictureFile(picture.name) : null;
    });
    return renderPdf(TEMPLATE, drawn, { ...options, pictures: files }).catch((error: unknown) => {
      // One damaged picture must not cost readers the book: its words stand instead.
      log.error({ error: safeError(error), publication: book.slug }, 'pdf without pictures');
      return renderPdf(TEMPLATE, data(), options);
    });
  });

/** The publication as EPUB 3. */
export const epubOf = (ctx: Ctx, book: Book, siteUrl: string): Promise<Uint8Array> =>
  once(`epub ${ctx.lang} ${book.key}`, async () => {
    const lang = langOf(ctx, book);
    const pictures = await picturesOf(ctx, book);
    return writeEpub(book, { siteUrl, lang, words: text[lang].book, facts: factsOf(book, lang), pictures });
  });

const langOf = (ctx: Ctx, book: Book): Lang => (isLang(book.lang) ? book.lang : ctx.lang);

function factsOf(book: Book, lang: Lang): [string, string][] {
  const t = text[lang].book;
  const { authors, edition, publisher, year, isbn, doi } = book.citation;
  const facts: [string, string][] = [
    [t.authors, authors.join(', ')],
    [t.edition, edition],
    [t.published, [publisher, year].filter(Boolean).join(', ')],
    ['ISBN', isbn],
    ['DOI', doi],
    [t.licence, book.licence],
    [t.legalState, book.legalStateOn === null ? '' : formatDate(book.legalStateOn, lang)],
    // The day of reading is not the book's: it would make another book every day.
    [t.cite, asText({ ...book.citation, accessed: book.updatedAt.toISOString().slice(0, 10) })],
  ];
  return facts.filter(([, value]) => value !== '');
}
