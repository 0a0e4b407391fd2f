import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { fieldErrors } from '#kernel/forms/forms.ts';
import { fromPerson, sourceOfDay, withoutSecret } from '#kernel/forms/guest.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import type { LetterKind } from '../letters/schema.ts';
import { mayRegister, placeFor } from '../policy.ts';
import { standingOf } from '../queries.ts';
import type { Event } from '../schema.ts';
import { type EventView, eventOf, eventView, presentTicket } from '../service.ts';
import * as queries from './queries.ts';
import {
  type AskForm,
  MOST_ROWS,
  type NeedsForm,
  newCode,
  type PersonForm,
  personBody,
  type RegistrationState,
  STATES,
} from './schema.ts';
import { text } from './text.pl.ts';

const CODE = 10;
const quietly = (ctx: Ctx): Ctx => withoutSecret(ctx, '/events/ticket');
const langOf = (ctx: Ctx) => (ctx.lang === 'en' ? 'en' : 'pl');
export const letter = (ctx: Ctx, id: string, kind: LetterKind): Promise<void> =>
  enqueue(ctx, 'events.letter', { id, kind });

/** An event that takes registrations now. Throws `invalid` with the reason when it does not. */
async function openEvent(ctx: Ctx, slug: string): Promise<Event> {
  const event = await eventOf(ctx, { slug });
  const may = mayRegister(event, ctx.now, await standingOf(ctx, event.id));
  if (!may.allowed) throw invalid({ field: '', message: refusal(ctx, may.reason) });
  return event;
}
/** Whether anybody can still ask for a place. Throws `not_found` for an event that the actor may not see. */
export async function isOpen(ctx: Ctx, slug: string): Promise<boolean> {
  const event = await eventOf(ctx, { slug });
  return mayRegister(event, ctx.now, await standingOf(ctx, event.id)).allowed;
}
const refusal = (ctx: Ctx, reason: string): string => {
  const { refused } = text[ctx.lang];
  return reason === 'full' ? refused.full : reason === 'closed' ? refused.closed : refused.notOpen;
};

/**
 * A private person asks for a place. What is kept waits for the link in a letter; the answer to the browser is the same
 * whatever becomes of it. Throws `invalid` when the event takes no registrations or the source sent too many.
 */
export async function askForPlace(ctx: Ctx, slug: string, form: AskForm, address: string): Promise<void> {
  const event = await openEvent(ctx, slug);
  if (!fromPerson(ctx, form)) return;
  const id = newId(ctx.now.getTime());
  const source = sourceOfDay(ctx, address);
  const { answer } = await queries.ask(ctx, {
    ...form,
    ...{ id, eventId: event.id, lang: langOf(ctx), code: newCode(CODE), source },
  });
  if (answer === 'too_many') throw invalid({ field: '', message: text[ctx.lang].refused.tooMany });
  if (answer === 'closed') throw invalid({ field: '', message: text[ctx.lang].refused.closed });
  if (answer !== 'asked') return;
  await letter(ctx, id, 'confirm');
  await record(ctx, { action: 'events.ask', objectType: 'registration', objectId: id });
}

export interface Ticket {
  readonly registration: Registration;
  readonly view: EventView;
  readonly needs: NeedsForm | null;
  readonly online: { readonly address: string; readonly note: string } | null;
  readonly queue: number | null;
}
export type Registration = Omit<queries.RegistrationRow, 'state'> & { readonly state: RegistrationState };
const typed = (row: queries.RegistrationRow): Registration => ({
  ...row,
  state: STATES.find((s) => s === row.state) ?? 'cancelled',
});

/** The registration of whoever holds the link. Throws `not_found` for a link nobody sent, and after the data were erased. */
export async function held(ctx: Ctx, token: string): Promise<Registration> {
  await presentTicket(ctx, token);
  const row = await queries.findRegistration(ctx, null);
  if (!row) throw notFound();
  return typed(row);
}

/** All that the page of a ticket shows. */
export async function ticketOf(ctx: Ctx, token: string): Promise<Ticket> {
  const registration = await held(ctx, token);
  const view = await eventView(ctx, { id: registration.eventId });
  const needs = await queries.findNeeds(ctx, registration.id);
  const waiting = registration.state === 'waiting';
  await record(quietly(ctx), { action: 'view', objectType: 'registration', objectId: registration.id });
  return {
    registration,
    view,
    needs: needs as NeedsForm | null,
    online: registration.state === 'confirmed' ? await queries.onlineOf(ctx, view.event.id) : null,
    queue: waiting ? (await queries.placeInQueue(ctx, registration.id)).place : null,
  };
}

/** The address is confirmed: now the place is given, or the next one in the queue. A second click changes nothing. */
export async function confirmPlace(ctx: Ctx, token: string): Promise<void> {
  const registration = await held(ctx, token);
  if (registration.state !== 'unconfirmed') return;
  await queries.holdPlaces(ctx, registration.eventId);
  const event = await eventOf(ctx, { id: registration.eventId });
  const standing = await standingOf(ctx, event.id);
  const may = mayRegister(event, ctx.now, standing);
  if (!may.allowed) throw invalid({ field: '', message: refusal(ctx, may.reason) });
  if ((await queries.placedAlready(ctx)).already === true)
    throw invalid({ field: '', message: text[ctx.lang].refused.already });
  const state = placeFor(event, standing);
  if (state === 'full') throw invalid({ field: '', message: text[ctx.lang].refused.full });
  if ((await queries.setState(ctx, registration.id, state, registration.rowVersion)) === 0) return;
  await letter(ctx, registration.id, state);
  await record(quietly(ctx), {
    action: `events.${state}`,
    objectType: 'registration',
    objectId: registration.id,
  });
}

