import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { formatDate, formatTime, instantAt, warsawDate } from '#kernel/time.ts';
import { plain, vector } from '#kernel/words/words.ts';
import { mayOrganise } from '../policy.ts';
import { addressLine, type Event, type Kind, type Option, type State } from '../schema.ts';
import { eventOf } from '../service.ts';
import { changed } from './dates/service.ts';
import * as queries from './queries.ts';
import type { EventForm } from './schema.ts';
import { text } from './text.pl.ts';

/** An event of the own institution. Throws `not_found` for whoever does not organise it. */
export async function ownEvent(ctx: Ctx, id: string): Promise<Event> {
  const event = await eventOf(ctx, { id });
  if (!mayOrganise(ctx.actor, event).allowed) throw notFound();
  return event;
}

export async function ownEvents(ctx: Ctx) {
  const rows = await queries.listOwn(ctx);
  return rows.map((row) => ({ ...row, state: row.state as State, kind: row.kind as Kind }));
}
export type OwnEvent = Awaited<ReturnType<typeof ownEvents>>[number];

const RESERVED = ['manage', 'booked', 'ticket', 'door', 'certificates', 'feeds', 'file'];

/** The word of an event in its address, from its title; a number when another event has it. */
async function slugFor(ctx: Ctx, title: string): Promise<string> {
  const base =
    (plain(title).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 80).replace(/-$/, '') || 'wydarzenie';
  const slug = RESERVED.includes(base) ? `${base}-1` : base;
  const taken = new Set((await queries.slugsLike(ctx, slug)).map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
}

/** A draft. Nobody but the organisers sees it before it is published. */
export async function createEvent(ctx: Ctx, form: EventForm): Promise<string> {
  const id = newId(ctx.now.getTime());
  await queries.insertEvent(ctx, { id, slug: await slugFor(ctx, form.titlePl), form });
  await write(ctx, id, { ...form, _version: 1 });
  await record(ctx, { action: 'events.create', objectType: 'event', objectId: id });
  return id;
}

/** Saves the form. Of a published event a new place is told to everybody who registered. */
export async function saveEvent(ctx: Ctx, id: string, form: EventForm): Promise<void> {
  const before = await ownEvent(ctx, id);
  if (before.rowVersion !== form._version) throw stale({ ...(await formOf(ctx, before)) });
  await write(ctx, id, form);
  const after = await ownEvent(ctx, id);
  const said = (e: Event) => `${e.mode} ${addressLine(e)}`;
  if (said(before) !== said(after)) await changed(ctx, before, after);
  if ((after.capacity ?? Infinity) > (before.capacity ?? Infinity))
    await enqueue(ctx, 'events.promote', { id }, { key: `events.promote.${id}` });
  await record(ctx, { action: 'events.save', objectType: 'event', objectId: id });
}

async function write(ctx: Ctx, id: string, form: EventForm): Promise<void> {
  if (form.mode !== 'online' && form.countyCode === '')
    throw invalid({ field: 'countyCode', message: 'required' });
  if (form.mode !== 'online' && form.locality === '')
    throw invalid({ field: 'locality', message: 'required' });
  // The address goes to those who have a place: without registration to nobody.
  if (form.mode !== 'onsite' && form.online !== '' && form.registration === 'none')
    throw invalid({ field: 'online', message: text[ctx.lang].onlineForNobody });
  const place = form.locality ? await queries.findPlace(ctx, form.locality, form.countyCode) : null;
  const closes = form.closesOn ? instantAt(form.closesOn, form.closesAt || '23:59') : null;
  const words = vector(
    {
      A: `${form.titlePl} ${form.titleEn}`,
      B: `${form.leadPl} ${form.leadEn} ${form.locality}`,
      C: `${form.bodyPl} ${form.bodyEn}`,
    },
    [],
  );
  const saved = await queries.updateEvent(ctx, {
    ...form,
    ...(place ?? { localityId: null, lat: null, lon: null }),
    id,
    words,
    closes,
  });
  if (saved === 0) throw stale();
  await queries.setThemes(ctx, id, form.themes);
  if (form.online !== '') await queries.setOnline(ctx, id, form.online, form.onlineNote);
}

/** An event as its form shows it. */
export async function formOf(ctx: Ctx, event: Event): Promise<Record<string, unknown>> {
  const online = await queries.onlineOf(ctx, event.id);
  return {
    ...event,
    countyCode: event.countyCode ?? '',
    capacity: event.capacity === null ? '' : String(event.capacity),
    mostTogether: String(event.mostTogether),
    hours: event.hours === null ? '' : String(event.hours).replace('.', ','),
    waiting: event.waiting ? 'yes' : '',
    certificate: event.certificate ? 'yes' : '',
    closesOn: event.closesAt ? formatDate(warsawDate(event.closesAt), 'pl') : '',
    closesAt: event.closesAt ? formatTime(event.closesAt) : '',
    online: online?.address ?? '',
    onlineNote: online?.note ?? '',
  };
}

/** Announces a draft. Throws `invalid` while it has no date. */
export async function publishEvent(ctx: Ctx, id: string): Promise<void> {
  const event = await ownEvent(ctx, id);
  if (event.occurrences.length === 0) throw invalid({ field: '', message: text[ctx.lang].needsDate });
  if ((await queries.publish(ctx, id)) === 0) return;
  await record(ctx, { action: 'events.publish', objectType: 'event', objectId: id });
}

/** Calls the event off; everybody who has or wants a place is told. */
export async function callOffEvent(
  ctx: Ctx,
  id: string,
  reason: { reasonPl: string; reasonEn: string },
): Promise<void> {
  await ownEvent(ctx, id);
  if ((await queries.callOff(ctx, id, reason.reasonPl, reason.reasonEn)) === 0) return;
  await enqueue(ctx, 'events.tell', { id, kind: 'called_off' });
  await record(ctx, { action: 'events.call_off', objectType: 'event', objectId: id });
}

export async function saveResults(
  ctx: Ctx,
  id: string,
  form: { resultsPl: string; resultsEn: string; _version: number },
): Promise<void> {
  await ownEvent(ctx, id);
  if ((await queries.saveResults(ctx, id, form.resultsPl, form.resultsEn, form._version)) === 0)
    throw stale();
  await record(ctx, { action: 'events.results', objectType: 'event', objectId: id });
}

export async function countyOptions(ctx: Ctx): Promise<Option[]> {
  return (await queries.counties(ctx)).map(({ code, name }) => ({ value: code ?? '', label: name ?? '' }));
}
