import type { InstitutionType, WorkerFunction } from '../modules/organisations/api.ts';

/**
 * The demonstration county: the geography is that of Limanowa (TERYT 1207), every institution and person is invented.
 * Their full names end with "(pokaz)".
 */
export interface DemoInstitution {
  readonly key: string;
  readonly type: InstitutionType;
  readonly name: string;
  readonly short: string;
  readonly founder: string;
  readonly form:
    | 'gmina'
    | 'powiat'
    | 'wojewodztwo'
    | 'stowarzyszenie'
    | 'fundacja'
    | 'spoldzielnia_socjalna'
    | 'spolka';
  readonly seat: string;
  readonly area: readonly string[];
}

const all = [
  'limanowa-m',
  'limanowa',
  'mszana-dolna-m',
  'mszana-dolna',
  'dobra',
  'jodlownik',
  'kamienica',
  'laskowa',
  'lukowica',
  'niedzwiedz',
  'slopnice',
  'szczawa',
  'tymbark',
].map((g) => `1207-${g}`);
const here = (...names: string[]) => names.map((name) => `1207-${name}`);
const ops = (key: string, name: string, short: string, gmina: string): DemoInstitution => ({
  key,
  type: 'OPS',
  name,
  short,
  founder: `Gmina ${short.replace(/^\S+ /, '')}`,
  form: 'gmina',
  seat: `1207-${gmina}`,
  area: here(gmina),
});

export const INSTITUTIONS: readonly DemoInstitution[] = [
  {
    key: 'ops',
    type: 'OPS',
    name: 'Ośrodek Pomocy Społecznej w Limanowej',
    short: 'OPS Limanowa',
    founder: 'Gmina Limanowa',
    form: 'gmina',
    seat: '1207-limanowa-m',
    area: all,
  },
  ops('lukowica', 'Gminny Ośrodek Pomocy Społecznej w Łukowicy', 'GOPS Łukowica', 'lukowica'),
  ops('laskowa', 'Gminny Ośrodek Pomocy Społecznej w Laskowej', 'GOPS Laskowa', 'laskowa'),
  ops('dobra', 'Gminny Ośrodek Pomocy Społecznej w Dobrej', 'GOPS Dobra', 'dobra'),
  ops('tymbark', 'Gminny Ośrodek Pomocy Społecznej w Tymbarku', 'GOPS Tymbark', 'tymbark'),
  ops('slopnice', 'Gminny Ośrodek Pomocy Społecznej w Słopnicach', 'GOPS Słopnice', 'slopnice'),
  ops('jodlownik', 'Gminny Ośrodek Pomocy Społecznej w Jodłowniku', 'GOPS Jodłownik', 'jodlownik'),
  ops('mszana', 'Miejski Ośrodek Pomocy Społecznej w Mszanie Dolnej', 'MOPS Mszana Dolna', 'mszana-dolna-m'),
  {
    key: 'cus',
    type: 'CUS',
    name: 'Centrum Usług Społecznych Gminy Mszana Dolna',
    short: 'CUS Mszana Dolna',
    founder: 'Gmina Mszana Dolna',
    form: 'gmina',
    seat: '1207-mszana-dolna',
    area: here('mszana-dolna', 'niedzwiedz'),
  },
  ops('niedzwiedz', 'Gminny Ośrodek Pomocy Społecznej w Niedźwiedziu', 'GOPS Niedźwiedź', 'niedzwiedz'),
  ops('kamienica', 'Gminny Ośrodek Pomocy Społecznej w Kamienicy', 'GOPS Kamienica', 'kamienica'),
  ops('miasto', 'Miejski Zespół Pomocy Społecznej w Limanowej', 'MZPS Limanowa', 'limanowa-m'),
  {
    key: 'pcpr',
    type: 'PCPR',
    name: 'Powiatowe Centrum Pomocy Rodzinie w Limanowej',
    short: 'PCPR Limanowa',
    founder: 'Powiat limanowski',
    form: 'powiat',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'pup',
    type: 'PUP',
    name: 'Powiatowy Urząd Pracy w Limanowej',
    short: 'PUP Limanowa',
    founder: 'Powiat limanowski',
    form: 'powiat',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'most',
    type: 'NGO',
    name: 'Stowarzyszenie „Most”',
    short: 'Stow. „Most”',
    founder: 'Stowarzyszenie „Most”',
    form: 'stowarzyszenie',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'droga',
    type: 'NGO',
    name: 'Fundacja „Nowa Droga”',
    short: 'Fundacja „Nowa Droga”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-mszana-dolna-m',
    area: all,
  },
  {
    key: 'razem',
    type: 'NGO',
    name: 'Stowarzyszenie „Razem w Górach”',
    short: 'Stow. „Razem w Górach”',
    founder: 'Stowarzyszenie „Razem w Górach”',
    form: 'stowarzyszenie',
    seat: '1207-kamienica',
    area: all,
  },
  {
    key: 'cis',
    type: 'CIS',
    name: 'Centrum Integracji Społecznej „Start”',
    short: 'CIS „Start”',
    founder: 'Stowarzyszenie „Most”',
    form: 'stowarzyszenie',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'kis',
    type: 'KIS',
    name: 'Klub Integracji Społecznej „Krok”',
    short: 'KIS „Krok”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-mszana-dolna-m',
    area: all,
  },
  {
    key: 'wtz',
    type: 'WTZ',
    name: 'Warsztat Terapii Zajęciowej „Pracownia”',
    short: 'WTZ „Pracownia”',
    founder: 'Stowarzyszenie „Razem w Górach”',
    form: 'stowarzyszenie',
    seat: '1207-kamienica',
    area: all,
  },
  {
    key: 'zaz',
    type: 'ZAZ',
    name: 'Zakład Aktywności Zawodowej „Zielony Ogród”',
    short: 'ZAZ „Zielony Ogród”',
    founder: 'Powiat limanowski',
    form: 'powiat',
    seat: '1207-tymbark',
    area: all,
  },
  {
    key: 'ziarno',
    type: 'SPS',
    name: 'Spółdzielnia Socjalna „Ziarno”',
    short: 'Sp. soc. „Ziarno”',
    founder: 'Spółdzielnia Socjalna „Ziarno”',
    form: 'spoldzielnia_socjalna',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'owes',
    type: 'OWES',
    name: 'Ośrodek Wsparcia Ekonomii Społecznej „Beskid”',
    short: 'OWES „Beskid”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-limanowa-m',
    area: all,
  },
  {
    key: 'tartak',
    type: 'EMP',
    name: 'Tartak „Gorce” sp. z o.o.',
    short: 'Tartak „Gorce”',
    founder: 'Tartak „Gorce” sp. z o.o.',
    form: 'spolka',
    seat: '1207-niedzwiedz',
    area: all,
  },
];

