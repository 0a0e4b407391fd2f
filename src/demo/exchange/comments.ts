/** What readers wrote under pages of the demonstration. Every person and every sentence is invented. */
export interface SaidComment {
  /** Key of a worker; without it somebody without an account, by the signature. */
  readonly by?: string;
  readonly signature?: string;
  readonly title?: string;
  readonly body: string;
  readonly lang?: 'pl' | 'en';
  /** Days ago. */
  readonly ago: number;
  readonly useful?: true;
  readonly answers?: readonly SaidComment[];
  /** Taken down by a moderator for insult, and appealed against. */
  readonly removed?: { readonly statement: string; readonly appeal: string };
  /** Somebody reported it, and nobody has decided yet. */
  readonly noticed?: string;
}

export const COMMENTS: Readonly<Record<string, readonly SaidComment[]>> = {
  'advice/zamowienie-zastrzezone-krok-po-kroku': [
    {
      signature: 'Inspektorka z małej gminy',
      title: 'Czy to działa poniżej progu?',
      body: 'Zamawiamy u siebie głównie rzeczy za mniejsze kwoty. Czy zastrzeżenie ma wtedy w ogóle sens, czy wystarczy nasz regulamin?',
      ago: 34,
      answers: [
        {
          by: 'koordynator',
          body: 'W partnerstwie radzimy wpisać to do regulaminu zamówień poniżej progu: **jedno zdanie**, że pytamy także spółdzielnie i przedsiębiorstwa społeczne z powiatu. Potem łatwiej o zamówienia większe, bo obie strony już się znają.',
          ago: 33,
          useful: true,
          answers: [
            {
              signature: 'Inspektorka z małej gminy',
              body: 'Dziękuję, przekażę skarbniczce. O to właśnie mi chodziło.',
              ago: 32,
            },
          ],
        },
        {
          by: 'droga',
          body: 'Z drugiej strony: dla nas pytanie o wycenę to już dużo. Nawet gdy nie wygramy, wiemy, czego gmina potrzebuje.',
          ago: 30,
        },
      ],
    },
    {
      signature: 'K. spod Limanowej',
      title: 'Brakuje wzoru',
      body: 'Przydałby się gotowy wzór zapytania do pobrania. Reszta jest jasna.',
      ago: 21,
      useful: true,
      answers: [
        {
          by: 'redaktor',
          body: 'Wzory zapisów są w bazie wiedzy, w dziale zamówień. Dodamy odsyłacz w tekście przy najbliższej poprawce.',
          ago: 20,
        },
      ],
    },
    {
      signature: 'Zły wykonawca',
      title: 'Znowu swoi',
      body: 'Treść tego komentarza jest zmyślona na potrzeby pokazu i obraża pracowników urzędu.',
      ago: 12,
      removed: {
        statement:
          'Komentarz nazywa pracowników urzędu słowami, które ich obrażają. Krytykę zamówienia można napisać bez nich.',
        appeal: 'Krytykowałem sposób prowadzenia zamówienia, a nie ludzi. Proszę o ponowne przeczytanie.',
      },
    },
  ],
  'advice/skierowanie-do-cis': [
    {
      by: 'tomasz',
      title: 'Kto wysyła pismo pierwszy?',
      body: 'Czy ktoś ma u siebie ustalone, kto pierwszy pisze do CIS: ośrodek czy urząd pracy? U nas bywa, że dwa pisma idą tego samego dnia.',
      ago: 18,
      answers: [
        {
          by: 'anna',
          body: 'U nas pisze ten, u kogo osoba była pierwsza, a drugi urząd widzi to w sprawie. Od wiosny nie było ani jednego podwójnego pisma.',
          ago: 17,
          useful: true,
        },
        {
          by: 'marcin',
          body: 'Z drugiej strony biurka: nam wystarczy jedno, byle z datą i numerem telefonu do kogoś, kto zna sprawę.',
          ago: 16,
        },
      ],
    },
  ],
  'practice/wspolny-dyzur-osrodka-i-urzedu': [
    {
      by: 'helena',
      title: 'Godziny mają znaczenie',
      body: 'Spróbowaliśmy dyżuru rano i po południu. Po południu przychodzi więcej osób, które mają dzieci w szkole.',
      ago: 40,
      answers: [
        {
          by: 'roman',
          body: 'To samo widzimy w urzędzie. Od 14 do 17 kolejka jest dłuższa, ale rozmowy krótsze i konkretne.',
          ago: 39,
        },
      ],
    },
    {
      signature: 'Marta, była uczestniczka',
      body: 'Dla mnie najważniejsze było to, że nie musiałam drugi raz opowiadać wszystkiego od początku.',
      ago: 25,
      useful: true,
    },
    {
      signature: 'Visitor from abroad',
      title: 'Same problem here',
      body: 'We have separate offices as well. How did you agree on who keeps the notes of the common hour?',
      lang: 'en',
      ago: 9,
    },
  ],
  'model/zielen-i-czyste-ulice': [
    {
      by: 'cishead',
      title: 'Sezonowość',
      body: 'W budżecie warto dopisać, co zespół robi od grudnia do lutego. U nas to odśnieżanie i drobne naprawy; bez tego zima zjada wynik z lata.',
      ago: 15,
      answers: [
        {
          signature: 'Założyciel w przygotowaniu',
          body: 'A jak liczycie urlopy? W sezonie nikt nie chce ich brać, a zimą wszyscy naraz.',
          ago: 14,
        },
      ],
    },
    {
      signature: 'Tanie usługi 24',
      title: 'Oferta',
      body: 'Najtańsza zieleń w okolicy, dzwonić o każdej porze. (Zmyślona reklama na potrzeby pokazu).',
      ago: 2,
      noticed: 'To jest reklama, nie komentarz do modelu.',
    },
  ],
};
