import type { PlaceKey } from './places.ts';

/** An invented event. `day` counts from today; what lies behind has been held. */
export interface DemoEvent {
  readonly slug: string;
  readonly kind: 'conference' | 'seminar' | 'workshop' | 'meeting' | 'training';
  readonly by: string;
  readonly pl: readonly [title: string, lead: string];
  readonly en: readonly [title: string, lead: string];
  readonly themes: readonly string[];
  readonly day: number;
  readonly at: string;
  readonly minutes: number;
  readonly place: PlaceKey;
  readonly capacity: number | null;
  /** How many ask for a place. */
  readonly asked: number;
  readonly more?: {
    readonly hybrid?: true;
    readonly approval?: true;
    readonly open?: true;
    readonly cancelled?: true;
    readonly moved?: true;
    readonly draft?: true;
    readonly certificate?: number;
    readonly repeat?: {
      readonly every: 'daily' | 'weekly' | 'monthly_weekday';
      readonly interval: number;
      readonly count: number;
    };
    readonly programme?: readonly (readonly [
      at: string,
      minutes: number,
      room: string,
      pl: string,
      en: string,
      who: string,
      whoEn: string,
    ])[];
  };
}

const event = (
  slug: string,
  kind: DemoEvent['kind'],
  by: string,
  pl: DemoEvent['pl'],
  en: DemoEvent['en'],
  themes: readonly string[],
  when: readonly [day: number, at: string, minutes: number],
  place: PlaceKey,
  [capacity, asked]: readonly [number | null, number],
  more?: DemoEvent['more'],
): DemoEvent => ({
  slug,
  kind,
  by,
  pl,
  en,
  themes,
  day: when[0],
  at: when[1],
  minutes: when[2],
  place,
  capacity,
  asked,
  ...(more && { more }),
});

