import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { addMonths, startOfDay, warsawDate } from '#kernel/time.ts';
import { type Outcome, outcomesOf } from '../policy.ts';
import { findComment, findKept } from '../queries.ts';
import { type ExchangeHost, REASONS, type Reason } from '../schema.ts';
import { asComment, commentOf, rules, subjectOf, wrote } from '../service.ts';
import * as queries from './queries.ts';
import {
  appellantOf,
  type DecideBody,
  type Decision,
  type Figure,
  type JudgeBody,
  type Matter,
  QUEUE_SIZE,
  QUEUES,
  type QueueQuery,
  type Told,
  type Waiting,
} from './schema.ts';
import { text } from './text.pl.ts';

const reasonOf = (code: string | null): Reason | null => REASONS.find((reason) => reason === code) ?? null;

/** One page of what waits, and how much of each kind does. */
export async function queue(
  ctx: Ctx,
  query: QueueQuery,
): Promise<{ rows: Waiting[]; counts: Readonly<Record<(typeof QUEUES)[number], number>>; total: number }> {
  const { waiting, notices, appeals } = await queries.countQueue(ctx);
  const counts = { waiting: waiting ?? 0, notices: notices ?? 0, appeals: appeals ?? 0 };
  const rows = await queries.findQueue(ctx, {
    queue: query.queue ?? null,
    limit: QUEUE_SIZE,
    offset: (query.page - 1) * QUEUE_SIZE,
  });
  return {
    counts,
    total: query.queue ? counts[query.queue] : counts.waiting + counts.notices + counts.appeals,
    rows: rows.map((row) => ({
      queue: QUEUES.find((one) => one === row.queue) ?? 'waiting',
      commentId: row.commentId ?? '',
      signature: row.signature ?? '',
      start: row.start ?? '',
      since: row.since ?? ctx.now,
      reason: reasonOf(row.reason),
    })),
  };
}

function asDecision(row: queries.DecisionRow): Decision {
  const { appealId, appealAt } = row;
  return {
    id: row.id,
    outcome: row.outcome as Outcome,
    ground: row.ground === 'law' || row.ground === 'rules' ? row.ground : null,
    reason: reasonOf(row.reason),
    statement: row.statement,
    noticed: row.noticed,
    madeAt: row.madeAt,
    madeBy: row.madeBy,
    appeal:
      appealId === null || appealAt === null
        ? null
        : {
            id: appealId,
            body: row.appealBody ?? '',
            madeAt: appealAt,
            outcome:
              row.appealOutcome === 'upheld' || row.appealOutcome === 'reversed' ? row.appealOutcome : null,
            answer: row.appealAnswer ?? '',
            decidedAt: row.appealDecidedAt,
          },
  };
}

/** A comment as a moderator looks at it. Throws `not_found` when there is none. */
export async function matter(ctx: Ctx, host: ExchangeHost, id: string): Promise<Matter> {
  const row = await findComment(ctx, id);
  if (!row || row.state === 'unconfirmed') throw notFound();
  const comment = asComment(row);
  const decisions = (await queries.findDecisions(ctx, id)).map(asDecision);
  const contested = decisions.find(({ appeal }) => appeal !== null && appeal.outcome === null);
  const own = await wrote(ctx, id);
  await record(ctx, { action: 'view', objectType: 'comment', objectId: id });
  return {
    comment,
    subject: await subjectOf(ctx, host, row.subjectKind, row.subjectId).catch(() => null),
    versions: await queries.findVersions(ctx, id),
    notices: (await queries.findNotices(ctx, id)).map(({ closedAt, ...notice }) => ({
      ...notice,
      reason: reasonOf(notice.reason) ?? 'other',
      closed: closedAt !== null,
    })),
    decisions,
    outcomes: own ? [] : outcomesOf(comment.state),
    open: contested?.appeal ?? null,
    by: contested ? appellantOf(contested) : 'author',
    mayJudge: contested !== undefined && contested.madeBy !== ctx.actor.subjectId && !own,
    own,
  };
}

