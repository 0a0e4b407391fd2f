import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { plain } from '#kernel/words/words.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import type { Topic } from '../schema.ts';
import { topics } from '../service.ts';
import { areaOf, countiesOf, treeOf } from './policy.ts';
import * as queries from './queries.ts';
import type { DeskForm, DeskSettings, DeskValues } from './schema.ts';

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
