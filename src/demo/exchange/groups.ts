/** Topic groups of the demonstration: who is in them, what is asked, which answer solved it. Everything is invented. */
export interface SaidTopic {
  readonly by: string;
  readonly title: string;
  readonly body: string;
  readonly ago: number;
  readonly pinned?: true;
  readonly closed?: true;
  readonly answers: readonly {
    readonly by: string;
    readonly body: string;
    readonly ago: number;
    readonly solves?: true;
  }[];
  readonly poll?: { readonly options: readonly string[]; readonly votes: Readonly<Record<string, number>> };
}
export interface SaidGroup {
  readonly name: string;
  readonly description: string;
  readonly reading: 'open' | 'members';
  readonly joining: 'anybody' | 'invited';
  readonly keeper: string;
  readonly members: readonly string[];
  readonly topics: readonly SaidTopic[];
}

export const GROUPS: readonly SaidGroup[] = [
  {
    name: 'Zamówienia społeczne w praktyce',
    description:
      'Dla osób, które zamawiają usługi w gminach, i dla tych, które je wykonują. Pytamy o zapisy, progi, podział na części i odbiór. Bez danych osób i bez cen z toczących się postępowań.',
    reading: 'open',
    joining: 'anybody',
    keeper: 'koordynator',
    members: ['miastohead', 'mszanahead', 'droga', 'razem', 'redaktor', 'helena', 'cishead'],
    topics: [
      {
        by: 'koordynator',
        title: 'Zanim zapytasz: co warto podać w pytaniu',
        body: 'Napisz, czego dotyczy zamówienie, jaka jest przybliżona wartość i jaki masz termin. Nie podawaj nazw wykonawców.',
        ago: 120,
        pinned: true,
        closed: true,
        answers: [],
      },
      {
        by: 'mszanahead',
        title: 'Jak podzielić utrzymanie zieleni na części, żeby mała spółdzielnia mogła wystartować?',
        body: 'Mamy jedenaście terenów zielonych w dwóch sołectwach i w mieście. Dotąd było to jedno zamówienie na rok.\n\nCzy dzielić terenami, czy rodzajem prac?',
        ago: 26,
        answers: [
          {
            by: 'razem',
            body: 'Dla nas lepiej terenami: możemy policzyć dojazd i ludzi. Przy podziale na rodzaje prac trzeba mieć każdy sprzęt.',
            ago: 25,
          },
          {
            by: 'droga',
            body: 'Terenami, ale z trzema zastrzeżeniami:\n\n1. część nie większa niż praca czterech osób,\n2. ten sam wzór odbioru dla wszystkich części,\n3. można złożyć ofertę na jedną albo dwie.\n\nTak zrobiliśmy u siebie i wystartowały trzy podmioty zamiast jednego.',
            ago: 24,
            solves: true,
          },
          {
            by: 'mszanahead',
            body: 'Dziękuję. Przygotuję podział na trzy części i wrócę z wynikiem.',
            ago: 23,
          },
        ],
      },
      {
        by: 'cishead',
        title: 'Kiedy spotkanie o zapisach na przyszły rok?',
        body: 'Proponuję godzinę online. Proszę o głosy.',
        ago: 5,
        answers: [{ by: 'helena', body: 'Najlepiej przed sesją budżetową.', ago: 4 }],
        poll: {
          options: ['pierwszy tydzień miesiąca', 'drugi tydzień miesiąca', 'po sesji rady'],
          votes: { helena: 0, mszanahead: 0, droga: 1, koordynator: 0 },
        },
      },
    ],
  },
  {
    name: 'Wspólny plan: jak to robimy',
    description:
      'Dla pracowników socjalnych, doradców i instruktorów. Rozmawiamy o spotkaniach zespołu, planie i przeglądach. Żadnych spraw konkretnych osób.',
    reading: 'open',
    joining: 'anybody',
    keeper: 'helena',
    members: ['anna', 'piotr', 'tomasz', 'ewa', 'katarzyna', 'marcin', 'pcpr', 'kis', 'cus'],
    topics: [
      {
        by: 'tomasz',
        title: 'Ile osób przy stole na pierwszym spotkaniu?',
        body: 'Zapraszamy wszystkich partnerów i bywa nas siedmioro na jedną osobę. Jak jest u Was?',
        ago: 19,
        answers: [
          {
            by: 'anna',
            body: 'Najwyżej troje z instytucji. Pozostali piszą swoją część wcześniej, a na spotkaniu ktoś ją streszcza.',
            ago: 18,
            solves: true,
          },
          {
            by: 'katarzyna',
            body: 'I pytamy osobę, kogo chce przy stole. Czasem odpowiedź zaskakuje.',
            ago: 18,
          },
          {
            by: 'marcin',
            body: 'My przychodzimy dopiero na drugie, gdy wiadomo, czego osoba chce się uczyć.',
            ago: 17,
          },
        ],
      },
      {
        by: 'kis',
        title: 'Przegląd przez telefon czy na miejscu?',
        body: 'Kiedy wystarcza rozmowa telefoniczna, a kiedy trzeba się spotkać?',
        ago: 8,
        answers: [
          {
            by: 'pcpr',
            body: 'Telefon, gdy nic się nie zmienia w celach. Każda zmiana celu: spotkanie.',
            ago: 7,
          },
        ],
      },
    ],
  },
  {
    name: 'Kierujący jednostkami powiatu',
    description:
      'Rozmowy kierowników ośrodków, urzędu pracy i jednostek reintegracji: terminy, zastępstwa, wspólne dyżury. Na zaproszenie.',
    reading: 'members',
    joining: 'invited',
    keeper: 'roman',
    members: ['helena', 'mosthead', 'cishead', 'zaz', 'miastohead'],
    topics: [
      {
        by: 'roman',
        title: 'Zastępstwa w okresie świątecznym',
        body: 'Kto odbiera skierowania między świętami? Proszę wpisać nazwę jednostki i dni.',
        ago: 11,
        answers: [
          {
            by: 'helena',
            body: 'Ośrodek pracuje normalnie poza dniami wolnymi ustawowo; zastępstwa są wpisane w systemie.',
            ago: 10,
            solves: true,
          },
          { by: 'cishead', body: 'CIS ma dyżur telefoniczny od 9 do 12.', ago: 10 },
        ],
      },
    ],
  },
];
