import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { startOfDay, warsawDate } from '#kernel/time.ts';
import { recordChange, terms, today } from '../../service.ts';
import { recordList } from '../marking/service.ts';
import { ownOpenItems } from '../planning/service.ts';
import { mayRun } from '../policy.ts';
import { insertAttendance } from '../queries.ts';
import type { OwnItem } from '../schema.ts';
import * as queries from './queries.ts';

export interface GroupInput {
  readonly name: string;
  readonly place?: string;
  readonly serviceCode: string;
  readonly workerId?: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly workerId: string;
  readonly workerName: string;
  readonly serviceCode: string;
  readonly service: string;
  readonly active: boolean;
  readonly rowVersion: number;
}
export interface Member {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly joinedOn: string;
}
export interface GroupView {
  readonly group: Group;
  readonly members: readonly Member[];
  /** Items of people who are not in the group yet. */
  readonly items: readonly (OwnItem & { readonly service: string })[];
}
export type Listed = Pick<Group, 'id' | 'name' | 'place' | 'workerName' | 'service' | 'active'> & {
  readonly members: number;
};

/** Groups of the own institution, those at work first. */
export async function groups(ctx: Ctx): Promise<Listed[]> {
  const [rows, services] = await Promise.all([queries.findGroups(ctx), terms(ctx, 'service')]);
  return rows.map((g) => ({
    id: g.id,
    name: g.name,
    place: g.place,
    workerName: g.worker_name,
    service: services.find((s) => s.code === g.service_code)?.label ?? g.service_code,
    active: g.active,
    members: g.members ?? 0,
  }));
}

export async function loadGroup(ctx: Ctx, id: string): Promise<Group> {
  const [row, services] = await Promise.all([queries.findGroup(ctx, id), terms(ctx, 'service')]);
  if (!row) throw notFound();
  return {
    id: row.id,
    name: row.name,
    place: row.place,
    workerId: row.worker_id,
    workerName: row.worker_name,
    serviceCode: row.service_code,
    service: services.find((s) => s.code === row.service_code)?.label ?? row.service_code,
    active: row.active,
    rowVersion: row.row_version,
  };
}

/** A group with its people and those who could join; every name leaves an access record. */
export async function groupView(ctx: Ctx, id: string): Promise<GroupView> {
  const group = await loadGroup(ctx, id);
  const [members, items, services] = await Promise.all([
    queries.findMembers(ctx, id),
    ownOpenItems(ctx),
    terms(ctx, 'service'),
  ]);
  const inside = new Set(members.map((m) => m.case_id));
  const outside = items
    .filter((i) => !inside.has(i.caseId))
    .map((i) => ({ ...i, service: services.find((s) => s.code === i.serviceCode)?.label ?? i.serviceCode }));
  await recordList(ctx, null, [
    ...members.map((m) => ({ personId: m.person_id, caseId: m.case_id })),
    ...outside,
  ]);
  return {
    group,
    members: members.map((m) => ({
      id: m.id,
      caseId: m.case_id,
      caseNumber: m.number,
      name: m.name ?? '',
      joinedOn: m.joined_on,
    })),
    items: outside,
  };
}

/** Workers of the own institution who may run a group. */
export async function groupWorkers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return (await queries.findWorkers(ctx, today(ctx))).map((w) => ({ id: w.id ?? '', name: w.name ?? '' }));
}

async function checked(ctx: Ctx, g: GroupInput): Promise<queries.GroupFields> {
  if (!mayRun(ctx.actor, { institutionId: ctx.actor.institutionId }).allowed) throw notFound();
  const [services, workers] = await Promise.all([
    terms(ctx, 'service'),
    queries.findWorkers(ctx, today(ctx)),
  ]);
  if (g.name.trim() === '') throw invalid({ field: 'name', message: 'required' });
  if (!services.some((s) => s.code === g.serviceCode))
    throw invalid({ field: 'service_code', message: 'choice' });
  const workerId = g.workerId ?? ctx.actor.subjectId;
  if (!workers.some((w) => w.id === workerId)) throw invalid({ field: 'worker_id', message: 'choice' });
  return { name: g.name.trim(), place: g.place?.trim() ?? '', serviceCode: g.serviceCode, workerId };
}

export async function createGroup(ctx: Ctx, g: GroupInput): Promise<string> {
  const id = newId();
  await queries.insertGroup(ctx, id, await checked(ctx, g));
  return id;
}

export async function editGroup(
  ctx: Ctx,
  id: string,
  version: number,
  g: GroupInput & { active: boolean },
): Promise<void> {
  if (!(await queries.findGroup(ctx, id))) throw notFound();
  const fields = await checked(ctx, g);
  if ((await queries.updateGroup(ctx, id, version, { ...fields, active: g.active })) === 0) throw stale();
}

/** Takes a person into the group by the item of their plan; they are expected at every session ahead that it covers. */
export async function addMember(ctx: Ctx, groupId: string, caseId: string, lineageId: string): Promise<void> {
  const group = await queries.findGroup(ctx, groupId);
  const item = (await ownOpenItems(ctx)).find((i) => i.caseId === caseId && i.lineageId === lineageId);
  if (!group || !item) throw notFound();
  const members = await queries.findMembers(ctx, groupId);
  if (members.some((m) => m.case_id === caseId)) throw new AppError('conflict', { reason: 'already_member' });
  const day = today(ctx);
  await queries.insertMember(ctx, { id: newId(), groupId, caseId, lineageId, joinedOn: day });
  for (const s of await queries.findAhead(ctx, groupId, startOfDay(day))) {
    const on = warsawDate(s.starts_at);
    if (item.startsOn <= on && on <= item.dueOn)
      await insertAttendance(ctx, { id: newId(), sessionId: s.id, caseId, lineageId });
  }
  const person = { id: caseId, personId: item.personId };
  await recordChange(ctx, person, 'group.joined', 'activity_group', groupId, { lineage: lineageId });
}

/** The person leaves the group; what was marked stays, and in lists ahead they are no longer expected. */
export async function removeMember(ctx: Ctx, groupId: string, memberId: string): Promise<void> {
  const member = (await queries.findMembers(ctx, groupId)).find((m) => m.id === memberId);
  if (!member) throw notFound();
  await queries.endMember(ctx, memberId, today(ctx));
  await queries.dropAhead(ctx, groupId, member.case_id, startOfDay(today(ctx)));
  const person = { id: member.case_id, personId: member.person_id };
  await recordChange(ctx, person, 'group.left', 'activity_group', groupId, { lineage: member.lineage_id });
}
