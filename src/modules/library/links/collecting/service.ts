import type { Ctx } from '#kernel/context.ts';
import { NIL_ID, newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { askOther as askServer, said } from '../asking/service.ts';
import type { LinkHost } from '../schema.ts';
import * as queries from './queries.ts';

const TEXTS = 100;
const OWN = 50;
/** Of other sites, in a week; the others' turn comes the week after. */
const OTHERS = 20_000;
/** One server is asked no oftener. */
const APART_MS = 10_000;
const LONGEST = 2000;

/** Every address that a text leads to, from any depth of its tree. */
function* leadsTo(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'link' && 'href' in node && typeof node.href === 'string')
    yield node.href;
  for (const part of Object.values(node)) yield* leadsTo(part);
}

/** What of an address is asked: without the place on the page; null for letters, telephones and this very page. */
export function asked(href: string, siteUrl: string): { url: string; host: string } | null {
  const [typed = ''] = href.split('#');
  const own = typed.startsWith(`${siteUrl}/`) ? typed.slice(siteUrl.length) : typed;
  if (own.length > LONGEST) return null;
  if (own.startsWith('/')) return { url: own, host: '' };
  const url = /^https?:/.test(own) ? URL.parse(own) : null;
  return url && { url: own, host: url.host };
}

/** Begins to read all texts for links. */
export const startReading = (ctx: Ctx): Promise<void> =>
  enqueue(ctx, 'library.links.read', { after: NIL_ID, began: ctx.now.getTime() });

/** Reads some texts for links, then asks for the next; after the last, the asking begins. */
export async function readTexts(ctx: Ctx, after: string, began: Date, siteUrl: string): Promise<void> {
  const texts = await queries.findTexts(ctx, after, TEXTS);
  const uses = texts.flatMap(({ documentId, lang, body }) =>
    [...new Set(leadsTo(parseMarkdown(body)))].flatMap((href) => {
      const link = asked(href, siteUrl);
      return link ? [{ ...link, documentId, lang }] : [];
    }),
  );
  const unique = [...new Map(uses.map((use) => [`${use.url} ${use.documentId} ${use.lang}`, use])).values()];
  await queries.keepLinks(
    ctx,
    unique.map(({ url, host }) => ({ id: newId(), url, host })),
  );
  await queries.keepUses(ctx, unique, began);
  const last = texts.at(-1);
  if (last && texts.length === TEXTS)
    return enqueue(ctx, 'library.links.read', { after: last.id, began: began.getTime() });
  await queries.dropUses(ctx, began);
  await queries.dropLinks(ctx);
  await enqueue(ctx, 'library.links.own', { after: NIL_ID });
  for (const { id, turn } of await queries.findOthers(ctx, OTHERS))
    await enqueue(
      ctx,
      'library.links.ask',
      { id },
      { runAt: new Date(ctx.now.getTime() + (turn ?? 0) * APART_MS), key: `link.${id}` },
    );
}

/** Asks this site for some of its own addresses, then goes on with the next. */
export async function askOwn(ctx: Ctx, after: string, host: Pick<LinkHost, 'askOwn'>): Promise<void> {
  const links = await queries.findOwn(ctx, after, OWN);
  for (const { id, url } of links) {
    const { status, location } = await host.askOwn(url);
    // To the sign-in, or another step that is meant: the page is there.
    const moved = status === 301 || status === 308 ? location : null;
    await queries.note(ctx, id, said(status >= 300 && status < 400 ? 200 : status, moved));
  }
  const last = links.at(-1);
  if (last && links.length === OWN) await enqueue(ctx, 'library.links.own', { after: last.id });
}

/** Asks another site; it is told who asks. */
export async function askOther(
  ctx: Ctx,
  id: string,
  host: Pick<LinkHost, 'askOther'> & { readonly siteUrl: string },
): Promise<void> {
  const link = await queries.findUrl(ctx, id);
  if (!link) return;
  const ask = host.askOther ?? ((url) => askServer(url, `Splot link check (+${host.siteUrl})`));
  await queries.note(ctx, id, await ask(link.url));
}
