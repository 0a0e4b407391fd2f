import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { addMonths, type LocalDate, startOfDay } from '#kernel/time.ts';
import { threadOf } from '#modules/organisations/api.ts';
import { membersOf, partnershipOf, require, standingOf, today } from '../service.ts';
import { looksPersonal } from './policy.ts';
import * as queries from './queries.ts';
import {
  type Body,
  type BodyKind,
  type Figures,
  type Meeting,
  type MeetingLine,
  type MeetingState,
  type MinutesState,
  type Mode,
  PAGE,
  type Place,
} from './schema.ts';
import { text } from './text.pl.ts';

export { mayPlan, mayPropose, mayWrite } from './policy.ts';
export { require, today };

/** Where the bodies meet, for its members; for everybody else there is none. */
export async function placeOf(ctx: Ctx, kind: Place['kind'], id: string): Promise<Place> {
  const rows = await queries.findBodies(ctx, {
    partnership: kind === 'partnership' ? id : null,
    group: kind === 'group' ? id : null,
  });
  const [first] = rows;
  if (!first) throw notFound();
  const bodies = rows.map(
    (row): Body => ({
      id: row.id,
      kind: row.kind as BodyKind,
      name: row.name,
      aim: row.aim,
      rowVersion: row.row_version,
    }),
  );
  const runs = rows.some((row) => row.runs === true);
  if (kind === 'group') {
    const members = await queries.findGroupMembers(ctx, id, today(ctx));
    return {
      kind,
      id,
      name: first.name,
      base: `/partner-groups/${id}`,
      partnership: null,
      bodies,
      runs,
      members: members.map((m) => ({
        institutionId: m.institution_id,
        name: m.name,
        shortName: m.short_name,
        thread: threadOf(m.type),
      })),
    };
  }
  const partnership = await partnershipOf(ctx, id);
  if (!(await standingOf(ctx, id)).member) throw notFound();
  return {
    kind,
    id,
    name: partnership.name,
    base: `/partnerships/${id}/meetings`,
    partnership,
    bodies,
    runs,
    members: await membersOf(ctx, id),
  };
}

export const bodyIds = (place: Place): string[] => place.bodies.map((b) => b.id);

export async function meetingOf(ctx: Ctx, place: Place, id: string): Promise<Meeting> {
  const row = await queries.findMeeting(ctx, id, bodyIds(place));
  if (!row) throw notFound();
  return {
    id: row.id,
    bodyId: row.body_id,
    bodyKind: row.body_kind as BodyKind,
    seriesId: row.series_id,
    title: row.title,
    aim: row.aim,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: row.mode as Mode,
    place: row.place,
    link: row.link,
    chairId: row.chair_id,
    chair: row.chair,
    clerkId: row.clerk_id,
    clerk: row.clerk,
    state: row.state as MeetingState,
    reason: row.reason,
    sequence: row.sequence,
    rowVersion: row.row_version,
    minutes: row.minutes as MinutesState | null,
    remarksUntil: row.remarks_until,
    runs: row.runs ?? false,
  };
}

/** The meeting, held until the end of the transaction. With `version`: throws `stale` when the form is older. */
export async function holdMeeting(
  ctx: Ctx,
  place: Place,
  id: string,
  version?: number,
  current: (meeting: Meeting) => Record<string, unknown> = () => ({}),
): Promise<Meeting> {
  await queries.holdMeeting(ctx, id);
  const meeting = await meetingOf(ctx, place, id);
  if (version !== undefined && meeting.rowVersion !== version) throw stale(current(meeting));
  return meeting;
}

/** Throws `conflict` when a matter of the meeting is no longer open. */
export function open(allowed: boolean, reason: string): void {
  if (!allowed) throw new AppError('conflict', { reason });
}

const toLine = (row: queries.LineRow): MeetingLine => ({
  id: row.id,
  bodyKind: row.body_kind as BodyKind,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state as MeetingState,
  minutes: row.minutes as MinutesState | null,
  came: row.came ?? 0,
  decisions: row.decisions ?? 0,
});

export interface Overview {
  readonly ahead: readonly MeetingLine[];
  readonly past: readonly MeetingLine[];
  readonly pastCount: number;
  readonly page: number;
  readonly since: LocalDate;
  readonly figures: Figures;
}
/** What comes, what was, and the half-year in figures. */
export async function overviewOf(ctx: Ctx, place: Place, page: number): Promise<Overview> {
  const of = { bodies: bodyIds(place), series: null };
  const since = addMonths(today(ctx), -6);
  const [ahead, past, count] = [
    await queries.findLines(ctx, { ...of, ahead: true, limit: 60, offset: 0 }),
    await queries.findLines(ctx, { ...of, ahead: false, limit: PAGE, offset: (page - 1) * PAGE }),
    await queries.countPast(ctx, of.bodies),
  ];
  return {
    ahead: ahead.map(toLine),
    past: past.map(toLine),
    pastCount: count.count ?? 0,
    page,
    since,
    figures: await figuresOf(ctx, of.bodies, startOfDay(since), ctx.now),
  };
}

export const seriesLines = async (ctx: Ctx, place: Place, series: string, ahead: boolean) =>
  (await queries.findLines(ctx, { bodies: bodyIds(place), series, ahead, limit: 120, offset: 0 })).map(
    toLine,
  );

/** Meetings held in a time, people and attendances counted apart. */
export async function figuresOf(
  ctx: Ctx,
  bodies: readonly string[],
  from: Date,
  until: Date,
  series: string | null = null,
): Promise<Figures> {
  const row = await queries.findFigures(ctx, { bodies, from, until, today: today(ctx), series });
  return {
    meetings: row.meetings ?? 0,
    people: row.people ?? 0,
    attendances: row.attendances ?? 0,
    decisions: row.decisions ?? 0,
    tasks: row.tasks ?? 0,
    tasksDue: row.tasks_due ?? 0,
    tasksOnTime: row.tasks_on_time ?? 0,
  };
}

export interface WorkerChoice {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string;
  readonly institution: string;
}
/** Workers of the member institutions: whoever chairs, keeps the minutes, comes or owes a task. */
export const workersOf = async (ctx: Ctx, place: Place): Promise<WorkerChoice[]> =>
  (
    await queries.findWorkers(
      ctx,
      place.members.map((m) => m.institutionId),
      today(ctx),
    )
  ).map((w) => ({ id: w.id, name: w.name, institutionId: w.institution_id, institution: w.institution }));

export type RuleName = 'silence_days' | 'remind_days' | 'guest_days';
export async function ruleOf(ctx: Ctx, what: RuleName): Promise<number> {
  const rule = (await queries.findRules(ctx, today(ctx))).find((r) => r.what === what);
  if (!rule) throw new Error(`meetings: no rule ${what} is in force`);
  return rule.amount;
}

/**
 * Throws when texts of minutes hold what looks like data of a person, unless the writer looked and says that it is not
 * of a participant.
 */
export function holdsNobody(ctx: Ctx, texts: Readonly<Record<string, string>>, looked: boolean): void {
  if (looked) return;
  for (const [field, typed] of Object.entries(texts)) {
    const found = looksPersonal(typed);
    if (found) throw invalid({ field, message: text[ctx.lang].personal[found] });
  }
}

export const note = (
  ctx: Ctx,
  action: string,
  objectId: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> => record(ctx, { action: `meeting.${action}`, objectType: 'meeting', objectId, detail });
