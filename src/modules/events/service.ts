import type { Actor, Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { listFiles } from '#kernel/files/files.ts';
import type { Lang } from '#kernel/i18n.ts';
import { hashOf } from '#kernel/ids.ts';
import { addMonths, startOfDay, warsawDate } from '#kernel/time.ts';
import { stems } from '#kernel/words/words.ts';
import type { NavItem } from '#ui/view.tsx';
import { mayOrganise, mayRegister } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Access,
  type Change,
  COMMENTS,
  type Event,
  type EventsQuery,
  type Kind,
  type ListedEvent,
  type Material,
  type Mode,
  type Occurrence,
  type Option,
  type RegistrationMode,
  RULES,
  type Rule,
  type Session,
  type Standing,
  type State,
  type Told,
} from './schema.ts';
import { text } from './text.pl.ts';

/** An event with its dates. Throws `not_found` when there is none for the actor. */
export async function eventOf(ctx: Ctx, by: { slug: string } | { id: string }): Promise<Event> {
  const [event] = await eventsOf(ctx, 'id' in by ? { ids: [by.id] } : by);
  if (!event) throw notFound();
  return event;
}

/** Events with their dates, in the order of the ids given. */
export async function eventsOf(
  ctx: Ctx,
  by: { slug: string } | { ids: readonly string[] },
): Promise<Event[]> {
  const rows = await ('ids' in by
    ? queries.findEvents(ctx, null, by.ids)
    : queries.findEvents(ctx, by.slug, []));
  const events = new Map(rows.map((row) => [row.id, { ...typed(row), occurrences: [] as Occurrence[] }]));
  for (const date of await queries.occurrencesOf(ctx, [...events.keys()]))
    events.get(date.eventId)?.occurrences.push(date);
  return 'ids' in by ? by.ids.flatMap((id) => events.get(id) ?? []) : [...events.values()];
}

type Row = Awaited<ReturnType<typeof queries.findEvents>>[number];
// The database checks these words.
const typed = (row: Row) => ({
  ...row,
  kind: row.kind as Kind,
  state: row.state as State,
  mode: row.mode as Mode,
  registration: row.registration as RegistrationMode,
  comments: COMMENTS.find((c) => c === row.comments) ?? 'off',
  access: row.access as Access[],
  themes: row.themes ?? [],
});

export interface EventView {
  readonly event: Event;
  readonly sessions: readonly Session[];
  readonly changes: readonly Change[];
  readonly materials: readonly Material[];
  readonly standing: Standing;
  readonly themes: readonly Option[];
}

/** All that the page of an event shows to this reader. */
export async function eventView(ctx: Ctx, by: { slug: string } | { id: string }): Promise<EventView> {
  const event = await eventOf(ctx, by);
  const [sessions, changes, materials, standing, themes] = await Promise.all([
    queries.sessionsOf(ctx, event.id),
    changesOf(ctx, event.id),
    materialsOf(ctx, event.id),
    queries.standingOf(ctx, event.id),
    themeOptions(ctx),
  ]);
  return {
    event,
    sessions,
    changes,
    materials,
    standing,
    themes: themes.filter((t) => event.themes.includes(t.value)),
  };
}

async function changesOf(ctx: Ctx, eventId: string): Promise<Change[]> {
  const rows = await queries.changesOf(ctx, eventId);
  return rows.map((row) => ({ ...row, before: row.before as Told, after: row.after as Told }));
}

export async function materialsOf(ctx: Ctx, eventId: string): Promise<Material[]> {
  const rows = await queries.materialsOf(ctx, eventId);
  const files = new Map(
    (
      await listFiles(
        ctx,
        rows.map((row) => row.fileId),
      )
    ).map((file) => [file.id, file]),
  );
  return rows.flatMap((row) => {
    const file = files.get(row.fileId);
    return file
      ? [
          {
            ...row,
            kind: row.kind as Material['kind'],
            audience: row.audience as Material['audience'],
            fileKind: file.kind,
            size: file.size,
          },
        ]
      : [];
  });
}

