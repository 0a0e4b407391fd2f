import type { Ctx } from '#kernel/context.ts';
import { dictionary, namesOf, ruleText } from '../record/api.ts';
import { ELIGIBILITY_RULES } from '../schema.ts';
import * as queries from './queries.ts';
import type { NearbyQuestion, NearbySupport } from './schema.ts';

/** Kilometres from the middle of the gmina. */
const WITHIN = 50;
const MOST = 12;

/**
 * Support services near a gmina that are open to somebody of that age living there: those with free places first, then
 * those that take referrals here, then the nearest. At most twelve; none without a gmina. Only public data are read.
 */
export async function supportNear(ctx: Ctx, question: NearbyQuestion): Promise<NearbySupport[]> {
  if (question.gminaId === null) return [];
  const point = await queries.findGminaPoint(ctx, question.gminaId);
  const rows = await queries.findNearby(ctx, {
    kinds: question.kinds,
    age: question.age,
    gmina: question.gminaId,
    county: point?.county_code ?? null,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    within: WITHIN,
    limit: MOST,
  });
  const kinds = new Map((await dictionary(ctx, 'support')).map(({ code, name }) => [code, name]));
  const names = await namesOf(ctx, []);
  return rows.map((row) => ({
    id: row.id,
    entityId: row.entity_id,
    entity: row.entity,
    institutionId: row.institution_id,
    name: row.name,
    kind: kinds.get(row.kind) ?? row.kind,
    locality: row.locality ?? '',
    street: row.street ?? '',
    km: row.km,
    free:
      row.places_free !== null && row.places_on !== null
        ? { places: row.places_free, on: row.places_on }
        : null,
    eligibility: (row.rules ?? []).flatMap((coded) => {
      const [code = '', value = ''] = coded.split(':');
      const rule = ELIGIBILITY_RULES.find((each) => each === code);
      // Where one must live was already asked of the database.
      return rule && rule !== 'county' && rule !== 'gmina'
        ? [ruleText(ctx.lang, names, { rule, value })]
        : [];
    }),
    phone: row.phone,
  }));
}
