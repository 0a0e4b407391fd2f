import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Letter, Lies, Reason } from './schema.ts';

export interface ReadSoFar {
  uidValidity: number;
  lastUid: number;
}
export const findMailbox = (ctx: Ctx, name: string): Promise<ReadSoFar | null> =>
  ctx.tx.maybe<ReadSoFar>(sql`
    select uid_validity as "uidValidity", last_uid as "lastUid" from advice.mailbox where name = ${name}`);
export const saveMailbox = (
  ctx: Ctx,
  box: { name: string; uidValidity: number; lastUid: number; problem: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.mailbox (name, uid_validity, last_uid, checked_at, problem)
    values (${box.name}, ${box.uidValidity}, ${box.lastUid}, ${ctx.now}, ${box.problem})
    on conflict (name) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
      checked_at = excluded.checked_at, problem = excluded.problem`);
export const noteProblem = (ctx: Ctx, name: string, problem: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.mailbox set problem = ${problem}, checked_at = ${ctx.now} where name = ${name}`,
  );
export const findStates = (ctx: Ctx): Promise<{ checkedAt: Date; problem: string | null }[]> =>
  ctx.tx.many<{ checkedAt: Date; problem: string | null }>(
    sql`select checked_at as "checkedAt", problem from advice.mailbox order by checked_at desc limit 1`,
  );

export const isRead = (ctx: Ctx, lies: Lies): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from advice.letter
    where mailbox = ${lies.mailbox} and uid_validity = ${lies.uidValidity} and uid = ${lies.uid}`);
/** Whether the very letter came before, and how many of the sender became questions in the last day. */
export const findBefore = (
  ctx: Ctx,
  letter: Pick<Letter, 'messageId'>,
  address: string,
): Promise<{ same: boolean | null; lately: number | null }> =>
  ctx.tx.one<{ same: boolean | null; lately: number | null }>(sql`
    select exists (select from advice.letter l where l.message_id = ${letter.messageId}::text) as same,
      (select count(*)::int from advice.letter l where l.from_address = ${address} and l.state = 'taken'
        and l.received_at > ${ctx.now}::timestamptz - interval '1 day') as lately`);
export interface KnownQuestion {
  id: string;
  number: string;
  email: string | null;
}
/** The questions that letters of these ids are about, the newest first: letters that left, and letters that came. */
export const findAnswered = (
  ctx: Ctx,
  notices: readonly string[],
  references: readonly string[],
): Promise<KnownQuestion[]> =>
  ctx.tx.many<KnownQuestion>(sql`
    select q.id, q.number, a.email from advice.question q left join advice.asker a on a.question_id = q.id
    where q.erased_at is null and (q.id in (select n.question_id from advice.notice n where n.mail_id = any(${notices}::uuid[]))
      or q.id in (select m.question_id from advice.message m where m.mail_id = any(${references}::text[]) and m.direction = 'in'))
    order by q.asked_at desc limit 5`);

export interface Kept {
  readonly id: string;
  readonly deskId: string;
  readonly state: 'taken' | 'set_aside';
  readonly reason: Reason | null;
  readonly questionId: string | null;
}
export const insertLetter = (ctx: Ctx, kept: Kept, lies: Lies, letter: Partial<Letter>): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.letter (id, desk_id, mailbox, uid_validity, uid, state, reason, message_id, from_address, from_name, subject, body,
      size, received_at, question_id)
    values (${kept.id}, ${kept.deskId}, ${lies.mailbox}, ${lies.uidValidity}, ${lies.uid}, ${kept.state}, ${kept.reason},
      ${letter.messageId ?? null}, ${letter.from?.address ?? ''}, ${letter.from?.name ?? ''}, ${letter.subject ?? ''},
      ${kept.state === 'taken' ? '' : (letter.body ?? '')}, ${lies.size}, ${lies.receivedAt}, ${kept.questionId})`);

export const attach = (ctx: Ctx, fileId: string, messageId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.attachment (file_id, message_id, question_id, desk_id)
    select ${fileId}, m.id, m.question_id, m.desk_id from advice.message m where m.id = ${messageId}`);
/** The first message of a question: what it was asked with. */
export const firstMessage = (ctx: Ctx, questionId: string): Promise<{ id: string }> =>
  ctx.tx.one<{ id: string }>(sql`
    select id from advice.message where question_id = ${questionId} and direction = 'in' order by written_at, id limit 1`);
export const insertNotice = (ctx: Ctx, mailId: string, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.notice (mail_id, question_id, desk_id) select ${mailId}, q.id, q.desk_id from advice.question q where q.id = ${questionId}`);
/** Message-ID of the last letter of who asked. */
export const lastLetter = (ctx: Ctx, questionId: string): Promise<{ mailId: string | null } | null> =>
  ctx.tx.maybe<{ mailId: string | null }>(sql`
    select mail_id as "mailId" from advice.message where question_id = ${questionId} and direction = 'in' and mail_id is not null
    order by written_at desc limit 1`);

export interface SetAsideRow {
  id: string;
  deskId: string;
  reason: string | null;
  fromAddress: string;
  fromName: string;
  subject: string;
  body: string;
  messageId: string | null;
  receivedAt: Date;
}
export const findSetAside = (ctx: Ctx, limit: number): Promise<SetAsideRow[]> =>
  ctx.tx.many<SetAsideRow>(sql`
    select id, desk_id as "deskId", reason, from_address as "fromAddress", from_name as "fromName", subject, left(body, 600) as body,
      message_id as "messageId", received_at as "receivedAt"
    from advice.letter where state = 'set_aside' order by received_at desc, id desc limit ${limit}`);
export const lockSetAside = (ctx: Ctx, id: string): Promise<SetAsideRow | null> =>
  ctx.tx.maybe<SetAsideRow>(sql`
    select id, desk_id as "deskId", reason, from_address as "fromAddress", from_name as "fromName", subject, body,
      message_id as "messageId", received_at as "receivedAt"
    from advice.letter where id = ${id} and state = 'set_aside' for update`);
export const settle = (ctx: Ctx, id: string, questionId: string | null): Promise<number> =>
  ctx.tx.run(sql`
    update advice.letter set state = case when ${questionId}::uuid is null then 'dropped' else 'taken' end, question_id = ${questionId}::uuid,
      handled_by = ${ctx.actor.subjectId}, handled_at = ${ctx.now} where id = ${id}`);
/** Sender and words of letters go when the contact of a question would. */
export const forgetLetters = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    update advice.letter set from_address = '', from_name = '', subject = '', body = ''
    where (from_address <> '' or body <> '') and received_at < ${ctx.now}::timestamptz - make_interval(months => advice.value_of('contact_months', desk_id))`);
