import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIban, formatNip, makePesel } from '#kernel/identifiers.ts';
import { FEMALE_NAMES, MALE_NAMES } from './names/schema.ts';
import { formsOf } from './names/service.ts';
import type { FindingKind } from './schema.ts';
import { findPersonal, replaced } from './service.ts';

const number = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''));
const grouped = (text: string, sizes: readonly number[], gap: string) => {
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, n) => sum + n, 0));
  return starts.map((at, i) => text.slice(at, at + (sizes[i] ?? 0))).join(gap);
};
const gap = fc.constantFrom('', ' ', '-', '\u00a0');
const day = fc
  .date({ min: new Date('1805-01-01'), max: new Date('1899-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const capital = fc.constantFrom(
  'Długa',
  'Kwiatowa',
  'Jana Pawła II',
  '3 Maja',
  'Armii Krajowej',
  'Świętego Jana',
  'Łąkowa',
);
const surname = fc.constantFrom(
  'Kowalski',
  'Nowak',
  'Wiśniewska',
  'Wójcik',
  'Zielińskiego',
  'Brzęczyszczykiewicz',
  'Szewczenko',
  'Dąbek',
  'Mazur-Lis',
);
const name = fc
  .constantFrom(...FEMALE_NAMES, ...MALE_NAMES)
  .chain((each) => fc.constantFrom(...formsOf(each)))
  .map((form) => form.charAt(0).toLocaleUpperCase('pl') + form.slice(1));

/** Everything that may be planted, as people write it. */
const PLANTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a PESEL': fc
    .tuple(day, fc.constantFrom('female' as const, 'male' as const), fc.nat(900))
    .map(([d, sex, n]) => makePesel(d, sex, n)),
  'a PESEL with a slip': number(11),
  'a PESEL in pieces': fc.tuple(number(11), gap).map(([n, g]) => grouped(n, [6, 5], g)),
  'a NIP': fc.tuple(number(10), fc.boolean()).map(([n, nice]) => (nice ? formatNip(n) : n)),
  'a REGON': fc
    .tuple(fc.constantFrom('REGON ', 'REGON: ', 'regon nr '), fc.oneof(number(9), number(14)))
    .map((p) => p.join('')),
  'a phone number': fc
    .tuple(fc.constantFrom('', '+48 ', '0048', 'tel. '), number(9), gap)
    .map(([p, n, g]) => p + grouped(n, [3, 3, 3], g)),
  'a phone of a house': number(7).map((n) => `(18) ${grouped(n, [3, 2, 2], ' ')}`),
  'an address of mail': fc
    .tuple(
      fc.stringMatching(/^[a-z][a-z0-9._]{0,12}[a-z0-9]$/),
      fc.constantFrom('wp.pl', 'gmail.com', 'ops.limanowa.pl'),
    )
    .map((p) => p.join('@')),
  'a bank account': fc
    .tuple(number(26), fc.integer({ min: 0, max: 2 }))
    .map(([n, how]) =>
      how === 0 ? n : how === 1 ? formatIban(`PL${n}`) : grouped(n, [2, 4, 4, 4, 4, 4, 4], ' '),
    ),
  'a day of birth': fc
    .tuple(fc.constantFrom('ur. ', 'urodzona ', 'urodzony dnia ', ''), day)
    .map(([w, d]) => w + d.split('-').reverse().join('.')),
  'a day of birth in words': fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('stycznia', 'lutego', 'maja', 'września', 'października'),
    )
    .map(([d, m]) => `${d} ${m} 1985`),
  'a name': name,
  'a name with a surname': fc.tuple(name, surname).map((p) => p.join(' ')),
  'a surname after a title': fc
    .tuple(fc.constantFrom('pan ', 'pani ', 'Pana ', 'p. '), surname)
    .map((p) => p.join('')),
  'a street': fc
    .tuple(
      fc.constantFrom('ul. ', 'ulicy ', 'al. ', 'os. ', 'pl. ', 'na osiedlu '),
      capital,
      fc.integer({ min: 1, max: 250 }),
      fc.constantFrom('', '/4', 'A', ' m. 12'),
    )
    .map(([s, c, n, f]) => `${s}${c} ${n}${f}`),
  'a postal code': number(5).map((n) => `${n.slice(0, 2)}-${n.slice(2)} Limanowa`),
  'a case of an office': fc
    .tuple(fc.constantFrom('OPS', 'DPS', 'PCPR.II', 'CAZ'), number(4), fc.integer({ min: 1, max: 999 }))
    .map(([o, c, n]) => `${o}.${c}.${n}.2026.AB`),
  'a case of a court': fc.integer({ min: 1, max: 9999 }).map((n) => `II Ca ${n}/24`),
  'a number of a question': number(6).map((n) => `2026/${n}`),
  'an identity card': fc.tuple(fc.stringMatching(/^[A-Z]{3}$/), number(6)).map(([l, n]) => `${l} ${n}`),
};
const AROUND = [
  'proszę o pomoc w sprawie dodatku mieszkaniowego',
  'czy spółdzielnia może zatrudnić osobę bez stażu',
  'nie wiem, co dalej robić',
  'urząd odpowiedział, że trzeba czekać',
  'to pilne',
];
const around = fc.constantFrom(...AROUND);

