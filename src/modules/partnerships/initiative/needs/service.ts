import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { names } from '#modules/directory/search/api.ts';
import { typeWords } from '#modules/organisations/api.ts';
import type { Partnership, PartnershipsHost } from '../../schema.ts';
import { areaOf, gminasOf, partnershipOf, standingOf, today } from '../../service.ts';
import { invitationsOf } from '../service.ts';
import * as queries from './queries.ts';
import type { NeedsView } from './schema.ts';

/** Members read it, and whoever was invited: they decide on it. */
async function readable(ctx: Ctx, id: string): Promise<Partnership> {
  const partnership = await partnershipOf(ctx, id);
  if ((await standingOf(ctx, id)).member) return partnership;
  const invited = (await invitationsOf(ctx, id)).some(
    (v) => v.institutionId === ctx.actor.institutionId && v.state === 'sent',
  );
  if (!invited) throw notFound();
  return partnership;
}

/** What data say of the county of a partnership. Counts of people below five are never told. */
export async function needsOf(ctx: Ctx, host: PartnershipsHost, id: string): Promise<NeedsView> {
  const partnership = await readable(ctx, id);
  const county = partnership.countyCode;
  const nameOf = await names(ctx);
  const types = typeWords(ctx.lang);
  const population = await queries.findPopulation(ctx, county);
  const named = (rows: readonly queries.CountRow[], word: (code: string) => string) =>
    rows.flatMap(({ code, n }) => (code === null || !n ? [] : [{ name: word(code), count: n }]));
  return {
    partnership,
    today: today(ctx),
    population:
      population?.inhabitants && population.on_day
        ? { inhabitants: population.inhabitants, onDay: population.on_day, source: population.source ?? '' }
        : null,
    gminas: { chosen: (await areaOf(ctx, id)).length, of: (await gminasOf(ctx, county)).length },
    institutions: named(
      await queries.countInstitutions(ctx, county, today(ctx)),
      (code) => types[code] ?? code,
    ),
    entities: named(await queries.countEntities(ctx, county), (code) => nameOf('type', code)),
    supports: (await queries.countSupports(ctx, county)).flatMap(({ code, n, free }) =>
      code === null || !n ? [] : [{ name: nameOf('support', code), count: n, free }],
    ),
    unmet: (await host.unmetNeeds?.(ctx, county)) ?? [],
  };
}
