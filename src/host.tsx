import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { accountActor } from './kernel/auth/actor.ts';
import { type Config, outboxOpen } from './kernel/config.ts';
import { type Actor, type Ctx, PUBLIC_ACTOR } from './kernel/context.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from './kernel/errors.ts';
import { type Host, publicScope } from './kernel/http/dispatch.ts';
import { problem } from './kernel/http/json.ts';
import { bearerOf } from './kernel/http/rate-limit.ts';
import { isLang, type Lang } from './kernel/i18n.ts';
import { adviceSections } from './modules/advice/api.ts';
import { countWaiting } from './modules/cases/api.ts';
import { countMatters, directorySections } from './modules/directory/api.ts';
import { eventsSections } from './modules/events/api.ts';
import { exchangeSections } from './modules/exchange/api.ts';
import { librarySections } from './modules/library/api.ts';
import {
  actorOfToken,
  actorsOf,
  functionLabel,
  isDemonstration,
  navigation,
  threadOf,
} from './modules/organisations/api.ts';
import { participantActors, participantNavigation } from './modules/participant/api.ts';
import { networkSections } from './modules/partnerships/network/api.ts';
import { ErrorPage } from './modules/site/api.ts';
import type { Parts } from './parts.ts';
import { type View, ViewProvider } from './ui/view.tsx';

const ACTOR = 'actor';
const EXPIRES = 'expires';

/** Everyone an account may act as: its workers' places, and its own window. */
export async function choicesOf(ctx: Ctx, accountId: string): Promise<Actor[]> {
  // One after the other they would be two round trips of every request.
  const found = (await Promise.all([actorsOf(ctx, accountId), participantActors(ctx, accountId)])).flat();
  return found.map((actor) => ({ ...actor, choices: found.length }));
}

/** Finds who acts from the session of the request; at most once a request. */
export const actorFinder =
  (parts: Parts) =>
  async (c: Context): Promise<Actor> => {
    const known = c.get(ACTOR) as Actor | undefined;
    if (known) return known;
    const actor = await findActor(parts, c);
    c.set(ACTOR, actor);
    return actor;
  };

async function findActor({ auth, db, clock }: Parts, c: Context): Promise<Actor> {
  const scope = {
    actor: PUBLIC_ACTOR,
    now: clock(),
    lang: langOf(c),
    requestId: c.get('requestId') as string,
    purpose: 'P5' as const,
    path: '',
  };
  // A token stands for its worker in the JSON interface alone, whatever session the browser holds.
  const token = c.req.path.startsWith('/api/') ? bearerOf(c) : null;
  if (token !== null) {
    const holder = await db.transaction(scope, (ctx) => actorOfToken(ctx, token));
    if (!holder) throw new AppError('sign_in');
    return holder;
  }
  const session = await auth.session(c.req.raw.headers);
  if (!session) return PUBLIC_ACTOR;
  c.set(EXPIRES, session.expiresAt);
  const choices = await db.transaction(scope, (ctx) => choicesOf(ctx, session.accountId));
  const chosen =
    choices.find((choice) => choice.subjectId === session.actingAs) ??
    (choices.length === 1 ? choices[0] : undefined);
  return chosen ?? { ...accountActor(session), choices: choices.length };
}

export function langOf(c: Context): Lang {
  const asked = c.req.query('lang') ?? getCookie(c, 'lang');
  if (isLang(asked)) return asked;
  const header = c.req.header('accept-language') ?? '';
  // Polish unless the browser prefers another of our languages and does not know Polish at all.
  const wanted = header.split(',').map((part) => part.trim().slice(0, 2));
  return wanted.includes('pl') ? 'pl' : (wanted.find(isLang) ?? 'pl');
}

/** Renders a page with what its shell shows: who acts, what waits, preferences. */
export const render =
  (config: Config) =>
  async (ctx: Ctx, c: Context, tree: unknown): Promise<string> => {
    const waiting =
      ctx.actor.kind === 'worker' && ctx.actor.permissions.has('case.read') ? await countWaiting(ctx) : null;
    const matters = await countMatters(ctx);
    const outbox = ctx.actor.kind !== 'public' && outboxOpen(config) && (await isDemonstration(ctx));
    return document({ ...viewOf(c, ctx.actor, ctx.lang, ctx.now, config, waiting, matters), outbox }, tree);
  };

function document(view: View, tree: unknown): string {
  return `<!doctype html>${(<ViewProvider view={view}>{tree as never}</ViewProvider>).toString()}`;
}

function viewOf(
  c: Context,
  actor: Actor,
  lang: Lang,
  now: Date,
  config: Config | null,
  waitingCount: number | null,
  matters: number | null = null,
): View {
  const url = new URL(c.req.url);
  const expires = c.get(EXPIRES) as Date | undefined;
  const size = getCookie(c, 'size');
  const contrast = getCookie(c, 'contrast');
  return {
    lang,
    path: url.pathname + url.search,
    now,
    actor:
      actor.kind === 'public'
        ? null
        : {
            name: actor.name,
            functionLabel: functionLabel(actor, lang),
            institutionName: actor.institutionName,
            institutionThread: threadOf(actor.institutionType),
            canSwitch: actor.choices > 1,
            participant: actor.kind === 'participant',
          },
    waitingCount,
    prefs: {
      size: size === 'b' || size === 'c' ? size : 'a',
      contrast: contrast === 'light' || contrast === 'dark' || contrast === 'high' ? contrast : 'auto',
    },
    nav: actor.permissions.has('participant.window')
      ? participantNavigation(url.pathname, lang)
      : [
          ...navigation(actor, url.pathname, lang),
          ...directorySections(actor, url.pathname, lang, matters),
          ...librarySections(actor, url.pathname, lang),
          ...eventsSections(actor, url.pathname, lang),
          ...networkSections(actor, url.pathname, lang),
          ...adviceSections(actor, url.pathname, lang),
          ...exchangeSections(actor, url.pathname, lang),
        ],
    langs: actor.kind === 'worker' ? ['pl', 'en'] : ['pl', 'en', 'uk'],
    demo: config?.DEMO ?? false,
    sessionMinutes: expires
      ? Math.max(0, Math.floor((expires.getTime() - now.getTime()) / 60_000))
      : undefined,
  };
}

/** What a person sees when something is wrong: what happened, what to do, an id to quote. Never a trace. */
export async function errorResponse(
  c: Context,
  host: Host,
  error: unknown,
  status?: number,
): Promise<Response> {
  const code: ErrorCode | 'failed' =
    error instanceof AppError
      ? error.code
      : error === 'not_found' || error === 'too_large'
        ? error
        : 'failed';
  const answer = status ?? (code === 'failed' ? 500 : ERROR_STATUS[code]);
  const requestId = c.get('requestId') as string;
  const { pathname, search } = new URL(c.req.url);
  const reason = error instanceof AppError && error.message !== error.code ? error.message : undefined;
  if (pathname.startsWith('/api/')) {
    const fields = error instanceof AppError ? error.fields : [];
    return problem(answer, code, requestId, fields, { reason, lang: langOf(c) });
  }
  if (code === 'sign_in') {
    if (c.req.method === 'GET')
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  const { now, lang } = publicScope(host, c);
  const actor = (c.get(ACTOR) as Actor | undefined) ?? PUBLIC_ACTOR;
  const view = viewOf(c, actor, lang, now, null, null);
  return c.html(
    document(view, <ErrorPage code={code} requestId={requestId} reason={reason} />),
    answer as 500,
  );
}
