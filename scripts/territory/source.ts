import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type CodedCounty, codeCounties, voivodeships } from './county-codes.ts';
import type { GminaKind, Place } from './model.ts';

type Row = {
  Name: string;
  Type: 'city' | 'village';
  Province: string;
  District: string;
  Commune: string;
  Latitude: number;
  Longitude: number;
};

const gminaKinds: Record<string, GminaKind> = {
  'gmina miejska': 'urban',
  'gmina wiejska': 'rural',
  'gmina miejsko-wiejska': 'urban-rural',
  // The source calls the villages of one gmina (Żerków) so, as if they were a gmina of their own.
  'obszar wiejski w gminie miejsko-wiejskiej': 'urban-rural',
};

/** Splits "Głusk-gmina wiejska" into name and kind; a gmina name may itself hold a hyphen. */
function readCommune(commune: string): { gmina: string; gminaKind: GminaKind } {
  for (const [suffix, gminaKind] of Object.entries(gminaKinds)) {
    if (commune.endsWith(`-${suffix}`)) return { gmina: commune.slice(0, -suffix.length - 1), gminaKind };
  }
  throw new Error(`territory: unknown kind of gmina in "${commune}"`);
}

function countiesOf(rows: readonly Row[]): Map<string, CodedCounty> {
  const counties = new Map<string, CodedCounty>();
  for (const { code, name } of voivodeships) {
    const districts = new Set(rows.filter((row) => row.Province === name).map((row) => row.District));
    for (const county of codeCounties(code, [...districts])) counties.set(`${name}/${county.name}`, county);
  }
  return counties;
}

/** Reads the npm package `polskie-miejscowosci` as it is, with county codes added. */
export function readSource(): { counties: CodedCounty[]; places: Place[] } {
  const file = createRequire(import.meta.url).resolve('polskie-miejscowosci');
  const rows: Row[] = JSON.parse(readFileSync(file, 'utf8'));
  const counties = countiesOf(rows);
  const places = rows.map((row): Place => {
    const county = counties.get(`${row.Province}/${row.District}`);
    if (!county) throw new Error(`territory: unknown county ${row.Province}/${row.District}`);
    const kind = row.Type === 'city' ? 'town' : 'village';
    return {
      name: row.Name,
      kind,
      county,
      ...readCommune(row.Commune),
      lat: row.Latitude,
      lon: row.Longitude,
    };
  });
  return { counties: [...counties.values()].sort((a, b) => a.code.localeCompare(b.code)), places };
}
