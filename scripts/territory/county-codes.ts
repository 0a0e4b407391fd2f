/**
 * TERYT numbers the counties of a voivodeship alphabetically from 01 and its cities with county rights from 61. The
 * numbers were given in 1998; whatever was created or renamed later did not move the others. Those departures from
 * the alphabet are the data below, each with its reason.
 */

export const voivodeships: readonly { code: string; name: string }[] = [
  { code: '02', name: 'dolnośląskie' },
  { code: '04', name: 'kujawsko-pomorskie' },
  { code: '06', name: 'lubelskie' },
  { code: '08', name: 'lubuskie' },
  { code: '10', name: 'łódzkie' },
  { code: '12', name: 'małopolskie' },
  { code: '14', name: 'mazowieckie' },
  { code: '16', name: 'opolskie' },
  { code: '18', name: 'podkarpackie' },
  { code: '20', name: 'podlaskie' },
  { code: '22', name: 'pomorskie' },
  { code: '24', name: 'śląskie' },
  { code: '26', name: 'świętokrzyskie' },
  { code: '28', name: 'warmińsko-mazurskie' },
  { code: '30', name: 'wielkopolskie' },
  { code: '32', name: 'zachodniopomorskie' },
];

/** Codes that the alphabet does not give. Units listed here are taken out before the others are numbered. */
export const countyCodeExceptions: readonly { code: string; name: string; reason: string }[] = [
  { code: '0206', name: 'karkonoski', reason: 'jeleniogórski until the end of 2020, the number stayed' },
  {
    code: '0265',
    name: 'Wałbrzych',
    reason: '0263 until 2002, inside county 0221 until 2012, new number in 2013',
  },
  { code: '0812', name: 'wschowski', reason: 'created in 2002' },
  { code: '1021', name: 'brzeziński', reason: 'created in 2002' },
  { code: '1821', name: 'leski', reason: 'created in 2002' },
  { code: '2216', name: 'sztumski', reason: 'created in 2002' },
  { code: '2414', name: 'bieruńsko-lędziński', reason: 'tyski until the end of 2001, the number stayed' },
  { code: '2818', name: 'gołdapski', reason: 'created in 2002 (2813 olecki was olecko-gołdapski)' },
  { code: '2819', name: 'węgorzewski', reason: 'created in 2002' },
  { code: '3218', name: 'łobeski', reason: 'created in 2002' },
];

/** Numbers that stay empty: the unit that bore them is gone and the ones after it were not renumbered. */
export const retiredCountyCodes: readonly { code: string; reason: string }[] = [
  { code: '0263', reason: 'Wałbrzych until 2002, see 0265' },
  { code: '1431', reason: 'county warszawski, dissolved in 2002 into the city of Warszawa' },
];

export type CountyKind = 'county' | 'city';
export type CodedCounty = { code: string; name: string; voivodeshipCode: string; kind: CountyKind };

const polish = new Intl.Collator('pl');

/** Cities with county rights bear a proper name, counties an adjective in lower case. */
export const countyKind = (name: string): CountyKind => (/^\p{Lu}/u.test(name) ? 'city' : 'county');

/**
 * Gives every county of one voivodeship its four-digit TERYT code.
 * @param voivodeshipCode two digits
 * @param names all counties and cities with county rights of that voivodeship
 * @throws when an exception names a county that is not among the names
 */
export function codeCounties(voivodeshipCode: string, names: readonly string[]): CodedCounty[] {
  const exceptions = countyCodeExceptions.filter((each) => each.code.startsWith(voivodeshipCode));
  for (const { name } of exceptions) {
    if (!names.includes(name)) throw new Error(`county-codes: no county ${name} in ${voivodeshipCode}`);
  }
  const taken = new Set([...exceptions, ...retiredCountyCodes].map((each) => each.code));
  const exceptional = new Map(exceptions.map((each) => [each.name, each.code]));

  const numbered = (kind: CountyKind, first: number): CodedCounty[] => {
    let number = first;
    const next = (): string => {
      const code = `${voivodeshipCode}${String(number++).padStart(2, '0')}`;
      return taken.has(code) ? next() : code;
    };
    return names
      .filter((name) => countyKind(name) === kind)
      .sort(polish.compare)
      .map((name) => ({ code: exceptional.get(name) ?? next(), name, voivodeshipCode, kind }));
  };
  return [...numbered('county', 1), ...numbered('city', 61)].sort((a, b) => a.code.localeCompare(b.code));
}
