/** What the demonstration speaks of at its meetings; every person is invented. */

export interface DemoPoint {
  readonly title: string;
  readonly notes: string;
  readonly lasts: number;
  readonly decision?: {
    readonly body: string;
    readonly votes?: readonly [number, number, number];
    readonly checkAfter?: number;
  };
  readonly task?: {
    readonly what: string;
    readonly by: string;
    readonly days: number;
    readonly done?: number;
  };
}

/** Points of the team of a partnership; each meeting takes three of them, in turn. */
export const TEAM: readonly DemoPoint[] = [
  {
    title: 'Sprawy, które czekają dłużej niż 14 dni',
    notes:
      'Omówiono sprawy bez odpowiedzi w terminie, bez danych osób. Przyczyną są urlopy i brak zastępstw w kalendarzu.',
    lasts: 25,
    decision: {
      body: 'Każda instytucja wpisuje zastępstwo w Splocie najpóźniej w dniu rozpoczęcia urlopu.',
      checkAfter: 90,
    },
    task: { what: 'Uzupełnić zastępstwa na najbliższy kwartał', by: 'pup', days: 14, done: 10 },
  },
  {
    title: 'Wolne miejsca w CIS i KIS',
    notes: 'W CIS jest sześć wolnych miejsc od początku miesiąca, w KIS nabór rusza po świętach.',
    lasts: 15,
    task: { what: 'Ogłosić wolne miejsca w bazie i powiadomić ośrodki', by: 'cis', days: 7, done: 9 },
  },
  {
    title: 'Wspólna diagnoza: kto wypełnia którą część',
    notes:
      'Część społeczną wypełnia ośrodek, zawodową urząd pracy. Organizacja dopisuje własny głos, gdy prowadzi zajęcia.',
    lasts: 30,
    decision: {
      body: 'Diagnozę wspólną wypełnia się w ciągu 14 dni od przyjęcia skierowania.',
      votes: [9, 0, 1],
      checkAfter: 120,
    },
  },
  {
    title: 'Przeglądy planów przypadające w tym miesiącu',
    notes: 'Przeglądy odbędą się w terminie. Dwa przeniesiono za zgodą osób, których dotyczą.',
    lasts: 20,
    task: { what: 'Ustalić sale i godziny przeglądów', by: 'most', days: 10, done: 8 },
  },
  {
    title: 'Dojazd na zajęcia z gmin bez autobusu',
    notes:
      'Trzy gminy nie mają połączenia rano. Stowarzyszenie sprawdzi, czy bus może jechać dwa razy dziennie.',
    lasts: 25,
    decision: {
      body: 'Od początku kwartału bus stowarzyszenia jeździ dwa razy dziennie; koszt pokrywa budżet partnerstwa.',
      votes: [8, 1, 1],
      checkAfter: 60,
    },
    task: { what: 'Sprawdzić koszt drugiego kursu busa', by: 'most', days: 21 },
  },
  {
    title: 'Szkolenie o prostym języku w pismach',
    notes:
      'Pisma do osób uczestniczących są zbyt trudne. Szkolenie poprowadzi ośrodek wsparcia ekonomii społecznej.',
    lasts: 10,
    task: { what: 'Zebrać zgłoszenia na szkolenie', by: 'pup', days: 14, done: 20 },
  },
];

/** Points of the whole partnership. */
export const WHOLE: readonly DemoPoint[] = [
  {
    title: 'Półrocze partnerstwa w liczbach',
    notes:
      'Przedstawiono liczby procesowe: skierowania, odpowiedzi w terminie, plany i przeglądy. Danych osób nie omawiano.',
    lasts: 30,
    decision: {
      body: 'Przyjmuje się sprawozdanie z półrocza i publikuje je na stronie partnerstwa.',
      votes: [11, 0, 0],
    },
  },
  {
    title: 'Plan działania na kolejne półrocze',
    notes: 'Cele zostają bez zmian. Dochodzi wskaźnik: odpowiedź na skierowanie w ciągu siedmiu dni.',
    lasts: 40,
    decision: {
      body: 'Plan działania uzupełnia się o wskaźnik odpowiedzi w ciągu siedmiu dni.',
      votes: [10, 0, 1],
      checkAfter: 150,
    },
    task: { what: 'Wpisać wskaźnik do planu działania', by: 'most', days: 14, done: 12 },
  },
  {
    title: 'Aneks do porozumienia: załącznik o ochronie danych',
    notes: 'Inspektorzy uzgodnili załącznik. Podpisy zbiera koordynator.',
    lasts: 20,
    task: { what: 'Zebrać podpisy pod aneksem', by: 'most', days: 45 },
  },
];

