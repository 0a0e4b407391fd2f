import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { commonGroups } from '#modules/exchange/api.ts';
import { INSTITUTION_TYPES } from '#modules/organisations/api.ts';
import type { Partnership } from '../schema.ts';
import { membersOf, partnershipOf, standingOf, today } from '../service.ts';
import { verdictOf } from './policy.ts';
import * as queries from './queries.ts';
import {
  type CasesHost,
  type Component,
  type Cooperation,
  type Count,
  HEALTH,
  type HealthLine,
  type Link,
  NONE,
  type Party,
  type Period,
  placeOf,
} from './schema.ts';

const MOST_YEARS = 6;

/**
 * Years to choose from, the latest first. They do not overlap, and this year ends with its last whole month: so that nobody
 * finds a small number by taking one period from another.
 */
export function yearsFor(day: LocalDate, since: LocalDate): Map<number, Period> {
  const wholeMonths = addDays(`${day.slice(0, 7)}-01`, -1);
  const last = Number(wholeMonths.slice(0, 4));
  const first = Math.min(last, Math.max(Number(since.slice(0, 4)), last - MOST_YEARS + 1));
  const years = new Map<number, Period>();
  for (let year = last; year >= first; year -= 1)
    years.set(year, { from: `${year}-01-01`, to: year === last ? wholeMonths : `${year}-12-31` });
  return years;
}

export interface CooperationView extends Cooperation {
  readonly partnership: Partnership;
  readonly years: readonly number[];
  readonly year: number;
  readonly period: Period;
  readonly health: readonly HealthLine[];
}

/** Who works with whom and how it fares, for its members alone: anybody else gets `not_found`. */
export async function cooperationView(
  ctx: Ctx,
  host: Partial<CasesHost>,
  id: string,
  asked: number | undefined,
): Promise<CooperationView> {
  const partnership = await partnershipOf(ctx, id);
  if (!(await standingOf(ctx, id)).member) throw notFound();
  const years = yearsFor(today(ctx), partnership.startedOn);
  const chosen = [...years].find(([year]) => year === asked) ?? [...years][0];
  if (!chosen) throw notFound();
  const [year, period] = chosen;
  return {
    partnership,
    year,
    period,
    years: [...years.keys()],
    ...(await cooperationOf(ctx, host, id, period)),
    health: await healthOf(ctx, host, id, period),
  };
}

/** Offices first, then organisations and units, as the list of types has them. */
const TYPES: readonly string[] = INSTITUTION_TYPES;
const order = ({ type }: Party): number => TYPES.indexOf(type);

async function cooperationOf(
  ctx: Ctx,
  host: Partial<CasesHost>,
  id: string,
  period: Period,
): Promise<Cooperation> {
  const parties = (await membersOf(ctx, id))
    .map(({ institutionId, name, shortName, type, thread }) => ({
      id: institutionId,
      name,
      shortName,
      type,
      thread,
    }))
    .sort((a, b) => order(a) - order(b) || a.shortName.localeCompare(b.shortName, 'pl'));
  const at = new Map(parties.map((party, index) => [party.id, index]));
  const ids = parties.map((party) => party.id);
  const links = new Map<string, Link>();
  const change = (
    one: string | null,
    other: string | null,
    how: (link: Link, forward: 0 | 1) => Partial<Link>,
  ) => {
    const [a, b] = [at.get(one ?? ''), at.get(other ?? '')];
    if (a === undefined || b === undefined || a === b) return;
    const place = placeOf(a, b);
    const link = links.get(place) ?? NO_LINK;
    links.set(place, { ...link, ...how(link, a < b ? 0 : 1) });
  };
  const signed = (await queries.findSigned(ctx, id)).map((row) => row.id);
  for (const one of signed)
    for (const other of signed) if (one < other) change(one, other, () => ({ agreement: true }));
  for (const { kind, fromId, toId, n, veil } of (await host.cooperation?.(ctx, id, period)) ?? []) {
    const count: Count = { n, veil };
    if (kind === 'case') change(fromId, toId, () => ({ cases: count }));
    else
      change(fromId, toId, (link, back) => ({
        [kind]: back === 0 ? [count, link[kind][1]] : [link[kind][0], count],
      }));
  }
  for (const { oneId, otherId, n } of await queries.findMeetings(ctx, id, period))
    change(oneId, otherId, () => ({ meetings: n ?? 0 }));
  for (const { oneId, otherId, n } of await queries.findEvents(ctx, ids, period))
    change(oneId, otherId, () => ({ events: n ?? 0 }));
  for (const { oneId, otherId, n } of await commonGroups(ctx, ids))
    change(oneId, otherId, () => ({ groups: n }));
  return { parties, links };
}

const NO_LINK: Link = {
  agreement: false,
  sent: [NONE, NONE],
  accepted: [NONE, NONE],
  cases: NONE,
  meetings: 0,
  events: 0,
  groups: 0,
};

async function healthOf(
  ctx: Ctx,
  host: Partial<CasesHost>,
  id: string,
  period: Period,
): Promise<HealthLine[]> {
  const rules = new Map((await queries.findRules(ctx)).map((rule) => [rule.code, rule]));
  const days = (code: string) => rules.get(code)?.days ?? 0;
  const found: Component[] = [
    ...((await host.health?.(ctx, id, period, days('first_meeting'))) ?? []),
    ...(await queries.findOwn(ctx, id, period, days('agreement'))),
  ];
  return HEALTH.flatMap((code) => {
    const rule = rules.get(code);
    if (!rule) return [];
    const component = found.find((one) => one.code === code) ?? {
      whole: 0,
      part: 0,
      veil: null,
      median: null,
    };
    const line = { ...component, code };
    return [{ ...line, rule, verdict: verdictOf(line, rule) }];
  });
}
