import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Punkt doradztwa',
  lead: 'Dla doradców i osób, które kierują punktem: pytania, rozmowy, odpowiedzi, artykuły, dyżury, karty doradztwa i raporty.',
  steps: [
    {
      title: 'Zobaczyć, co czeka',
      body: '„Porady” otwiera listę pytań. „Moje” to Twoje pytania, „Bez doradcy” czekają na kogokolwiek, „Do sprawdzenia” na drugą osobę, „Po terminie” minął czas. Nad listą pod „Trzeba oddzwonić” są umówione rozmowy. Termin odpowiedzi stoi przy każdym pytaniu.',
    },
    {
      title: 'Wziąć pytanie albo je przydzielić',
      body: 'Otwórz pytanie i w części „Kto odpowiada” kliknij „Biorę to pytanie”. Pod „Kto może odpowiedzieć” są propozycje z powodami; „Przydziel” oddaje pytanie tej osobie. Gdy ktoś inny ma to pytanie otwarte, widać to na stronie. Gdy trzeba coś wyjaśnić, „Czekamy na osobę pytającą” zatrzymuje terminy, a „Już nie czekamy” uruchamia je znowu.',
    },
    {
      title: 'Zapisać rozmowę albo wizytę',
      body: 'Kliknij „Nowa rozmowa”. „Karta rozmowy” zapisuje się sama, potrzebna jest tylko treść pytania. Wybierz „odpowiedź od razu” i wpisz, co powiedziano, albo „odpowie doradca”. Kontakt zapisuje się tylko wtedy, gdy ktoś tego chce. Karty przerwane w połowie są pod „Niedokończone karty”.',
    },
    {
      title: 'Odpowiedzieć z szablonu',
      body: 'W części „Odpowiedź” wybierz szablon i kliknij „Wstaw szablon”: kwoty i terminy z prawa są na dzień odpowiedzi. Popraw tekst; pod spodem stoi, czy da się go łatwo przeczytać. „Zapisz szkic” nic nie wysyła, „Wyślij odpowiedź” wysyła od razu. Gdy ktoś zostawił tylko telefon, zapisz odpowiedź, zadzwoń i kliknij „Oddzwoniono”. Uwagi dla zespołu dopisuje „Dodaj notatkę wewnętrzną”; nigdy nie wychodzą na zewnątrz.',
    },
    {
      title: 'Druga para oczu',
      body: 'W temacie prawnym zamiast wysłania jest „Oddaj do sprawdzenia”. Inna osoba z punktu klika „Zatwierdź i wyślij” albo wpisuje uwagi i klika „Zwróć do poprawy”. Własnej odpowiedzi się nie zatwierdza. O sprawdzenie każdego pytania można poprosić, zaznaczając „Odpowiedź sprawdza druga osoba”.',
    },
    {
      title: 'To samo pytanie drugi raz',
      body: 'W powtórzonym pytaniu otwórz „Inne czynności”, wpisz numer pierwszego i kliknij „Dołącz”. Odpowiedź wyjdzie z pierwszego pytania do obu osób. Dopóki nie wyszła, „Odłącz” je rozdziela. Tam też jest „Przekaż do innego punktu”: po przekazaniu pytanie znika z tego punktu.',
    },
    {
      title: 'Zrobić z odpowiedzi artykuł',
      body: 'Przy pytaniu z odpowiedzią kliknij „Zrób z tego artykuł”. To, co wygląda na dane osób, jest od razu zastąpione; każde takie miejsce trzeba rozstrzygnąć w „Co może zdradzać, kto pyta”. „Zapisz i oddaj do zatwierdzenia” przekazuje artykuł drugiej osobie. Z artykułu nie da się dojść do pytania. Wszystkie są w „Artykuły”.',
    },
    {
      title: 'Listy odłożone na bok',
      body: '„Listy” pokazują pocztę, która sama nie stała się pytaniem: automatyczne odpowiedzi, biuletyny, listy uszkodzone. Przy każdym stoi powód. Kliknij „To jest pytanie” albo „Nie wymaga odpowiedzi”. Każdy list został też w skrzynce punktu.',
    },
    {
      title: 'Dyżury i nieobecności',
      body: '„Dyżury” pokazują tydzień i kto jest teraz. Osoba, która kieruje punktem, dodaje godziny w „Ułóż dyżury”; „Zmień” przy dniu zastępuje jeden dyżur albo go odwołuje. W „Nieobecności” dopisz dni i kto zastępuje; nieobecności z instytucji widać tam same. „Moje dyżury do kalendarza (iCalendar)” pobiera własne dyżury jako plik.',
    },
    {
      title: 'Karta doradztwa i godziny',
      body: 'W „Karty doradztwa” kliknij „Nowa karta” albo zacznij od pytania z odpowiedzią. Wpisz komu, kiedy i ile to trwało, potem „Poproś o potwierdzenie” albo, gdy ktoś podpisał papier, „Podpisano na papierze”. Na końcu miesiąca w „Zestawienia miesięczne” kliknij „Oddaj miesiąc”. Kierownictwo klika „Zatwierdź miesiąc”; zatwierdzony miesiąc i jego karty nigdy się już nie zmienią.',
    },
    {
      title: 'Raporty',
      body: '„Raporty” pokazują, o co pytano i jak szybko odpowiedziano, bez danych osób. „O co pytano, a nie ma o tym artykułu” podpowiada, co warto napisać. Kto patrzy spoza punktu, widzi tylko zakończone kwartały i bez małych liczb. Tabelę zapisuje „Pobierz CSV”.',
    },
    {
      title: 'Ustawić punkt',
      body: 'W „Ustawienia” kierownik klika „Załóż punkt doradztwa”, a w części „Osoby” dodaje ludzi z rolami i tematami. Pytania otwiera tylko ten, kto ma w swojej instytucji funkcję doradcy. „Tematy” mówią, które odpowiedzi sprawdza druga osoba, „Terminy odpowiedzi” ile jest na nie czasu, a „Szablony” trzymają gotowe początki odpowiedzi.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
