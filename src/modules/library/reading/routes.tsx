import type { Child } from 'hono/jsx';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { fileResponse, imageResponse, openFile } from '#kernel/files/files.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { OpenRound, roundsBeside } from '../consultation/api.ts';
import { comparedWith } from '../editing/difference/api.ts';
import { DocumentPage } from '../pages/document.tsx';
import { HistoryPage } from '../pages/history.tsx';
import { ListPage } from '../pages/list.tsx';
import {
  historyQuery,
  idParams,
  listQuery,
  type Reading,
  readQuery,
  SECTIONS,
  type Section,
  slugParams,
} from '../schema.ts';
import { type Address, fileOf, history, imageOf, list, read, themes } from '../service.ts';
import type { LibraryHost } from './schema.ts';
import { openAt } from './service.ts';

const open = { permission: 'public' } as const;

/** For good: whoever has the old address, a search engine too, keeps the new one. */
export const movedTo = (path: string): Response =>
  new Response(null, { status: 308, headers: { location: path } });

/** Answers with a document, its discussion, and what a kind adds to it. */
export async function answerDocument(
  ctx: Ctx,
  host: LibraryHost,
  at: Address,
  add: (reading: Reading) => Promise<{ more?: Child; before?: Child; head?: Child }> = async () => ({}),
) {
  const found = await openAt(ctx, host, at);
  if ('movedTo' in found) return movedTo(found.movedTo);
  const added = await add(found);
  const discussion =
    found.shown.comments === 'off'
      ? null
      : await host.discussion(ctx, { kind: 'document', id: found.shown.id });
  const round = (await roundsBeside(ctx, found.shown.id)).find(({ state }) => state === 'open');
  const before = (
    <>
      {round && <OpenRound round={round} />}
      {added.before}
    </>
  );
  return <DocumentPage {...found} {...added} before={before} discussion={discussion} />;
}

export async function answerHistory(ctx: Ctx, at: Address, number: number | undefined) {
  const shown = await read(ctx, at);
  if ('movedTo' in shown) return movedTo(`${shown.movedTo}/history`);
  const past = await history(ctx, shown.id, shown.lang);
  const compared = number === undefined ? null : await comparedWith(ctx, past, number);
  const rounds = await roundsBeside(ctx, shown.id);
  return <HistoryPage shown={shown} past={past} compared={compared} rounds={rounds} />;
}

/** The list of a section, newest first. */
export const listRoute = (section: Section): Route =>
  page(`/${section}`, { ...open, query: listQuery }, async (ctx, { query }) => (
    <ListPage
      section={section}
      query={query}
      themes={await themes(ctx)}
      {...(await list(ctx, SECTIONS[section], query))}
    />
  ));

export const historyRoute = (section: Section): Route =>
  page(
    `/${section}/:slug/history`,
    { ...open, params: slugParams, query: historyQuery },
    (ctx, { params, query }) =>
      answerHistory(ctx, { section, slug: params.slug, lang: query.lang }, query.version),
  );

/** Sections whose documents are words and facts alone; publications, models and pilots have pages of their own. */
const PLAIN: readonly Section[] = ['news', 'practices', 'results-base', 'pages'];

export const readingRoutes = (host: LibraryHost): readonly Route[] => [
  ...PLAIN.flatMap((section) => [
    // Pages have no list, and results one of their own.
    ...(section === 'pages' || section === 'results-base' ? [] : [listRoute(section)]),
    page(`/${section}/:slug`, { ...open, params: slugParams, query: readQuery }, (ctx, { params, query }) =>
      answerDocument(ctx, host, { section, slug: params.slug, lang: query.lang }),
    ),
    historyRoute(section),
  ]),
  page('/library/images/:id', { ...open, params: idParams }, async (ctx, { params }) => {
    if (!(await imageOf(ctx, params.id))) throw notFound();
    return imageResponse(await openFile(ctx, params.id));
  }),
  page('/library/files/:id', { ...open, params: idParams }, async (ctx, { params }) =>
    fileResponse(await openFile(ctx, await fileOf(ctx, params.id))),
  ),
];
