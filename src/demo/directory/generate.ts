import { addDays, addMonths, type LocalDate } from '../../kernel/time.ts';
import type { Provenance, RecordInput } from '../../modules/directory/api.ts';
import type { Chance } from '../random.ts';
import { ADJECTIVES, FEMININE, NOUNS, ROLES, STREETS } from './names.ts';
import { inventNumbers } from './numbers.ts';
import { inventOffers, inventSupports } from './offerings.ts';

/** A locality in which somebody may be placed. */
export interface Town {
  readonly id: number;
  readonly name: string;
  readonly gminaId: string;
  readonly countyCode: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Invented {
  readonly record: RecordInput;
  readonly from: Provenance;
  /** Which of the records before is its founder; null for a legal entity. */
  readonly founder: number | null;
}

/** How often a type occurs, of a thousand: about as in the country, with more of what can be referred to. */
const TYPES = [
  ['SPS', 430],
  ['NGO', 300],
  ['KGW', 60],
  ['NPC', 60],
  ['SPP', 30],
  ['SPI', 30],
  ['CHU', 30],
  ['OWES', 20],
  ['SPR', 20],
  ['OTH', 20],
] as const;
const UNITS = [
  ['WTZ', 400],
  ['KIS', 250],
  ['CIS', 230],
  ['ZAZ', 120],
] as const;

const UNIT_NAMES: Readonly<Record<string, string>> = {
  CIS: 'Centrum Integracji Społecznej',
  KIS: 'Klub Integracji Społecznej',
  WTZ: 'Warsztat Terapii Zajęciowej',
  ZAZ: 'Zakład Aktywności Zawodowej',
};
const FORMS: Readonly<Record<string, readonly string[]>> = {
  SPS: ['spoldzielnia_socjalna'],
  NGO: ['fundacja', 'stowarzyszenie', 'stowarzyszenie'],
  KGW: ['kgw'],
  NPC: ['spolka_zoo'],
  SPP: ['spoldzielnia_pracy'],
  SPI: ['spoldzielnia_inwalidow'],
  CHU: ['koscielna'],
  OWES: ['fundacja', 'stowarzyszenie'],
  SPR: ['spoldzielnia_rolna'],
  OTH: ['inna'],
};

function weighted<T extends string>(c: Chance, list: readonly (readonly [T, number])[]): T {
  let left = c.int(0, list.reduce((sum, [, weight]) => sum + weight, 0) - 1);
  for (const [value, weight] of list) {
    if (left < weight) return value;
    left -= weight;
  }
  throw new Error('the weights do not add up');
}

/** Makes `count` records spread over the towns; the same chance gives the same ones. Dates lie relative to today. */
export function* inventRecords(
  c: Chance,
  towns: readonly Town[],
  count: number,
  today: LocalDate,
): Generator<Invented> {
  const names = new Set<string>();
  let made = 0;
  while (made < count) {
    const town = c.pick(towns);
    const type = weighted(c, TYPES);
    const founder = made;
    yield inventRecord(c, type, nameOf(c, type, town, names), town, today, null, made);
    made += 1;
    // Units belong to organisations; a founder has one, seldom two.
    const units = type === 'NGO' || type === 'CHU' ? (c.yes(0.55) ? c.int(1, 2) : 0) : 0;
    for (let i = 0; i < units && made < count; i += 1, made += 1) {
      const unit = weighted(c, UNITS);
      const place = c.yes(0.7) ? town : c.pick(towns);
      yield inventRecord(
        c,
        unit,
        unique(`${UNIT_NAMES[unit]} „${c.pick(NOUNS)}”`, place, names),
        place,
        today,
        founder,
        made,
      );
    }
  }
}

function nameOf(c: Chance, type: string, town: Town, names: Set<string>): string {
  const quoted = `„${c.yes(0.5) ? c.pick(NOUNS) : `${c.pick(ADJECTIVES)} ${c.pick(FEMININE)}`}”`;
  const before: Readonly<Record<string, string>> = {
    SPS: 'Spółdzielnia Socjalna',
    NGO: c.yes(0.5) ? 'Fundacja' : 'Stowarzyszenie',
    KGW: 'Koło Gospodyń Wiejskich',
    SPP: 'Spółdzielnia Pracy',
    SPI: 'Spółdzielnia Inwalidów',
    SPR: 'Rolnicza Spółdzielnia Produkcyjna',
    CHU: 'Caritas – ośrodek',
    OWES: 'Ośrodek Wsparcia Ekonomii Społecznej',
    OTH: 'Centrum Usług',
  };
  return unique(
    type === 'NPC' ? `${quoted} Sp. z o.o. non profit` : `${before[type]} ${quoted}`,
    town,
    names,
  );
}

/** A name taken already gets the place, as in life, and a number when that is taken too. */
function unique(name: string, town: Town, names: Set<string>): string {
  let free = name;
  if (names.has(free)) free = `${name} – ${town.name}`;
  for (let n = 2; names.has(free); n += 1) free = `${name} – ${town.name} ${n}`;
  names.add(free);
  return free;
}

/** One record of a type in a town; `serial` makes its numbers its own. */
export function inventRecord(
  c: Chance,
  type: string,
  name: string,
  town: Town,
  today: LocalDate,
  founder: number | null,
  serial: number,
): Invented {
  const unit = type in UNIT_NAMES;
  const legalForm = unit ? null : c.pick(FORMS[type] ?? ['inna']);
  const foundedOn = addDays(addMonths(today, -c.int(8, 220)), -c.int(0, 27));
  const state = c.yes(0.9)
    ? 'active'
    : c.pick(['suspended', 'in_liquidation', 'deregistered', 'deregistered'] as const);
  const confirmedOn = c.yes(0.82) ? addDays(today, -(c.yes(0.75) ? c.int(2, 360) : c.int(366, 1100))) : null;
  const enterprise = (type === 'SPS' || type === 'NPC') && c.yes(0.5);
  const reserved = enterprise || type === 'ZAZ' || type === 'SPI' || (type === 'SPS' && c.yes(0.6));
  const slug = `pokaz-${serial + 1}`;
  const numbers = unit ? { krs: null, nip: null, regon: null } : inventNumbers(serial);
  return {
    founder,
    from: {
      source: 'demo',
      sourceOn: confirmedOn ?? addDays(today, -c.int(200, 1200)),
      by: 'import',
      confirmed: confirmedOn ? { on: confirmedOn, by: c.yes(0.7) ? 'entity' : 'editor' } : null,
      isDemo: true,
    },
    record: {
      parentId: null,
      type,
      legalForm,
      name,
      shortName: name.length <= 60 ? name : `${name.slice(0, 57)}…`,
      ...numbers,
      registerNumber: type === 'CIS' || type === 'KIS' ? `WPS-${c.int(1, 20)}/${c.int(1, 400)}` : null,
      descriptionPl: '',
      descriptionEn: '',
      foundedOn,
      sizeBand: c.pick(['1-4', '5-9', '5-9', '10-49', '10-49', '50+'] as const),
      contactRole: c.pick(ROLES),
      phone: '600 000 000',
      email: `${slug}@splot.example`,
      website: c.yes(0.6) ? `https://${slug}.splot.example` : '',
      state,
      stateSince: state === 'active' ? null : addDays(today, -c.int(20, 700)),
      statuses: statuses(c, type, enterprise, today),
      founders: unit ? [] : founders(c, type),
      groups: reserved || type === 'CIS' || type === 'KIS' ? groups(c) : [],
      pkd: [],
      servedCounties: [],
      places: [
        {
          name: '',
          kind: 'physical',
          isMain: true,
          street: `ul. ${c.pick(STREETS)} ${c.int(1, 60)}`,
          postalCode: '',
          localityId: town.id,
          locality: town.name,
          gminaId: town.gminaId,
          countyCode: town.countyCode,
          lat: town.lat,
          lon: town.lon,
          directions: c.yes(0.4)
            ? `Przystanek „${town.name} Centrum” jest pięć minut pieszo od wejścia.`
            : '',
          access: access(c),
          opening: opening(c),
        },
      ],
      offers: inventOffers(c, type, reserved),
      supports: state === 'active' ? inventSupports(c, type, town, today) : [],
    },
  };
}

function statuses(c: Chance, type: string, enterprise: boolean, today: LocalDate): RecordInput['statuses'] {
  const one = (status: string, authority: string) => ({
    status,
    decisionNumber: `PS-${c.int(1, 16)}.${c.int(100, 999)}.${c.int(2022, 2026)}`,
    authority,
    validFrom: addMonths(today, -c.int(3, 40)),
    validTo: null,
  });
  return [
    ...(enterprise ? [one('PS', 'wojewoda')] : []),
    ...(type === 'NGO' && c.yes(0.3) ? [one('OPP', 'sąd rejestrowy')] : []),
    ...(type === 'SPI' ? [one('ZPCh', 'wojewoda')] : []),
  ];
}

function founders(c: Chance, type: string): RecordInput['founders'] {
  if (type !== 'SPS') return [];
  return c.yes(0.45)
    ? [{ kind: 'persons', name: '' }]
    : [
        { kind: 'local_government', name: 'Gmina Przykładowa' },
        { kind: 'ngo', name: `Stowarzyszenie „${c.pick(NOUNS)}”` },
      ];
}

function groups(c: Chance): string[] {
  const all = [
    'disabled',
    'unemployed',
    'homeless',
    'mental',
    'under30_over50',
    'released',
    'refugees',
    'addiction',
  ];
  return [...new Set([c.pick(all), c.pick(all)])].sort();
}

function access(c: Chance) {
  const all = [
    'step_free',
    'toilet',
    'parking',
    'lift',
    'assistance_dog',
    'hearing_loop',
    'sign_language',
    'easy_text',
  ];
  return all.filter((_, i) => c.yes(0.5 / (1 + i / 3))).map((code) => ({ code, note: '' }));
}

function opening(c: Chance): RecordInput['places'][number]['opening'] {
  if (c.yes(0.25)) return [];
  const from = c.pick(['07:00', '07:30', '08:00', '09:00']);
  const to = c.pick(['15:00', '15:30', '16:00', '17:00']);
  return [1, 2, 3, 4, 5].map((day) => ({
    weekday: day,
    onDay: null,
    opens: from,
    closes: day === 5 && c.yes(0.3) ? '14:00' : to,
    validFrom: null,
    validTo: null,
    note: '',
  }));
}
