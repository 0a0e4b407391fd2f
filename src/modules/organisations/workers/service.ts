import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendInvitation } from '#modules/accounts/api.ts';
import { absencesOf } from '../absences/api.ts';
import { authorisationsOf } from '../authorisations/api.ts';
import { checkFunction, heldFunctions, holdWorker, offeredFunctions } from '../functions/service.ts';
import * as root from '../queries.ts';
import type { OrganisationsHost, WorkerFunction } from '../schema.ts';
import { optionalDate, today, workerLine } from '../service.ts';
import * as queries from './queries.ts';
import type { WorkerView } from './schema.ts';
import { text } from './text.pl.ts';

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
  await holdWorker(ctx, id);
  const view = await workerView(ctx, id);
  if (view.worker.joined || view.left) throw new AppError('conflict', { reason: 'has_account' });
  for (const old of await queries.findInvitations(ctx, id)) await host.auth.withdrawInvitation(old.id);
  await invite(ctx, host, id, { email: view.worker.email, name: view.worker.name });
}

/** Joins an accepted invitation to the worker it was sent to. Other invitations (to a participant) change nothing. */
export const joinInvited = async (ctx: Ctx, invitationId: string, accountId: string): Promise<boolean> =>
  (await queries.joinInvited(ctx, invitationId, accountId)).worker_id !== null;

export async function changeWorker(
  ctx: Ctx,
  id: string,
  form: { given: string; family: string; phone: string; _version?: number | undefined },
): Promise<void> {
  await holdWorker(ctx, id, form._version);
  await queries.updateWorker(ctx, { id, ...form });
  await record(ctx, { action: 'worker.change', objectType: 'worker', objectId: id });
}
