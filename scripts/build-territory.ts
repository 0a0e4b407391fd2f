/** Writes the reference data of Poland's territory: `node --import tsx scripts/build-territory.ts`. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { voivodeships } from './territory/county-codes.ts';
import { territoryFile } from './territory/files.ts';
import { groupBy } from './territory/group.ts';
import type { Gmina, Locality, Place, Territory } from './territory/model.ts';
import { readSource } from './territory/source.ts';
import { tercOf } from './territory/terc.ts';
import { updateToToday } from './territory/update.ts';

const polish = new Intl.Collator('pl');

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The town of a town-and-country pair of the same name gets "-m" (miasto), the country around it the plain key. */
function gminaRows(places: readonly Place[]): Map<string, Gmina> {
  const names = groupBy(places, (place) => `${place.county.code}-${slug(place.gmina)}`);
  const gminas = new Map<string, Gmina>();
  for (const [stem, members] of names) {
    const kinds = new Set(members.map((place) => place.gminaKind));
    for (const place of members) {
      const key = kinds.size > 1 && place.gminaKind === 'urban' ? `${stem}-m` : stem;
      const unit = { name: place.gmina, countyCode: place.county.code, kind: place.gminaKind };
      const known = gminas.get(key);
      if (known && (known.name !== unit.name || known.kind !== unit.kind))
        throw new Error(`territory: ${key} twice`);
      gminas.set(key, { key, ...unit, terc: tercOf(unit) });
    }
  }
  return gminas;
}

function buildTerritory(): Territory {
  const { counties, places } = readSource();
  updateToToday(places);
  const gminas = [...gminaRows(places).values()].sort(
    (a, b) =>
      a.countyCode.localeCompare(b.countyCode) ||
      polish.compare(a.name, b.name) ||
      a.key.localeCompare(b.key),
  );
  const keys = new Map(gminas.map((gmina) => [`${gmina.countyCode}/${gmina.name}/${gmina.kind}`, gmina.key]));
  const localities = places.map((place): Locality => {
    const countyCode = place.county.code;
    const gminaKey = keys.get(`${countyCode}/${place.gmina}/${place.gminaKind}`);
    if (!gminaKey) throw new Error(`territory: ${place.name} has no gmina`);
    return { name: place.name, gminaKey, countyCode, kind: place.kind, lat: place.lat, lon: place.lon };
  });
  localities.sort(
    (a, b) =>
      a.gminaKey.localeCompare(b.gminaKey) ||
      polish.compare(a.name, b.name) ||
      a.lat - b.lat ||
      a.lon - b.lon,
  );
  return { voivodeships, counties, gminas, localities };
}

const quote = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

function csv<Row>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => quote(row[column] as string | number)).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

const { counties, gminas, localities } = buildTerritory();
const files: Record<string, string | Buffer> = {
  'voivodeships.csv': csv(['code', 'name'], voivodeships),
  'counties.csv': csv(['code', 'name', 'voivodeshipCode', 'kind'], counties),
  'gminas.csv': csv(['key', 'name', 'countyCode', 'kind', 'terc'], gminas),
  'localities.csv.gz': gzipSync(csv(['name', 'gminaKey', 'countyCode', 'kind', 'lat', 'lon'], localities), {
    level: 9,
  }),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(territoryFile(name), content);
  console.log(`${name}: ${Math.round(Buffer.byteLength(content) / 1024)} kB`);
}
