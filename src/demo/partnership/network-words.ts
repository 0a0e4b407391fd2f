/** Invented cards: of the demonstration partnerships by their key, and of partnerships in other counties. */
export interface DemoCard {
  readonly lead: string;
  readonly specialises: string;
  readonly proudOf: string;
  readonly terms: readonly string[];
  /** What visitors are shown; nobody is received without it. */
  readonly shows?: string;
}

export const OWN_CARDS: Readonly<Record<string, DemoCard>> = {
  powiat: {
    lead: 'Piętnaście instytucji górskiego powiatu, jedna usługa: od skierowania do pracy w trzy miesiące.',
    specialises:
      'Prowadzimy wspólną diagnozę ośrodka i urzędu pracy przy jednym stole.\nCIS i ZAZ biorą udział w planie od pierwszego dnia.',
    proudOf: 'Odpowiadamy na skierowania przed terminem. Dojazdy organizujemy razem z przedsiębiorcami.',
    terms: [
      ...['referrals', 'diagnosis', 'plan', 'reintegration'],
      ...['long_unemployed', 'disability', 'transport', 'debts'],
    ],
    shows: 'Dzień w CIS „Start”, spotkanie zespołu i wspólna diagnoza na przykładzie.',
  },
  mszana: {
    lead: 'Miasto i dwie gminy wiejskie: pracujemy z rodzinami, które dotąd krążyły między urzędami.',
    specialises: 'Łączymy pracę asystenta rodziny z doradztwem zawodowym.',
    proudOf: 'Klub integracji i tartak wspólnie uczą zawodu.',
    terms: ['employers', 'plan', 'parents', 'long_unemployed', 'childcare', 'transport'],
    shows: 'Warsztat w tartaku i rozmowa z asystentkami rodziny.',
  },
  miasto: {
    lead: 'Małe partnerstwo jednego miasta, które zaczyna od spraw najtrudniejszych.',
    specialises: 'Pomagamy osobom zadłużonym wrócić do legalnej pracy.',
    proudOf: 'Wszystkie plany podpisują trzy instytucje.',
    terms: ['financing', 'participants', 'addiction', 'debts', 'cold_start'],
  },
};

export interface DemoNeighbour extends DemoCard {
  readonly county: string;
  readonly name: string;
  /** The place after which its institutions are called. */
  readonly place: string;
  readonly months: number;
  /** Days until its agreement ends; without it there is no end. */
  readonly ends?: number;
  readonly state?: 'negotiation' | 'suspended';
  readonly meetings: number;
}

const two = (a: string, b: string): Pick<DemoCard, 'specialises' | 'proudOf'> => ({
  specialises: a,
  proudOf: b,
});