export interface DemoPartnership {
  readonly key: string;
  readonly name: string;
  readonly area: readonly string[];
  readonly members: readonly string[];
  /** The institution whose worker coordinates the partnership. */
  readonly coordinator: string;
  /** How many of the 140 cases. */
  readonly cases: number;
}

export const PARTNERSHIPS: readonly DemoPartnership[] = [
  {
    key: 'powiat',
    name: 'Partnerstwo Ziemi Limanowskiej',
    area: all,
    members: [
      'ops',
      'lukowica',
      'laskowa',
      'dobra',
      'tymbark',
      'slopnice',
      'jodlownik',
      'kamienica',
      'pcpr',
      'pup',
      'most',
      'cis',
      'wtz',
      'zaz',
      'ziarno',
    ],
    coordinator: 'most',
    cases: 80,
  },
  {
    key: 'mszana',
    name: 'Partnerstwo Mszana Dolna i okolice',
    area: here('mszana-dolna-m', 'mszana-dolna', 'niedzwiedz'),
    members: ['mszana', 'cus', 'niedzwiedz', 'pup', 'droga', 'kis', 'tartak'],
    coordinator: 'droga',
    cases: 35,
  },
  {
    key: 'miasto',
    name: 'Partnerstwo Miasta Limanowa',
    area: here('limanowa-m'),
    members: ['miasto', 'pup', 'razem', 'cis', 'owes'],
    coordinator: 'razem',
    cases: 25,
  },
];

