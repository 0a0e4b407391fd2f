import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { message } from '#kernel/messages.ts';
import { addMonths, formatDate, type LocalDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { deadline, holdCase, moveCase, recordChange, setWaits, team, terms, today } from '../../service.ts';
import { mayCreate, mayDirect } from '../policy.ts';
import { type Goal, itemsOf, type Plan, type PlanItem } from '../schema.ts';
import { changeDecision, currentPlan, editDecision, must, openPlan } from '../service.ts';
import * as queries from './queries.ts';

export interface NewGoal {
  readonly title: string;
  readonly measure: string;
  /** As typed or ISO; a date without a year is the next such day. */
  readonly dueOn: string;
}
export interface NewItem {
  readonly serviceCode: string;
  readonly description?: string;
  readonly institutionId: string;
  readonly workerId: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly financingCode: string;
  readonly place?: string;
  readonly hours?: string;
}
export interface Arrangements {
  readonly ownObligation: string;
  readonly nextReviewOn: string;
  readonly contactEveryDays: string;
  readonly contactForm: string;
}

/** The furthest a plan may look: a date beyond it is a slip of the pen. */
const HORIZON_MONTHS = 120;

const tooLate = (ctx: Ctx, max: LocalDate): string =>
  message(ctx.lang, 'date.after', { max: formatDate(max, ctx.lang) });

function readDate(ctx: Ctx, field: string, text: string): LocalDate {
  const date = parseDate(text, { today: today(ctx), yearless: 'future' });
  if (!date) throw invalid({ field, message: 'date.invalid' });
  const day = today(ctx);
  const [from, to] = [addMonths(day, -HORIZON_MONTHS), addMonths(day, HORIZON_MONTHS)];
  if (date > to) throw invalid({ field, message: tooLate(ctx, to) });
  if (date < from)
    throw invalid({ field, message: message(ctx.lang, 'date.before', { min: formatDate(from, ctx.lang) }) });
  return date;
}

function readNumber(ctx: Ctx, field: string, text: string, max: number, whole: boolean): number | null {
  if (text.trim() === '') return null;
  const value = Number(text.replace(',', '.').replace(/\s/g, ''));
  if (!Number.isFinite(value)) throw invalid({ field, message: 'number' });
  if (whole && !Number.isInteger(value)) throw invalid({ field, message: 'number.whole' });
  const least = ctx.lang === 'en' ? '0.1' : '0,1';
  if (value <= 0)
    throw invalid({ field, message: message(ctx.lang, 'number.min', { min: whole ? 1 : least }) });
  if (value > max) throw invalid({ field, message: message(ctx.lang, 'number.max', { max }) });
  return Math.round(value * 10) / 10;
}

/** The case and its draft, both held; refuses when the draft may not be edited by the actor. */
async function holdDraft(ctx: Ctx, caseId: string): Promise<{ c: SharedCase; plan: Plan }> {
  const c = await holdCase(ctx, caseId);
  const plan = await openPlan(ctx, caseId);
  if (!plan) throw notFound();
  must(await editDecision(ctx, c, plan));
  return { c, plan };
}

/**
 * The first version of the plan of a case in planning; gives the open one when there is one. Later versions copy the
 * one in force (see `changePlan`). Returns the id of the version.
 */
export async function createPlan(ctx: Ctx, caseId: string): Promise<string> {
  const c = await holdCase(ctx, caseId);
  must(mayCreate(ctx.actor, c));
  const open = await openPlan(ctx, caseId);
  return open ? open.id : newVersion(ctx, c);
}

/** A next version from ACTIVE: goals and items are copied with their lineage, and the case is planned again. */
export async function changePlan(ctx: Ctx, caseId: string): Promise<string> {
  const c = await holdCase(ctx, caseId);
  must(await changeDecision(ctx, c));
  await moveCase(ctx, c, 'planning', {
    for: 'plan_draft',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: await deadline(ctx, 'plan_signed'),
  });
  return newVersion(ctx, c);
}

async function newVersion(ctx: Ctx, c: SharedCase): Promise<string> {
  const id = newId();
  const version = ((await queries.lastVersion(ctx, c.id)).last ?? 0) + 1;
  await queries.insertPlan(ctx, id, c.id, version);
  const inForce = await currentPlan(ctx, c.id);
  if (inForce) await queries.copyPlan(ctx, inForce.id, id);
  await recordChange(ctx, c, 'plan.drafted', 'plan', id, { version });
  return id;
}

/** Gives up the open version; where another is in force the case goes on with it. */
export async function abandonPlan(ctx: Ctx, caseId: string): Promise<void> {
  const c = await holdCase(ctx, caseId);
  must(mayDirect(ctx.actor, c, await team(ctx, caseId)));
  const plan = await openPlan(ctx, caseId);
  if (plan?.state !== 'draft') throw new AppError('conflict', { reason: 'plan_not_draft' });
  await queries.setPlanState(ctx, plan.id, 'abandoned');
  await recordChange(ctx, c, 'plan.abandoned', 'plan', plan.id, { version: plan.version });
  const inForce = await currentPlan(ctx, caseId);
  const waiting = { institutionId: c.leadInstitutionId, workerId: c.coordinatorId };
  if (inForce) await moveCase(ctx, c, 'active', { for: 'review', ...waiting, until: inForce.nextReviewOn });
  else await setWaits(ctx, c, { for: 'plan_draft', ...waiting, until: c.waits.until });
}

/** Adds a goal to the draft; returns its id. */
export async function addGoal(ctx: Ctx, caseId: string, goal: NewGoal): Promise<string> {
  const { c, plan } = await holdDraft(ctx, caseId);
  const id = newId();
  const dueOn = readDate(ctx, 'due_on', goal.dueOn);
  await queries.insertGoal(ctx, {
    id,
    planId: plan.id,
    caseId,
    lineageId: newId(),
    title: goal.title,
    measure: goal.measure,
    dueOn,
  });
  await recordChange(ctx, c, 'plan.goal_added', 'goal', id, { goal: id });
  return id;
}

export async function editGoal(
  ctx: Ctx,
  caseId: string,
  goalId: string,
  version: number,
  goal: NewGoal,
): Promise<void> {
  const { c, plan } = await holdDraft(ctx, caseId);
  goalOf(plan, goalId);
  const dueOn = readDate(ctx, 'due_on', goal.dueOn);
  const changed = await queries.updateGoal(ctx, goalId, version, {
    title: goal.title,
    measure: goal.measure,
    dueOn,
  });
  if (changed === 0) throw stale();
  await recordChange(ctx, c, 'plan.goal_changed', 'goal', goalId, { goal: goalId });
}

/** Takes a goal and its items out of the draft; in versions already signed they stay. */
export async function removeGoal(ctx: Ctx, caseId: string, goalId: string): Promise<void> {
  const { c, plan } = await holdDraft(ctx, caseId);
  for (const item of goalOf(plan, goalId).items) await queries.deleteItem(ctx, item.id);
  await queries.deleteGoal(ctx, goalId);
  await recordChange(ctx, c, 'plan.goal_removed', 'goal', goalId);
}

/** Adds an item to a goal of the draft; returns its id. The worker must belong to the team of the case. */
export async function addItem(ctx: Ctx, caseId: string, goalId: string, item: NewItem): Promise<string> {
  const { c, plan } = await holdDraft(ctx, caseId);
  goalOf(plan, goalId);
  const fields = await checked(ctx, caseId, item);
  const [id, lineageId] = [newId(), newId()];
  await queries.insertItem(ctx, { ...fields, id, planId: plan.id, goalId, caseId, lineageId });
  await recordChange(ctx, c, 'plan.item_added', 'plan_item', id, { lineage: lineageId });
  return id;
}

export async function editItem(
  ctx: Ctx,
  caseId: string,
  itemId: string,
  version: number,
  item: NewItem,
): Promise<void> {
  const { c, plan } = await holdDraft(ctx, caseId);
  const { lineageId } = itemOf(plan, itemId);
  const changed = await queries.updateItem(ctx, itemId, version, await checked(ctx, caseId, item));
  if (changed === 0) throw stale();
  await recordChange(ctx, c, 'plan.item_changed', 'plan_item', itemId, { lineage: lineageId });
}

export async function removeItem(ctx: Ctx, caseId: string, itemId: string): Promise<void> {
  const { c, plan } = await holdDraft(ctx, caseId);
  const { lineageId } = itemOf(plan, itemId);
  await queries.deleteItem(ctx, itemId);
  await recordChange(ctx, c, 'plan.item_removed', 'plan_item', itemId, { lineage: lineageId });
}

async function checked(ctx: Ctx, caseId: string, item: NewItem): Promise<queries.ItemFields> {
  const [services, financing, people] = await Promise.all([
    terms(ctx, 'service'),
    terms(ctx, 'financing'),
    team(ctx, caseId),
  ]);
  if (!services.some((s) => s.code === item.serviceCode))
    throw invalid({ field: 'service_code', message: 'choice' });
  if (!financing.some((f) => f.code === item.financingCode))
    throw invalid({ field: 'financing_code', message: 'choice' });
  if (!people.some((w) => w.institution_id === item.institutionId && w.worker_id === item.workerId))
    throw invalid({ field: 'responsible', message: 'choice' });
  const startsOn = readDate(ctx, 'starts_on', item.startsOn);
  const dueOn = readDate(ctx, 'due_on', item.dueOn);
  if (dueOn < startsOn) throw invalid({ field: 'due_on', message: 'date.order' });
  return {
    serviceCode: item.serviceCode,
    description: item.description?.trim() ?? '',
    institutionId: item.institutionId,
    workerId: item.workerId,
    startsOn,
    dueOn,
    financingCode: item.financingCode,
    place: item.place?.trim() ?? '',
    hours: readNumber(ctx, 'hours', item.hours ?? '', 9999, false),
  };
}

/** What the person undertakes, when the next review is, how often and how the person is contacted. */
export async function setArrangements(
  ctx: Ctx,
  caseId: string,
  version: number,
  a: Arrangements,
): Promise<void> {
  const { c, plan } = await holdDraft(ctx, caseId);
  const reviewOn = a.nextReviewOn.trim() === '' ? null : readDate(ctx, 'next_review_on', a.nextReviewOn);
  if (reviewOn && reviewOn <= today(ctx)) throw invalid({ field: 'next_review_on', message: 'date.past' });
  const reviewBy = await deadline(ctx, 'review');
  if (reviewOn && reviewOn > reviewBy)
    throw invalid({ field: 'next_review_on', message: tooLate(ctx, reviewBy) });
  const forms = await terms(ctx, 'contact_form');
  if (a.contactForm !== '' && !forms.some((f) => f.code === a.contactForm))
    throw invalid({ field: 'contact_form', message: 'choice' });
  const changed = await queries.updateArrangements(ctx, plan.id, version, {
    own: a.ownObligation,
    reviewOn,
    everyDays: readNumber(ctx, 'contact_every_days', a.contactEveryDays, 90, true),
    form: a.contactForm,
  });
  if (changed === 0) throw stale();
  await recordChange(ctx, c, 'plan.arranged', 'plan', plan.id);
}

export function goalOf(plan: Plan, goalId: string): Goal {
  const goal = plan.goals.find((g) => g.id === goalId);
  if (!goal) throw notFound();
  return goal;
}

export function itemOf(plan: Plan, itemId: string): PlanItem {
  const item = itemsOf(plan).find((i) => i.id === itemId);
  if (!item) throw notFound();
  return item;
}
