import { choicesOf } from './host.tsx';
import { outboxOpen } from './kernel/config.ts';
import type { Ctx } from './kernel/context.ts';
import { systemScope } from './kernel/db/database.ts';
import { listMail } from './kernel/mail.ts';
import type { AccountsHost } from './modules/accounts/api.ts';
import { questionsKept } from './modules/advice/api.ts';
import type { MailHost } from './modules/advice/mail/jobs.ts';
import {
  ceilingChanged,
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
import type { DirectoryHost } from './modules/directory/api.ts';
import { Entities, entityList, listed } from './modules/directory/search/api.ts';
import { eventSubject, registrationsKept } from './modules/events/api.ts';
import {
  commentsKept,
  Discussion,
  discussion,
  type ExchangeHost,
  type FindSubject,
} from './modules/exchange/api.ts';
import { documentSubject, type LibraryHost } from './modules/library/api.ts';
import { adoptionsOf, EntityModels } from './modules/library/models/adoption/api.ts';
import { partOf, Quote, quotationOf } from './modules/library/quotes/api.ts';
import {
  functionLabel,
  isDemonstration,
  joinInvited as joinWorker,
  type OrganisationsHost,
} from './modules/organisations/api.ts';
import { joinInvited as joinWindow, windowLabel } from './modules/participant/api.ts';
import { contactDuties, handOverContacts, type PartnershipsHost } from './modules/partnerships/api.ts';
import type { SiteHost } from './modules/site/api.ts';
import type { Parts } from './parts.ts';

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
  kept: async (ctx) => ({
    comments: await commentsKept(ctx),
    events: await registrationsKept(ctx),
    advice: await questionsKept(ctx),
  }),
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
  directory: async (ctx, attrs) => {
    const list = await entityList(ctx, attrs);
    return list && { view: <Entities list={list} />, blocks: listed(ctx, list) };
  },
  quote: async (ctx, { document: publication = '', chapter, part }) => {
    const quoted = await partOf(ctx, { publication, chapter, part });
    return quoted && { view: <Quote part={quoted} />, blocks: quotationOf(ctx, quoted) };
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
