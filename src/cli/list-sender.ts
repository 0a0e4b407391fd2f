import { type Actor, type Ctx, PUBLIC_ACTOR } from '../kernel/context.ts';
import type { Scope } from '../kernel/db/database.ts';
import {
  type CheckedList,
  checkList,
  importActor,
  type ListReading,
  senders,
} from '../modules/cases/list/api.ts';
import { Refusal } from './input.ts';

/** Runs work in a transaction of the actor. */
export type Run = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => Promise<T>;

export interface SenderOptions {
  readonly institution?: string;
  readonly as?: string;
  readonly partnership?: string;
  readonly 'dry-run'?: boolean;
}

interface Sender {
  readonly institutionId: string;
  readonly name: string;
  readonly area: readonly string[];
  readonly workers: readonly { accountId: string; workerId: string; email: string }[];
}

/** Names as people type them. */
export const same = (a: string, b: string | undefined): boolean =>
  a.toLowerCase() === (b ?? '').trim().toLowerCase();
const WELFARE = ['OPS', 'CUS'];

/** Offices that may send a list, those with the widest area first; all of welfare when none is named. */
export async function sendersOf(run: Run, scope: Scope, options: SenderOptions): Promise<Sender[]> {
  const offices = new Map<
    string,
    Sender & { type: string; workers: { accountId: string; workerId: string; email: string }[] }
  >();
  for (const row of await run(scope.actor, senders)) {
    const { institution_id: id, account_id: accountId, worker_id: workerId } = row;
    if (!id || !accountId || !workerId) continue;
    const office = offices.get(id) ?? {
      institutionId: id,
      name: row.institution_name ?? '',
      type: row.institution_type ?? '',
      area: row.area ?? [],
      workers: [],
    };
    office.workers.push({ accountId, workerId, email: row.email ?? '' });
    offices.set(id, office);
  }
  const asked = options.institution;
  const wanted = [...offices.values()].filter((o) =>
    asked
      ? same(o.name, asked) || o.institutionId === asked
      : options.as
        ? o.workers.some(({ email }) => same(email, options.as))
        : WELFARE.includes(o.type),
  );
  if (wanted.length === 0)
    throw new Refusal(
      `--institution: one of ${[...offices.values()].map(({ name }) => name).join(', ') || '(none)'}`,
    );
  return wanted.sort((a, b) => b.area.length - a.area.length);
}

/** Checks the list as the office it is for: the one named, or the only one in whose area all of its people live. */
export async function checked(
  run: Run,
  offices: readonly Sender[],
  bytes: Uint8Array,
  reading: ListReading,
  options: SenderOptions,
): Promise<{ actor: Actor; list: CheckedList }> {
  const check = async (office: Sender) => {
    const actor = await workerOf(run, office, options);
    return actor && { actor, list: await run(actor, (ctx) => checkWith(ctx, bytes, reading, options)) };
  };
  let widest: Awaited<ReturnType<typeof check>> = null;
  let chosen = offices[0];
  for (const office of offices) {
    widest = await check(office);
    chosen = office;
    if (widest) break;
  }
  if (!widest || !chosen)
    throw new Refusal(
      'Nobody in this office may import lists: it takes a social worker with an authorisation in force (--as EMAIL).',
    );
  const gminas = new Set(widest.list.rows.flatMap(({ entry }) => entry?.gminaId ?? []));
  const fitting = offices.filter(({ area }) => [...gminas].every((id) => area.includes(id)));
  if (fitting.length > 1 && !options['dry-run'])
    throw new Refusal(
      `This list could be of several offices. Choose one: ${fitting.map(({ name }) => `--institution "${name}"`).join(', ')}`,
    );
  const [fits] = fitting;
  return !fits || fits === chosen ? widest : ((await check(fits)) ?? widest);
}

async function checkWith(
  ctx: Ctx,
  bytes: Uint8Array,
  reading: ListReading,
  options: SenderOptions,
): Promise<CheckedList> {
  const list = await checkList(ctx, bytes, { reading });
  if (!options.partnership) return list;
  const asked = list.partnerships.find(
    ({ id, name }) => id === options.partnership || same(name, options.partnership),
  );
  if (!asked)
    throw new Refusal(`--partnership: one of ${list.partnerships.map(({ name }) => name).join(', ')}`);
  return checkList(ctx, bytes, { reading, partnershipId: asked.id });
}

async function workerOf(run: Run, office: Sender, options: SenderOptions): Promise<Actor | null> {
  for (const { accountId, workerId, email } of office.workers) {
    if (options.as && !same(email, options.as)) continue;
    const actor = await run(PUBLIC_ACTOR, (ctx) => importActor(ctx, accountId, workerId));
    if (actor) return actor;
  }
  return null;
}
