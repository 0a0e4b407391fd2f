import { ALL_GMINAS, gminas } from './institutions.ts';

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
    area: ALL_GMINAS,
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
    area: gminas('mszana-dolna-m', 'mszana-dolna', 'niedzwiedz'),
    members: ['mszana', 'cus', 'niedzwiedz', 'pup', 'droga', 'kis', 'tartak'],
    coordinator: 'droga',
    cases: 35,
  },
  {
    key: 'miasto',
    name: 'Partnerstwo Miasta Limanowa',
    area: gminas('limanowa-m'),
    members: ['miasto', 'pup', 'razem', 'cis', 'owes'],
    coordinator: 'razem',
    cases: 25,
  },
];
