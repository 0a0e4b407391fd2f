import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { mayWriteCards } from '../policy.ts';
import { insertAdviser } from '../queries.ts';
import { type Client, isHalf } from '../schema.ts';
import { cardLines, clientOf, typeChoices } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { ClientForm } from './schema.ts';

/** Most hours planned of one type of advice. */
const MOST_HOURS = 2000;

/** Everything about whom the desk advises: path, goals, pools, cards; with its record. Throws `not_found`. */
export async function clientView(ctx: Ctx, id: string) {
  const client = await clientOf(ctx, id);
  await record(ctx, { action: 'view', objectType: 'advice_client', objectId: id, classes: ['D1'] });
  const named = (row: { typePl: string; typeEn: string }) => (ctx.lang === 'en' ? row.typeEn : row.typePl);
  return {
    client,
    path: await queries.findPath(ctx, id),
    goals: await queries.findGoals(ctx, id),
    pools: (await queries.findPools(ctx, id)).map((row) => ({ ...row, type: named(row) })),
    advisers: (await queries.findAdvisers(ctx, id)).map((row) => ({ ...row, name: row.name ?? '' })),
    desk: (await queries.findDeskAdvisers(ctx, client.deskId)).map((row) => ({
      ...row,
      name: row.name ?? '',
    })),
    cards: await cardLines(ctx, id),
    types: await typeChoices(ctx),
  };
}

/** The client, to be written. Throws `not_found` for who may not. */
async function held(ctx: Ctx, id: string): Promise<Client> {
  if (!mayWriteCards(ctx.actor).allowed) throw notFound();
  const client = await clientOf(ctx, id);
  if (client.erased) throw notFound();
  return client;
}
const note = (ctx: Ctx, action: string, id: string): Promise<void> =>
  record(ctx, { action, objectType: 'advice_client', objectId: id, classes: ['D1'] });
const ofClient = ({ id, deskId, kind }: Client) => ({ clientId: id, deskId, kind });

export async function changeClient(ctx: Ctx, id: string, form: ClientForm): Promise<void> {
  const client = await held(ctx, id);
  const entity = client.kind === 'entity';
  await queries.updateClient(ctx, id, {
    ...form,
    nip: entity ? form.nip : '',
    undertaking: entity && form.undertaking,
  });
  await note(ctx, 'client.change', id);
}

export async function openPath(ctx: Ctx, id: string): Promise<void> {
  const client = await held(ctx, id);
  if (await queries.findPath(ctx, id)) return;
  await queries.insertPath(ctx, newId(), ofClient(client));
  await note(ctx, 'path.open', id);
}

async function heldPath(ctx: Ctx, id: string, version?: number): Promise<{ client: Client; pathId: string }> {
  const client = await held(ctx, id);
  const path = await queries.lockPath(ctx, id);
  if (!path) throw new AppError('conflict', { reason: 'noPath' });
  if (version !== undefined && path.rowVersion !== version)
    throw stale({ ...(await queries.findPath(ctx, id)) });
  return { client, pathId: path.id };
}

export async function writePath(
  ctx: Ctx,
  id: string,
  form: { _version?: number | undefined; diagnosis: string; next_steps: string },
): Promise<void> {
  const { pathId } = await heldPath(ctx, id, form._version);
  await queries.updatePath(ctx, pathId, form.diagnosis, form.next_steps);
  await note(ctx, 'path.write', id);
}
export async function closePath(ctx: Ctx, id: string, outcome: string): Promise<void> {
  const { pathId } = await heldPath(ctx, id);
  await queries.closePath(ctx, pathId, outcome);
  await note(ctx, 'path.close', id);
}
export async function addGoal(ctx: Ctx, id: string, goal: string, due: string | null): Promise<void> {
  const { client, pathId } = await heldPath(ctx, id);
  await queries.insertGoal(ctx, newId(), pathId, ofClient(client), goal, due);
  await note(ctx, 'path.goal', id);
}
export async function reachGoal(ctx: Ctx, id: string, goalId: string): Promise<void> {
  await heldPath(ctx, id);
  if ((await queries.reachGoal(ctx, id, goalId)) === 0) throw notFound();
  await note(ctx, 'path.goal', id);
}

/** Plans hours of a type of advice, or plans them anew; never fewer than were used. Throws `invalid`. */
export async function planHours(
  ctx: Ctx,
  id: string,
  form: { type: string; planned: number | null; source: string },
): Promise<void> {
  const { client, pathId } = await heldPath(ctx, id);
  const t = text[ctx.lang];
  if (!(await typeChoices(ctx)).some(({ code }) => code === form.type))
    throw invalid({ field: 'type', message: 'choice' });
  if (form.planned === null) throw invalid({ field: 'planned', message: 'required' });
  if (!isHalf(form.planned, MOST_HOURS)) throw invalid({ field: 'planned', message: t.form.halves });
  const there = (await queries.findPools(ctx, id)).find(({ typeCode }) => typeCode === form.type);
  if (there && form.planned < there.used)
    throw invalid({ field: 'planned', message: t.path.fewerThanUsed(there.used) });
  const { planned, source, type } = form;
  if (there) await queries.updatePool(ctx, there.id, planned, source);
  else await queries.insertPool(ctx, { id: newId(), pathId, of: ofClient(client), type, planned, source });
  await note(ctx, 'path.hours', id);
}

/** Lets a colleague of the desk advise too; of advisers one is the key adviser. */
export async function addAdviser(ctx: Ctx, id: string, workerId: string, key: boolean): Promise<void> {
  const client = await held(ctx, id);
  if (!(await queries.findDeskAdvisers(ctx, client.deskId)).some((each) => each.workerId === workerId))
    throw invalid({ field: 'worker', message: 'choice' });
  const there = (await queries.findAdvisers(ctx, id)).some((each) => each.workerId === workerId);
  if (!there) await insertAdviser(ctx, { ...ofClient(client), workerId, isKey: false });
  if (key) {
    await queries.endKey(ctx, id);
    await queries.makeKey(ctx, id, workerId);
  }
  await note(ctx, 'client.adviser', id);
}
