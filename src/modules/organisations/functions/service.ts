import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { FUNCTION_PERMISSIONS, functionConflict, functionsFor, managesInstitution } from '../policy.ts';
import { lockInstitution } from '../queries.ts';
import { WORKER_FUNCTIONS, type WorkerFunction } from '../schema.ts';
import { dateFrom, optionalDate, today } from '../service.ts';
import * as queries from '../workers/queries.ts';
import type { HeldFunction } from '../workers/schema.ts';
import { text } from '../workers/text.pl.ts';

const MANAGING = WORKER_FUNCTIONS.filter((f) => FUNCTION_PERMISSIONS[f].includes('institution.manage'));

/** Which functions the actor may give in the own institution. */
export const offeredFunctions = (ctx: Ctx): WorkerFunction[] =>
  functionsFor(ctx.actor.institutionType, WORKER_FUNCTIONS, ctx.actor);

export const heldFunctions = async (ctx: Ctx, workerId: string): Promise<HeldFunction[]> =>
  (await queries.findFunctions(ctx, workerId)).map((row) => ({
    id: row.id,
    function: row.function as WorkerFunction,
    from: row.valid_from,
    to: row.valid_to,
  }));

/** Throws `invalid` when the function cannot be given here, or does not go with those held. */
export function checkFunction(
  ctx: Ctx,
  held: readonly WorkerFunction[],
  added: WorkerFunction,
  field: string,
): void {
  if (!offeredFunctions(ctx).includes(added)) throw invalid({ field, message: 'choice' });
  const conflict = functionConflict(held, added);
  if (conflict) throw invalid({ field, message: text[ctx.lang].conflicts[conflict] });
}

/** Holds a worker of the own institution. With `version`: throws `stale` when the form is older. */
export async function holdWorker(ctx: Ctx, id: string, version?: number): Promise<void> {
  const row = await queries.lockWorker(ctx, id);
  if (!row) throw notFound();
  if (version !== undefined && row.row_version !== version) throw stale({});
}

export async function addFunction(
  ctx: Ctx,
  id: string,
  form: { function: WorkerFunction; from: string; to: string },
): Promise<void> {
  await holdWorker(ctx, id);
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
  await lockInstitution(ctx, ctx.actor.institutionId);
  await holdWorker(ctx, id);
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
