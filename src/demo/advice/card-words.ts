/** Whom the desk of the demonstration advises, and on what. Everybody and everything is invented. */
export interface DemoClient {
  readonly kind: 'initiative' | 'entity' | 'person';
  readonly name: string;
  readonly nip: string;
  readonly undertaking: boolean;
  readonly email: string;
  readonly path: {
    readonly diagnosis: string;
    readonly nextSteps: string;
    readonly goals: readonly string[];
    /** Hours planned, by type of advice. */
    readonly hours: Readonly<Record<string, number>>;
  } | null;
}

export const CLIENTS: readonly DemoClient[] = [
  {
    kind: 'initiative',
    name: 'Grupa „Smak po sąsiedzku” (pokaz)',
    nip: '',
    undertaking: false,
    email: 'smak@splot.example',
    path: {
      diagnosis:
        'Pięć osób, dwie długotrwale bezrobotne. Umieją gotować i liczyć porcje, nie prowadziły firmy. Lokal po stołówce szkolnej do wzięcia od września.',
      nextSteps: 'Statut do podpisu, potem rozmowa z gminą o lokalu.',
      goals: [
        'Zebrać pięć osób założycielskich',
        'Zarejestrować spółdzielnię socjalną',
        'Podpisać umowę na lokal',
      ],
      hours: { business: 40, legal: 20, finance: 20, organisation: 30, marketing: 20 },
    },
  },
  {
    kind: 'entity',
    name: 'Spółdzielnia Socjalna „Wątek” (pokaz)',
    nip: '5260250274',
    undertaking: true,
    email: 'watek@splot.example',
    path: {
      diagnosis:
        'Szyje odzież roboczą dla dwóch odbiorców. Płaci w terminie, ale jeden odbiorca to 80% przychodu.',
      nextSteps: 'Oferta dla trzech nowych odbiorców i kalkulacja ceny.',
      goals: [
        'Pozyskać trzeciego odbiorcę',
        'Złożyć ofertę w zamówieniu zastrzeżonym',
        'Utrzymać sześć miejsc pracy',
      ],
      hours: { business: 30, legal: 15, finance: 20, procurement: 20, marketing: 15 },
    },
  },
  {
    kind: 'entity',
    name: 'Stowarzyszenie „Most nad Dunajcem” (pokaz)',
    nip: '',
    undertaking: false,
    email: 'most@splot.example',
    path: null,
  },
  {
    kind: 'entity',
    name: 'Przedsiębiorstwo Społeczne „Zielony Podwórz” sp. z o.o. (pokaz)',
    nip: '5260250274',
    undertaking: true,
    email: 'zielony@splot.example',
    path: null,
  },
  {
    kind: 'person',
    name: 'Osoba wymyślona (pokaz)',
    nip: '',
    undertaking: false,
    email: '',
    path: null,
  },
];

export const ADVICE: readonly {
  readonly type: string;
  readonly topic: string;
  readonly problem: string;
  readonly advice: string;
  readonly next: string;
}[] = [
  {
    type: 'business',
    topic: 'cooperative',
    problem: 'Grupa nie wie, czy pomysł się utrzyma.',
    advice:
      'Policzono koszt i cenę jednego zamówienia, próg rentowności i trzy warianty sprzedaży na pierwszy rok.',
    next: 'Sprawdzić ceny u dwóch dostawców.',
  },
  {
    type: 'legal',
    topic: 'enterprise_status',
    problem: 'Czy w statucie trzeba wpisać przeznaczenie zysku?',
    advice: 'Omówiono wymagania statusu przedsiębiorstwa społecznego i poprawiono trzy paragrafy statutu.',
    next: 'Walne zgromadzenie przyjmie zmiany.',
  },
  {
    type: 'finance',
    topic: 'owes',
    problem: 'Jak zaplanować wkład własny i wydatki dotacji?',
    advice: 'Ułożono harmonogram wydatków z podziałem na źródła, tak by nic nie było opłacone dwa razy.',
    next: 'Dwie oferty na każdy zakup powyżej 5 tys. zł.',
  },
  {
    type: 'procurement',
    topic: 'reserved',
    problem: 'Pierwsze zamówienie zastrzeżone: co dołączyć do oferty?',
    advice: 'Przejrzano ogłoszenie punkt po punkcie i przygotowano listę oświadczeń.',
    next: 'Oferta do sprawdzenia trzy dni przed terminem.',
  },
  {
    type: 'marketing',
    topic: 'owes',
    problem: 'Jak dotrzeć do odbiorców poza gminą?',
    advice: 'Opisano trzy grupy odbiorców i napisano wspólnie krótką ofertę z cennikiem.',
    next: 'Wysłać ofertę do dziesięciu firm i spisać odpowiedzi.',
  },
  {
    type: 'organisation',
    topic: 'cooperative',
    problem: 'Kto za co odpowiada w grupie?',
    advice: 'Podzielono zadania, ustalono rytm spotkań i sposób podejmowania decyzji.',
    next: 'Regulamin pracy grupy na jedną stronę.',
  },
];
