import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Instytucja i jej pracownicy',
  lead: 'Dla kierownika i administratora instytucji: zaproszenia, funkcje, upoważnienia, zastępstwa i odejścia. Na końcu: dodanie instytucji przez administratora systemu.',
  steps: [
    {
      title: 'Kto pracuje i kto ma dostęp',
      body: 'Na stronie „Instytucja” lista „Pracownicy” pokazuje przy każdej osobie funkcje, upoważnienie i obecność. Ostrzeżenie nad listą mówi, kto nie ma ważnego upoważnienia i komu się ono kończy. Kliknięcie nazwiska otwiera stronę pracownika. Innym pracownikom ta sama lista pokazuje służbowe telefony, bez upoważnień.',
    },
    {
      title: 'Zaprosić nowego pracownika',
      body: 'Na stronie „Instytucja” kliknij „Dodaj pracownika”. Wpisz imię, nazwisko i służbowy adres e-mail, zaznacz funkcje i kliknij „Dodaj i wyślij zaproszenie”. Z linku w liście ta osoba otwiera własne konto. Gdy list zginął, na jej stronie jest „Wyślij zaproszenie jeszcze raz”. Zaproszenie nie otwiera jeszcze spraw: do tego trzeba upoważnienia.',
    },
    {
      title: 'Nadać albo zakończyć funkcję',
      body: 'Funkcja mówi, co można robić; jedna osoba może mieć kilka. Na stronie pracownika otwórz „Dodaj funkcję”, wybierz funkcję i okres. „Zakończ” przy funkcji pyta o ostatni dzień. Nie da się połączyć inspektora ochrony danych z kierownikiem ani zakończyć funkcji ostatniej osoby, która prowadzi instytucję. Redaktora bazy i administratora systemu wyznacza tylko administrator systemu.',
    },
    {
      title: 'Nadać upoważnienie do danych',
      body: 'Na stronie pracownika kliknij „Nadaj upoważnienie”. Zaznacz tylko te rodzaje danych, których wymaga praca, podaj okres oraz „Numer albo znak upoważnienia”. Bez ważnego upoważnienia nikt nie otworzy żadnej sprawy, także kierownik. Upoważnienie można wydrukować i podpisać na papierze. Przed końcem okresu przychodzi przypomnienie pocztą.',
    },
    {
      title: 'Odwołać upoważnienie',
      body: 'Na stronie pracownika kliknij numer upoważnienia, wybierz „Odwołaj upoważnienie” i przeczytaj skutki. Dostęp kończy się od razu, także na otwartych stronach. Sprawy i zadania zostają przypisane tej osobie, więc trzeba potem zapisać zastępstwo albo przekazać sprawy. Odwołanie zostaje w rejestrze upoważnień.',
    },
    {
      title: 'Urlop albo choroba: zastępstwo',
      body: 'Na stronie pracownika kliknij „Zapisz nieobecność”, podaj dni i osobę w polu „Kto zastępuje”. Na liście są tylko osoby z ważnym upoważnieniem i dostępem do spraw. Od pierwszego dnia zastępca widzi sprawy tej osoby. Wcześniejszy powrót zapisuje przycisk „Już wraca”, a nieobecność, która się jeszcze nie zaczęła, odwołuje „Odwołaj”.',
    },
    {
      title: 'Ktoś odchodzi z pracy',
      body: 'Ostatniego dnia na stronie pracownika kliknij „Zakończ pracę tej osoby”. Pod „Co jest otwarte” jest lista spraw, skierowań i zajęć. Wybierz osobę w polu „Kto przejmuje” i kliknij „Zakończ pracę”. Dostęp i upoważnienie kończą się od razu, a w historii spraw nazwisko zostaje. Jeśli coś zostałoby bez opieki, nic się nie zmienia i widać dlaczego.',
    },
    {
      title: 'Ktoś wraca po przerwie',
      body: 'Na stronie „Instytucja” lista „Byli pracownicy” prowadzi do strony tej osoby. Przycisk „Przywróć do pracy” otwiera zatrudnienie na nowo. Potem sprawdź funkcje i nadaj nowe upoważnienie.',
    },
    {
      title: 'Sprawdzić, kto czego dotykał',
      body: '„Rejestr dostępu” otwiera inspektor ochrony danych. Widać w nim, kto w instytucji oglądał lub zmienił dane, kiedy i w jakim celu; filtruje się po dniach, osobie i po polu „Numer sprawy”. Bez numeru nie widać, czyich danych dotyczy wpis. Czytanie rejestru i „Pobierz CSV” też się w nim zapisują.',
    },
    {
      title: 'Dodać instytucję (administrator systemu)',
      body: 'Na stronie „Instytucje w systemie” kliknij „Dodaj instytucję”. Najpierw osoba prawna: jeśli jest już na liście „Osoba prawna już wpisana”, wybierz ją i pomiń jej pola. Potem „Instytucja, która działa”: rodzaj, nazwy i powiat. Po zapisaniu powiatu zaznacza się gminy, dla których jest właściwa.',
    },
    {
      title: 'Wyznaczyć pierwszego administratora instytucji',
      body: 'W tym samym formularzu wpisz osobę w części „Pierwszy administrator instytucji”: dostanie zaproszenie i doda pozostałych. Można to zrobić później. Instytucja bez takiej osoby ma na liście stan „nikt jej nie prowadzi”; na jej stronie wpisz dane i kliknij „Wyślij zaproszenie”. Administrator systemu nie widzi spraw.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
