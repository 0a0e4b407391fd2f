import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addDays, type LocalDate, startOfDay } from '#kernel/time.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import { countEmergencies } from '../emergency/api.ts';
import type { CaseState, WaitCode } from '../schema.ts';
import { shortName, today } from '../service.ts';
import * as queries from './queries.ts';
import {
  type CaseLine,
  type CaseList,
  type ListQuery,
  listQuery,
  MORNING_ROWS,
  type ProcessLine,
  type SessionLine,
  type WorkDay,
} from './schema.ts';

const place = (name: string | null, type: string | null) => (name && type ? { name, type } : null);

const line = (row: queries.LineRow): CaseLine[] =>
  row.id && row.number && row.state && row.waits_for
    ? [
        {
          id: row.id,
          number: row.number,
          partnership: row.partnership_name,
          person: shortName(row.given_name, row.family_name, row.unidentified_label),
          state: row.state as CaseState,
          waitsFor: row.waits_for as WaitCode,
          institution: place(row.institution_name, row.institution_type),
          worker: row.worker_name,
          until: row.waits_until,
        },
      ]
    : [];

/** The cases the actor may see, by the filters of the address, and how many they are. */
export async function listCases(ctx: Ctx, query: ListQuery): Promise<CaseList> {
  const rows = await queries.findLines(ctx, query, today(ctx));
  const lines = rows.flatMap(line);
  await record(ctx, {
    action: 'view',
    objectType: 'case_list',
    classes: ['D1'],
    detail: { rows: lines.length },
  });
  const [counts] = rows;
  return { lines, total: counts?.total ?? 0, mine: counts?.mine ?? 0, late: counts?.late ?? 0 };
}

/** The morning of a worker: what waits, for whom, today's sessions, new referrals. */
export async function workDay(ctx: Ctx): Promise<WorkDay> {
  const day = today(ctx);
  const empty = { lines: [], total: 0, mine: 0, late: 0 };
  const mayRead = ctx.actor.permissions.has('case.read');
  const [list, sessions, inbox, answers, emergencies] = await Promise.all([
    mayRead ? listCases(ctx, { ...listQuery.parse({}), size: MORNING_ROWS }) : empty,
    ctx.actor.permissions.has('session.mark') ? sessionsOn(ctx, day) : [],
    ctx.actor.permissions.has('referral.answer') ? queries.countInbox(ctx) : { total: 0 },
    mayRead ? answerTimes(ctx) : [],
    countEmergencies(ctx),
  ]);
  return { list, sessions, inbox: inbox.total ?? 0, answers, emergencies };
}

async function sessionsOn(ctx: Ctx, day: string): Promise<SessionLine[]> {
  const rows = await queries.findSessions(ctx, startOfDay(day), startOfDay(addDays(day, 1)));
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    startsAt: row.starts_at,
    place: row.place,
    expected: row.expected ?? 0,
    unmarked: row.unmarked ?? 0,
  }));
}

async function answerTimes(ctx: Ctx): Promise<WorkDay['answers']> {
  const rows = await queries.findAnswers(ctx, startOfDay(addDays(today(ctx), -90)));
  const sent = rows.flatMap(({ sent_on }) => sent_on ?? []);
  const number = workingDayNumbers(sent.sort()[0] ?? today(ctx), today(ctx));
  const byName = new Map<string, { type: string; days: number; times: number }>();
  for (const { name, type, sent_on, answered_on, times } of rows) {
    if (!name || !type || !sent_on || !answered_on || !times) continue;
    const entry = byName.get(name) ?? { type, days: 0, times: 0 };
    entry.days += ((number.get(answered_on) ?? 0) - (number.get(sent_on) ?? 0)) * times;
    entry.times += times;
    byName.set(name, entry);
  }
  return [...byName]
    .map(([name, { type, days, times }]) => ({ name, type, days: days / times }))
    .sort((a, b) => a.days - b.days)
    .slice(0, 6);
}

/** Working days numbered from one day to another, so that hundreds of periods are differences and not walks. */
function workingDayNumbers(from: LocalDate, to: LocalDate): Map<LocalDate, number> {
  const numbers = new Map<LocalDate, number>();
  let number = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) number += 1;
    numbers.set(day, number);
  }
  return numbers;
}

/** The process of a partnership as its coordinator sees it; nobody else gets a row, and then there is no page. */
export async function partnershipProcess(ctx: Ctx, partnershipId: string): Promise<ProcessLine[]> {
  const rows = await queries.findProcess(ctx, partnershipId);
  if (rows.length === 0) throw notFound();
  await record(ctx, { action: 'view', objectType: 'partnership_process', objectId: partnershipId });
  return rows.flatMap((row) =>
    row.id && row.number && row.state && row.state_since && row.waits_for
      ? [
          {
            id: row.id,
            number: row.number,
            state: row.state as CaseState,
            since: row.state_since,
            waitsFor: row.waits_for as WaitCode,
            institution: place(row.institution_name, row.institution_type),
            until: row.waits_until,
          },
        ]
      : [],
  );
}
