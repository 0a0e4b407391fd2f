import type { GminaKind } from './model.ts';

const kindDigit: Record<GminaKind, string> = { urban: '1', rural: '2', 'urban-rural': '3' };

/**
 * Gminas are numbered within a county by a rule with many exceptions, so a TERC code is written down only where it is
 * known, never computed. County 1207 is the demonstration county; Szczawa (created 2025) is left out as not known.
 */
const known: Record<string, string> = {
  '1207/Limanowa/urban': '01',
  '1207/Mszana Dolna/urban': '02',
  '1207/Dobra/rural': '03',
  '1207/Jodłownik/rural': '04',
  '1207/Kamienica/rural': '05',
  '1207/Laskowa/rural': '06',
  '1207/Limanowa/rural': '07',
  '1207/Łukowica/rural': '08',
  '1207/Mszana Dolna/rural': '09',
  '1207/Niedźwiedź/rural': '10',
  '1207/Słopnice/rural': '11',
  '1207/Tymbark/rural': '12',
};

/**
 * The seven-digit TERC code of a gmina, or an empty string where it is not certain.
 * A city with county rights is the one gmina of its county, so its number is always 01.
 */
export function tercOf(gmina: { countyCode: string; name: string; kind: GminaKind }): string {
  const isCity = Number(gmina.countyCode.slice(2)) > 60;
  const number = isCity ? '01' : known[`${gmina.countyCode}/${gmina.name}/${gmina.kind}`];
  return number ? `${gmina.countyCode}${number}${kindDigit[gmina.kind]}` : '';
}
