import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import type { Place } from '../schema.ts';
import { note, today } from '../service.ts';
import * as queries from './queries.ts';
import type { GroupForm, GroupLine } from './schema.ts';

/** Partner Groups that the acting institution convenes or belongs to. */
export const groupsOf = async (ctx: Ctx): Promise<GroupLine[]> =>
  (await queries.findGroups(ctx, today(ctx))).map((row) => ({
    id: row.id,
    name: row.name,
    voivodeship: row.voivodeship ?? '',
    convener: row.convener ?? '',
    members: (row.members ?? 0) + 1,
    nextAt: row.next_at,
  }));

export const voivodeships = queries.findVoivodeships;

/** A Partner Group convened by the acting institution. Gives the id. */
export async function conveneGroup(ctx: Ctx, form: GroupForm): Promise<string> {
  if (!(await voivodeships(ctx)).some((v) => v.id === form.voivodeship))
    throw invalid({ field: 'voivodeship', message: 'choice' });
  const id = newId();
  await queries.addGroup(ctx, { id, ...form, today: today(ctx) });
  await note(ctx, 'group', id);
  return id;
}

export interface Joinable {
  readonly id: string;
  readonly name: string;
  readonly member: boolean;
}
export async function joinable(ctx: Ctx, place: Place): Promise<Joinable[]> {
  if (!place.runs || place.kind !== 'group') throw notFound();
  return (await queries.findJoinable(ctx, place.id, today(ctx))).map((row) => ({
    id: row.id,
    name: row.name,
    member: row.member ?? false,
  }));
}

/** The institutions ticked belong from today; the others do not any more. */
export async function changeMembers(ctx: Ctx, place: Place, wanted: readonly string[]): Promise<void> {
  for (const institution of await joinable(ctx, place)) {
    const stays = wanted.includes(institution.id);
    if (stays && !institution.member) await queries.join(ctx, newId(), place.id, institution.id, today(ctx));
    if (!stays && institution.member)
      await queries.leave(ctx, place.id, institution.id, addDays(today(ctx), -1));
  }
  await note(ctx, 'group_members', place.id, { members: wanted.length });
}
