import type { Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { mayDirect } from '../../review/api.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase, recordChange, team, terms, today } from '../../service.ts';
import { must } from '../service.ts';
import { text } from '../text.pl.ts';
import { mayFollow, mayGiveUp, mayRecord } from './policy.ts';
import * as queries from './queries.ts';
import { type FollowUp, type NewFollowUp, type NewTry, STAGES, type Stage } from './schema.ts';

/** The follow-ups of the case in their order, with the tries to reach the person. */
export async function followUpsOf(ctx: Ctx, caseId: string): Promise<FollowUp[]> {
  const rows = await queries.findFollowUps(ctx, caseId);
  if (rows.length === 0) return [];
  const tries = await queries.findTries(ctx, caseId);
  return rows.map((r) => ({
    id: r.id,
    stage: STAGES.find((s) => s === r.stage) ?? 'F0',
    opensOn: r.opens_on,
    dueOn: r.due_on,
    doneOn: r.done_on,
    result: (['reached', 'unreachable', 'missed'] as const).find((x) => x === r.result) ?? null,
    channel: r.channel,
    informant: r.informant,
    employmentStatus: r.employment_status,
    employmentKind: r.employment_kind,
    sameJob: r.same_job,
    incomeChange: r.income_change,
    needsHelp: r.needs_help,
    note: r.note,
    rowVersion: r.row_version,
    tries: tries
      .filter((t) => t.follow_up_id === r.id)
      .map((t) => ({ triedOn: t.tried_on, channel: t.channel })),
  }));
}

export async function followDecision(ctx: Ctx, c: SharedCase): Promise<Decision> {
  const members = await team(ctx, c.id);
  return mayFollow(c.state, {
    directs: await mayDirect(ctx, c),
    inTeam: members.some((w) => w.worker_id === ctx.actor.subjectId),
    institutionType: ctx.actor.institutionType,
  });
}

/** Whether this talk may be recorded by the reader today; the form and its sending ask alike. */
export async function stageDecision(ctx: Ctx, c: SharedCase, stage: Stage): Promise<Decision> {
  const may = await followDecision(ctx, c);
  if (!may.allowed) return may;
  const f = (await followUpsOf(ctx, c.id)).find((x) => x.stage === stage);
  if (!f) throw notFound();
  return mayRecord(f, today(ctx));
}

/** The case and one open follow-up of it; refuses in words when it is not for this worker or not yet time. */
async function open(ctx: Ctx, caseId: string, stage: Stage): Promise<{ c: SharedCase; f: FollowUp }> {
  const c = await loadCase(ctx, caseId);
  must(ctx, await stageDecision(ctx, c, stage));
  const f = (await followUpsOf(ctx, caseId)).find((x) => x.stage === stage);
  if (!f) throw notFound();
  return { c, f };
}

/** The day of a talk or a try: within the follow-up and not in the future. */
function readDay(
  ctx: Ctx,
  f: FollowUp,
  field: string,
  typed: string,
): { day: string | null; errors: FieldError[] } {
  const on = today(ctx);
  const day = parseDate(typed, { today: on, yearless: 'past' });
  if (!day) return { day, errors: [{ field, message: 'date.invalid' }] };
  if (day > on) return { day, errors: [{ field, message: 'date.future' }] };
  const early = text[ctx.lang].followUp.tooEarly(formatDate(f.opensOn, ctx.lang));
  return { day, errors: day < f.opensOn ? [{ field, message: early }] : [] };
}

const unknown = async (ctx: Ctx, list: string, code: string): Promise<boolean> =>
  !(await terms(ctx, list)).some((t) => t.code === code);

/**
 * Transition 14: what became of the person. When it is the last one, the case goes to the archive (15). Answers whether
 * the person needs new help, which is offered as a new referral.
 */
export async function recordFollowUp(
  ctx: Ctx,
  caseId: string,
  input: NewFollowUp,
): Promise<{ needsHelp: boolean }> {
  const { c, f } = await open(ctx, caseId, input.stage);
  const { day, errors } = readDay(ctx, f, 'done_on', input.doneOn);
  if (await unknown(ctx, 'contact_form', input.channel)) errors.push({ field: 'channel', message: 'choice' });
  if (await unknown(ctx, 'informant', input.informant))
    errors.push({ field: 'informant', message: 'choice' });
  const status = (await terms(ctx, 'follow_up_employment')).find((t) => t.code === input.employmentStatus);
  if (!status) errors.push({ field: 'employment_status', message: 'choice' });
  const employed = status?.meta.employed === true;
  const kind = input.employmentKind ?? '';
  if (employed && (await unknown(ctx, 'employment_kind', kind)))
    errors.push({ field: 'employment_kind', message: 'choice' });
  if (errors.length > 0 || !day) throw invalid(...errors);
  const changed = await queries.saveReached(ctx, {
    id: f.id,
    doneOn: day,
    channel: input.channel,
    informant: input.informant,
    employmentStatus: input.employmentStatus,
    employmentKind: employed ? kind : null,
    sameJob: employed && input.sameJob ? input.sameJob === 'yes' : null,
    incomeChange: input.incomeChange,
    needsHelp: input.needsHelp,
    note: input.note?.trim() ?? '',
  });
  if (changed === 0) throw stale();
  await recordChange(ctx, c, 'follow_up.recorded', 'follow_up', f.id, { stage: f.stage, result: 'reached' });
  await queries.settle(ctx, caseId);
  return { needsHelp: input.needsHelp };
}

/** A try to reach the person. */
export async function recordTry(ctx: Ctx, caseId: string, input: NewTry): Promise<void> {
  const { c, f } = await open(ctx, caseId, input.stage);
  const { day, errors } = readDay(ctx, f, 'tried_on', input.triedOn);
  if (await unknown(ctx, 'contact_form', input.channel)) errors.push({ field: 'channel', message: 'choice' });
  if (errors.length > 0 || !day) throw invalid(...errors);
  await queries.insertTry(ctx, {
    id: newId(),
    followUpId: f.id,
    caseId,
    triedOn: day,
    channel: input.channel,
  });
  await recordChange(ctx, c, 'follow_up.try', 'follow_up', f.id, { stage: f.stage, channel: input.channel });
}

/** The person could not be reached: only after three tries on at least two channels. */
export async function recordUnreachable(ctx: Ctx, caseId: string, stage: Stage): Promise<void> {
  const { c, f } = await open(ctx, caseId, stage);
  must(ctx, mayGiveUp(f));
  if ((await queries.saveUnreachable(ctx, f.id, today(ctx))) === 0) throw stale();
  await recordChange(ctx, c, 'follow_up.recorded', 'follow_up', f.id, {
    stage: f.stage,
    result: 'unreachable',
  });
  await queries.settle(ctx, caseId);
}
