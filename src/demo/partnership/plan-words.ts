/** The action plan of the demonstration: goals with what shows and what is done; owners are keys of institutions. */
export interface DemoIndicator {
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'keep';
  readonly baseline: number | null;
  readonly target: number;
  readonly computed?: string;
  /** Month of the year and value. */
  readonly measured?: readonly (readonly [number, number, string])[];
}
export interface DemoTask {
  readonly key: string;
  readonly title: string;
  readonly owner: string;
  readonly worker?: string;
  /** Months of the year, both included. */
  readonly months: readonly [number, number];
  readonly state: 'planned' | 'in_progress' | 'done' | 'given_up';
  readonly note?: string;
}
export interface DemoGoal {
  readonly title: string;
  readonly description: string;
  readonly months: readonly [number, number];
  readonly indicators: readonly DemoIndicator[];
  readonly tasks: readonly DemoTask[];
}

export const GOALS: readonly DemoGoal[] = [
  {
    title: 'Krótsza droga od skierowania do wsparcia',
    description:
      'Osoba, która trafia do jednego z partnerów, w dwa tygodnie rozmawia z tym, kto może jej pomóc.',
    months: [1, 12],
    indicators: [
      {
        name: 'Odpowiedzi na skierowania w terminie',
        definition:
          'Skierowania, na które odbiorca odpowiedział do wyznaczonego dnia, wśród wszystkich, którym termin minął.',
        unit: '%',
        direction: 'up',
        baseline: 71,
        target: 90,
        computed: 'answered_on_time',
      },
      {
        name: 'Czas do pierwszej rozmowy',
        definition: 'Mediana dni od skierowania do pierwszego spotkania z osobą, z ewidencji partnerów.',
        unit: 'dni',
        direction: 'down',
        baseline: 19,
        target: 14,
        measured: [
          [3, 18, 'ewidencja partnerów, I kwartał'],
          [6, 16, 'ewidencja partnerów, II kwartał'],
          [9, 13.5, 'ewidencja partnerów, III kwartał'],
        ],
      },
    ],
    tasks: [
      {
        key: 'phone',
        title: 'Jeden numer telefonu do przyjmowania skierowań u każdego partnera',
        owner: 'pup',
        worker: 'ewa',
        months: [1, 2],
        state: 'done',
        note: 'Numery są w załączniku nr 2 do porozumienia i na stronach urzędów.',
      },
      {
        key: 'duty',
        title: 'Dyżur pracownika PUP w ośrodku pomocy, raz w tygodniu',
        owner: 'pup',
        worker: 'tomasz',
        months: [2, 12],
        state: 'in_progress',
        note: 'Dyżur odbywa się we wtorki w Limanowej i Laskowej.',
      },
      {
        key: 'visit',
        title: 'Wspólne pierwsze rozmowy w domu osób, które nie mogą dojechać',
        owner: 'ops',
        worker: 'anna',
        months: [3, 12],
        state: 'in_progress',
      },
    ],
  },
  {
    title: 'Więcej osób kończy wsparcie z pracą lub postępem',
    description: 'Plan każdej osoby łączy pracę socjalną z aktywizacją zawodową i jest sprawdzany na czas.',
    months: [1, 12],
    indicators: [
      {
        name: 'Efektywność społeczna',
        definition:
          'Osoby z postępem wśród tych, które zakończyły wsparcie i którym minęły trzy miesiące, bez wyjść neutralnych.',
        unit: '%',
        direction: 'up',
        baseline: 48,
        target: 55,
        computed: 'social',
      },
      {
        name: 'Efektywność zatrudnieniowa',
        definition:
          'Osoby zatrudnione w ciągu 90 dni od zakończenia, wśród objętych wsparciem zawodowym, bez wyjść neutralnych.',
        unit: '%',
        direction: 'up',
        baseline: 27,
        target: 35,
        computed: 'employment',
      },
      {
        name: 'Prowadzone sprawy',
        definition: 'Sprawy przyjęte i niezakończone ostatniego dnia okresu.',
        unit: '',
        direction: 'up',
        baseline: 34,
        target: 40,
        computed: 'cases_active',
      },
    ],
    tasks: [
      {
        key: 'coach',
        title: 'Trener pracy dla osób po kryzysie zdrowia',
        owner: 'most',
        worker: 'katarzyna',
        months: [2, 11],
        state: 'in_progress',
        note: 'Wsparcie otrzymuje 9 osób, 3 pracują.',
      },
      {
        key: 'workshop',
        title: 'Warsztaty „Pierwszy miesiąc w pracy”, trzy grupy',
        owner: 'cis',
        worker: 'marcin',
        months: [3, 10],
        state: 'done',
        note: 'Trzy grupy po 10 osób; ukończyło 26.',
      },
      {
        key: 'employers',
        title: 'Śniadania z pracodawcami w trzech gminach',
        owner: 'pup',
        worker: 'roman',
        months: [4, 9],
        state: 'given_up',
        note: 'Dwa spotkania odbyły się, trzecie odwołano: nie zgłosił się żaden pracodawca z Kamienicy.',
      },
    ],
  },
  {
    title: 'Partnerzy znają swoje narzędzia i umieją z nich razem korzystać',
    description: 'Nowy pracownik u każdego partnera wie, do kogo zadzwonić i co wolno przekazać.',
    months: [2, 11],
    indicators: [
      {
        name: 'Pracownicy po wspólnym szkoleniu',
        definition:
          'Pracownicy partnerów, którzy ukończyli szkolenie z modelu i z ochrony danych, z list obecności.',
        unit: 'os.',
        direction: 'up',
        baseline: 0,
        target: 60,
        measured: [
          [4, 22, 'lista obecności, szkolenie 1'],
          [9, 47, 'lista obecności, szkolenia 1 i 2'],
        ],
      },
      {
        name: 'Przeglądy planów w terminie',
        definition: 'Przeglądy planowe odbyte najpóźniej w wyznaczonym dniu, wśród odbytych i zaległych.',
        unit: '%',
        direction: 'keep',
        baseline: 80,
        target: 85,
        computed: 'reviews_on_time',
      },
    ],
    tasks: [
      {
        key: 'training',
        title: 'Trzy wspólne szkolenia pracowników partnerów',
        owner: 'most',
        worker: 'koordynator',
        months: [3, 11],
        state: 'in_progress',
        note: 'Dwa szkolenia za nami, trzecie w listopadzie.',
      },
      {
        key: 'guide',
        title: 'Przewodnik „Kto co może”: dwie strony o każdym partnerze',
        owner: 'pcpr',
        worker: 'pcpr',
        months: [5, 12],
        state: 'planned',
      },
    ],
  },
];

