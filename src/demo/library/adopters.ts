import { systemScope } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/tx.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/time.ts';
import { putAdopter } from '../../modules/library/models/adoption/api.ts';
import type { Parts } from '../../parts.ts';

/** [model, months ago, agreed to be named, bound by the franchise]; invented, as are the entities. */
const ADOPTIONS = [
  ['stolowka-i-katering-szkolny', 26, true, true],
  ['stolowka-i-katering-szkolny', 11, true, true],
  ['stolowka-i-katering-szkolny', 2, false, false],
  ['uslugi-opiekuncze-w-domu', 19, true, true],
  ['uslugi-opiekuncze-w-domu', 8, false, true],
  ['zielen-i-czyste-ulice', 15, true, true],
  ['zlota-raczka-gminy', 9, true, true],
  ['pralnia-i-obieg-odziezy', 21, true, true],
  ['transport-od-drzwi-do-drzwi', 6, true, false],
  ['klub-dzieciecy', 1, false, false],
] as const;
const NOTES = {
  first: 'Standard spełniony; do poprawy karty przekazania nowych osób.',
  later: 'Wszystkie wskaźniki na poziomie modelu.',
};

/** Social cooperatives of the demonstration that use a model, each with its audits. */
export async function loadAdopters(
  parts: Parts,
  documents: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  await parts.db.transaction(systemScope(parts.clock(), 'demo'), async (ctx) => {
    // Whoever agreed to be named looks after its own record: readers find it confirmed within half a year.
    const entities = await ctx.tx.many<{ id: string; countyCode: string }>(sql`
      select distinct on (county_code) id, county_code as "countyCode" from directory.api_entity
      where type = 'SPS' and state = 'active' and county_code is not null and confirmed_on > ${addDays(today, -180)}
      order by county_code, institution_id nulls last, id`);
    for (const [i, [model, ago, named, franchise]] of ADOPTIONS.entries()) {
      const modelId = documents.get(`model/${model}`);
      // From all over the country, not from its first counties.
      const entity = entities[Math.floor((i * entities.length) / ADOPTIONS.length)];
      if (!modelId || !entity) continue;
      const audits = [
        { on: addMonths(today, 6 - ago), result: 'conditions', note: NOTES.first },
        { on: addMonths(today, 12 - ago), result: 'passed', note: NOTES.later },
      ] as const;
      await putAdopter(ctx, {
        modelId,
        entityId: entity.id,
        named,
        countyCode: entity.countyCode,
        since: addMonths(today, -ago),
        state: ago > 3 ? 'running' : 'preparing',
        franchise,
        audits: franchise ? audits.filter(({ on }) => on <= today) : [],
      });
    }
  });
}
