import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { today } from '../../service.ts';
import { quartiles, shareOf, standingIn } from './policy.ts';
import * as queries from './queries.ts';
import type { Figure, MeasuresHost, Placed, ProcessShare } from './schema.ts';

type Host = Partial<MeasuresHost>;

/** The calendar year, up to today. */
const yearPeriod = (ctx: Ctx, year: number): { from: LocalDate; to: LocalDate } => {
  const last = `${year}-12-31`;
  const day = today(ctx);
  return { from: `${year}-01-01`, to: last < day ? last : day };
};

async function live(ctx: Ctx, host: Host, id: string, year: number) {
  const period = yearPeriod(ctx, year);
  if (!host.shares || period.from > period.to) return { period, shares: [] };
  return { period, shares: await host.shares(ctx, id, period) };
}

/**
 * What is computed of a partnership for a year, with its definition, beside the year before. A concluded round of that
 * year keeps its figures: what was agreed on them stays what it was.
 */
export async function figuresOf(ctx: Ctx, host: Host, id: string, year: number): Promise<Figure[]> {
  const definitions = await queries.findDefinitions(ctx, today(ctx));
  const kept = await queries.findKept(ctx, id);
  const of = async (which: number) => {
    const stored = kept.filter((row) => row.year === which);
    const [first] = stored;
    return first
      ? { period: { from: first.from_on, to: first.to_on }, shares: stored }
      : live(ctx, host, id, which);
  };
  const [now, before] = [await of(year), await of(year - 1)];
  const find = (shares: readonly ProcessShare[], code: string) =>
    shares.find((share) => share.code === code) ?? { code, counted: 0, total: 0 };
  return definitions.map((d) => {
    const { counted, total } = find(now.shares, d.code);
    return {
      code: d.code,
      requirement: d.requirement,
      name: ctx.lang === 'en' ? d.en : d.pl,
      definition: ctx.lang === 'en' ? d.definition_en : d.definition_pl,
      source: d.source,
      period: now.period,
      counted,
      total,
      share: shareOf({ counted, total }),
      before: shareOf(find(before.shares, d.code)),
    };
  });
}

/** Figures among those of all partnerships of the year; those that fewer than five partnerships have are left out. */
export async function placed(
  ctx: Ctx,
  host: Host,
  year: number,
  figures: readonly Figure[],
): Promise<Placed[]> {
  const spreads = host.spread ? await host.spread(ctx, year) : [];
  return figures.flatMap((figure) => {
    const spread = spreads.find(({ code }) => code === figure.code);
    const found = spread && quartiles(spread.shares);
    if (!spread || !found) return [];
    const standing = figure.share === null ? null : standingIn(figure.share, found);
    return [{ figure, shares: spread.shares, quartiles: found, standing, computedOn: spread.computedOn }];
  });
}

/** Keeps the figures of a year with its round. */
export async function keepFigures(
  ctx: Ctx,
  host: Host,
  round: { id: string; partnershipId: string; year: number },
) {
  const { period, shares } = await live(ctx, host, round.partnershipId, round.year);
  for (const { code, counted, total } of shares)
    await queries.keepFigure(ctx, {
      roundId: round.id,
      partnershipId: round.partnershipId,
      code,
      ...period,
      counted,
      total,
    });
}
