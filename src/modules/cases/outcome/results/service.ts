import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import type { LocalDate } from '#kernel/time.ts';
import { terms, today } from '../../service.ts';
import { suppressed, suppressedParts } from './policy.ts';
import * as queries from './queries.ts';
import type { Effectiveness } from './schema.ts';

/** The dates of the address, or the current year; a wrong or reversed one falls back to it. */
export function rangeOf(ctx: Ctx, query: { from?: string; to?: string }): { from: LocalDate; to: LocalDate } {
  const day = today(ctx);
  const from = query.from ? parseDate(query.from, { today: day }) : null;
  const to = query.to ? parseDate(query.to, { today: day }) : null;
  const range = { from: from ?? `${day.slice(0, 4)}-01-01`, to: to ?? day };
  return range.from <= range.to ? range : { from: `${day.slice(0, 4)}-01-01`, to: day };
}

/**
 * Effectiveness of cases left between the days (both included): of a partnership for its coordinator, otherwise of the
 * cases which the asker's institution leads. Numbers below five are hidden before they leave.
 */
export async function effectiveness(
  ctx: Ctx,
  range: { from: LocalDate; to: LocalDate; partnershipId?: string | null },
): Promise<Effectiveness> {
  const { from, to, partnershipId = null } = range;
  const row = await queries.findCounts(ctx, partnershipId, from, to);
  const counts = {
    closed: row.closed ?? 0,
    neutral: row.neutral ?? 0,
    dropped: row.dropped ?? 0,
    waiting: row.waiting ?? 0,
    eligible: row.eligible ?? 0,
    social: row.social ?? 0,
    vocationalWaiting: row.vocational_waiting ?? 0,
    vocational: row.vocational ?? 0,
    employed: row.employed ?? 0,
    jobs: row.jobs ?? 0,
    jobsWaiting: row.jobs_waiting ?? 0,
    durable: row.durable ?? 0,
    durableUnknown: row.durable_unknown ?? 0,
  };
  const outcomes = await queries.findOutcomes(ctx, partnershipId, from, to);
  const labels = new Map((await terms(ctx, 'outcome')).map((t) => [t.code, t.label]));
  const cells = suppressedParts(outcomes.map((o) => o.n ?? 0));
  return {
    from,
    to,
    ...suppressed(counts),
    outcomes: outcomes.map((o, i) => ({
      code: o.code ?? '',
      label: labels.get(o.code ?? '') ?? o.code ?? '',
      n: cells[i] ?? 'hidden',
    })),
  };
}

/** What is counted of how many; the rest are plain numbers. */
const SHARED = ['answered_on_time', 'reviews_on_time', 'social', 'employment', 'durability'];

/**
 * Figures of a partnership between two days (both included), for its members; nothing for anybody else. `counted` is
 * null where it is about fewer than five people, or where the rest would be.
 */
export async function partnershipFigures(ctx: Ctx, partnershipId: string, from: LocalDate, to: LocalDate) {
  const rows = await queries.findFigures(ctx, partnershipId, from, to);
  return rows.map(({ code, counted, whole, few }) => ({
    code: code ?? '',
    counted,
    whole,
    shared: SHARED.includes(code ?? ''),
    few: few ?? true,
  }));
}
