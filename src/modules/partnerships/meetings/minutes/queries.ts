import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface MinutesRow {
  state: string;
  round: number;
  general: string;
  remarks_until: string | null;
  signed_at: Date | null;
  signed_how: string | null;
  content: unknown;
  content_hash: string | null;
  row_version: number;
}
export const findMinutes = (ctx: Ctx, meetingId: string) =>
  ctx.tx.maybe<MinutesRow>(sql`
    select state, round, general, remarks_until, signed_at, signed_how, content, content_hash, row_version
    from partnerships.minutes where meeting_id = ${meetingId}`);

export interface HeadRow {
  body_id: string;
  body_kind: string;
  place_name: string | null;
  title: string;
  starts_at: Date;
  ends_at: Date;
  mode: string;
  place: string;
  chair: string | null;
  clerk: string | null;
}
/** For the system too: the letters of silence are signed by it. */
export const findHead = (ctx: Ctx, meetingId: string) =>
  ctx.tx.one<HeadRow>(sql`
    select m.body_id, b.kind as body_kind, coalesce(p.name, b.name) as place_name, m.title, m.starts_at, m.ends_at, m.mode, m.place,
      (select w.name from organisations.api_worker w where w.id = m.chair_id) as chair,
      (select w.name from organisations.api_worker w where w.id = m.clerk_id) as clerk
    from partnerships.meeting m join partnerships.body b on b.id = m.body_id left join partnerships.partnership p on p.id = b.partnership_id
    where m.id = ${meetingId}`);

export interface DecisionRow {
  id: string;
  point_id: string | null;
  year: number;
  number: number;
  body: string;
  votes_for: number | null;
  votes_against: number | null;
  abstained: number | null;
  valid_from: string;
  check_on: string | null;
}
export const findDecisions = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<DecisionRow>(sql`
    select id, point_id, year, number, body, votes_for, votes_against, abstained, valid_from, check_on
    from partnerships.decision where meeting_id = ${meetingId} order by year, number`);
export interface TaskRow {
  id: string;
  point_id: string | null;
  what: string;
  owner: string | null;
  due_on: string;
}
export const findTasks = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<TaskRow>(sql`
    select t.id, t.point_id, t.what, coalesce((select w.name || ', ' from organisations.api_worker w where w.id = t.worker_id), '')
      || (select i.short_name from organisations.api_institution i where i.id = t.institution_id) as owner, t.due_on
    from partnerships.meeting_task t where t.meeting_id = ${meetingId} order by t.due_on, t.id`);

export const begin = (ctx: Ctx, meetingId: string, bodyId: string) =>
  ctx.tx.run(sql`insert into partnerships.minutes (meeting_id, body_id) values (${meetingId}, ${bodyId})`);
export const setGeneral = (ctx: Ctx, meetingId: string, general: string) =>
  ctx.tx.run(sql`
    update partnerships.minutes set general = ${general}, row_version = row_version + 1 where meeting_id = ${meetingId} and state = 'draft'`);
export const setNotes = (ctx: Ctx, pointId: string, notes: string) =>
  ctx.tx.run(sql`
    update partnerships.agenda_point set notes = ${notes}, row_version = row_version + 1 where id = ${pointId}`);

