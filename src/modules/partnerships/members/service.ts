import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { mayCoordinate, mayRepresent, missing } from '../policy.ts';
import { insertContact } from '../queries.ts';
import type { Member, Partnership, PartnershipsHost } from '../schema.ts';
import {
  changing,
  contactsOf,
  hold,
  holdToCoordinate,
  membersOf,
  note,
  partnershipOf,
  require,
  standingOf,
  today,
} from '../service.ts';
import { factsOf, setState } from '../states/service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { Choice } from './schema.ts';

/** The member, if the actor may take it out: its own institution, or any for whoever coordinates. */
export async function leavingMember(
  ctx: Ctx,
  id: string,
  memberId: string,
): Promise<{ partnership: Partnership; member: Member }> {
  const partnership = await partnershipOf(ctx, id);
  const member = (await membersOf(ctx, id)).find((m) => m.id === memberId);
  if (!member) throw notFound();
  const standing = await standingOf(ctx, id);
  const own = member.institutionId === ctx.actor.institutionId;
  require(own ? mayRepresent(ctx.actor, standing) : mayCoordinate(ctx.actor, standing));
  return { partnership, member };
}

/**
 * Takes a member out. Its cases must be closed or handed over first. When the agreement in force no longer has the
 * partners it needs, the partnership is suspended: it opens no new case.
 */
export async function removeMember(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  memberId: string,
): Promise<void> {
  const partnership = changing(await hold(ctx, id));
  const { member } = await leavingMember(ctx, id, memberId);
  const open = await host.openCases(ctx, id, member.institutionId);
  if (open > 0) throw invalid({ field: '', message: text[ctx.lang].members.openCases(open) });
  const yesterday = addDays(today(ctx), -1);
  for (const contact of await contactsOf(ctx, id))
    if (contact.institutionId === member.institutionId) await queries.endContact(ctx, contact.id, yesterday);
  await queries.endMember(ctx, memberId, yesterday);
  await note(ctx, 'member.leave', id, { institution: member.institutionId });
  const { readiness } = await factsOf(ctx, host, id);
  if (partnership.state === 'operating' && (!readiness || missing(readiness, true).length > 0))
    await setState(ctx, partnership, 'suspended');
}

export interface ContactChoices {
  readonly partnership: Partnership;
  readonly own: readonly Choice[];
  readonly coordinators: readonly Choice[];
  readonly coordinates: boolean;
  readonly contacts: Awaited<ReturnType<typeof contactsOf>>;
}

/** Whom one may name: people of the own institution, and for whoever coordinates the next coordinator. */
export async function contactChoices(ctx: Ctx, id: string): Promise<ContactChoices> {
  const partnership = await partnershipOf(ctx, id);
  const standing = await standingOf(ctx, id);
  require(mayRepresent(ctx.actor, standing));
  const day = today(ctx);
  const coordinates = mayCoordinate(ctx.actor, standing).allowed;
  const members = (await membersOf(ctx, id)).map((m) => m.institutionId);
  const able = new Set((await queries.findCoordinators(ctx, members, day)).map((r) => r.worker_id));
  return {
    partnership,
    coordinates,
    own: await queries.findWorkers(ctx, [ctx.actor.institutionId], day),
    coordinators: coordinates
      ? (await queries.findWorkers(ctx, members, day)).filter((w) => able.has(w.id))
      : [],
    contacts: (await contactsOf(ctx, id)).filter((c) => c.institutionId === ctx.actor.institutionId),
  };
}

export async function addContact(ctx: Ctx, id: string, workerId: string): Promise<void> {
  changing(await hold(ctx, id));
  const { own, contacts } = await contactChoices(ctx, id);
  if (!own.some((w) => w.id === workerId)) throw invalid({ field: 'worker', message: 'choice' });
  if (contacts.some((c) => c.workerId === workerId && c.role === 'contact'))
    throw invalid({ field: 'worker', message: 'duplicate' });
  const { institutionId } = ctx.actor;
  await insertContact(ctx, {
    id: newId(),
    partnershipId: id,
    institutionId,
    workerId,
    role: 'contact',
    today: today(ctx),
  });
  await note(ctx, 'contact.name', id, { worker: workerId });
}

/** Ends one of the own contact persons; the last one of a signatory stays until another is named. */
export async function endContact(ctx: Ctx, id: string, contactId: string): Promise<void> {
  const partnership = changing(await hold(ctx, id));
  const { contacts } = await contactChoices(ctx, id);
  const contact = contacts.find((c) => c.id === contactId && c.role === 'contact');
  if (!contact) throw notFound();
  const others = contacts.some((c) => c.id !== contactId);
  if (!others && partnership.state === 'operating')
    throw invalid({ field: 'worker', message: text[ctx.lang].members.lastContact });
  await queries.endContact(ctx, contactId, addDays(today(ctx), -1));
  await note(ctx, 'contact.end', id, { worker: contact.workerId });
}

/** Names the coordinator of the partnership; whoever coordinated before no longer does. */
export async function nameCoordinator(ctx: Ctx, id: string, workerId: string): Promise<void> {
  await holdToCoordinate(ctx, id);
  const { coordinators } = await contactChoices(ctx, id);
  if (!coordinators.some((w) => w.id === workerId))
    throw invalid({ field: 'coordinator', message: 'choice' });
  const [chosen] = (await queries.findWorkers(ctx, await memberIds(ctx, id), today(ctx))).filter(
    (w) => w.id === workerId,
  );
  if (!chosen) throw notFound();
  for (const c of await contactsOf(ctx, id))
    if (c.role === 'coordinator') await queries.endContact(ctx, c.id, addDays(today(ctx), -1));
  await insertContact(ctx, {
    id: newId(),
    partnershipId: id,
    institutionId: chosen.institution_id,
    workerId,
    role: 'coordinator',
    today: today(ctx),
  });
  await note(ctx, 'coordinator.name', id, { worker: workerId });
}

const memberIds = async (ctx: Ctx, id: string) => (await membersOf(ctx, id)).map((m) => m.institutionId);

/** What somebody who leaves answers for in partnerships: a part of the leaver's list of the organisations module. */
export async function contactDuties(
  ctx: Ctx,
  workerId: string,
): Promise<{ kind: 'contact'; title: string; href: string; until: null }[]> {
  const duties = await queries.findDuties(ctx, workerId, today(ctx));
  return duties.map((d) => ({
    kind: 'contact',
    title: d.name,
    href: `/partnerships/${d.partnership_id}`,
    until: null,
  }));
}

/** Gives these duties to a colleague, who answers from today. */
export async function handOverContacts(ctx: Ctx, fromWorkerId: string, toWorkerId: string): Promise<void> {
  const day = today(ctx);
  for (const d of await queries.findDuties(ctx, fromWorkerId, day)) {
    await queries.endContact(ctx, d.id, addDays(day, -1));
    await insertContact(ctx, {
      id: newId(),
      partnershipId: d.partnership_id,
      institutionId: d.institution_id,
      workerId: toWorkerId,
      role: d.role,
      today: day,
    });
    await note(ctx, 'contact.handover', d.partnership_id, { from: fromWorkerId, to: toWorkerId });
  }
}
