import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addDays, startOfDay, warsawDate } from '#kernel/time.ts';
import { workingDaysBetween } from '#kernel/working-days.ts';
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

const line = (row: queries.LineRow): CaseLine => ({
  id: row.id,
  number: row.number,
  person: shortName(row.given_name, row.family_name, row.unidentified_label),
  state: row.state as CaseState,
  waitsFor: row.waits_for as WaitCode,
  institution: place(row.institution_name, row.institution_type),
  worker: row.worker_name,
  until: row.waits_until,
});

/** The cases the actor may see, by the filters of the address; counter and list have the same conditions. */
export async function listCases(ctx: Ctx, query: ListQuery): Promise<CaseList> {
  const day = today(ctx);
  const [rows, { total }] = await Promise.all([
    queries.findLines(ctx, query, day),
    queries.countLines(ctx, query, day),
  ]);
  await record(ctx, {
    action: 'view',
    objectType: 'case_list',
    classes: ['D1'],
    detail: { rows: rows.length },
  });
  return { lines: rows.map(line), total: total ?? 0 };
}

/** The morning of a worker: what waits, for whom, today's sessions, new referrals. */
export async function workDay(ctx: Ctx): Promise<WorkDay> {
  const day = today(ctx);
  const empty = { lines: [], total: 0 };
  const mayRead = ctx.actor.permissions.has('case.read');
  const [counts, list, sessions, inbox, answers, emergencies] = await Promise.all([
    mayRead ? queries.countWork(ctx, day) : { open: 0, mine: 0, late: 0 },
    mayRead ? listCases(ctx, { ...listQuery.parse({}), size: MORNING_ROWS }) : empty,
    ctx.actor.permissions.has('session.mark') ? sessionsOn(ctx, day) : [],
    ctx.actor.permissions.has('referral.answer') ? queries.countInbox(ctx) : { total: 0 },
    mayRead ? answerTimes(ctx) : [],
    countEmergencies(ctx),
  ]);
  return {
    open: counts.open ?? 0,
    mine: counts.mine ?? 0,
    late: counts.late ?? 0,
    list,
    sessions,
    inbox: inbox.total ?? 0,
    answers,
    emergencies,
  };
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
  const byName = new Map<string, { type: string; days: number[] }>();
  for (const { name, type, sent_at, answered_at } of rows) {
    if (!name || !type || !sent_at || !answered_at) continue;
    const entry = byName.get(name) ?? { type, days: [] };
    entry.days.push(workingDaysBetween(warsawDate(sent_at), warsawDate(answered_at)));
    byName.set(name, entry);
  }
  return [...byName]
    .map(([name, { type, days }]) => ({ name, type, days: days.reduce((a, b) => a + b, 0) / days.length }))
    .sort((a, b) => a.days - b.days)
    .slice(0, 6);
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
