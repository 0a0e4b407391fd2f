import pg from 'pg';
import { systemScope } from '../../kernel/db/database.ts';
import type { LocalDate } from '../../kernel/time.ts';
import { saveRecord, saveRecords } from '../../modules/directory/api.ts';
import type { Parts } from '../../parts.ts';
import { INSTITUTIONS } from '../institutions.ts';
import { type Chance, chance } from '../random.ts';
import { loadEnquiries } from './enquiries.ts';
import { inventRecords, type Town } from './generate.ts';
import { recordOfInstitution } from './local.ts';
import { loadTrust } from './trust.ts';

const HOME = '1207';
const NEIGHBOURS = ['1207', '1210', '1262', '1211', '1215', '1219', '1201', '1206', '1205'];
/** Records written in one transaction. */
const BATCH = 100;

/** Every town, and some villages, in which an invented entity may work. */
export async function findTowns(adminUrl: string): Promise<Town[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Town>(
      `select id, name, gmina_id as "gminaId", county_code as "countyCode", lat, lon from territory.locality
       where kind = 'town' or county_code = $1 or id % 23 = 0 order by id`,
      [HOME],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Fills the public base with invented entities spread over real localities.
 * @param count how many in all, with those of the demonstration county's own institutions
 */
export async function loadDirectory(
  adminUrl: string,
  parts: Parts,
  institutions: ReadonlyMap<string, string>,
  today: LocalDate,
  count = 400,
): Promise<void> {
  const towns = await findTowns(adminUrl);
  const c = chance(7);
  await loadLocal(parts, institutions, towns, today);
  await loadInvented(parts, c, weightedTowns(towns), count - institutions.size, today);
  await loadTrust(adminUrl, parts, today);
  await loadEnquiries(adminUrl, today);
}

/** The county of the demonstration and its neighbours are denser, so that a search there finds something. */
function weightedTowns(towns: readonly Town[]): Town[] {
  const near = towns.filter(({ countyCode }) => NEIGHBOURS.includes(countyCode));
  const home = towns.filter(({ countyCode }) => countyCode === HOME).slice(0, 12);
  return [...towns, ...near, ...near, ...Array.from({ length: 12 }, () => home).flat()];
}

async function loadLocal(
  parts: Parts,
  institutions: ReadonlyMap<string, string>,
  towns: readonly Town[],
  today: LocalDate,
): Promise<void> {
  const c = chance(8);
  await parts.db.transaction(systemScope(parts.clock(), 'demo'), async (ctx) => {
    for (const institution of INSTITUTIONS) {
      const id = institutions.get(institution.key);
      const made = id && recordOfInstitution(c, institution, id, towns, today);
      if (made) await saveRecord(ctx, null, made.record, made.from);
    }
  });
}

/** Writes invented entities, founders before their units; gives their ids in the order of their invention. */
export async function loadInvented(
  parts: Pick<Parts, 'db' | 'clock'>,
  c: Chance,
  towns: readonly Town[],
  count: number,
  today: LocalDate,
): Promise<string[]> {
  const all = [...inventRecords(c, towns, count, today)];
  const ids = new Map<number, string>();
  // Founders first: a unit names the record of the entity that runs it.
  const legal = all.flatMap(({ founder }, index) => (founder === null ? [index] : []));
  const units = all.flatMap(({ founder }, index) => (founder === null ? [] : [index]));
  for (const list of [legal, units]) {
    for (let from = 0; from < list.length; from += BATCH) {
      const batch = list.slice(from, from + BATCH);
      const saved = await parts.db.transaction(systemScope(parts.clock(), 'demo'), (ctx) =>
        saveRecords(
          ctx,
          batch.flatMap((index) => {
            const made = all[index];
            const parentId = made?.founder == null ? null : (ids.get(made.founder) ?? null);
            return made ? [{ id: null, input: { ...made.record, parentId }, from: made.from }] : [];
          }),
        ),
      );
      for (const [at, index] of batch.entries()) ids.set(index, saved[at] ?? '');
    }
  }
  return all.map((_, index) => ids.get(index) ?? '');
}
