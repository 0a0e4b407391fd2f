import type { Ctx } from '#kernel/context.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { warsawDate } from '#kernel/time.ts';
import { answerDocument, answerHistory, historyRoute, listRoute, movedTo } from '../reading/routes.tsx';
import type { LibraryHost } from '../reading/schema.ts';
import { chapterParams, historyQuery, type Reading, readQuery, type Shown, slugParams } from '../schema.ts';
import { read } from '../service.ts';
import { epubOf, pdfOf } from './book/service.ts';
import { asText, citationOf, writeCitation } from './citation/service.ts';
import { CitePage } from './pages/cite.tsx';
import { ChapterPlace, ChapterTurn, PublicationLinks, PublicationParts } from './pages/parts.tsx';
import { WholePage } from './pages/whole.tsx';
import { type Book, CITATION_TYPES, citeParams } from './schema.ts';
import { bookOf, contentsOf } from './service.ts';

const open = { permission: 'public' } as const;
const today = (ctx: Ctx) => warsawDate(ctx.now);
const asked = { ...open, params: slugParams, query: readQuery };

/** What hangs on a publication at `/library/:slug/…`; where the publication has moved, this has moved too. */
async function about(
  ctx: Ctx,
  slug: string,
  lang: string | undefined,
  tail: string,
  answer: (shown: Shown) => Promise<unknown>,
) {
  const shown = await read(ctx, { section: 'library', slug, lang });
  return 'movedTo' in shown ? movedTo(`${shown.movedTo}/${tail}`) : answer(shown);
}

/** Publications: what they are, their chapters, and the whole on paper, for a reader of books, for a list of literature. */
export const publicationRoutes = (host: LibraryHost): readonly Route[] => {
  const whole = (tail: string, answer: (ctx: Ctx, book: Book) => Promise<unknown>) =>
    page(`/library/:slug/${tail}`, asked, (ctx, { params, query }) =>
      about(ctx, params.slug, query.lang, tail, async (shown) => answer(ctx, await bookOf(ctx, shown, host))),
    );
  return [
    listRoute('library'),
    page('/library/:slug', asked, (ctx, { params, query }) =>
      answerDocument(
        ctx,
        host,
        { section: 'library', slug: params.slug, lang: query.lang },
        async ({ shown }) => {
          const chapters = await contentsOf(ctx, shown);
          const parts = await contentsOf(ctx, shown, 'publication');
          return {
            before: <PublicationLinks shown={shown} long={chapters.length > 0} />,
            more: <PublicationParts shown={shown} chapters={chapters} parts={parts} />,
          };
        },
      ),
    ),
    historyRoute('library'),
    whole('print', async (_, book) => <WholePage book={book} cite={asText(book.citation)} />),
    whole('pdf', async (ctx, book) =>
      file(book, 'pdf', 'application/pdf', await pdfOf(ctx, book, host.siteUrl)),
    ),
    whole('epub', async (ctx, book) =>
      file(book, 'epub', 'application/epub+zip', await epubOf(ctx, book, host.siteUrl)),
    ),
    page('/library/:slug/cite', asked, (ctx, { params, query }) =>
      about(ctx, params.slug, query.lang, 'cite', async (shown) => (
        <CitePage shown={shown} cite={asText(citationOf(shown, host.siteUrl, today(ctx)))} />
      )),
    ),
    page('/library/:slug/cite/:format', { ...asked, params: citeParams }, (ctx, { params, query }) =>
      about(ctx, params.slug, query.lang, `cite/${params.format}`, async (shown) => {
        const citation = citationOf(shown, host.siteUrl, today(ctx));
        const headers = {
          'content-type': CITATION_TYPES[params.format],
          'content-disposition': `attachment; filename="${citation.key}.${params.format}"`,
        };
        return new Response(writeCitation(citation, params.format), { headers });
      }),
    ),
    page(
      '/library/:slug/:chapter',
      { ...open, params: chapterParams, query: readQuery },
      (ctx, { params, query }) =>
        answerDocument(ctx, host, chapterAt(params, query.lang), (reading) => aroundChapter(ctx, reading)),
    ),
    page(
      '/library/:slug/:chapter/history',
      { ...open, params: chapterParams, query: historyQuery },
      (ctx, { params, query }) => answerHistory(ctx, chapterAt(params, query.lang), query.version),
    ),
  ];
};

const chapterAt = (params: { slug: string; chapter: string }, lang: string | undefined) =>
  ({ section: 'library', slug: params.chapter, parent: params.slug, lang }) as const;

async function aroundChapter(ctx: Ctx, { shown }: Reading) {
  if (!shown.parent) return {};
  const chapters = await contentsOf(ctx, { ...shown.parent, lang: shown.lang });
  const at = chapters.findIndex((chapter) => chapter.id === shown.id);
  return {
    before: <ChapterPlace chapters={chapters} at={at} />,
    more: <ChapterTurn chapters={chapters} at={at} parent={shown.parent.path} />,
  };
}

/** A file made of what everybody may read; a reader of books opens it from a link as well. */
function file(book: Book, ending: 'pdf' | 'epub', type: string, bytes: Uint8Array): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${book.slug}-${book.lang}.${ending}"`,
      'last-modified': book.updatedAt.toUTCString(),
      etag: `"${book.key}-${ending}"`,
    },
  });
}
