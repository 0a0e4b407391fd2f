import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isRegional } from '#modules/organisations/api.ts';
import { coordinated } from '../../network/service.ts';
import { holdToCoordinate, require, today } from '../../service.ts';
import { mayPublish } from '../policy.ts';
import { regionOf } from '../service.ts';
import * as queries from './queries.ts';
import { CALL_STATES, type Call, type CallForm, type CallsQuery, type Interest } from './schema.ts';

const asCall = (row: queries.CallRow): Call => ({
  ...row,
  voivodeship: row.voivodeship ?? '',
  state: CALL_STATES.find((state) => state === row.state) ?? 'draft',
});

/** The call in the reader's language, where it was written in it. */
const told = (ctx: Ctx, row: queries.CallRow): Call => {
  const call = asCall(row);
  if (ctx.lang !== 'en') return call;
  return {
    ...call,
    title: call.titleEn || call.title,
    lead: call.leadEn || call.lead,
    criteria: call.criteriaEn || call.criteria,
    who: call.whoEn || call.who,
  };
};

/** Calls that everybody may read. */
export const publishedCalls = async (ctx: Ctx, { region, when }: CallsQuery): Promise<Call[]> =>
  (await queries.findCalls(ctx, { id: null, region, past: when === 'past', institutionId: null })).map(
    (row) => told(ctx, row),
  );

/** All calls of the own regional institution, drafts too. */
export async function ownCalls(ctx: Ctx): Promise<{ calls: Call[]; publishes: boolean }> {
  await regionOf(ctx);
  const { institutionId } = ctx.actor;
  const rows = await queries.findCalls(ctx, { id: null, region: '', past: false, institutionId });
  return { calls: rows.map((row) => told(ctx, row)), publishes: publishes(ctx) };
}

const publishes = (ctx: Ctx): boolean => mayPublish(ctx.actor, isRegional(ctx.actor.institutionType)).allowed;

export interface CallView {
  readonly call: Call;
  /** Whether the reader may change it. */
  readonly owns: boolean;
  readonly interest: readonly Interest[];
  /** Partnerships for which the reader may say that they are interested; none once the call is over. */
  readonly mine: readonly { readonly id: string; readonly name: string }[];
}

export async function callView(ctx: Ctx, id: string): Promise<CallView> {
  const [row] = await queries.findCalls(ctx, { id, region: '', past: false, institutionId: null });
  if (!row) throw notFound();
  const call = told(ctx, row);
  const worker = ctx.actor.kind === 'worker';
  const open = call.state === 'published' && call.closesOn >= today(ctx);
  return {
    call,
    owns: worker && publishes(ctx) && call.institutionId === ctx.actor.institutionId,
    interest: worker
      ? (await queries.findInterest(ctx, id)).map((one) => ({ ...one, withdrawn: one.withdrawn === true }))
      : [],
    mine: open ? await coordinated(ctx) : [],
  };
}

/** As it was written, for the form. Throws `not_found` for whoever may not change it. */
export async function callToEdit(ctx: Ctx, id: string): Promise<Call> {
  const { call, owns } = await callView({ ...ctx, lang: 'pl' }, id);
  if (!owns || call.state === 'cancelled') throw notFound();
  return call;
}

function written(form: CallForm): queries.Written {
  const { opensOn, closesOn } = form;
  if (opensOn === null) throw invalid({ field: 'opensOn', message: 'required' });
  if (closesOn === null) throw invalid({ field: 'closesOn', message: 'required' });
  if (closesOn < opensOn) throw invalid({ field: 'closesOn', message: 'date.order' });
  return { ...form, opensOn, closesOn };
}

/** A new call, or a change; published when asked. Gives the id. */
export async function saveCall(ctx: Ctx, id: string | null, form: CallForm): Promise<string> {
  const region = await regionOf(ctx);
  require(mayPublish(ctx.actor, isRegional(ctx.actor.institutionType)));
  const call = written(form);
  const row = id === null ? null : await hold(ctx, id, form._version);
  const saved = id ?? newId();
  if (row === null) await queries.addCall(ctx, saved, region.code, call);
  else await queries.changeCall(ctx, saved, call);
  if (form.publish === 'yes') await queries.settleCall(ctx, saved, 'published');
  await note(ctx, row === null ? 'create' : 'change', saved, { publish: form.publish === 'yes' });
  return saved;
}

async function hold(ctx: Ctx, id: string, version?: number) {
  const row = await queries.lockCall(ctx, id);
  if (!row || row.institutionId !== ctx.actor.institutionId) throw notFound();
  if (version !== undefined && row.rowVersion !== version) throw stale({});
  if (row.state === 'cancelled') throw new AppError('conflict', { reason: 'call_cancelled' });
  return row;
}

/** Takes a published call back; it stays to be read as cancelled. */
export async function cancelCall(ctx: Ctx, id: string): Promise<void> {
  await regionOf(ctx);
  require(mayPublish(ctx.actor, isRegional(ctx.actor.institutionType)));
  await hold(ctx, id);
  await queries.settleCall(ctx, id, 'cancelled');
  await note(ctx, 'cancel', id);
}

/** The partnership says that it is interested, or no more. */
export async function markInterest(
  ctx: Ctx,
  id: string,
  form: { partnership: string; note: string; withdraw: string },
): Promise<void> {
  const { call } = await callView(ctx, id);
  if (call.state !== 'published' || call.closesOn < today(ctx)) throw notFound();
  await holdToCoordinate(ctx, form.partnership);
  const withdrawn = form.withdraw === 'yes';
  await queries.markInterest(ctx, {
    callId: id,
    partnershipId: form.partnership,
    note: form.note,
    withdrawn,
  });
  await note(ctx, 'interest', id, { partnership: form.partnership, withdrawn });
}

const note = (ctx: Ctx, action: string, id: string, detail: Record<string, string | boolean> = {}) =>
  record(ctx, { action: `call.${action}`, objectType: 'regional_call', objectId: id, detail });
