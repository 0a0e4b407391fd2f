import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { sendInvitation } from '#modules/accounts/api.ts';
import { absencesOf } from '../absences/api.ts';
import { authorisationsOf } from '../authorisations/api.ts';
import { FUNCTION_PERMISSIONS, functionConflict, functionsFor, managesInstitution } from '../policy.ts';
import * as root from '../queries.ts';
import { type OrganisationsHost, WORKER_FUNCTIONS, type WorkerFunction } from '../schema.ts';
import { dateFrom, optionalDate, today, workerLine } from '../service.ts';
import * as queries from './queries.ts';
import type { HeldFunction, WorkerView } from './schema.ts';
import { text } from './text.pl.ts';

export const MANAGING = WORKER_FUNCTIONS.filter((f) =>
  FUNCTION_PERMISSIONS[f].includes('institution.manage'),
);

/** Which functions the actor may give in the own institution. */
export const offeredFunctions = (ctx: Ctx): WorkerFunction[] =>
  functionsFor(ctx.actor.institutionType, WORKER_FUNCTIONS, ctx.actor);

const heldFunctions = async (ctx: Ctx, workerId: string): Promise<HeldFunction[]> =>
  (await queries.findFunctions(ctx, workerId)).map((row) => ({
    id: row.id,
    function: row.function as WorkerFunction,
    from: row.valid_from,
    to: row.valid_to,
  }));

/** A worker of the own institution with the whole history. Throws `not_found` for any other. */
export async function workerView(ctx: Ctx, id: string): Promise<WorkerView> {
  const day = today(ctx);
  const [row] = await root.findWorkers(ctx, ctx.actor.institutionId, day, id);
  if (!row) throw notFound();
  return {
    worker: workerLine(row, day),
    given: row.given_name,
    family: row.family_name,
    employedFrom: row.employed_from,
    rowVersion: row.row_version,
    left: row.employed_to !== null && row.employed_to < day,
    held: await heldFunctions(ctx, id),
    offered: offeredFunctions(ctx),
    authorisations: await authorisationsOf(ctx, id),
    absences: await absencesOf(ctx, id),
  };
}

/**
 * Adds a worker with functions and invites them by mail to open an account (or to join the one they have). Access to
 * cases comes only with an authorisation. Gives the worker's id.
 */
export async function addWorker(
  ctx: Ctx,
  host: OrganisationsHost,
  form: {
    given: string;
    family: string;
    email: string;
    phone: string;
    functions: WorkerFunction[];
    from: string;
  },
): Promise<string> {
  const from = optionalDate(ctx, 'from', form.from) ?? today(ctx);
  if (await queries.findByEmail(ctx, form.email))
    throw invalid({ field: 'email', message: text[ctx.lang].emailTaken });
  const id = newId();
  await queries.insertWorker(ctx, { ...form, id, from });
  const given: WorkerFunction[] = [];
  for (const f of new Set(form.functions)) {
    checkFunction(ctx, given, f, 'functions');
    await queries.insertFunction(ctx, { id: newId(), workerId: id, function: f, from, to: null });
    given.push(f);
  }
  await record(ctx, {
    action: 'worker.add',
    objectType: 'worker',
    objectId: id,
    detail: { functions: given.join(',') },
  });
  await invite(ctx, host, id, { email: form.email, name: `${form.given} ${form.family}` });
  return id;
}

function checkFunction(
  ctx: Ctx,
  held: readonly WorkerFunction[],
  added: WorkerFunction,
  field: string,
): void {
  if (!offeredFunctions(ctx).includes(added)) throw invalid({ field, message: 'choice' });
  const conflict = functionConflict(held, added);
  if (conflict) throw invalid({ field, message: text[ctx.lang].conflicts[conflict] });
}

async function invite(
  ctx: Ctx,
  host: OrganisationsHost,
  workerId: string,
  person: { email: string; name: string },
): Promise<void> {
  const invitation = await sendInvitation(host.auth, ctx.lang, person);
  await queries.insertInvitation(ctx, invitation, workerId);
  await record(ctx, { action: 'worker.invite', objectType: 'worker', objectId: workerId });
}

