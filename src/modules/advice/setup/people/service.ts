import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { ROLES } from '../../schema.ts';
import { topics } from '../../service.ts';
import { countiesOf } from '../policy.ts';
import * as queries from '../queries.ts';
import type { DeskPerson, KnownForm, NewPersonForm } from '../schema.ts';
import { ledDesk } from '../service.ts';
import { text } from '../text.pl.ts';

/** Who works at a desk, each once a role. */
export async function deskPeople(ctx: Ctx, deskId: string): Promise<DeskPerson[]> {
  const rows = await queries.findPeople(ctx, deskId);
  return rows.map((row) => ({
    ...row,
    name: row.name ?? '',
    institution: row.institution ?? '',
    role: ROLES.find((role) => role === row.role) ?? 'adviser',
    adviser: row.adviser === true,
  }));
}

export const deskPerson = async (ctx: Ctx, deskId: string, id: string): Promise<DeskPerson> => {
  const found = (await deskPeople(ctx, deskId)).find((person) => person.id === id);
  if (!found) throw notFound();
  return found;
};

export const advisers = (ctx: Ctx) => queries.findAdvisers(ctx, null);
export const knownAt = (ctx: Ctx, deskId: string) => queries.findKnown(ctx, deskId);

/** Takes somebody in: of the own institution by name, of another by the address of their work. */
export async function addPerson(ctx: Ctx, deskId: string, form: NewPersonForm): Promise<string> {
  await ledDesk(ctx, deskId);
  const t = text[ctx.lang];
  const byAddress = form.address !== '';
  if (form.who === '' && !byAddress) throw invalid({ field: 'who', message: 'required' });
  const found = byAddress ? await queries.findAdvisers(ctx, form.address) : await advisers(ctx);
  const person = byAddress ? found[0] : found.find(({ id }) => id === form.who);
  if (!person?.id || found.length === 0)
    throw invalid({ field: byAddress ? 'address' : 'who', message: byAddress ? t.notFound : 'choice' });
  const values = {
    id: newId(),
    deskId,
    workerId: person.id,
    role: form.role,
    from: form.from ?? warsawDate(ctx.now),
  };
  if ((await queries.findSameRole(ctx, values)).length > 0)
    throw invalid({ field: 'role', message: t.sameRole });
  await queries.insertPerson(ctx, values);
  await record(ctx, {
    action: 'desk.admit',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { worker: person.id, role: form.role },
  });
  return values.id;
}

/** The day is the last one at the desk. */
export async function endPerson(ctx: Ctx, deskId: string, id: string, to: string | null): Promise<void> {
  await ledDesk(ctx, deskId);
  const person = await deskPerson(ctx, deskId, id);
  const last = to ?? warsawDate(ctx.now);
  if (last < person.from) throw invalid({ field: 'to', message: 'date.order' });
  await queries.endPerson(ctx, id, last);
  await record(ctx, {
    action: 'desk.leave',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { worker: person.workerId, role: person.role, to: last },
  });
}

export async function addKnown(ctx: Ctx, deskId: string, personId: string, form: KnownForm): Promise<void> {
  await ledDesk(ctx, deskId);
  await deskPerson(ctx, deskId, personId);
  const known = await topics(ctx);
  if (form.topic !== '' && !known.some(({ code }) => code === form.topic))
    throw invalid({ field: 'topic', message: 'choice' });
  await queries.insertKnown(ctx, deskId, {
    id: newId(),
    deskWorkerId: personId,
    topicCode: form.topic === '' ? null : form.topic,
    counties: countiesOf(form, await counties(ctx)),
  });
}

export async function dropKnown(ctx: Ctx, deskId: string, personId: string, id: string): Promise<void> {
  await ledDesk(ctx, deskId);
  await queries.deleteKnown(ctx, personId, id);
}
