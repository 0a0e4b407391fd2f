/** What people write in the demonstration: invented, plain, varied enough to read like work. */
export const REASONS = [
  'Potrzebne wsparcie w powrocie do pracy po dłuższej przerwie i ułożenie dojazdów.',
  'Gotowość do pracy jest, brakuje kwalifikacji i pierwszego doświadczenia.',
  'Potrzebna wspólna praca nad zadłużeniem i znalezieniem stałego zajęcia.',
  'Po zakończonej terapii potrzebne zajęcie i plan na kolejne miesiące.',
  'Opieka nad dziećmi utrudnia szkolenie; potrzebny elastyczny plan.',
];
export const OWN_VIEWS = [
  'Chcę pracować na dworze i oddać długi.',
  'Najbardziej zależy mi na stałej pracy blisko domu.',
  'Chcę się czegoś nauczyć i mieć swoje pieniądze.',
  'Potrzebuję, żeby ktoś pomógł mi zacząć. Potem dam radę.',
  'Chcę pracować na pół etatu, dopóki dzieci są małe.',
];
export const STRENGTHS = [
  'punktualność, sprawność manualna, znajomość okolicy',
  'cierpliwość, doświadczenie w kuchni, prawo jazdy',
  'łatwość kontaktu, wytrwałość, doświadczenie w opiece',
  'dokładność, praca w zespole, chęć uczenia się',
];
export const CONCLUSIONS = [
  'Praca jest możliwa w ciągu roku. Najpierw uporządkowanie zadłużenia i regularne zajęcia, potem staż u pracodawcy z okolicy.',
  'Największą barierą jest dojazd i brak aktualnych kwalifikacji. Plan łączy warsztaty z kursem i stażem.',
  'Potrzebne są małe kroki: warsztaty w jednostce reintegracyjnej, wsparcie w sprawach rodzinnych i próba pracy.',
];
export const PART_NOTES: Readonly<Record<string, readonly string[]>> = {
  D3: [
    'Trudności od ponad roku, potrzebne stałe wsparcie ośrodka.',
    'Potrzebna pomoc w uporządkowaniu spraw, współpraca dobra.',
    'Sytuacja poprawia się, wystarcza okresowe wsparcie.',
    'Sytuacja stabilna, pomoc nie jest potrzebna.',
  ],
  D4: [
    'Przerwa w pracy ponad 24 miesiące, brak aktualnych kwalifikacji.',
    'Doświadczenie przy pracach sezonowych, potrzebne szkolenie.',
    'Doświadczenie w handlu, gotowość do stażu.',
    'Aktualne kwalifikacje, gotowość do pracy od zaraz.',
  ],
};
export interface GoalWords {
  readonly title: string;
  readonly measure: string;
  readonly items: readonly {
    readonly service: string;
    readonly who: 'welfare' | 'labour' | 'third';
    readonly financing: string;
    readonly text: string;
    readonly months: number;
    readonly place?: string;
    readonly hours?: string;
  }[];
}
export const GOALS: readonly GoalWords[] = [
  {
    title: 'Stała praca przy zieleni',
    measure: 'umowa o pracę na co najmniej 3 miesiące',
    items: [
      {
        service: 'vocational_guidance',
        who: 'labour',
        financing: 'labour_fund',
        text: 'trzy spotkania z doradcą',
        months: 2,
      },
      {
        service: 'internship',
        who: 'labour',
        financing: 'labour_fund',
        text: 'staż u pracodawcy z okolicy',
        months: 6,
        place: 'u pracodawcy',
      },
    ],
  },
  {
    title: 'Kwalifikacje i regularny rytm dnia',
    measure: 'obecność na co najmniej 80% zajęć',
    items: [
      {
        service: 'motivation_workshop',
        who: 'third',
        financing: 'commissioned_task',
        text: 'warsztaty dwa razy w tygodniu',
        months: 5,
        place: 'pracownia',
        hours: '48',
      },
    ],
  },
  {
    title: 'Uporządkowane zadłużenie',
    measure: 'podpisana ugoda i trzy spłacone raty',
    items: [
      {
        service: 'debt_advice',
        who: 'welfare',
        financing: 'gmina',
        text: 'porady i pomoc w rozmowach z wierzycielami',
        months: 4,
      },
      {
        service: 'social_work',
        who: 'welfare',
        financing: 'gmina',
        text: 'spotkania z pracownikiem socjalnym',
        months: 6,
      },
    ],
  },
  {
    title: 'Codzienne sprawy pod kontrolą',
    measure: 'dokumenty złożone, opieka nad dziećmi zapewniona',
    items: [
      {
        service: 'family_assistance',
        who: 'welfare',
        financing: 'gmina',
        text: 'wsparcie asystenta rodziny',
        months: 6,
      },
    ],
  },
  {
    title: 'Praca w kuchni lub opiece',
    measure: 'ukończony kurs i trzy rozmowy o pracę',
    items: [
      { service: 'training', who: 'labour', financing: 'labour_fund', text: 'kurs zawodowy', months: 3 },
      {
        service: 'assisted_job_search',
        who: 'labour',
        financing: 'labour_fund',
        text: 'wspólne szukanie ofert',
        months: 6,
      },
    ],
  },
];
export const OBLIGATIONS = [
  'Przychodzę na umówione spotkania i uprzedzam, gdy nie mogę.',
  'Chodzę na warsztaty i szukam pracy razem z doradcą.',
  'Spłacam raty i biorę udział w zajęciach.',
];
