import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** For the system alone; others see no row. */
export interface WriterRow {
  commentId: string;
  accountId: string | null;
  contactId: string | null;
  email: string | null;
  contactLang: string | null;
  lang: string;
  quiet: boolean;
  state: string;
}
/** Who wrote these comments, with the address of those who have no account. */
export const findWriters = (ctx: Ctx, ids: readonly string[]): Promise<WriterRow[]> =>
  ctx.tx.many<WriterRow>(sql`
    select c.id as "commentId", a.account_id as "accountId", a.contact_id as "contactId", k.email, k.lang as "contactLang", t.lang, a.quiet, c.state
    from exchange.comment c join exchange.author a on a.comment_id = c.id
    join exchange.comment_text t on t.comment_id = c.id and t.number = c.version
    left join exchange.contact k on k.id = a.contact_id
    where c.id = any(${ids}::uuid[])`);

/** Whose comments a comment answers or speaks to. */
export const findAddressed = (ctx: Ctx, id: string): Promise<{ id: string | null }[]> =>
  ctx.tx.many<{ id: string | null }>(sql`
    select c.parent_id as id from exchange.comment c where c.id = ${id} and c.parent_id is not null
    union
    select m.of_comment_id from exchange.mention m where m.comment_id = ${id}`);

export const findDecision = (ctx: Ctx, id: string): Promise<{ commentId: string; outcome: string } | null> =>
  ctx.tx.maybe<{ commentId: string; outcome: string }>(
    sql`select comment_id as "commentId", outcome from exchange.decision where id = ${id}`,
  );

/** An appeal with what was appealed against. */
export const findAppeal = (
  ctx: Ctx,
  id: string,
): Promise<{ commentId: string; decisionId: string; against: string; outcome: string | null } | null> =>
  ctx.tx.maybe<{ commentId: string; decisionId: string; against: string; outcome: string | null }>(sql`
    select d.comment_id as "commentId", d.id as "decisionId", d.outcome as against, a.outcome from exchange.appeal a join exchange.decision d on d.id = a.decision_id where a.id = ${id}`);

export interface NotifierRow {
  id: string;
  commentId: string;
  accountId: string | null;
  contactId: string | null;
  email: string | null;
  lang: string;
  outcome: string | null;
}
/** Who sent a notice, or the notices that a decision settled. */
export const findNotifiers = (
  ctx: Ctx,
  noticeId: string | null,
  decisionId: string | null,
): Promise<NotifierRow[]> =>
  ctx.tx.many<NotifierRow>(sql`
    select n.id, n.comment_id as "commentId", n.account_id as "accountId", n.contact_id as "contactId", k.email, n.lang, d.outcome
    from exchange.notice n left join exchange.contact k on k.id = n.contact_id left join exchange.decision d on d.id = n.decision_id
    where n.id = ${noticeId}::uuid or n.decision_id = ${decisionId}::uuid`);

export const findContact = (ctx: Ctx, id: string): Promise<{ email: string; lang: string } | null> =>
  ctx.tx.maybe<{ email: string; lang: string }>(
    sql`select email, lang from exchange.contact where id = ${id} and email <> ''`,
  );

export interface SubscriptionRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  accountId: string | null;
  contactId: string | null;
  email: string | null;
  lang: string;
  confirmedAt: Date | null;
  toldAt: Date;
}
export const findSubscription = (ctx: Ctx, id: string): Promise<SubscriptionRow | null> =>
  ctx.tx.maybe<SubscriptionRow>(sql`
    select s.id, s.subject_kind as "subjectKind", s.subject_id as "subjectId", s.account_id as "accountId", s.contact_id as "contactId", k.email,
      s.lang, s.confirmed_at as "confirmedAt", s.told_at as "toldAt"
    from exchange.subscription s left join exchange.contact k on k.id = s.contact_id where s.id = ${id} and s.ended_at is null`);

/** Those who were not told for some hours while something new was written, by somebody else. */
export const findDue = (ctx: Ctx, hours: number): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select s.id from exchange.subscription s
    where s.confirmed_at is not null and s.ended_at is null and s.told_at < kernel.instant() - make_interval(hours => ${hours})
      and exists (select from exchange.comment c join exchange.author a on a.comment_id = c.id
        where c.subject_kind = s.subject_kind and c.subject_id = s.subject_id and c.visible and c.created_at > s.told_at
          and a.account_id is distinct from s.account_id)
    order by s.told_at limit 1000`);

export const setTold = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update exchange.subscription set told_at = kernel.instant() where id = ${id}`);

export interface NewToken {
  readonly hash: string;
  readonly kind: string;
  readonly contact: string | null;
  readonly comment: string | null;
  readonly subscription: string | null;
}
/** A way out of letters works for a year, the way back to a decision as long as one may appeal, every other link for some days. */
export const addToken = (ctx: Ctx, t: NewToken): Promise<number> =>
  ctx.tx.run(sql`
    insert into exchange.token (hash, contact_id, kind, comment_id, subscription_id, created_at, expires_at)
    select ${t.hash}, ${t.contact}, ${t.kind}, ${t.comment}, ${t.subscription}, kernel.instant(),
      kernel.instant() + case when ${t.kind} in ('leave', 'quiet') then interval '1 year'
        when r.code = 'appeal_months' then make_interval(months => r.value) else make_interval(days => r.value) end
    from exchange.rule r where r.code = case ${t.kind} when 'mine' then 'appeal_months' else 'link_days' end
      and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())`);

/** Comments that nobody confirmed, with everything that hangs on them. */
export const dropUnconfirmed = (ctx: Ctx, days: number): Promise<number> =>
  ctx.tx.run(sql`
    delete from exchange.comment where state = 'unconfirmed' and created_at < kernel.instant() - make_interval(days => ${days})`);

export const dropUnconfirmedWishes = (ctx: Ctx, days: number): Promise<number> =>
  ctx.tx.run(sql`
    delete from exchange.subscription where confirmed_at is null and created_at < kernel.instant() - make_interval(days => ${days})`);

export const dropOldTokens = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`delete from exchange.token where expires_at < kernel.instant()`);

export const dropOldAttempts = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`delete from exchange.attempt where at < kernel.instant() - interval '2 days'`);

/** The words of what was taken back; that it stood there stays. */
export const eraseWithdrawn = (ctx: Ctx, days: number): Promise<number> =>
  ctx.tx.run(sql`
    update exchange.comment_text t set title = '', body = '', signature = '–', words = null from exchange.comment c
    where c.id = t.comment_id and c.state = 'withdrawn' and t.body <> '' and c.edited_at < kernel.instant() - make_interval(days => ${days})`);

/**
 * A confirmed address after months without use; one nobody confirmed after days, but not while its notice is open or may
 * be appealed about.
 */
export const eraseContacts = (
  ctx: Ctx,
  { months, days, appealMonths }: { months: number; days: number; appealMonths: number },
): Promise<number> =>
  ctx.tx.run(sql`
    update exchange.contact set email = '' where email <> '' and (used_at < kernel.instant() - make_interval(months => ${months})
      or confirmed_at is null and used_at < kernel.instant() - make_interval(days => ${days})
        and not exists (select from exchange.notice n where n.contact_id = contact.id
          and (n.closed_at is null or n.closed_at > kernel.instant() - make_interval(months => ${appealMonths}))))`);

export const unlinkAuthors = (ctx: Ctx, months: number): Promise<number> =>
  ctx.tx.run(sql`
    update exchange.author set account_id = null, worker_id = null, contact_id = null
    where created_at < kernel.instant() - make_interval(months => ${months}) and num_nonnulls(account_id, worker_id, contact_id) > 0`);
