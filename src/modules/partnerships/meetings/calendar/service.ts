import { record } from '#kernel/audit/record.ts';
import { writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { calendarEntry } from '../people/service.ts';
import type { MeetingState, Mode } from '../schema.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

const REFRESH_HOURS = 6;

/** A secret address of the calendar, shown once; the ones before end with it. */
export async function subscribe(ctx: Ctx): Promise<string> {
  const token = newSecret();
  await queries.endLinks(ctx);
  await queries.addLink(ctx, hashOf(token));
  await record(ctx, { action: 'meeting.subscribe', objectType: 'worker', objectId: ctx.actor.subjectId });
  return token;
}

export async function unsubscribe(ctx: Ctx): Promise<void> {
  await queries.endLinks(ctx);
  await record(ctx, { action: 'meeting.unsubscribe', objectType: 'worker', objectId: ctx.actor.subjectId });
}

export const subscribedSince = async (ctx: Ctx): Promise<Date | null> =>
  (await queries.findLinks(ctx))[0]?.created_at ?? null;

/** Meetings of all bodies of the subscriber's institution, for as long as they work there. */
export async function calendarOf(ctx: Ctx, token: string): Promise<string> {
  const hash = hashOf(token);
  if (!(await queries.isKnown(ctx, hash)).known) throw notFound();
  const entries = (await queries.findEntries(ctx, hash)).flatMap((row) =>
    row.id && row.title && row.starts_at && row.ends_at && row.updated_at
      ? [
          calendarEntry({
            id: row.id,
            title: row.title,
            startsAt: row.starts_at,
            endsAt: row.ends_at,
            mode: row.mode as Mode,
            place: row.place ?? '',
            link: row.link ?? '',
            state: row.state as MeetingState,
            sequence: row.sequence ?? 0,
            updatedAt: row.updated_at,
            about: row.body_name ?? '',
          }),
        ]
      : [],
  );
  return writeCalendar(entries, { name: text[ctx.lang].name, refreshHours: REFRESH_HOURS });
}