/** Points of the Partner Group, one after another. */
export const GROUP: readonly DemoPoint[] = [
  {
    title: 'Przedstawienie partnerstw instytucjom regionu',
    notes: 'Koordynatorzy przedstawili trzy partnerstwa: skład, obszar, usługę i to, czego im brakuje.',
    lasts: 60,
  },
  {
    title: 'Jak region może wesprzeć partnerstwa',
    notes: 'Najczęściej brakuje transportu, superwizji i czasu na wspólne spotkania.',
    lasts: 45,
    decision: {
      body: 'ROPS finansuje superwizję zespołów partnerstw do końca roku.',
      votes: [9, 0, 1],
      checkAfter: 120,
    },
    task: { what: 'Ogłosić nabór na superwizję', by: 'rops', days: 30, done: 25 },
  },
  {
    title: 'Dostęp urzędów pracy do wspólnego planu',
    notes: 'Omówiono zakres wymiany z art. 198: pomoc udzielona, jej efekty i działania planowane.',
    lasts: 40,
    decision: {
      body: 'Wzór załącznika o ochronie danych zaleca się wszystkim partnerstwom.',
      votes: [10, 0, 0],
      checkAfter: 180,
    },
  },
  {
    title: 'Które nowe rozwiązania utrwalić',
    notes: 'Za warte utrwalenia uznano wspólną diagnozę, jeden plan i stały skład zespołu.',
    lasts: 50,
    task: { what: 'Opisać trzy rozwiązania jako dobre praktyki', by: 'wup', days: 40 },
  },
  {
    title: 'Wizyta studyjna partnerstw u siebie nawzajem',
    notes: 'Gotowość zgłosiły dwa partnerstwa. Koszt dojazdu pokrywa region.',
    lasts: 25,
    task: { what: 'Uzgodnić terminy wizyt', by: 'rops', days: 21, done: 20 },
  },
  {
    title: 'Rekomendacje zmian w prawie',
    notes: 'Zebrano uwagi do łączenia finansowania usługi z pomocy społecznej i rynku pracy.',
    lasts: 45,
    decision: {
      body: 'Rekomendacje przekazuje się ministerstwu po zebraniu uwag partnerstw.',
      votes: [8, 0, 2],
    },
  },
];

/** People from outside who came to the Partner Group: name and organisation. */
export const GUESTS: readonly (readonly [name: string, organisation: string])[] = [
  ['Bożena Wnęk', 'Starostwo Powiatowe w Limanowej'],
  ['Krzysztof Madej', 'Urząd Marszałkowski'],
  ['Lucyna Pater', 'Urząd Wojewódzki'],
  ['Jan Szot', 'Związek Gmin'],
  ['Dorota Ślusarz', 'Rada działalności pożytku publicznego'],
  ['Andrzej Kurek', 'Wojewódzka Rada Rynku Pracy'],
  ['Halina Dudzik', 'Federacja organizacji pozarządowych'],
  ['Mirosław Cabała', 'Związek spółdzielni socjalnych'],
  ['Ewelina Król', 'Uczelnia: instytut pracy socjalnej'],
  ['Tadeusz Wójs', 'Izba rzemieślnicza'],
  ['Sylwia Gawęda', 'Powiatowa Rada Rynku Pracy'],
  ['Marian Oleksy', 'Caritas diecezji'],
];