/** Gives the place back; the next in the queue gets it. */
export async function giveUp(ctx: Ctx, registration: Registration): Promise<void> {
  if (registration.state === 'cancelled' || registration.state === 'declined') return;
  if ((await queries.setState(ctx, registration.id, 'cancelled', registration.rowVersion)) === 0)
    throw stale();
  await enqueue(
    ctx,
    'events.promote',
    { id: registration.eventId },
    { key: `events.promote.${registration.eventId}` },
  );
  await record(quietly(ctx), {
    action: 'events.cancelled',
    objectType: 'registration',
    objectId: registration.id,
  });
}

export async function saveNeeds(ctx: Ctx, token: string, form: NeedsForm): Promise<void> {
  const registration = await held(ctx, token);
  await queries.saveNeeds(ctx, registration.id, form.needs, form.note);
  await record(quietly(ctx), {
    action: 'events.needs',
    objectType: 'registration',
    objectId: registration.id,
  });
}

/** A worker books places for the institution: some may be given and others wait, in the order of the rows. */
export async function book(ctx: Ctx, slug: string, rows: readonly PersonForm[]): Promise<void> {
  const event = await openEvent(ctx, slug);
  await queries.holdPlaces(ctx, event.id);
  const before = (await queries.countBooked(ctx, event.id)).n ?? 0;
  const most = Math.min(event.mostTogether, MOST_ROWS);
  if (before + rows.length > most)
    throw invalid({ field: '', message: text[ctx.lang].refused.together(most, before) });
  for (const [n, row] of rows.entries()) {
    const state = placeFor(event, await standingOf(ctx, event.id));
    if (state === 'full') throw invalid({ field: `givenName${n}`, message: text[ctx.lang].refused.full });
    const id = newId(ctx.now.getTime());
    await queries.book(ctx, {
      ...row,
      ...{
        id,
        eventId: event.id,
        state,
        organisation: ctx.actor.institutionName,
        lang: langOf(ctx),
        code: newCode(CODE),
      },
    });
    await letter(ctx, id, state);
    await record(ctx, { action: 'events.book', objectType: 'registration', objectId: id });
  }
}

/** What this worker booked, or for heads all that the institution booked. */
export async function booked(ctx: Ctx) {
  const rows = await queries.listBooked(ctx);
  await record(ctx, { action: 'view', objectType: 'registration_list' });
  return rows.map((row) => ({ ...row, ...typed(row) }));
}
export type Booked = Awaited<ReturnType<typeof booked>>[number];

/** One place of the own institution. Throws `not_found` when the actor did not book it. */
export async function bookedOne(ctx: Ctx, id: string) {
  const row = await queries.findRegistration(ctx, id);
  if (row?.institutionId !== ctx.actor.institutionId) throw notFound();
  const event = await eventOf(ctx, { id: row.eventId });
  await record(ctx, { action: 'view', objectType: 'registration', objectId: id });
  return { registration: typed(row), event };
}

/** Somebody else comes. Needs and links of the first person are theirs alone, so the new one gets a letter of their own. */
export async function substitute(ctx: Ctx, id: string, form: PersonForm, version: number): Promise<void> {
  const { registration, event } = await bookedOne(ctx, id);
  if (event.state !== 'published' || !event.lastAt || event.lastAt <= ctx.now) throw notFound();
  const code = newCode(CODE);
  if ((await queries.substitute(ctx, { id, version, ...form, code })) === 0)
    throw stale({
      givenName: registration.givenName,
      familyName: registration.familyName,
      email: registration.email,
    });
  await enqueue(ctx, 'events.substituted', { id });
  await record(ctx, { action: 'events.substitute', objectType: 'registration', objectId: id });
}

/** The rows of a booking that hold anything. Throws `invalid` beside what is missing. */
export function rowsOf(body: Readonly<Record<string, string>>): PersonForm[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, n) => ({
    n,
    typed: { givenName: body[`givenName${n}`], familyName: body[`familyName${n}`], email: body[`email${n}`] },
  })).filter(({ typed }) => Object.values(typed).some(Boolean));
  const read = rows.map(({ n, typed }) => ({ n, parsed: personBody.safeParse(typed) }));
  const wrong = read.flatMap(({ n, parsed }) =>
    parsed.success
      ? []
      : fieldErrors(parsed.error).map((error) => ({ ...error, field: `${error.field}${n}` })),
  );
  if (wrong.length > 0) throw invalid(...wrong);
  return read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
}

/** The first row of a booking is whoever books. */
export async function firstRow(ctx: Ctx): Promise<Record<string, string>> {
  const me = await queries.myself(ctx);
  return { givenName0: me?.given ?? '', familyName0: me?.family ?? '', email0: me?.email ?? '' };
}

export const wouldWait = async (ctx: Ctx, event: Event): Promise<boolean> =>
  placeFor(event, await standingOf(ctx, event.id)) === 'waiting';
