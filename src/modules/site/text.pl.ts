import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

type Numbers<Name extends string> = Readonly<Record<Name, number>>;
const days = (n: number) => plural(n, 'dzień', 'dni', 'dni');
const months = (n: number) => plural(n, 'miesiąc', 'miesiące', 'miesięcy');
const pl = {
  errors: {
    title: {
      not_found: 'Nie ma takiej strony',
      forbidden: 'Brak uprawnień',
      sign_in: 'Trzeba się zalogować',
      stale: 'Ktoś zmienił te dane',
      conflict: 'Tego teraz nie da się zrobić',
      too_large: 'Za duży plik lub tekst',
      too_many: 'Za dużo prób',
      unavailable: 'Chwilowa przerwa',
      invalid: 'Formularz wymaga poprawy',
      failed: 'Coś się nie udało',
    },
    body: {
      not_found: 'Strona nie istnieje albo nie masz do niej dostępu. Sprawdź adres lub wróć na początek.',
      forbidden: 'Ta czynność nie należy do Twojej funkcji w instytucji.',
      sign_in:
        'Sesja się skończyła. Zaloguj się i wyślij formularz jeszcze raz; przycisk „wstecz” przywróci wpisany tekst.',
      stale: 'Od otwarcia formularza ktoś zapisał nową wersję. Wróć, porównaj i wyślij ponownie.',
      conflict: 'Stan sprawy na to nie pozwala. Odśwież sprawę: mogła się właśnie zmienić.',
      too_large: 'Największa wielkość to 10 MB. Zmniejsz plik i wyślij go jeszcze raz.',
      too_many: 'Odczekaj chwilę i spróbuj ponownie.',
      unavailable: 'Spróbuj za kilka minut. Nic z zapisanych danych nie zginęło.',
      invalid: 'Wróć do formularza i popraw zaznaczone pola.',
      failed:
        'Błąd zapisano. Nic z zapisanych wcześniej danych nie zginęło. Spróbuj jeszcze raz; jeśli błąd wróci, podaj ten numer administratorowi.',
    },
    quote: (id: string) => `Numer zgłoszenia: ${id}`,
    back: 'Wróć na początek',
  },
  privacy: {
    title: 'Prywatność',
    lead: 'Kto, po co i jak długo korzysta z danych w Splocie.',
    given: {
      title: 'Gdy podajesz dane bez konta',
      lead: 'Komentarz, powiadomienia, newsletter, zapis na wydarzenie, uwaga w konsultacjach i pytanie do doradcy.',
      who: 'Kto odpowiada',
      why: 'Po co',
      basis: 'Podstawa',
      long: 'Jak długo',
      forms: {
        comment: {
          title: 'Komentarz i jego zgłoszenie',
          who: (owner: string) => owner,
          why: 'Żeby pokazać komentarz pod wybranym podpisem i odpisać o decyzji. Adresu e-mail nikomu nie pokazujemy.',
          basis:
            'Zgoda osoby, która pisze (art. 6 ust. 1 lit. a RODO); zgłoszenia, decyzje i odwołania: obowiązek prawny (lit. c i rozporządzenie (UE) 2022/2065).',
          long: ({
            comments,
          }: {
            comments: Numbers<
              'contactMonths' | 'unconfirmedDays' | 'appealMonths' | 'authorMonths' | 'withdrawnDays'
            >;
          }) =>
            `Adres: ${months(comments.contactMonths)} od ostatniego użycia, niepotwierdzony ${days(comments.unconfirmedDays)}, a przy zgłoszeniu tak długo, jak można się odwołać (${months(comments.appealMonths)}). Powiązanie z kontem: ${months(comments.authorMonths)}. Treść wycofana: ${days(comments.withdrawnDays)}.`,
        },
        letters: {
          title: 'Powiadomienia i newsletter',
          who: (owner: string) => owner,
          why: 'Żeby wysyłać listy, o które ktoś poprosił.',
          basis: 'Zgoda (art. 6 ust. 1 lit. a RODO). Cofa ją jedno kliknięcie w każdym liście.',
          long: () => `Do rezygnacji. Prośba, której nie potwierdzono, znika po tygodniu.`,
        },
        event: {
          title: 'Zapis na wydarzenie',
          who: (_owner: string) => 'Organizator podany przy wydarzeniu',
          why: 'Żeby zapewnić miejsce i to, czego ktoś potrzebuje, i rozliczyć obecność.',
          basis:
            'Udział na prośbę osoby (art. 6 ust. 1 lit. b RODO), u organizatora publicznego zadanie publiczne (lit. e); potrzeby dostępności: wyraźna zgoda (art. 9 ust. 2 lit. a).',
          long: ({ events }: { events: Numbers<'unconfirmedHours' | 'needsDays' | 'peopleDays'> }) =>
            `Zgłoszenie niepotwierdzone: ${plural(events.unconfirmedHours, 'godzina', 'godziny', 'godzin')}. Potrzeby: ${days(events.needsDays)} po wydarzeniu. Imię i adres: ${days(events.peopleDays)} po wydarzeniu.`,
        },
        remark: {
          title: 'Uwaga w konsultacjach',
          who: (owner: string) => owner,
          why: 'Żeby pokazać uwagę z podpisem i odpisać, co z niej wynikło.',
          basis: 'Zgoda (art. 6 ust. 1 lit. a RODO).',
          long: () =>
            'Adres znika pół roku po końcu konsultacji. Uwaga z podpisem i odpowiedź zostają w zestawieniu.',
        },
        question: {
          title: 'Pytanie do doradcy',
          who: (_owner: string) => 'Instytucja, która prowadzi dyżur',
          why: 'Żeby odpowiedzieć i móc wrócić do sprawy.',
          basis:
            'Zadanie publiczne instytucji (art. 6 ust. 1 lit. e RODO), a gdy nie jest publiczna, prośba osoby (lit. b).',
          long: ({ advice }: { advice: Numbers<'contactMonths' | 'wordsYears'> }) =>
            `Dane do kontaktu: ${months(advice.contactMonths)} od zamknięcia pytania. Treść pytania i odpowiedzi: ${plural(advice.wordsYears, 'rok', 'lata', 'lat')}. Dyżur może ustalić inny czas.`,
        },
      },
    },
    parts: [
      {
        title: 'Kto odpowiada za dane',
        body: 'Każda instytucja odpowiada za dane, które sama zbiera. To, co instytucje mogą sobie pokazać, wyznacza podpisane porozumienie i podstawa prawna zapisana w sprawie.',
      },
      {
        title: 'Co widać i dlaczego',
        body: 'Każda część danych ma klasę. Instytucja widzi ją tylko wtedy, gdy w sprawie jest ważna podstawa: zadanie ustawowe, zlecenie albo zgoda. Gdy podstawa wygasa lub zgoda jest wycofana, dostęp kończy się od razu.',
      },
      {
        title: 'Kto zaglądał',
        body: 'Każde otwarcie danych jest zapisywane razem z celem. Osoba uczestnicząca czyta ten zapis w swoim oknie.',
      },
      {
        title: 'Pliki cookie',
        body: 'Splot używa tylko ciasteczek potrzebnych do działania: zalogowania, języka, wielkości tekstu i kolorów. Nie ma śledzenia ani obcych serwerów.',
      },
      {
        title: 'List z formularza kontaktowego',
        body: 'Idzie tylko pocztą; Splot go nie przechowuje.',
      },
      {
        title: 'Prawa',
        body: 'Można zażądać dostępu do danych, kopii, sprostowania, ograniczenia i wniesienia sprzeciwu. Pisze się do inspektora ochrony danych instytucji; skargę przyjmuje Prezes Urzędu Ochrony Danych Osobowych.',
      },
    ],
  },
  legal: {
    title: 'Nota prawna',
    lead: 'Kto prowadzi stronę, na jakich warunkach można korzystać z tekstów, danych i kodu, i czym strona nie jest.',
    operator: 'Kto prowadzi stronę',
    runs: (owner: string) => `${owner}. Adres i telefon są na stronie kontaktu i w deklaracji dostępności.`,
    parts: [
      {
        title: 'Teksty i pliki',
        body: 'Licencja stoi przy każdej publikacji i przy każdym pliku. Gdzie jej nie ma, tekst można cytować na zasadach prawa cytatu, z podaniem autora i adresu strony.',
      },
      {
        title: 'Dane i kod',
        body: 'Warunki korzystania z danych opisano na stronie otwartych danych. Program jest wolny: licencja EUPL 1.2.',
      },
      {
        title: 'Czego tu nie ma',
        body: 'Porady opisują prawo na dzień podany przy tekście. Nie są opinią prawną ani rozstrzygnięciem w niczyjej sprawie. Wpis w bazie nie jest poleceniem usług.',
      },
      {
        title: 'Uwagi do treści',
        body: 'Błąd w tekście, wpis do sprostowania albo treść niezgodną z prawem zgłasza się przez formularz kontaktowy, a komentarz przez odsyłacz „Zgłoś”, który stoi przy nim.',
      },
    ],
  },
  report: {
    title: 'Zgłoś problem',
    lead: 'Zgłoszenie trafi e-mailem do podmiotu, który prowadzi Splot.',
    what: 'Co się stało',
    whatHint: 'Co miało się zdarzyć, a co się zdarzyło. Bez nazwisk, numerów PESEL i danych o zdrowiu.',
    where: 'Na której stronie',
    whereHint: 'Adres bez danych osoby, na przykład /work',
    id: 'Numer zgłoszenia błędu',
    idHint: 'Jeśli strona z błędem go podała',
    email: 'E-mail do odpowiedzi',
    emailHint: 'Tylko jeśli odpowiedź jest potrzebna',
    send: 'Wyślij zgłoszenie',
    orWrite: 'Można też napisać:',
    sent: 'Dziękujemy. Zgłoszenie zapisano i przekazano.',
    subject: 'Splot: zgłoszenie problemu',
  },
  outbox: {
    title: 'Listy, których nie wysłano',
    lead: 'W tej wersji pokazowej nie ma serwera poczty. Listy zostają tutaj i może je przeczytać każdy zalogowany.',
    none: 'Nie ma jeszcze żadnego listu',
    to: (email: string, at: string) => `Do: ${email}, ${at}`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
