import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { plain } from '#kernel/words/words.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import { ROLES, type Topic } from '../schema.ts';
import { topics } from '../service.ts';
import { areaOf, countiesOf, treeOf } from './policy.ts';
import * as queries from './queries.ts';
import type { DeskForm, DeskPerson, DeskSettings, DeskValues, KnownForm, NewPersonForm } from './schema.ts';
import { text } from './text.pl.ts';

/** The desks whose set-up the acting worker may change. */
export const ledDesks = async (ctx: Ctx): Promise<DeskSettings[]> =>
  (await queries.findLed(ctx)).map((row) => ({ ...row, voivodeship: row.voivodeship ?? '' }));

/** One of them. Throws `not_found` for any other. */
export async function ledDesk(ctx: Ctx, id: string): Promise<DeskSettings> {
  const [row] = await queries.findLed(ctx, id);
  if (!row) throw notFound();
  return { ...row, voivodeship: row.voivodeship ?? '' };
}

/** Every desk the acting worker works at or sets up, named in the language of the reader. */
export const seenDesks = async (ctx: Ctx) =>
  (await queries.findSeen(ctx)).map(({ id, namePl, nameEn, phone, led }) => ({
    id,
    phone,
    name: ctx.lang === 'en' && nameEn !== '' ? nameEn : namePl,
    led: led === true,
  }));

/** One of those desks, the first when none is named. Throws `not_found` when there is none. */
export async function seenDesk(ctx: Ctx, id: string | undefined) {
  const all = await seenDesks(ctx);
  const found = id === undefined ? all[0] : all.find((desk) => desk.id === id);
  if (!found) throw notFound();
  return { desk: found, desks: all };
}

export const mayOpenDesk = (ctx: Ctx): boolean => ctx.actor.permissions.has('advice.manage');

/** The voivodeship of the acting institution. */
export const homeOf = async (ctx: Ctx): Promise<string> => (await queries.findHome(ctx))?.voivodeship ?? '';

/** What the form of a desk holds. */
export async function formOf(ctx: Ctx, desk: DeskSettings) {
  const { namePl, nameEn, leadPl, leadEn, email, phone, isOpen, assignsItself } = desk;
  return {
    ...{ namePl, nameEn, leadPl, leadEn, email, phone },
    ...areaOf(desk.counties, await counties(ctx)),
    open: isOpen ? 'yes' : '',
    itself: assignsItself ? 'yes' : '',
  };
}

const valuesOf = async (ctx: Ctx, id: string, slug: string, form: DeskForm): Promise<DeskValues> => ({
  ...form,
  id,
  slug,
  counties: countiesOf(form, await counties(ctx)),
  isOpen: form.open === 'yes',
  assignsItself: form.itself === 'yes',
});

async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const base =
    plain(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)
      .replace(/-+$/, '') || 'desk';
  const taken = new Set((await queries.slugsLike(ctx, base)).map(({ slug }) => slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Opens a desk of the acting institution; gives its id. */
export async function openDesk(ctx: Ctx, form: DeskForm): Promise<string> {
  if (!mayOpenDesk(ctx)) throw notFound();
  const id = newId();
  await queries.insertDesk(ctx, await valuesOf(ctx, id, await freeSlug(ctx, form.namePl), form));
  await record(ctx, { action: 'desk.open', objectType: 'advice_desk', objectId: id });
  return id;
}

export async function saveDesk(ctx: Ctx, id: string, form: DeskForm): Promise<void> {
  const desk = await ledDesk(ctx, id);
  const values = await valuesOf(ctx, id, desk.slug, form);
  if ((await queries.updateDesk(ctx, values, form._version)) === 0) throw stale(await formOf(ctx, desk));
  await record(ctx, { action: 'desk.change', objectType: 'advice_desk', objectId: id });
}

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

/** Codes that the desk itself has switched off. */
export const switchedOff = async (ctx: Ctx, deskId: string): Promise<ReadonlySet<string>> =>
  new Set((await queries.findSwitches(ctx, deskId)).filter((s) => !s.isOn).map(({ code }) => code));

/** The topics in force, without those the desk has switched off or whose parent it has. */
export async function topicsOf(ctx: Ctx, deskId: string): Promise<Topic[]> {
  const all = await topics(ctx);
  const off = await switchedOff(ctx, deskId);
  const isOff = (code: string | null): boolean =>
    code !== null && (off.has(code) || isOff(all.find((topic) => topic.code === code)?.parentCode ?? null));
  return all.filter(({ code }) => !isOff(code));
}

/** Switches on what is ticked and off the rest. */
export async function switchTopics(ctx: Ctx, deskId: string, on: readonly string[]): Promise<void> {
  await ledDesk(ctx, deskId);
  const codes = (await topics(ctx)).map(({ code }) => code);
  await queries.setSwitches(
    ctx,
    deskId,
    codes.filter((code) => on.includes(code)),
    true,
  );
  await queries.setSwitches(
    ctx,
    deskId,
    codes.filter((code) => !on.includes(code)),
    false,
  );
  await record(ctx, { action: 'desk.topics', objectType: 'advice_desk', objectId: deskId });
}

/** Topics as a list to choose from, each below what it belongs to. */
export async function topicOptions(ctx: Ctx) {
  const named = (topic: { namePl: string; nameEn: string }) =>
    ctx.lang === 'en' ? topic.nameEn : topic.namePl;
  return treeOf(await topics(ctx)).map(({ topic, depth }) => ({
    value: topic.code,
    label: `${'– '.repeat(depth)}${named(topic)}`,
    name: named(topic),
    legal: topic.legal,
    depth,
  }));
}

/** What a form of counties offers: those of a voivodeship and those already chosen by name; of the rest whole voivodeships. */
export async function areaFor(ctx: Ctx, voivodeship: string, chosen: readonly string[] = []) {
  const all = await counties(ctx);
  const { counties: alone } = areaOf(chosen, all);
  return {
    voivodeships: await voivodeships(ctx),
    counties: all.filter((c) => c.voivodeshipCode === voivodeship || alone.includes(c.code)),
  };
}