/** A word is found in every form it takes, and by its beginning. */
export const vectorOf = (q: string): string | null => {
  const found = stems(q);
  return found.length === 0 ? null : found.map((stem) => `'${stem.replaceAll("'", "''")}':*`).join(' & ');
};

const FAR = new Date('9999-01-01T00:00:00Z');
const LONG_AGO = new Date('2000-01-01T00:00:00Z');

export interface Listed {
  readonly events: readonly ListedEvent[];
  readonly total: number;
}

/** Upcoming events, soonest first, or past ones, latest first. A date that is under way is upcoming. */
export async function listed(ctx: Ctx, query: EventsQuery): Promise<Listed> {
  const past = query.when === 'past';
  const rows = await queries.listEvents(ctx, {
    ...query,
    vector: vectorOf(query.q),
    from: past ? LONG_AGO : ctx.now,
    to: past ? ctx.now : FAR,
  });
  return {
    total: rows[0]?.total ?? 0,
    events: rows.map((row) => ({
      ...row,
      kind: row.kind as Kind,
      state: row.state as State,
      mode: row.mode as Mode,
      registration: row.registration as RegistrationMode,
    })),
  };
}

/** Every date of a month (YYYY-MM) among the events asked for, cancelled ones too. */
export async function datesOfMonth(ctx: Ctx, query: EventsQuery, month: string) {
  const first = `${month}-01`;
  const rows = await queries.datesBetween(ctx, {
    ...query,
    vector: vectorOf(query.q),
    from: startOfDay(first),
    to: startOfDay(addMonths(first, 1)),
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Kind,
    off: row.off === true,
    day: warsawDate(row.startsAt),
  }));
}
export type MonthDate = Awaited<ReturnType<typeof datesOfMonth>>[number];

export async function themeOptions(ctx: Ctx): Promise<Option[]> {
  return (await queries.themes(ctx)).map(({ code, namePl, nameEn }) => ({
    value: code ?? '',
    label: (ctx.lang === 'en' ? nameEn : namePl) ?? '',
  }));
}
export async function regionOptions(ctx: Ctx): Promise<Option[]> {
  return (await queries.voivodeships(ctx)).map(({ code, name }) => ({
    value: code ?? '',
    label: name ?? '',
  }));
}

/** From here on the transaction is that of whoever holds the link. */
export const presentTicket = async (ctx: Ctx, token: string): Promise<void> => {
  await queries.presentTicket(ctx, hashOf(token));
};

export const mayAsk = (ctx: Ctx, { event, standing }: Pick<EventView, 'event' | 'standing'>): boolean =>
  // A worker books for an institution; whoever only runs the system has nobody to book for.
  (ctx.actor.kind !== 'worker' || ctx.actor.permissions.has('events.book')) &&
  mayRegister(event, ctx.now, standing).allowed;
export const organises = (ctx: Ctx, event: Event): boolean => mayOrganise(ctx.actor, event).allowed;

/** The file of a material the actor may open. Throws `not_found` otherwise. */
export async function fileOf(ctx: Ctx, materialId: string): Promise<string> {
  const row = await queries.findMaterial(ctx, materialId);
  if (!row) throw notFound();
  return row.fileId;
}

/** What stands in the navigation. */
export function eventsSections(actor: Pick<Actor, 'permissions'>, path: string, lang: Lang): NavItem[] {
  const t = text[lang];
  const managing = path.startsWith('/events/manage');
  const inside = path === '/events' || path.startsWith('/events/');
  const all = { href: '/events', label: t.nav, current: inside && !managing };
  return actor.permissions.has('events.organise')
    ? [all, { href: '/events/manage', label: t.organising, current: managing }]
    : [all];
}

/** How long what is kept, and when what happens; by the names of the rules. */
export async function rulesOf(ctx: Ctx): Promise<Readonly<Record<Rule, number>>> {
  const rows = await queries.rules(ctx);
  return Object.fromEntries(
    RULES.map((what) => [what, rows.find((r) => r.what === what)?.amount ?? 1]),
  ) as Record<Rule, number>;
}