/** Sends the invitation again; the links sent before stop working. */
export async function inviteAgain(ctx: Ctx, host: OrganisationsHost, id: string): Promise<void> {
  await hold(ctx, id);
  const view = await workerView(ctx, id);
  if (view.worker.joined || view.left) throw new AppError('conflict', { reason: 'has_account' });
  for (const old of await queries.findInvitations(ctx, id)) await host.auth.withdrawInvitation(old.id);
  await invite(ctx, host, id, { email: view.worker.email, name: view.worker.name });
}

/** Joins an accepted invitation to the worker it was sent to. Other invitations (to a participant) change nothing. */
export const joinInvited = async (ctx: Ctx, invitationId: string, accountId: string): Promise<boolean> =>
  (await queries.joinInvited(ctx, invitationId, accountId)).worker_id !== null;

async function hold(ctx: Ctx, id: string, version?: number): Promise<void> {
  const row = await queries.lockWorker(ctx, id);
  if (!row) throw notFound();
  if (version !== undefined && row.row_version !== version) throw stale({});
}

export async function changeWorker(
  ctx: Ctx,
  id: string,
  form: { given: string; family: string; phone: string; _version?: number | undefined },
): Promise<void> {
  await hold(ctx, id, form._version);
  await queries.updateWorker(ctx, { id, ...form });
  await record(ctx, { action: 'worker.change', objectType: 'worker', objectId: id });
}

export async function addFunction(
  ctx: Ctx,
  id: string,
  form: { function: WorkerFunction; from: string; to: string },
): Promise<void> {
  await hold(ctx, id);
  const from = optionalDate(ctx, 'from', form.from) ?? today(ctx);
  const to = optionalDate(ctx, 'to', form.to);
  if (to !== null && to < from) throw invalid({ field: 'to', message: 'date.order' });
  const overlaps = (f: HeldFunction) => (to === null || f.from <= to) && (f.to === null || f.to >= from);
  const held = (await heldFunctions(ctx, id)).filter(overlaps);
  if (held.some((f) => f.function === form.function))
    throw invalid({ field: 'function', message: 'duplicate' });
  checkFunction(
    ctx,
    held.map((f) => f.function),
    form.function,
    'function',
  );
  const functionId = newId();
  await queries.insertFunction(ctx, { id: functionId, workerId: id, function: form.function, from, to });
  await record(ctx, {
    action: 'function.give',
    objectType: 'worker',
    objectId: id,
    detail: { function: form.function, from, to },
  });
}

/** Ends a function with a day. The last person who runs the institution cannot lose that function. */
export async function endFunction(ctx: Ctx, id: string, functionId: string, typed: string): Promise<void> {
  await root.lockInstitution(ctx, ctx.actor.institutionId);
  await hold(ctx, id);
  const held = (await heldFunctions(ctx, id)).find((f) => f.id === functionId);
  if (!held) throw notFound();
  const to = dateFrom(ctx, 'to', typed);
  if (to < held.from) throw invalid({ field: 'to', message: 'date.order' });
  if (managesInstitution([held.function]))
    await keepManager(ctx, { exceptFunction: functionId, exceptWorker: null }, to, 'to');
  await queries.endFunction(ctx, functionId, to);
  await record(ctx, {
    action: 'function.end',
    objectType: 'worker',
    objectId: id,
    detail: { function: held.function, to },
  });
}

/** Throws `invalid` when nobody would run the institution after the day. The institution must be held. */
export async function keepManager(
  ctx: Ctx,
  except: { exceptFunction: string | null; exceptWorker: string | null },
  lastDay: LocalDate,
  field: string,
): Promise<void> {
  const after = addDays(lastDay < today(ctx) ? today(ctx) : lastDay, 1);
  const { n } = await queries.countOtherManagers(
    ctx,
    MANAGING,
    except.exceptFunction,
    except.exceptWorker,
    after,
  );
  if (!n) throw invalid({ field, message: text[ctx.lang].lastManager });
}