/** Numbers of decisions are given one after another. */
export const holdNumbers = (ctx: Ctx, bodyId: string) =>
  ctx.tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${bodyId}, 209))`);
export const addDecision = (
  ctx: Ctx,
  d: {
    id: string;
    bodyId: string;
    meetingId: string;
    pointId: string;
    year: number;
    body: string;
    votes: readonly [number, number, number] | null;
    validFrom: LocalDate;
    checkOn: LocalDate | null;
    words: string;
  },
) =>
  ctx.tx.run(sql`
    insert into partnerships.decision (id, body_id, meeting_id, point_id, year, number, body, votes_for, votes_against, abstained, valid_from, check_on, words)
    select ${d.id}, ${d.bodyId}, ${d.meetingId}, ${d.pointId}, ${d.year}, coalesce(max(number), 0) + 1, ${d.body}, ${d.votes?.[0] ?? null}::int,
      ${d.votes?.[1] ?? null}::int, ${d.votes?.[2] ?? null}::int, ${d.validFrom}::date, ${d.checkOn}::date, ${d.words}::tsvector
    from partnerships.decision where body_id = ${d.bodyId} and year = ${d.year}`);
export const addTask = (
  ctx: Ctx,
  t: {
    id: string;
    bodyId: string;
    meetingId: string;
    pointId: string;
    what: string;
    institution: string;
    worker: string | null;
    due: LocalDate;
  },
) =>
  ctx.tx.run(sql`
    insert into partnerships.meeting_task (id, body_id, meeting_id, point_id, what, institution_id, worker_id, due_on)
    values (${t.id}, ${t.bodyId}, ${t.meetingId}, ${t.pointId}, ${t.what}, ${t.institution}, ${t.worker}, ${t.due})`);
export const dropDecision = (ctx: Ctx, id: string, meetingId: string) =>
  ctx.tx.run(sql`delete from partnerships.decision where id = ${id} and meeting_id = ${meetingId}`);
export const dropTask = (ctx: Ctx, id: string, meetingId: string) =>
  ctx.tx.run(sql`delete from partnerships.meeting_task where id = ${id} and meeting_id = ${meetingId}`);

export const send = (ctx: Ctx, meetingId: string, until: LocalDate) =>
  ctx.tx.run(sql`
    update partnerships.minutes set state = 'sent', sent_at = ${ctx.now}, remarks_until = ${until}, row_version = row_version + 1
    where meeting_id = ${meetingId} and state = 'draft'`);
/** Back to a draft: whoever agreed agrees anew. */
export const takeBack = (ctx: Ctx, meetingId: string) =>
  ctx.tx.run(sql`
    update partnerships.minutes set state = 'draft', sent_at = null, remarks_until = null, round = round + 1, row_version = row_version + 1
    where meeting_id = ${meetingId} and state = 'sent'`);
export const close = (ctx: Ctx, meetingId: string, how: string, content: string, hash: string) =>
  ctx.tx.run(sql`
    update partnerships.minutes set state = 'signed', signed_at = ${ctx.now}, signed_how = ${how}, content = ${content}::jsonb,
      content_hash = ${hash}, row_version = row_version + 1
    where meeting_id = ${meetingId} and state = 'sent'`);

export interface RemarkRow {
  id: string;
  by: string | null;
  remark: string;
  made_at: Date;
  taken: boolean | null;
  reply: string;
}
export const findRemarks = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<RemarkRow>(sql`
    select r.id, (select w.name || ', ' || i.short_name from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
      where w.id = r.worker_id) as by, r.remark, r.made_at, r.taken, r.reply
    from partnerships.minutes_remark r where r.meeting_id = ${meetingId} order by r.made_at, r.id`);
export const addRemark = (ctx: Ctx, r: { id: string; bodyId: string; meetingId: string; remark: string }) =>
  ctx.tx.run(sql`
    insert into partnerships.minutes_remark (id, body_id, meeting_id, institution_id, worker_id, remark, made_at)
    values (${r.id}, ${r.bodyId}, ${r.meetingId}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${r.remark}, ${ctx.now})`);
export const reply = (ctx: Ctx, id: string, meetingId: string, taken: boolean, words: string) =>
  ctx.tx.run(sql`
    update partnerships.minutes_remark set taken = ${taken}, reply = ${words} where id = ${id} and meeting_id = ${meetingId} and taken is null`);

export const findSignatures = (ctx: Ctx, meetingId: string, round: number) =>
  ctx.tx.many<{
    worker: string | null;
    institution_id: string;
    institution: string | null;
    role: string;
    signed_at: Date;
  }>(sql`
    select (select w.name from organisations.api_worker w where w.id = s.worker_id) as worker, s.institution_id,
      (select i.short_name from organisations.api_institution i where i.id = s.institution_id) as institution, s.role, s.signed_at
    from partnerships.minutes_signature s where s.meeting_id = ${meetingId} and s.round = ${round} order by s.signed_at, s.id`);
export const addSignature = (
  ctx: Ctx,
  s: { id: string; bodyId: string; meetingId: string; role: string; round: number },
) =>
  ctx.tx.run(sql`
    insert into partnerships.minutes_signature (id, body_id, meeting_id, institution_id, worker_id, role, round, signed_at)
    values (${s.id}, ${s.bodyId}, ${s.meetingId}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId}, ${s.role}, ${s.round}, ${ctx.now})`);

export const findNotes = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<{ worker: string | null; note: string; made_at: Date }>(sql`
    select (select w.name from organisations.api_worker w where w.id = n.worker_id) as worker, n.note, n.made_at
    from partnerships.minutes_note n where n.meeting_id = ${meetingId} order by n.made_at, n.id`);
export const addNote = (ctx: Ctx, n: { id: string; bodyId: string; meetingId: string; note: string }) =>
  ctx.tx.run(sql`
    insert into partnerships.minutes_note (id, body_id, meeting_id, worker_id, note, made_at)
    values (${n.id}, ${n.bodyId}, ${n.meetingId}, ${ctx.actor.subjectId}, ${n.note}, ${ctx.now})`);

/** Minutes that nobody remarked on in time, or whose remarks are all answered. For the system. */
export const findSilent = (ctx: Ctx, today: LocalDate) =>
  ctx.tx.many<{ meeting_id: string }>(sql`
    select m.meeting_id from partnerships.minutes m where m.state = 'sent' and m.remarks_until < ${today}::date
      and not exists (select from partnerships.minutes_remark r where r.meeting_id = m.meeting_id and r.taken is null)
    order by m.meeting_id limit 1000`);
