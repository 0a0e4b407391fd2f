import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { isRegional } from '#modules/organisations/api.ts';
import { type CasesHost, NONE, type Period } from '../cooperation/schema.ts';
import { yearsFor } from '../cooperation/service.ts';
import { STATES } from '../schema.ts';
import { require, today } from '../service.ts';
import { text as partnerships } from '../text.pl.ts';
import { mayView } from './policy.ts';
import * as queries from './queries.ts';
import { ENDING_DAYS, type RegionLine, type RegionQuery, type RegionSums, sumOf } from './schema.ts';
import { text } from './text.pl.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The voivodeship that the actor looks at. Throws `not_found` for everybody but a regional institution. */
export async function regionOf(ctx: Ctx): Promise<Region> {
  require(mayView(ctx.actor, isRegional(ctx.actor.institutionType)));
  const { code, name } = await queries.findRegion(ctx);
  if (code === null) throw notFound();
  return { code, name: name ?? code };
}

const YEARS_BACK = '2020-01-01';

export interface RegionView {
  readonly region: Region;
  readonly years: readonly number[];
  readonly year: number;
  readonly period: Period;
  readonly lines: readonly RegionLine[];
  readonly sums: RegionSums;
  readonly day: LocalDate;
}

/** All partnerships of the voivodeship with their process figures, and sums made of what is shown alone. */
export async function regionView(ctx: Ctx, host: Partial<CasesHost>, asked?: number): Promise<RegionView> {
  const region = await regionOf(ctx);
  const day = today(ctx);
  const years = yearsFor(day, YEARS_BACK);
  const chosen = [...years].find(([year]) => year === asked) ?? [...years][0];
  if (!chosen) throw notFound();
  const [year, period] = chosen;
  const cases = new Map(
    ((await host.regionCases?.(ctx, region.code, period)) ?? []).map((row) => [row.partnershipId, row]),
  );
  const lines = (await queries.findLines(ctx, region.code, period)).map((row): RegionLine => {
    const counts = cases.get(row.id ?? '');
    return {
      id: row.id ?? '',
      name: row.name ?? '',
      countyCode: row.countyCode ?? '',
      county: row.county ?? row.countyCode ?? '',
      state: STATES.find((state) => state === row.state) ?? 'initiative',
      startedOn: row.startedOn ?? day,
      members: row.members ?? 0,
      contacts: row.contacts ?? 0,
      agreementFrom: row.agreementFrom,
      agreementTo: row.agreementTo,
      meetingsHeld: row.meetingsHeld ?? 0,
      meetingsPlanned: row.meetingsPlanned ?? 0,
      published: row.published ?? false,
      open: counts ? counts.open : 0,
      answered: counts ? counts.answered : 0,
      inTime: counts ? { n: counts.inTime, veil: counts.inTimeVeil } : NONE,
    };
  });
  return { region, day, year, period, years: [...years.keys()], lines, sums: sumsOf(lines, day) };
}

export const isEnding = (line: RegionLine, day: LocalDate): boolean =>
  line.agreementTo !== null && line.agreementTo <= addDays(day, ENDING_DAYS);

/** Nothing enters a sum that does not stand in the lines: whoever subtracts finds nothing new. */
export function sumsOf(lines: readonly RegionLine[], day: LocalDate): RegionSums {
  const total = (of: (line: RegionLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  const told = lines.filter((line) => line.answered !== null && line.inTime.n !== null);
  return {
    partnerships: lines.length,
    states: Object.fromEntries(
      STATES.map((state) => [state, lines.filter((line) => line.state === state).length]),
    ) as RegionSums['states'],
    members: total((line) => line.members),
    ending: lines.filter((line) => isEnding(line, day)).length,
    withoutAgreement: lines.filter((line) => line.agreementFrom === null && line.state !== 'ended').length,
    meetingsHeld: total((line) => line.meetingsHeld),
    meetingsPlanned: total((line) => line.meetingsPlanned),
    open: sumOf(lines.map((line) => line.open)),
    answered: sumOf(lines.map((line) => line.answered)),
    inTime: {
      part: told.reduce((sum, line) => sum + (line.inTime.n ?? 0), 0),
      whole: told.reduce((sum, line) => sum + (line.answered ?? 0), 0),
      partnerships: told.filter((line) => line.answered !== 0).length,
      hidden: lines.length - told.length,
    },
  };
}

/** Lines of the table; the sums stay those of the whole voivodeship. */
export const chosenLines = (view: RegionView, query: RegionQuery): RegionLine[] =>
  view.lines.filter(
    (line) =>
      (query.state === '' || line.state === query.state) &&
      (query.county === '' || line.countyCode === query.county) &&
      (query.need !== 'ending' || isEnding(line, view.day)) &&
      (query.need !== 'quiet' || (line.state === 'operating' && line.meetingsHeld === 0)),
  );

/** The table as a file: what the page shows, nothing more. */
export async function regionFile(ctx: Ctx, host: Partial<CasesHost>, asked?: number): Promise<Response> {
  const view = await regionView(ctx, host, asked);
  const t = text[ctx.lang];
  await record(ctx, {
    action: 'region.export',
    objectType: 'voivodeship',
    detail: { code: view.region.code },
  });
  const c = t.columns;
  const csv = writeCsv(
    [
      c.name,
      c.county,
      c.state,
      c.since,
      c.members,
      c.contacts,
      c.agreementTo,
      c.held,
      c.planned,
      c.open,
      c.answered,
      c.inTime,
    ],
    view.lines.map((line) => [
      line.name,
      line.county,
      partnerships[ctx.lang].states[line.state],
      line.startedOn,
      line.members,
      line.contacts,
      line.agreementFrom === null ? t.noAgreement : (line.agreementTo ?? t.endless),
      line.meetingsHeld,
      line.meetingsPlanned,
      line.open ?? t.few,
      line.answered ?? t.few,
      line.inTime.veil ? t.veils[line.inTime.veil] : line.inTime.n,
    ]),
  );
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="partnerstwa-${view.region.code}-${view.year}.csv"`,
    },
  });
}
