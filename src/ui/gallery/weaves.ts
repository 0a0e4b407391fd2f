import { addDays } from '#kernel/time.ts';
import { KNOT_KINDS, type Lane, type WeaveInput } from '../weave/model.ts';

const lanes: readonly Lane[] = [
  { id: 'ops', label: 'OPS Wierzbno', thread: 'social-assistance' },
  { id: 'pup', label: 'PUP w Sławie', thread: 'labour-office' },
  { id: 'ngo', label: 'Stow. „Most”', thread: 'ngo' },
  { id: 'cis', label: 'CIS „Start”', thread: 'reintegration', kind: 'CIS' },
  { id: 'spn', label: 'Spn.s. „Ziarno”', thread: 'enterprise' },
];

/** The case of the picture: half a year, five institutions, one thing due. */
export const ordinary: WeaveInput = {
  today: '2026-11-21',
  lanes,
  path: [
    { laneId: 'ops', from: '2026-05-08', to: '2026-05-09' },
    { laneId: 'pup', from: '2026-05-29', to: '2026-05-29' },
    { laneId: 'ops', from: '2026-06-15', to: '2026-06-15' },
    { laneId: 'ngo', from: '2026-07-04', to: '2026-07-04' },
    { laneId: 'pup', from: '2026-07-25', to: '2026-07-25' },
    { laneId: 'cis', from: '2026-08-06', to: '2026-10-30' },
    { laneId: 'pup', from: '2026-11-10', to: null },
  ],
  knots: [
    { at: '2026-05-08', laneId: 'ops', kind: 'referral', label: 'skierowanie' },
    { at: '2026-05-29', laneId: 'pup', kind: 'acceptance', label: 'przyjęcie (2 dni)' },
    { at: '2026-06-15', laneId: 'ops', kind: 'diagnosis', label: 'diagnoza' },
    { at: '2026-07-04', laneId: 'ngo', kind: 'signature', label: 'plan podpisany' },
    { at: '2026-07-25', laneId: 'pup', kind: 'review', label: 'przegląd 1' },
    { at: '2026-11-10', laneId: 'pup', kind: 'review', label: 'przegląd 2' },
  ],
  attendance: [
    {
      laneId: 'cis',
      from: '2026-08-06',
      to: '2026-10-28',
      label: 'warsztaty ogrodnicze, 21 z 24 obecności',
      marks: [
        ...Array(7).fill('present'),
        'excused',
        ...Array(7).fill('present'),
        'absent',
        'absent',
        ...Array(7).fill('present'),
      ],
    },
  ],
  due: [{ laneId: 'spn', at: '2026-12-15', label: 'staż od 15 gru' }],
};

/** The first minute of a case. */
export const oneKnot: WeaveInput = {
  today: '2026-11-21',
  lanes: lanes.slice(0, 2),
  path: [{ laneId: 'ops', from: '2026-11-21', to: null }],
  knots: [{ at: '2026-11-21', laneId: 'ops', kind: 'referral', label: 'skierowanie' }],
  due: [{ laneId: 'pup', at: '2026-11-27', label: 'odpowiedź do 27 lis' }],
};

/** Three days, three institutions. */
export const threeDays: WeaveInput = {
  today: '2026-11-21',
  lanes: lanes.slice(0, 3),
  path: [
    { laneId: 'ops', from: '2026-11-19', to: '2026-11-19' },
    { laneId: 'pup', from: '2026-11-20', to: '2026-11-20' },
    { laneId: 'ngo', from: '2026-11-21', to: null },
  ],
  knots: [
    { at: '2026-11-19', laneId: 'ops', kind: 'referral', label: 'skierowanie' },
    { at: '2026-11-20', laneId: 'pup', kind: 'acceptance', label: 'przyjęcie (1 dzień)' },
    { at: '2026-11-21', laneId: 'ngo', kind: 'session', label: 'pierwsza rozmowa' },
  ],
};

const order = ['ops', 'pup', 'cis', 'ops', 'ngo', 'pup', 'spn'];
const start = '2023-12-04';

/** Three years, sixty events, all seven kinds of institution. */
export const crowded: WeaveInput = {
  today: '2026-11-21',
  lanes: [
    ...lanes.slice(0, 4),
    { id: 'wtz', label: 'WTZ przy Stowarzyszeniu Pomocy Rodzinom', thread: 'reintegration', kind: 'WTZ' },
    { id: 'spn', label: 'Spółdzielnia Socjalna „Ziarno”', thread: 'enterprise' },
    { id: 'prac', label: 'Zakład Zieleni Miejskiej', thread: 'employer' },
  ],
  path: order.map((laneId, index) => ({
    laneId,
    from: addDays(start, index * 150),
    to: index === order.length - 1 ? null : addDays(start, index * 150 + (index === 2 ? 95 : 140)),
  })),
  knots: Array.from({ length: 60 }, (_, index) => ({
    at: addDays(start, Math.round(index * 17.6)),
    laneId: index % 9 === 4 ? 'prac' : (order[Math.min(6, Math.floor((index * 17.6) / 150))] ?? 'ops'),
    kind: KNOT_KINDS[index % KNOT_KINDS.length] ?? 'session',
    label:
      [
        'skierowanie',
        'przyjęcie',
        'diagnoza',
        'podpis',
        'zajęcia',
        'przegląd planu',
        'wynik',
        'rozmowa po 3 miesiącach',
        'zawieszenie',
      ][index % 9] ?? '',
  })),
  attendance: [
    {
      laneId: 'cis',
      from: addDays(start, 300),
      to: addDays(start, 395),
      label: 'warsztaty, 61 z 66 obecności',
      marks: Array.from({ length: 66 }, (_, index) => (index % 13 === 7 ? 'absent' : 'present')),
    },
  ],
  due: [{ laneId: 'prac', at: '2027-01-15', label: 'monitoring losów po 12 miesiącach' }],
};