describe('what was planted is found', () => {
  test.each(Object.entries(PLANTS))('%s', (_, plant) => {
    fc.assert(
      fc.property(
        around,
        plant,
        around,
        fc.constantFrom(' ', ', ', ': ', '\n', ' ('),
        (before, planted, after, between) => {
          const text = `${before}${between}${planted}${between === ' (' ? ')' : ''} ${after}.`;
          const found = findPersonal(text);
          const left = replaced(text, found, () => '…');
          // Neither all of it nor any telling part of it is left: no four figures, no capital word.
          for (const part of planted.match(/\d{4,}|@\S+|[\p{Lu}]\p{L}{2,}/gu) ?? [])
            if (!['REGON', 'Pana'].includes(part)) expect(left).not.toContain(part);
          expect(found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('several at once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(...Object.values(PLANTS)).chain((plant) => plant),
          { minLength: 2, maxLength: 5 },
        ),
        (planted) => {
          const text = planted.map((each, i) => `${AROUND[i]} ${each}`).join(', ');
          const left = replaced(text, findPersonal(text), () => '…');
          for (const part of planted.flatMap((each) => each.match(/\d{5,}/g) ?? []))
            expect(left).not.toContain(part);
        },
      ),
    );
  });
});

describe('what a reader would mark', () => {
  const kinds = (text: string): [FindingKind, string][] =>
    findPersonal(text).map(({ kind, text: said }) => [kind, said]);
  test('is marked with its kind', () => {
    expect(
      kinds(
        'Pani Anna Kowalska (PESEL 90010112345) mieszka przy ul. Długiej 5/3, 34-600 Limanowa, tel. 600 100 200, anna@wp.pl.',
      ),
    ).toEqual([
      ['name', 'Anna Kowalska'],
      ['pesel', '90010112345'],
      ['address', 'ul. Długiej 5/3'],
      ['postal_code', '34-600 Limanowa'],
      ['phone', '600 100 200'],
      ['email', 'anna@wp.pl'],
    ]);
    expect(kinds('Rozmawiałem z Jackiem i Martą.')).toEqual([
      ['name', 'Jackiem'],
      ['name', 'Martą'],
    ]);
  });
  test.each([
    'Spółdzielnia socjalna może zatrudnić osobę bezrobotną. Trzeba złożyć wniosek w 7 dni.',
    'Art. 198 ustawy o rynku pracy: umowa o współpracy. Kwota to 1 234,50 zł, czyli 12,5% całości.',
    'Małopolska i Polska. Ośrodek Pomocy Społecznej odpowiada w 14 dni, do 30 osób.',
    'Dane osobowe w maju: marka, pole, dana gmina, ale też róża.',
  ])('and nothing else: %s', (text) => expect(kinds(text)).toEqual([]));
});
