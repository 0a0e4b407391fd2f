import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { holdToCoordinate, today } from '../../service.ts';
import type { Card, Term } from '../schema.ts';
import { cardView, coordinated, terms } from '../service.ts';
import { after, stepsOpen, waitsFor } from './policy.ts';
import * as queries from './queries.ts';
import { type AskForm, type Side, type Step, type StepForm, VISIT_STATES, type Visit } from './schema.ts';

const asVisit = (ctx: Ctx, { forGuest, forHost, topicPl, topicEn, ...row }: queries.VisitRow): Visit => ({
  ...row,
  topic: ctx.lang === 'en' ? topicEn : topicPl,
  state: VISIT_STATES.find((state) => state === row.state) ?? 'requested',
  speaks: ctx.actor.permissions.has('partnership.manage')
    ? [...(forGuest ? (['guest'] as const) : []), ...(forHost ? (['host'] as const) : [])]
    : [],
});

/** Visits of the partnerships of the actor's institution. */
export const visits = async (ctx: Ctx): Promise<Visit[]> =>
  (await queries.findVisits(ctx, null)).map((row) => asVisit(ctx, row));

/** Throws `not_found` for whoever belongs to neither side. */
export async function visitOf(ctx: Ctx, id: string): Promise<Visit> {
  const [row] = await queries.findVisits(ctx, id);
  if (!row) throw notFound();
  return asVisit(ctx, row);
}

/** What the reader may do next, and whose turn it is. */
export const openSteps = (visit: Visit): { steps: Step[]; waits: Side | null } => ({
  steps: stepsOpen(visit.state, visit.speaks),
  waits: waitsFor(visit.state),
});

export interface AskView {
  readonly card: Card;
  readonly topics: readonly Term[];
  readonly mine: readonly { readonly id: string; readonly name: string }[];
}

/** For the form: a partnership that receives visitors, and those for which the actor speaks. */
export async function askView(ctx: Ctx, hostId: string): Promise<AskView> {
  const { card } = await cardView(ctx, hostId);
  const mine = (await coordinated(ctx)).filter(({ id }) => id !== hostId);
  if (!card.hosts || card.publishedOn === null || mine.length === 0) throw notFound();
  return { card, mine, topics: (await terms(ctx)).filter(({ kind }) => kind === 'topic') };
}

/** Asks another partnership to be received. Gives the id; of the visit under way when there is one already. */
export async function askVisit(ctx: Ctx, hostId: string, form: AskForm): Promise<string> {
  const view = await askView(ctx, hostId);
  if (!view.mine.some(({ id }) => id === form.guest)) throw invalid({ field: 'guest', message: 'choice' });
  if (!view.topics.some(({ code }) => code === form.topic))
    throw invalid({ field: 'topic', message: 'choice' });
  if (form.day !== null && form.day < today(ctx)) throw invalid({ field: 'day', message: 'date.past' });
  await holdToCoordinate(ctx, form.guest);
  const open = await queries.findOpen(ctx, form.guest, hostId);
  if (open) return open.id;
  const id = newId();
  await queries.addVisit(ctx, {
    id,
    guestId: form.guest,
    hostId,
    topic: form.topic,
    wish: form.wish,
    day: form.day,
  });
  await note(ctx, 'ask', id);
  return id;
}

/** One step of a visit. Throws `not_found` when this side may not take it, `stale` when somebody was faster. */
export async function takeStep(ctx: Ctx, id: string, form: StepForm): Promise<void> {
  const visit = await hold(ctx, id, form._version);
  const state = after(visit, form.step);
  if (state === null) throw notFound();
  const offers = visit.state === 'requested' && (form.step === 'accept' || form.step === 'propose');
  const day = offers ? (form.day ?? visit.day) : visit.day;
  if (offers && day === null) throw invalid({ field: 'day', message: 'required' });
  if (offers && day !== null && day < today(ctx)) throw invalid({ field: 'day', message: 'date.past' });
  if (form.step === 'decline' && form.answer === '') throw invalid({ field: 'answer', message: 'required' });
  if (form.step === 'hold' && day !== null && day > today(ctx))
    throw new AppError('conflict', { reason: 'visit_not_yet' });
  await queries.moveVisit(ctx, { id, state, day, answer: form.answer || visit.answer });
  await note(ctx, form.step, id);
}

/** Each side writes what it learnt; a side for which the actor does not speak keeps its words. */
export async function saveLearnt(
  ctx: Ctx,
  id: string,
  form: { guestLearnt: string; hostLearnt: string; _version?: number | undefined },
): Promise<void> {
  const visit = await hold(ctx, id, form._version);
  if (visit.state !== 'held' || visit.speaks.length === 0) throw notFound();
  await queries.writeLearnt(ctx, {
    id,
    guestLearnt: visit.speaks.includes('guest') ? form.guestLearnt : visit.guestLearnt,
    hostLearnt: visit.speaks.includes('host') ? form.hostLearnt : visit.hostLearnt,
  });
  await note(ctx, 'learnt', id);
}

async function hold(ctx: Ctx, id: string, version?: number): Promise<Visit> {
  // The row may be held by whoever may change it alone; to the others it is not there.
  const row = await queries.lockVisit(ctx, id);
  if (!row) throw notFound();
  if (version !== undefined && row.rowVersion !== version) throw stale({});
  return visitOf(ctx, id);
}

/** Visits that wait for a partnership for which the actor speaks, or whose day has come. */
export const waitingVisits = async (ctx: Ctx): Promise<Visit[]> =>
  ctx.actor.permissions.has('partnership.manage')
    ? (await visits(ctx)).filter((visit) => {
        const side = waitsFor(visit.state);
        return side
          ? visit.speaks.includes(side)
          : visit.state === 'accepted' && visit.speaks.length > 0 && (visit.day ?? '') <= today(ctx);
      })
    : [];

const note = (ctx: Ctx, action: string, id: string) =>
  record(ctx, { action: `peer_visit.${action}`, objectType: 'peer_visit', objectId: id });