/** Amounts in zlotys; shares: source, payer, zlotys. */
export const COSTS: readonly {
  readonly task: string | null;
  readonly title: string;
  readonly document: string;
  readonly amount: number;
  readonly shares: readonly (readonly [string, string, number])[];
}[] = [
  {
    task: 'workshop',
    title: 'Prowadzenie warsztatów, 90 godzin',
    document: 'UM/CIS/3',
    amount: 18000,
    shares: [
      ['labour_fund', 'pup', 12000],
      ['gmina', 'ops', 6000],
    ],
  },
  {
    task: 'workshop',
    title: 'Posiłki i dojazd uczestników',
    document: '',
    amount: 5400,
    shares: [['gmina', 'ops', 5400]],
  },
  {
    task: 'coach',
    title: 'Wynagrodzenie trenera pracy, pół etatu',
    document: 'PFRON/2/17',
    amount: 42000,
    shares: [
      ['pfron', 'most', 35700],
      ['ngo_own', 'most', 6300],
    ],
  },
  {
    task: 'training',
    title: 'Trener i materiały szkoleń',
    document: '',
    amount: 9600,
    shares: [['esf_plus', 'most', 7200]],
  },
  {
    task: 'visit',
    title: 'Dojazdy do osób',
    document: '',
    amount: 3200,
    shares: [
      ['county', 'pcpr', 1600],
      ['gmina', 'ops', 1600],
    ],
  },
  {
    task: null,
    title: 'Druk przewodnika i plakatów',
    document: '',
    amount: 2150.5,
    shares: [['private', 'most', 2150.5]],
  },
];
