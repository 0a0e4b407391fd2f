import type { Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { vector } from '#kernel/words/words.ts';
import { gminaNames, threadOf } from '#modules/organisations/api.ts';
import { mayCoordinate } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Contact,
  type ListQuery,
  type Member,
  PAGE_SIZE,
  type Partnership,
  type PartnershipLine,
  type PartnershipState,
  type Readiness,
  type Standing,
} from './schema.ts';

export const today = (ctx: Ctx): LocalDate => warsawDate(ctx.now);

const fromRow = (row: queries.PartnershipRow): Partnership => ({
  id: row.id,
  name: row.name,
  countyCode: row.county_code,
  county: row.county ?? row.county_code,
  state: row.state as PartnershipState,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  rowVersion: row.row_version,
});

const lineOf = (row: queries.LineRow): PartnershipLine => ({ ...fromRow(row), members: row.members ?? 0 });

/** Partnerships of the actor's institution. */
export const ownPartnerships = async (ctx: Ctx): Promise<PartnershipLine[]> =>
  (await queries.findOwn(ctx, today(ctx))).map(lineOf);

/** The others, one page of those with the words in their name or county, and how many there are. */
export async function otherPartnerships(
  ctx: Ctx,
  { q, page }: ListQuery,
): Promise<{ rows: PartnershipLine[]; total: number }> {
  const rows = await queries.findOthers(ctx, today(ctx), {
    q,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  return { rows: rows.map(lineOf), total: rows[0]?.total ?? 0 };
}

/** Throws `not_found` when there is none. */
export async function partnershipOf(ctx: Ctx, id: string): Promise<Partnership> {
  const row = await queries.findOne(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** Institutions of the partnership; those that left only when asked for. */
export async function membersOf(ctx: Ctx, id: string, past = false): Promise<Member[]> {
  const day = today(ctx);
  return (await queries.findMembers(ctx, id))
    .map((row) => ({
      id: row.id,
      institutionId: row.institution_id,
      name: row.name,
      shortName: row.short_name,
      type: row.type,
      thread: threadOf(row.type),
      joinedOn: row.joined_on,
      leftOn: row.left_on,
    }))
    .filter((m) => past || m.leftOn === null || m.leftOn >= day);
}

export const contactsOf = async (ctx: Ctx, id: string): Promise<Contact[]> =>
  (await queries.findContacts(ctx, id, today(ctx))).map((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    workerId: row.worker_id,
    worker: row.worker,
    phone: row.phone,
    email: row.email,
    role: row.role === 'coordinator' ? 'coordinator' : 'contact',
  }));

/** Gminas of the partnership. */
export const areaOf = async (ctx: Ctx, id: string): Promise<{ id: string; name: string }[]> =>
  gminaNames(await queries.findArea(ctx, id), ctx.lang);

/** Partnerships of the actor's institution that can open cases. */
export const operatingPartnerships = async (
  ctx: Ctx,
): Promise<{ id: string; name: string; countyCode: string }[]> =>
  (await queries.findOperating(ctx, today(ctx))).map((row) => ({
    id: row.id,
    name: row.name,
    countyCode: row.county_code,
  }));

export async function readinessOf(ctx: Ctx, agreementId: string): Promise<Readiness> {
  const row = await queries.findReadiness(ctx, agreementId);
  return {
    welfare: row.has_welfare ?? false,
    labour: row.has_labour ?? false,
    other: row.has_other ?? false,
    annex: row.has_annex ?? false,
    contacts: row.has_contacts ?? false,
  };
}

export async function standingOf(ctx: Ctx, id: string): Promise<Standing> {
  const members = await membersOf(ctx, id);
  const coordinators = (await contactsOf(ctx, id)).filter((c) => c.role === 'coordinator');
  return {
    member: members.some((m) => m.institutionId === ctx.actor.institutionId),
    coordinator: coordinators.some((c) => c.workerId === ctx.actor.subjectId),
    coordinated: coordinators.length > 0,
  };
}

/** The partnership, held until the end of the transaction. With `version`: throws `stale` when the form is older. */
export async function hold(ctx: Ctx, id: string, version?: number): Promise<Partnership> {
  const row = await queries.lockOne(ctx, id);
  if (!row) throw notFound();
  if (version !== undefined && row.row_version !== version) throw stale({});
  return partnershipOf(ctx, id);
}

/** Throws `not_found` unless the decision allows: whoever may not manage finds no page of management. */
export function require(decision: Decision): void {
  if (!decision.allowed) throw notFound();
}

/** Held for a change of a common matter, by whoever coordinates. An ended partnership does not change any more. */
export async function holdToCoordinate(ctx: Ctx, id: string, version?: number): Promise<Partnership> {
  const partnership = await hold(ctx, id, version);
  require(mayCoordinate(ctx.actor, await standingOf(ctx, id)));
  return changing(partnership);
}

export function changing(partnership: Partnership): Partnership {
  if (partnership.state === 'ended') throw new AppError('conflict', { reason: 'partnership_ended' });
  return partnership;
}

export const note = (
  ctx: Ctx,
  action: string,
  id: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> =>
  record(ctx, { action: `partnership.${action}`, objectType: 'partnership', objectId: id, detail });

/** A new partnership at its beginning: the own institution is its first member, its maker coordinates. Gives the id. */
export async function createPartnership(ctx: Ctx, form: { name: string; county: string }): Promise<string> {
  if (!(await queries.findCounties(ctx)).some((c) => c.id === form.county))
    throw invalid({ field: 'county', message: 'choice' });
  const [id, day] = [newId(), today(ctx)];
  await queries.insertPartnership(ctx, { id, ...form, today: day });
  const { institutionId, subjectId } = ctx.actor;
  await queries.insertMember(ctx, { id: newId(), partnershipId: id, institutionId, today: day });
  for (const role of ['coordinator', 'contact'])
    await queries.insertContact(ctx, {
      id: newId(),
      partnershipId: id,
      institutionId,
      workerId: subjectId,
      role,
      today: day,
    });
  await note(ctx, 'create', id);
  return id;
}

export const counties = queries.findCounties;
export const gminasOf = async (ctx: Ctx, county: string): Promise<{ id: string; name: string }[]> =>
  gminaNames(await queries.findGminas(ctx, county), ctx.lang);

export async function changeArea(
  ctx: Ctx,
  id: string,
  form: { name: string; area: readonly string[]; _version?: number | undefined },
): Promise<void> {
  const partnership = await holdToCoordinate(ctx, id, form._version);
  const now = (await areaOf(ctx, id)).map((g) => g.id);
  for (const { id: gmina } of await queries.findGminas(ctx, partnership.countyCode)) {
    const wanted = form.area.includes(gmina);
    if (wanted && !now.includes(gmina)) await queries.addGmina(ctx, id, gmina);
    if (!wanted && now.includes(gmina)) await queries.dropGmina(ctx, id, gmina);
  }
  await queries.rename(ctx, id, form.name);
  // The network finds a card by the name of today.
  const named = vector({ A: `${form.name} ${partnership.county}`, B: '', C: '' }, []);
  await queries.renameCard(ctx, id, named);
  await note(ctx, 'change', id);
}