/** Decides about a comment and tells its author why. Throws `stale` when it changed meanwhile. */
export async function decide(ctx: Ctx, host: ExchangeHost, id: string, form: DecideBody): Promise<void> {
  const { outcomes, own } = await matter(ctx, host, id);
  if (own) throw invalid({ field: '', message: text[ctx.lang].ownComment });
  if (!outcomes.includes(form.outcome)) throw stale({});
  const against = form.outcome === 'hide' || form.outcome === 'remove';
  const decisionId = newId();
  const { done } = await queries.decide(ctx, {
    id: decisionId,
    commentId: id,
    seen: Number(form._version),
    outcome: form.outcome,
    ground: against ? form.ground : null,
    reason: against ? form.reason : null,
    statement: form.statement,
  });
  if (!done) throw stale({});
  await record(ctx, {
    action: `comment.${form.outcome}`,
    objectType: 'comment',
    objectId: id,
    detail: { decision: decisionId, reason: against ? form.reason : null },
  });
  await enqueue(ctx, 'exchange.letter', { kind: 'decided', id: decisionId });
  if (form.outcome === 'publish') await enqueue(ctx, 'exchange.letter', { kind: 'answered', id });
}

/** Decides an appeal. The database itself refuses whoever made the decision. */
export async function judge(ctx: Ctx, host: ExchangeHost, id: string, form: JudgeBody): Promise<void> {
  const { open, mayJudge, by } = await matter(ctx, host, id);
  if (open === null) throw stale({});
  if (!mayJudge) throw invalid({ field: '', message: text[ctx.lang].otherJudges });
  const hides = by === 'notifier' && form.outcome === 'reversed';
  if (hides) {
    const empty = (['ground', 'reason'] as const).filter((field) => form[field] === '');
    if (empty.length > 0) throw invalid(...empty.map((field) => ({ field, message: 'choice' })));
  }
  const decisionId = newId();
  const { done } = await queries.judge(ctx, {
    appealId: open.id,
    id: decisionId,
    outcome: form.outcome,
    answer: form.answer,
    ground: hides ? form.ground : null,
    reason: hides ? form.reason : null,
  });
  if (!done) throw stale({});
  await record(ctx, {
    action: `comment.appeal.${form.outcome}`,
    objectType: 'comment',
    objectId: id,
    detail: { appeal: open.id },
  });
  await enqueue(ctx, 'exchange.letter', { kind: 'judged', id: open.id });
  if (hides) await enqueue(ctx, 'exchange.letter', { kind: 'decided', id: decisionId });
}

/** What the author, or who sent a notice, is told of the latest decision. Throws `not_found` for everybody else. */
export async function told(ctx: Ctx, host: ExchangeHost, id: string): Promise<Told> {
  const { comment, subject } = await commentOf(ctx, host, id);
  const decisions = (await queries.findDecisions(ctx, id)).map(asDecision);
  const own = await wrote(ctx, id);
  const kept = own ? null : (await findKept(ctx, id)).id;
  const decision = decisions.find((one) =>
    own ? one.outcome === 'hide' || one.outcome === 'remove' : one.id === kept,
  );
  if (!decision) throw notFound();
  const months = (await rules(ctx))('appeal_months');
  const until = startOfDay(addMonths(warsawDate(decision.madeAt), months));
  const standing = own
    ? comment.state === 'hidden' || comment.state === 'removed'
    : comment.state === 'shown';
  return {
    comment,
    subject,
    decision,
    months,
    by: appellantOf(decision),
    mayAppeal: decision.appeal === null && standing && ctx.now < until,
  };
}

export async function appeal(ctx: Ctx, host: ExchangeHost, id: string, body: string): Promise<void> {
  const { decision, mayAppeal } = await told(ctx, host, id);
  if (!mayAppeal) throw stale({});
  const { done } = await queries.appeal(ctx, newId(), decision.id, body);
  if (!done) throw new AppError('conflict');
  if (ctx.actor.kind !== 'public')
    await record(ctx, { action: 'comment.appeal', objectType: 'comment', objectId: id });
}

/** Numbers of the last twelve months, for everybody. */
export async function figures(ctx: Ctx): Promise<{
  since: string;
  figures: Figure[];
  minutes: number;
  months: number;
}> {
  const limit = await rules(ctx);
  const since = addMonths(warsawDate(ctx.now), -12);
  const rows = await queries.findFigures(ctx, startOfDay(since), ctx.now);
  return {
    since,
    minutes: limit('edit_minutes'),
    months: limit('contact_months'),
    figures: rows.map((row) => ({
      what: row.what as Figure['what'],
      code: row.code ?? 'other',
      n: row.n ?? 0,
      hours: row.hours,
    })),
  };
}
