import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { accountActor } from './kernel/auth/actor.ts';
import { type Config, outboxOpen } from './kernel/config.ts';
import { type Actor, type Ctx, PUBLIC_ACTOR } from './kernel/context.ts';
import { systemScope } from './kernel/db/database.ts';
import { AppError, ERROR_STATUS, type ErrorCode } from './kernel/errors.ts';
import { type Host, publicScope } from './kernel/http/dispatch.ts';
import { problem } from './kernel/http/json.ts';
import { bearerOf } from './kernel/http/rate-limit.ts';
import { isLang, type Lang } from './kernel/i18n.ts';
import { listMail } from './kernel/mail.ts';
import type { AccountsHost } from './modules/accounts/api.ts';
import { adviceSections } from './modules/advice/api.ts';
import type { MailHost } from './modules/advice/mail/jobs.ts';
import {
  ceilingChanged,
  countWaiting,
  entryWords,
  filesNumbered,
  handOver,
  obligationsOf,
  openCases,
  partnershipFigures,
  settleStandIn,
  waitingCounts,
} from './modules/cases/api.ts';
import { cooperation, health, regionCases } from './modules/cases/cooperation/api.ts';
import { sharesOf, spreadOf } from './modules/cases/measures/api.ts';
import { unmetNeeds } from './modules/cases/nearby/api.ts';
import { countMatters, type DirectoryHost, directorySections } from './modules/directory/api.ts';
import { Entities, entityList } from './modules/directory/search/api.ts';
import { eventSubject, eventsSections } from './modules/events/api.ts';
import {
  Discussion,
  discussion,
  type ExchangeHost,
  exchangeSections,
  type FindSubject,
} from './modules/exchange/api.ts';
import {
  chartOf,
  documentSubject,
  EmbeddedChart,
  type LibraryHost,
  librarySections,
} from './modules/library/api.ts';
import { adoptionsOf, EntityModels } from './modules/library/models/adoption/api.ts';
import { partOf, Quote } from './modules/library/quotes/api.ts';
import {
  actorOfToken,
  actorsOf,
  functionLabel,
  isDemonstration,
  joinInvited as joinWorker,
  navigation,
  type OrganisationsHost,
  threadOf,
} from './modules/organisations/api.ts';
import {
  joinInvited as joinWindow,
  participantActors,
  participantNavigation,
  windowLabel,
} from './modules/participant/api.ts';
import { contactDuties, handOverContacts, type PartnershipsHost } from './modules/partnerships/api.ts';
import { networkSections } from './modules/partnerships/network/api.ts';
import { ErrorPage, type SiteHost } from './modules/site/api.ts';
import type { Parts } from './parts.ts';
import { type View, ViewProvider } from './ui/view.tsx';

const ACTOR = 'actor';
const EXPIRES = 'expires';

/** Everyone an account may act as: its workers' places, and its own window. */
async function choicesOf(ctx: Ctx, accountId: string): Promise<Actor[]> {
  // One after the other they would be two round trips of every request.
  const found = (await Promise.all([actorsOf(ctx, accountId), participantActors(ctx, accountId)])).flat();
  return found.map((actor) => ({ ...actor, choices: found.length }));
}

/** What the accounts module needs to know of the others: whom an account may act for, and what an invitation was for. */
export const accountsHost = (parts: Parts): AccountsHost => ({
  auth: parts.auth,
  actingChoices: async (ctx, accountId) =>
    (await choicesOf(ctx, accountId)).map((actor) => ({
      id: actor.subjectId,
      title: actor.kind === 'participant' ? windowLabel(ctx.lang) : actor.institutionName,
      detail: functionLabel(actor, ctx.lang),
    })),
  invitationAccepted: async (ctx, { invitationId, accountId }) => {
    if (!(await joinWorker(ctx, invitationId, accountId))) await joinWindow(ctx, invitationId, accountId);
  },
});

/** What organisations need of cases and partnerships, so that nobody leaves while somebody still counts on them. */
export const organisationsHost = (parts: Parts): OrganisationsHost => ({
  auth: parts.auth,
  obligationsOf: async (ctx, workerId) => [
    ...(await obligationsOf(ctx, workerId)),
    ...(await contactDuties(ctx, workerId)),
  ],
  handOver: async (ctx, from, to) => {
    await handOver(ctx, from, to);
    await handOverContacts(ctx, from, to);
  },
  absenceBegins: (ctx, absence) => settleStandIn(ctx, absence.workerId),
  absenceEnds: settleStandIn,
  filesNumbered,
  entryWords,
});

/**
 * Letters that nobody sends are shown to the people of a demonstration, who may not read them in the database; to nobody
 * where the demonstration was not loaded.
 */
export const siteHost = ({ config, db, clock }: Parts): SiteHost => ({
  config,
  outbox: outboxOpen(config)
    ? () =>
        db.transaction(systemScope(clock(), '/outbox'), async (ctx) =>
          (await isDemonstration(ctx)) ? listMail(ctx) : null,
        )
    : null,
});

/** What can be discussed, by kind of page. */
export const subjects: Readonly<Record<string, FindSubject>> = {
  document: documentSubject,
  event: eventSubject,
};

/** Comments know of a page its kind and id alone, and of an account nothing. */
export const exchangeHost = ({ config, auth }: Parts): ExchangeHost => ({
  siteUrl: config.APP_URL,
  subjects,
  addressOf: async (accountId) => (await auth.account(accountId))?.email ?? null,
});

/** The discussion under a page; null where there is none. */
export async function discussionUnder(
  ctx: Ctx,
  { kind, id }: { readonly kind: string; readonly id: string },
) {
  const found = await subjects[kind]?.(ctx, id);
  return found ? <Discussion data={await discussion(ctx, { ...found, kind, id })} /> : null;
}

/** What a text may hold beside words: a list from the base, a part of a publication. */
const embeds: LibraryHost['embeds'] = {
  chart: async (_, attrs) => {
    const chart = chartOf(attrs);
    return chart && <EmbeddedChart chart={chart} />;
  },
  directory: async (ctx, attrs) => {
    const list = await entityList(ctx, attrs);
    return list && <Entities list={list} />;
  },
  quote: async (ctx, { document: publication = '', chapter, part }) => {
    const quoted = await partOf(ctx, { publication, chapter, part });
    return quoted && <Quote part={quoted} />;
  },
};

/** Beside a record stand the models its entity uses, where it agreed to be named. */
export const directoryHost = (parts: Parts): DirectoryHost => ({
  siteUrl: parts.config.APP_URL,
  unmetNeeds,
  registers: parts.config,
  beside: async (ctx, entityId) => <EntityModels adoptions={await adoptionsOf(ctx, entityId)} />,
});

export const libraryHost = (parts: Parts): LibraryHost => ({
  siteUrl: parts.config.APP_URL,
  embeds,
  discussion: discussionUnder,
});

/** Letters to the advice desks: where they come to, and who writes them back. */
export const mailHost = ({ config, db }: Parts): MailHost => ({
  db,
  mailbox: config.ADVICE_IMAP_URL,
  mailFrom: config.MAIL_FROM,
});

export const partnershipsHost: PartnershipsHost = {
  unmetNeeds,
  figures: partnershipFigures,
  waiting: waitingCounts,
  openCases,
  ceilingChanged,
  shares: sharesOf,
  spread: spreadOf,
  cooperation,
  health,
  regionCases,
};

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
