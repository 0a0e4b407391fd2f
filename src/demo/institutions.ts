import type { InstitutionType } from '../modules/organisations/api.ts';

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

/** Every gmina of the county. */
export const ALL_GMINAS = [
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
export const gminas = (...names: string[]) => names.map((name) => `1207-${name}`);
const ops = (key: string, name: string, short: string, gmina: string): DemoInstitution => ({
  key,
  type: 'OPS',
  name,
  short,
  founder: `Gmina ${short.replace(/^\S+ /, '')}`,
  form: 'gmina',
  seat: `1207-${gmina}`,
  area: gminas(gmina),
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
    area: ALL_GMINAS,
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
    area: gminas('mszana-dolna', 'niedzwiedz'),
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
    area: ALL_GMINAS,
  },
  {
    key: 'pup',
    type: 'PUP',
    name: 'Powiatowy Urząd Pracy w Limanowej',
    short: 'PUP Limanowa',
    founder: 'Powiat limanowski',
    form: 'powiat',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'most',
    type: 'NGO',
    name: 'Stowarzyszenie „Most”',
    short: 'Stow. „Most”',
    founder: 'Stowarzyszenie „Most”',
    form: 'stowarzyszenie',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'droga',
    type: 'NGO',
    name: 'Fundacja „Nowa Droga”',
    short: 'Fundacja „Nowa Droga”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-mszana-dolna-m',
    area: ALL_GMINAS,
  },
  {
    key: 'razem',
    type: 'NGO',
    name: 'Stowarzyszenie „Razem w Górach”',
    short: 'Stow. „Razem w Górach”',
    founder: 'Stowarzyszenie „Razem w Górach”',
    form: 'stowarzyszenie',
    seat: '1207-kamienica',
    area: ALL_GMINAS,
  },
  {
    key: 'cis',
    type: 'CIS',
    name: 'Centrum Integracji Społecznej „Start”',
    short: 'CIS „Start”',
    founder: 'Stowarzyszenie „Most”',
    form: 'stowarzyszenie',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'kis',
    type: 'KIS',
    name: 'Klub Integracji Społecznej „Krok”',
    short: 'KIS „Krok”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-mszana-dolna-m',
    area: ALL_GMINAS,
  },
  {
    key: 'wtz',
    type: 'WTZ',
    name: 'Warsztat Terapii Zajęciowej „Pracownia”',
    short: 'WTZ „Pracownia”',
    founder: 'Stowarzyszenie „Razem w Górach”',
    form: 'stowarzyszenie',
    seat: '1207-kamienica',
    area: ALL_GMINAS,
  },
  {
    key: 'zaz',
    type: 'ZAZ',
    name: 'Zakład Aktywności Zawodowej „Zielony Ogród”',
    short: 'ZAZ „Zielony Ogród”',
    founder: 'Powiat limanowski',
    form: 'powiat',
    seat: '1207-tymbark',
    area: ALL_GMINAS,
  },
  {
    key: 'ziarno',
    type: 'SPS',
    name: 'Spółdzielnia Socjalna „Ziarno”',
    short: 'Sp. soc. „Ziarno”',
    founder: 'Spółdzielnia Socjalna „Ziarno”',
    form: 'spoldzielnia_socjalna',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'owes',
    type: 'OWES',
    name: 'Ośrodek Wsparcia Ekonomii Społecznej „Beskid”',
    short: 'OWES „Beskid”',
    founder: 'Fundacja „Nowa Droga”',
    form: 'fundacja',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'tartak',
    type: 'EMP',
    name: 'Tartak „Gorce” sp. z o.o.',
    short: 'Tartak „Gorce”',
    founder: 'Tartak „Gorce” sp. z o.o.',
    form: 'spolka',
    seat: '1207-niedzwiedz',
    area: ALL_GMINAS,
  },
  // Of the voivodeship: they see partnerships from above.
  {
    key: 'rops',
    type: 'ROPS',
    name: 'Regionalny Ośrodek Polityki Społecznej w Krakowie',
    short: 'ROPS Kraków',
    founder: 'Województwo małopolskie',
    form: 'wojewodztwo',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
  {
    key: 'wup',
    type: 'WUP',
    name: 'Wojewódzki Urząd Pracy w Krakowie',
    short: 'WUP Kraków',
    founder: 'Województwo małopolskie',
    form: 'wojewodztwo',
    seat: '1207-limanowa-m',
    area: ALL_GMINAS,
  },
];
