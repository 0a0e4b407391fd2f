import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { findTowns, loadInvented } from '../src/demo/directory/load.ts';
import { chance } from '../src/demo/random.ts';
import type { TestApp } from './app.ts';
import { asAdmin } from './factories.ts';

/** Two ways to fill the base: many invented records, saved as the application would, or exactly the ones a test asks for. */

/** Fills the base with invented entities, the same ones each time. Gives their ids in the order of their invention. */
export const fillDirectory = async (app: TestApp, count: number): Promise<string[]> =>
  loadInvented(app.parts, chance(7), await findTowns(app.adminUrl), count, warsawDate(app.parts.clock()));

/** An entity as a test needs it: everything not said is ordinary. */
export interface TestEntity {
  readonly id?: string;
  readonly parentId?: string;
  readonly type?: string;
  readonly name: string;
  readonly shortName?: string;
  readonly nip?: string;
  readonly description?: string;
  readonly state?: string;
  readonly confirmedOn?: string | null;
  readonly sizeBand?: string;
  readonly updatedAt?: string;
  readonly localityId?: number;
  readonly locality?: string;
  readonly county?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly access?: readonly string[];
  readonly served?: readonly string[];
  readonly statuses?: readonly { readonly status: string; readonly from: string; readonly to?: string }[];
  readonly terms?: readonly { readonly taxonomy: string; readonly code: string }[];
  readonly offers?: readonly {
    readonly category: string;
    readonly name: string;
    readonly description?: string;
    readonly capacity?: number;
    readonly unit?: string;
    readonly rangeKm?: number;
    readonly reserved?: boolean;
    readonly active?: boolean;
    readonly cpv?: readonly string[];
  }[];
  readonly supports?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly free?: number;
    readonly takesReferrals?: boolean;
    readonly active?: boolean;
  }[];
}

/** Writes entities past every rule of the record, in a few statements. Returns their ids; their search rows are not made. */
export async function insertEntities(adminUrl: string, entities: readonly TestEntity[]): Promise<string[]> {
  const given = entities.map((entity) => ({
    ...entity,
    id: entity.id ?? newId(),
    placeId: newId(),
    offers: entity.offers?.map((offer) => ({ ...offer, id: newId() })),
    supports: entity.supports?.map((support) => ({ ...support, id: newId() })),
  }));
  await asAdmin(adminUrl, async (run) => {
    const json = JSON.stringify(given);
    await run(
      `insert into directory.entity (id, parent_id, type, name, short_name, nip, description_pl, state, confirmed_on, confirmed_by,
         size_band, source_code, source_on, created_at, updated_at)
       select (e->>'id')::uuid, (e->>'parentId')::uuid, coalesce(e->>'type', 'SPS'), e->>'name', left(coalesce(e->>'shortName', e->>'name'), 120), e->>'nip',
         coalesce(e->>'description', ''), coalesce(e->>'state', 'active'), (e->>'confirmedOn')::date,
         case when e->>'confirmedOn' is not null then 'entity' end, e->>'sizeBand', 'demo', '2026-01-01', '2026-01-01',
         coalesce((e->>'updatedAt')::timestamptz, '2026-01-01')
       from jsonb_array_elements($1::jsonb) with ordinality as x (e, n) order by n`,
      [json],
    );
    await run(
      `insert into directory.place (id, entity_id, kind, is_main, locality_id, locality, county_code, lat, lon)
       select (e->>'placeId')::uuid, (e->>'id')::uuid, 'physical', true, (e->>'localityId')::int, coalesce(e->>'locality', ''), e->>'county',
         (e->>'lat')::float8, (e->>'lon')::float8 from jsonb_array_elements($1::jsonb) e`,
      [json],
    );
    await run(
      `insert into directory.place_access (place_id, code)
       select (e->>'placeId')::uuid, a from jsonb_array_elements($1::jsonb) e, jsonb_array_elements_text(coalesce(e->'access', '[]')) a`,
      [json],
    );
    await run(
      `insert into directory.served_county select (e->>'id')::uuid, c from jsonb_array_elements($1::jsonb) e, jsonb_array_elements_text(coalesce(e->'served', '[]')) c`,
      [json],
    );
    await run(
      `insert into directory.status (id, entity_id, status, valid_from, valid_to)
       select gen_random_uuid(), (e->>'id')::uuid, s->>'status', (s->>'from')::date, (s->>'to')::date
       from jsonb_array_elements($1::jsonb) e, jsonb_array_elements(coalesce(e->'statuses', '[]')) s`,
      [json],
    );
    await run(
      `insert into directory.entity_term (entity_id, taxonomy, code)
       select (e->>'id')::uuid, t->>'taxonomy', t->>'code' from jsonb_array_elements($1::jsonb) e, jsonb_array_elements(coalesce(e->'terms', '[]')) t`,
      [json],
    );
    await run(
      `insert into directory.offer (id, entity_id, category, name, description, capacity, capacity_unit, range_km, reserved_basis, active, updated_at)
       select (o->>'id')::uuid, (e->>'id')::uuid, o->>'category', o->>'name', coalesce(o->>'description', ''), (o->>'capacity')::int,
         case when o->>'capacity' is null then '' else coalesce(o->>'unit', 'sztuk') end, (o->>'rangeKm')::int,
         case when (o->>'reserved')::boolean then '{pzp-94}'::text[] else '{}' end, coalesce((o->>'active')::boolean, true), '2026-01-01'
       from jsonb_array_elements($1::jsonb) e, jsonb_array_elements(coalesce(e->'offers', '[]')) o`,
      [json],
    );
    await run(
      `insert into directory.offer_code select (o->>'id')::uuid, 'cpv', c from jsonb_array_elements($1::jsonb) e,
         jsonb_array_elements(coalesce(e->'offers', '[]')) o, jsonb_array_elements_text(coalesce(o->'cpv', '[]')) c`,
      [json],
    );
    await run(
      `insert into directory.support (id, entity_id, kind, name, takes_referrals, places_total, places_free, places_on, active, updated_at)
       select (s->>'id')::uuid, (e->>'id')::uuid, s->>'kind', s->>'name', coalesce((s->>'takesReferrals')::boolean, false),
         case when s->>'free' is not null then 30 end, (s->>'free')::int, case when s->>'free' is not null then '2026-02-01'::date end,
         coalesce((s->>'active')::boolean, true), '2026-01-01'
       from jsonb_array_elements($1::jsonb) e, jsonb_array_elements(coalesce(e->'supports', '[]')) s`,
      [json],
    );
  });
  return given.map(({ id }) => id);
}
