import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Contact, Direction, EventKind, MessageState, NewQuestion, Rule, State } from './schema.ts';

export interface DeskRow {
  id: string;
  institutionId: string;
  institutionName: string;
  slug: string;
  namePl: string;
  nameEn: string;
  leadPl: string;
  leadEn: string;
  email: string;
  phone: string;
  counties: string[];
  isDefault: boolean;
  isOpen: boolean;
}
export const findDesks = (ctx: Ctx): Promise<DeskRow[]> =>
  ctx.tx.many<DeskRow>(sql`
    select d.id, d.institution_id as "institutionId", i.name as "institutionName", d.slug, d.name_pl as "namePl", d.name_en as "nameEn",
      d.lead_pl as "leadPl", d.lead_en as "leadEn", d.email, d.phone, d.counties, d.is_default as "isDefault", d.is_open as "isOpen"
    from advice.desk d join organisations.api_institution i on i.id = d.institution_id
    where d.state = 'active' order by d.is_default desc, d.name_pl`);
/** The desks of whoever acts. */
export const findMine = (ctx: Ctx): Promise<{ ids: string[] | null }> =>
  ctx.tx.one<{ ids: string[] | null }>(sql`select advice.mine() as ids`);
export const findRole = (
  ctx: Ctx,
  deskId: string,
  roles: readonly string[],
): Promise<{ held: boolean | null }> =>
  ctx.tx.one<{ held: boolean | null }>(
    sql`select advice.holds_role(${deskId}, ${roles}::text[], kernel.worker()) as held`,
  );

export interface TopicRow {
  code: string;
  parentCode: string | null;
  namePl: string;
  nameEn: string;
  nameUk: string;
  legal: boolean;
}
export const findTopics = (ctx: Ctx): Promise<TopicRow[]> =>
  ctx.tx.many<TopicRow>(sql`
    select code, parent_code as "parentCode", name_pl as "namePl", name_en as "nameEn", name_uk as "nameUk", legal
    from advice.topic
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by position, name_pl`);
export interface CategoryRow {
  code: string;
  namePl: string;
  nameEn: string;
  nameUk: string;
}
export const findCategories = (ctx: Ctx): Promise<CategoryRow[]> =>
  ctx.tx.many<CategoryRow>(sql`
    select code, name_pl as "namePl", name_en as "nameEn", name_uk as "nameUk" from advice.caller_category
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by position`);
export const findPhrases = (ctx: Ctx): Promise<{ phrase: string }[]> =>
  ctx.tx.many<{ phrase: string }>(sql`
    select phrase from advice.crisis_phrase
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today())`);
export const findRule = (ctx: Ctx, code: Rule, deskId: string | null): Promise<{ value: number | null }> =>
  ctx.tx.one<{ value: number | null }>(sql`select advice.value_of(${code}, ${deskId}::uuid) as value`);

export interface QuestionRow {
  id: string;
  deskId: string;
  number: string;
  channel: string;
  state: string;
  callerCategory: string | null;
  countyCode: string | null;
  topicCode: string | null;
  subject: string;
  lang: string;
  anonymous: boolean;
  urgent: boolean;
  needsReview: boolean;
  inReview: boolean;
  askedAt: Date;
  firstDueOn: string;
  dueOn: string | null;
  callBackAt: Date | null;
  firstAnsweredAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  assignedTo: string | null;
  assignedName: string | null;
  takenBy: string | null;
  mergedInto: string | null;
  erasedAt: Date | null;
  rowVersion: number;
}
export const findQuestion = (ctx: Ctx, id: string): Promise<QuestionRow | null> =>
  ctx.tx.maybe<QuestionRow>(sql`
    select q.id, q.desk_id as "deskId", q.number, q.channel, q.state, q.caller_category as "callerCategory", q.county_code as "countyCode",
      q.topic_code as "topicCode", q.subject, q.lang, q.anonymous, q.urgent, q.needs_review as "needsReview", q.in_review as "inReview",
      q.asked_at as "askedAt", q.first_due_on as "firstDueOn", q.due_on as "dueOn", q.call_back_at as "callBackAt",
      q.first_answered_at as "firstAnsweredAt", q.answered_at as "answeredAt", q.closed_at as "closedAt", q.assigned_to as "assignedTo",
      w.name as "assignedName", q.taken_by as "takenBy", q.merged_into as "mergedInto", q.erased_at as "erasedAt", q.row_version as "rowVersion"
    from advice.question q left join organisations.api_worker w on w.id = q.assigned_to where q.id = ${id}`);