export const AHEAD: readonly DemoEvent[] = [
  event(
    'pierwsze-kroki-w-ekonomii-spolecznej',
    'seminar',
    'owes',
    [
      'Pierwsze kroki w ekonomii społecznej',
      'Dla urzędniczek i urzędników, którzy dostali ten temat wczoraj. Bez skrótów, z przykładami z gmin.',
    ],
    [
      'First steps in the social economy',
      'For officials who were given the subject yesterday. No acronyms, with examples from gminas.',
    ],
    ['basics', 'enterprises'],
    [9, '10:00', 240],
    'limanowa',
    [30, 22],
    {
      certificate: 5,
      programme: [
        [
          '10:00',
          60,
          'duża',
          'Kto jest kim: CIS, KIS, WTZ, ZAZ, spółdzielnia',
          'Who is who: CIS, KIS, WTZ, ZAZ, cooperative',
          'doradczyni OWES',
          'adviser of a support centre',
        ],
        [
          '11:00',
          75,
          'duża',
          'Co gmina może zlecić i jak',
          'What a gmina may commission and how',
          'specjalista ds. zamówień',
          'procurement specialist',
        ],
        [
          '11:00',
          75,
          'mała',
          'Rozmowy przy stolikach: moja gmina',
          'Table talks: my gmina',
          'koordynatorka partnerstwa',
          'partnership coordinator',
        ],
        [
          '12:45',
          75,
          'duża',
          'Plan na najbliższe trzy miesiące',
          'A plan for the next three months',
          'doradczyni OWES',
          'adviser of a support centre',
        ],
      ],
    },
  ),
  event(
    'wspolny-plan-bez-papieru',
    'workshop',
    'most',
    ['Wspólny plan bez papieru', 'Jak ośrodek pomocy, urząd pracy i organizacja piszą jeden plan z osobą.'],
    [
      'A shared plan without paper',
      'How a welfare centre, a labour office and an NGO write one plan with the person.',
    ],
    ['shared_case', 'partnership'],
    [12, '09:00', 300],
    'mszana',
    [16, 19],
    { certificate: 6 },
  ),
  event(
    'klauzule-spoleczne-w-praktyce',
    'training',
    'owes',
    ['Klauzule społeczne w praktyce', 'Od opisu potrzeby do umowy: ćwiczenia na prawdziwych zakupach gminy.'],
    [
      'Social clauses in practice',
      'From describing a need to the contract: exercises on real purchases of a gmina.',
    ],
    ['procurement'],
    [15, '09:30', 330],
    'sacz',
    [20, 14],
    { certificate: 8, repeat: { every: 'daily', interval: 1, count: 2 } },
  ),
  event(
    'grupa-partnerska-powiatu',
    'meeting',
    'most',
    ['Grupa Partnerska powiatu', 'Co miesiąc: sprawy, które stoją, i decyzje, na które czekają.'],
    ['County Partner Group', 'Every month: cases that stand still, and the decisions they wait for.'],
    ['partnership', 'shared_case'],
    [-70, '10:00', 120],
    'limanowa',
    [25, 18],
    { repeat: { every: 'monthly_weekday', interval: 1, count: 8 }, moved: true },
  ),
  event(
    'dyzur-doradczy',
    'meeting',
    'owes',
    [
      'Dyżur doradczy dla założycieli',
      'Co drugi tydzień przez internet: pytania o spółdzielnię, pieniądze i pierwszego klienta.',
    ],
    [
      'Advice hours for founders',
      'Every second week online: questions about a cooperative, money and the first customer.',
    ],
    ['cooperatives', 'money'],
    [5, '16:00', 90],
    'online',
    [12, 7],
    { repeat: { every: 'weekly', interval: 2, count: 10 } },
  ),
  event(
    'konferencja-nikt-nie-jest-osobno',
    'conference',
    'most',
    ['Nikt nie jest osobno', 'Doroczna konferencja sieci: co zadziałało w powiatach, a co trzeba zmienić.'],
    [
      'Nobody stands alone',
      'The yearly conference of the network: what worked in the counties and what has to change.',
    ],
    ['partnership', 'evidence', 'rights'],
    [34, '09:00', 420],
    'krakow',
    [120, 74],
    {
      hybrid: true,
      approval: true,
      programme: [
        [
          '09:00',
          60,
          'A',
          'Otwarcie: rok wspólnych spraw w liczbach',
          'Opening: a year of shared cases in figures',
          'koordynatorka sieci',
          'network coordinator',
        ],
        [
          '10:15',
          90,
          'A',
          'Jedna diagnoza, trzy instytucje',
          'One diagnosis, three institutions',
          'pracownica socjalna i doradca klienta',
          'a social worker and an employment adviser',
        ],
        [
          '10:15',
          90,
          'B',
          'Spółdzielnia w usługach gminy',
          'A cooperative in the services of a gmina',
          'prezeska spółdzielni',
          'head of a cooperative',
        ],
        [
          '12:45',
          90,
          'A',
          'Głos osób: co pomogło',
          'The voice of people: what helped',
          'osoby uczestniczące',
          'participants',
        ],
        [
          '14:30',
          60,
          'A',
          'Co zrobimy do następnego roku',
          'What we do until next year',
          'prowadzące konferencję',
          'hosts of the conference',
        ],
      ],
    },
  ),
  event(
    'dzien-otwarty-zaz',
    'meeting',
    'zaz',
    [
      'Dzień otwarty Zakładu Aktywności Zawodowej',
      'Zobacz, jak pracujemy, i spróbuj naszej kuchni. Nie trzeba się zapisywać.',
    ],
    ['Open day of the sheltered workshop', 'See how we work and taste our food. No registration needed.'],
    ['reintegration', 'work'],
    [20, '10:00', 300],
    'tymbark',
    [null, 0],
    { open: true },
  ),
  event(
    'budzet-nowej-spoldzielni',
    'workshop',
    'owes',
    [
      'Budżet nowej spółdzielni',
      'Próg rentowności, pierwszych dwanaście miesięcy i to, o czym się zapomina.',
    ],
    [
      'The budget of a new cooperative',
      'Break-even, the first twelve months, and what is usually forgotten.',
    ],
    ['cooperatives', 'money'],
    [26, '09:00', 360],
    'tarnow',
    [18, 6],
    { certificate: 8 },
  ),
  event(
    'prosty-jezyk-w-pismach',
    'training',
    'ops',
    [
      'Prosty język w pismach',
      'Przepisujemy prawdziwe wezwania i decyzje tak, żeby osoba wiedziała, co ma zrobić.',
    ],
    [
      'Plain language in official letters',
      'We rewrite real summonses and decisions so that the person knows what to do.',
    ],
    ['rights'],
    [29, '09:00', 240],
    'limanowa',
    [15, 11],
    { certificate: 5 },
  ),
  event(
    'pracodawcy-i-cis',
    'meeting',
    'cis',
    ['Śniadanie pracodawców z CIS', 'Kogo szukacie, kogo znamy i jak wygląda staż, który kończy się umową.'],
    [
      'Breakfast of employers and the CIS',
      'Whom you look for, whom we know, and an internship that ends with a contract.',
    ],
    ['work', 'reintegration'],
    [18, '08:00', 120],
    'limanowa',
    [24, 9],
  ),
  event(
    'dane-osobowe-we-wspolnej-sprawie',
    'seminar',
    'ops',
    [
      'Dane osobowe we wspólnej sprawie',
      'Podstawa, zakres, czas: kiedy wolno przekazać dane partnerowi, a kiedy nie.',
    ],
    ['Personal data in a shared case', 'Basis, scope, time: when data may go to a partner and when not.'],
    ['rights', 'shared_case'],
    [41, '12:00', 120],
    'online',
    [60, 31],
  ),
  event(
    'pilotaz-kuchnia-spoleczna',
    'seminar',
    'owes',
    [
      'Pilotaż: kuchnia społeczna po pół roku',
      'Co się udało, co kosztowało więcej i czy warto powtórzyć. Przykład wymyślony na potrzeby pokazu.',
    ],
    [
      'Pilot: a community kitchen after half a year',
      'What worked, what cost more, and whether to repeat it. An example invented for the demonstration.',
    ],
    ['public_utility', 'evidence'],
    [48, '11:00', 150],
    'gorlice',
    [25, 4],
    { hybrid: true },
  ),
  event(
    'wizyta-w-zaz',
    'workshop',
    'razem',
    ['Wizyta studyjna w ZAZ', 'Jeden dzień w kuchni i pralni, rozmowa o pieniądzach i o ludziach.'],
    ['Study visit to a ZAZ', 'One day in the kitchen and the laundry, a talk about money and about people.'],
    ['reintegration', 'enterprises'],
    [55, '08:30', 390],
    'tymbark',
    [12, 12],
  ),
  event(
    'standard-wspolpracy-konsultacje',
    'meeting',
    'most',
    ['Standard współpracy: spotkanie konsultacyjne', 'Czytamy rozdział po rozdziale i zbieramy uwagi.'],
    ['Standard of cooperation: consultation meeting', 'We read chapter by chapter and collect remarks.'],
    ['partnership'],
    [62, '13:00', 150],
    'online',
    [null, 5],
  ),
  event(
    'wolontariat-i-praca',
    'workshop',
    'droga',
    ['Wolontariat jako droga do pracy', 'Umowa, opieka, świadectwo: jak nie zmarnować niczyjego czasu.'],
    ['Volunteering as a way to work', 'Agreement, care, reference: how to waste nobody’s time.'],
    ['work'],
    [11, '15:00', 180],
    'dobra',
    [14, 3],
    { cancelled: true },
  ),
  event(
    'sesja-planowania-rok',
    'meeting',
    'most',
    ['Planowanie przyszłego roku', 'Szkic programu, jeszcze nieogłoszony.'],
    ['Planning next year', 'A draft of the programme, not announced yet.'],
    ['partnership'],
    [80, '10:00', 180],
    'limanowa',
    [20, 0],
    { draft: true },
  ),
];