export interface DemoWorker {
  readonly key: string;
  readonly institution: string;
  readonly given: string;
  readonly family: string;
  readonly functions: readonly WorkerFunction[];
  /** Shown with the demonstration accounts at start. */
  readonly shown?: boolean;
}

const worker = (
  key: string,
  institution: string,
  name: string,
  functions: readonly WorkerFunction[],
  shown = false,
): DemoWorker => {
  const [given = '', family = ''] = name.split(' ');
  return { key, institution, given, family, functions, shown };
};

export const WORKERS: readonly DemoWorker[] = [
  worker('anna', 'ops', 'Anna Wąs', ['social_worker', 'case_coordinator'], true),
  worker('piotr', 'ops', 'Piotr Zarębski', ['social_worker', 'case_coordinator']),
  worker('helena', 'ops', 'Helena Krupa', ['head', 'institution_admin'], true),
  worker('iod', 'ops', 'Marek Sroka', ['dpo'], true),
  worker('tomasz', 'pup', 'Tomasz Lis', ['employment_adviser', 'case_coordinator'], true),
  worker('ewa', 'pup', 'Ewa Nowa', ['employment_adviser', 'case_coordinator']),
  worker('roman', 'pup', 'Roman Bielak', ['head', 'institution_admin'], true),
  worker('katarzyna', 'most', 'Katarzyna Rok', ['ngo_specialist', 'case_coordinator'], true),
  worker('koordynator', 'most', 'Jolanta Mida', ['partnership_coordinator'], true),
  worker('mosthead', 'most', 'Krystyna Bal', ['head', 'institution_admin']),
  worker('marcin', 'cis', 'Marcin Gaj', ['unit_worker'], true),
  worker('cishead', 'cis', 'Teresa Wilk', ['head']),
  worker('lukowica', 'lukowica', 'Zofia Janik', ['social_worker', 'case_coordinator']),
  worker('laskowa', 'laskowa', 'Barbara Kęska', ['social_worker', 'case_coordinator']),
  worker('dobra', 'dobra', 'Monika Piątek', ['social_worker', 'case_coordinator']),
  worker('tymbark', 'tymbark', 'Alicja Surma', ['social_worker', 'case_coordinator']),
  worker('mszana', 'mszana', 'Grażyna Dziub', ['social_worker', 'case_coordinator']),
  worker('mszanahead', 'mszana', 'Stanisław Rapacz', ['head', 'institution_admin']),
  worker('cus', 'cus', 'Dorota Kania', ['social_worker', 'case_coordinator']),
  worker('miasto', 'miasto', 'Irena Pajor', ['social_worker', 'case_coordinator']),
  worker('miastohead', 'miasto', 'Leszek Czech', ['head', 'institution_admin']),
  worker('pcpr', 'pcpr', 'Wanda Golonka', ['social_worker']),
  worker('droga', 'droga', 'Michał Kuc', ['ngo_specialist', 'partnership_coordinator']),
  worker('razem', 'razem', 'Agata Tokarz', ['ngo_specialist', 'partnership_coordinator']),
  worker('kis', 'kis', 'Bogdan Lach', ['unit_worker']),
  worker('wtz', 'wtz', 'Renata Smaga', ['unit_worker']),
  worker('zaz', 'zaz', 'Jerzy Opach', ['unit_worker', 'head']),
  worker('redaktor', 'owes', 'Beata Halna', ['editor'], true),
  worker('admin', 'ops', 'Adam Węzeł', ['technical_admin'], true),
];

/** Every demonstration account has this password; the start prints it. */
export const DEMO_PASSWORD = 'splot-demo-2026';
export const emailOf = (w: DemoWorker): string => `${w.key}@splot.example`;

/** People of the cases who have a window of their own: whose case, and what it waits for. */
export const PARTICIPANTS = [
  {
    email: 'uczestnik@splot.example',
    coordinator: 'anna',
    waits: ['person_signature', 'plan_signatures'],
    about: 'participant, a plan to sign',
  },
  {
    email: 'uczestniczka@splot.example',
    coordinator: 'anna',
    waits: ['review'],
    about: 'participant, a plan being lived',
  },
] as const;