/** Nobody else changes it until this transaction ends. */
export const lockQuestion = (ctx: Ctx, id: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from advice.question where id = ${id} for update`);

export const findNumber = (ctx: Ctx): Promise<{ number: string | null }> =>
  ctx.tx.one<{ number: string | null }>(sql`select advice.next_number() as number`);
export interface Received {
  readonly id: string;
  readonly number: string;
  readonly urgent: boolean;
  readonly needsReview: boolean;
  readonly dueOn: LocalDate;
  readonly takenBy: string | null;
}
export const insertQuestion = (ctx: Ctx, q: NewQuestion, by: Received): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.question (id, desk_id, number, channel, caller_category, county_code, topic_code, subject, lang, anonymous, urgent,
      needs_review, asked_at, first_due_on, due_on, call_back_at, taken_by)
    values (${by.id}, ${q.deskId}, ${by.number}, ${q.channel}, ${q.callerCategory}, ${q.countyCode}, ${q.topicCode}, ${q.subject}, ${q.lang},
      ${q.contact.email === '' && q.contact.phone === '' && q.contact.name === ''}, ${by.urgent}, ${by.needsReview}, ${ctx.now}, ${by.dueOn},
      ${by.dueOn}, ${q.callBackAt ?? null}, ${by.takenBy})`);
export const insertAsker = (
  ctx: Ctx,
  questionId: string,
  deskId: string,
  contact: Contact,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.asker (question_id, desk_id, name, email, phone)
    values (${questionId}, ${deskId}, ${contact.name}, ${contact.email}, ${contact.phone})`);
export interface NewMessage {
  readonly id: string;
  readonly questionId: string;
  readonly deskId: string;
  readonly direction: Direction;
  readonly state: MessageState;
  readonly body: string;
  readonly spoken?: boolean;
  readonly authorId: string | null;
  readonly mailId?: string | null;
}
export const insertMessage = (ctx: Ctx, m: NewMessage): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.message (id, question_id, desk_id, direction, state, body, spoken, author_id, written_at, sent_at, mail_id)
    values (${m.id}, ${m.questionId}, ${m.deskId}, ${m.direction}, ${m.state}, ${m.body}, ${m.spoken ?? false}, ${m.authorId}, ${ctx.now},
      ${m.state === 'sent' ? ctx.now : null}, ${m.mailId ?? null})`);
export const insertEvent = (
  ctx: Ctx,
  e: { id: string; questionId: string; deskId: string; kind: EventKind; detail: object },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.event (id, question_id, desk_id, at, kind, worker_id, detail)
    values (${e.id}, ${e.questionId}, ${e.deskId}, ${ctx.now}, ${e.kind},
      ${ctx.actor.kind === 'worker' ? ctx.actor.subjectId : null}::uuid, ${JSON.stringify(e.detail)}::jsonb)`);
export const addWords = (ctx: Ctx, questionId: string, stems: string): Promise<number> =>
  ctx.tx.run(sql`select advice.add_words(${questionId}, ${stems}::tsvector)`);

export interface Standing {
  readonly state: State;
  readonly dueOn: LocalDate | null;
  readonly answered: boolean;
}
/** Puts it into a state; what belongs to the state follows: when it was answered, when closed, until when it waits. */
export const setState = (ctx: Ctx, id: string, to: Standing): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set state = ${to.state}, due_on = ${to.dueOn},
      answered_at = case when ${to.answered} then ${ctx.now} else answered_at end,
      first_answered_at = case when ${to.answered} then coalesce(first_answered_at, ${ctx.now}) else first_answered_at end,
      closed_at = case when ${to.state} = 'closed' then ${ctx.now}::timestamptz end, row_version = row_version + 1
    where id = ${id}`);