export const NEIGHBOURS: readonly DemoNeighbour[] = [
  {
    county: '1201',
    name: 'Partnerstwo Puszczy Niepołomickiej',
    place: 'Bochni',
    months: 60,
    meetings: 8,
    lead: 'Powiat blisko dużego miasta: praca jest, trzeba do niej dojechać.',
    ...two(
      'Umawiamy dojazdy z dużymi zakładami.',
      'Dwie linie busów, które powstały z inicjatywy partnerstwa.',
    ),
    terms: ['employers', 'long_unemployed', 'older', 'transport', 'childcare'],
    shows: 'Rozmowa z zakładami i przejazd busem o piątej rano.',
  },
  {
    county: '1202',
    name: 'Partnerstwo Brzeskie „Razem”',
    place: 'Brzesku',
    months: 38,
    meetings: 6,
    ends: 45,
    lead: 'Siedem gmin, jeden formularz skierowania.',
    ...two('Uprościliśmy skierowania do jednej strony.', 'Odpowiedź na skierowanie w trzy dni.'),
    terms: ['referrals', 'agreement', 'long_unemployed', 'parents', 'debts'],
  },
  {
    county: '1205',
    name: 'Partnerstwo Gorlickie',
    place: 'Gorlicach',
    months: 72,
    meetings: 10,
    lead: 'Spółdzielnie socjalne jako stały partner usług.',
    ...two(
      'Zlecamy usługi spółdzielniom i pilnujemy jakości.',
      'Trzy spółdzielnie, w których pracują dawni uczestnicy.',
    ),
    terms: ['social_economy', 'financing', 'disability', 'long_unemployed', 'few_jobs', 'transport'],
    shows: 'Dwie spółdzielnie i księgowa, która odpowie na każde pytanie.',
  },
  {
    county: '1210',
    name: 'Partnerstwo Doliny Popradu',
    place: 'Starym Sączu',
    months: 48,
    meetings: 7,
    lead: 'Praca sezonowa zamieniona w całoroczną.',
    ...two('Łączymy sezon letni i zimowy w jedną umowę.', 'Co trzecia osoba pracuje dłużej niż rok.'),
    terms: ['employers', 'plan', 'young', 'long_unemployed', 'few_jobs', 'transport'],
    shows: 'Spotkanie z hotelarzami i doradcami.',
  },
  {
    county: '1211',
    name: 'Partnerstwo Podhalańskie',
    place: 'Nowym Targu',
    months: 30,
    meetings: 4,
    ends: 80,
    lead: 'Górskie gminy, w których wszyscy się znają, a jednak mało kto prosi o pomoc.',
    ...two('Docieramy przez liderów wsi i parafie.', 'Dyżury w każdej gminie.'),
    terms: ['participants', 'diagnosis', 'addiction', 'older', 'motivation', 'health_care'],
    shows: 'Dyżur w remizie i rozmowa z liderkami.',
  },
  {
    county: '1215',
    name: 'Partnerstwo Babiogórskie',
    place: 'Suchej Beskidzkiej',
    months: 20,
    meetings: 3,
    lead: 'Młodzi, którzy skończyli szkołę i nic potem.',
    ...two('Pierwsza praca w warsztatach z opiekunem.', 'Czterdziestu mistrzów, którzy przyjmują uczniów.'),
    terms: ['employers', 'young', 'care_leavers', 'few_jobs', 'motivation'],
  },
  {
    county: '1217',
    name: 'Partnerstwo Tatrzańskie',
    place: 'Zakopanem',
    months: 14,
    meetings: 0,
    lead: 'Początek współpracy w powiecie turystycznym.',
    ...two('Uczymy się od sąsiadów.', 'Porozumienie podpisane w pół roku.'),
    terms: ['agreement', 'young', 'migrants', 'housing', 'cold_start'],
  },
  {
    county: '1218',
    name: 'Partnerstwo Wadowickie',
    place: 'Wadowicach',
    months: 55,
    meetings: 9,
    lead: 'Partnerstwo z głosem uczestników: siedzą przy stole od początku.',
    ...two(
      'Rada uczestników opiniuje każdą zmianę usługi.',
      'Ankieta bezimienna dwa razy w roku i odpowiedź na każdą uwagę.',
    ),
    terms: ['participants', 'evaluation', 'parents', 'disability', 'childcare'],
    shows: 'Posiedzenie rady uczestników.',
  },
  {
    county: '1219',
    name: 'Partnerstwo Solne',
    place: 'Wieliczce',
    months: 26,
    meetings: 5,
    state: 'suspended',
    lead: 'Przerwa po zmianach kadrowych; wracamy wiosną.',
    ...two('Wspólne szkolenia kadr.', 'Lista spraw, których nie zgubiliśmy mimo przerwy.'),
    terms: ['diagnosis', 'long_unemployed', 'staff_turnover', 'few_specialists'],
  },
  {
    county: '1261',
    name: 'Krakowskie Partnerstwo Wychodzenia z Bezdomności',
    place: 'Krakowie',
    months: 66,
    meetings: 11,
    lead: 'Duże miasto, jedno wejście dla osób w kryzysie bezdomności.',
    ...two('Mieszkanie i praca w jednym planie.', 'Dom wspólny siedmiu organizacji.'),
    terms: ['plan', 'data_protection', 'homeless', 'addiction', 'housing', 'health_care'],
    shows: 'Dzień w punkcie pierwszego kontaktu.',
  },
  {
    county: '1262',
    name: 'Partnerstwo Sądeckie Miasto',
    place: 'Nowym Sączu',
    months: 33,
    meetings: 6,
    ends: 200,
    lead: 'Miasto na prawach powiatu, które kieruje do CIS przed zasiłkiem.',
    ...two('CIS jako pierwszy krok.', 'Połowa absolwentów CIS w pracy po roku.'),
    terms: ['reintegration', 'financing', 'long_unemployed', 'prison', 'debts'],
  },
  {
    county: '1263',
    name: 'Partnerstwo Tarnowskie',
    place: 'Tarnowie',
    months: 9,
    meetings: 2,
    state: 'negotiation',
    lead: 'Uzgadniamy porozumienie i szukamy wzorów.',
    ...two('Zebraliśmy dziesięć instytucji.', 'Wspólna mapa usług miasta.'),
    terms: ['agreement', 'migrants', 'long_unemployed', 'cold_start'],
  },
  {
    county: '1801',
    name: 'Partnerstwo Bieszczadzkie',
    place: 'Ustrzykach Dolnych',
    months: 50,
    meetings: 6,
    lead: 'Daleko do urzędu: urząd jeździ do ludzi.',
    ...two('Mobilny punkt w autobusie.', 'Żadna wieś dalej niż pół godziny od doradcy.'),
    terms: ['participants', 'referrals', 'long_unemployed', 'older', 'transport', 'few_jobs'],
    shows: 'Jeden dzień w autobusie.',
  },
  {
    county: '1807',
    name: 'Partnerstwo Krośnieńskie',
    place: 'Krośnie',
    months: 44,
    meetings: 7,
    lead: 'Warsztaty terapii i zakład aktywności w jednej ścieżce.',
    ...two('Przejścia z WTZ do ZAZ i na rynek.', 'Dziewięć przejść w rok.'),
    terms: ['reintegration', 'plan', 'disability', 'health_care', 'few_jobs'],
    shows: 'WTZ i ZAZ w jeden dzień.',
  },
  {
    county: '2417',
    name: 'Partnerstwo Żywieckie',
    place: 'Żywcu',
    months: 41,
    meetings: 5,
    lead: 'Kobiety wracające do pracy po latach opieki.',
    ...two('Opieka nad dziećmi na czas zajęć.', 'Klub malucha prowadzony przez spółdzielnię.'),
    terms: ['social_economy', 'parents', 'older', 'childcare', 'transport'],
    shows: 'Klub malucha i rozmowa z założycielkami.',
  },
  {
    county: '2403',
    name: 'Partnerstwo Cieszyńskie',
    place: 'Cieszynie',
    months: 58,
    meetings: 8,
    lead: 'Dwa brzegi rzeki, wspólny rynek pracy.',
    ...two('Doradztwo po obu stronach granicy.', 'Umowa z urzędem pracy sąsiadów.'),
    terms: ['employers', 'agreement', 'young', 'migrants', 'housing'],
  },
  {
    county: '2604',
    name: 'Partnerstwo Świętokrzyskie Północ',
    place: 'Kielcach',
    months: 62,
    meetings: 9,
    lead: 'Ewaluacja, z której coś wynika.',
    ...two('Mierzymy, rozmawiamy, zmieniamy.', 'Raport na dwie strony, który czytają wójtowie.'),
    terms: ['evaluation', 'plan', 'long_unemployed', 'motivation', 'staff_turnover'],
    shows: 'Warsztat z naszych danych.',
  },
  {
    county: '0607',
    name: 'Partnerstwo Kraśnickie',
    place: 'Kraśniku',
    months: 36,
    meetings: 5,
    lead: 'Rolnicy bez ziemi i praca w przetwórstwie.',
    ...two('Spółdzielnie przetwórcze.', 'Sklep z produktami uczestników.'),
    terms: ['social_economy', 'financing', 'long_unemployed', 'older', 'few_jobs', 'transport'],
  },
  {
    county: '3021',
    name: 'Partnerstwo Poznańskie Powiat',
    place: 'Poznaniu',
    months: 70,
    meetings: 10,
    lead: 'Ochrona danych bez strachu: wzory, które działają.',
    ...two('Jeden wzór współadministrowania dla siedemnastu gmin.', 'Zero skarg przez pięć lat.'),
    terms: ['data_protection', 'agreement', 'referrals', 'young', 'staff_turnover'],
    shows: 'Inspektor ochrony danych i godzina pytań.',
  },
  {
    county: '2214',
    name: 'Partnerstwo Kociewskie',
    place: 'Tczewie',
    months: 53,
    meetings: 7,
    lead: 'Osoby po więzieniu: praca od pierwszego dnia.',
    ...two('Spotkanie jeszcze przed wyjściem.', 'Czterech pracodawców, którzy nie pytają o przeszłość.'),
    terms: ['employers', 'plan', 'prison', 'addiction', 'housing', 'debts'],
    shows: 'Spotkanie z pracodawcami.',
  },
];
