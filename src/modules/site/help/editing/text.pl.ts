import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Redakcja wiedzy',
  lead: 'Dla redaktorów: pisanie, zatwierdzanie we dwoje, poprawki, przegląd tego, co się zestarzało, konsultacje i komentarze.',
  steps: [
    {
      title: 'Zobaczyć, co czeka',
      body: '„Redakcja wiedzy” dzieli teksty na grupy. „W pisaniu” są wersje robocze, „Do zatwierdzenia” czekają na drugą osobę, „Zaplanowane” ukażą się w swoim dniu. „Do przeglądu” i „Odnośniki” pokazują, co mogło się zestarzeć.',
    },
    {
      title: 'Zacząć nowy tekst',
      body: 'Kliknij „Nowy tekst”, wybierz rodzaj i język, wpisz tytuł i kliknij „Zacznij pisać”. Tekst zapisuje się w trakcie pisania, a obok widać „Podgląd”: tak zobaczą go czytelnicy. Pole „Stan prawny na dzień” mówi, z którego dnia jest prawo, a „Przejrzeć do dnia” przypomni o sprawdzeniu.',
    },
    {
      title: 'Dodać pliki, zdjęcie i tematy',
      body: 'Na stronie tekstu w części „Ustawienia” są tematy, akty prawne, komentarze i adres. Stary adres po zmianie nadal prowadzi do tekstu. Pliki dołącza „Dodaj plik”: wpisz, czy plik jest dostępny dla czytnika ekranu. Opis zdjęcia wpisuje się przy tekście, dla osób, które zdjęcia nie widzą; bez niego tekstu ze zdjęciem nie da się przekazać.',
    },
    {
      title: 'Oddać tekst drugiej osobie',
      body: 'Kliknij „Zapisz i przekaż do zatwierdzenia”. Tekst trafia na listę „Do zatwierdzenia”. W polu „Co się zmieniło” wpisz jedno zdanie: przeczytają je czytelnicy w historii zmian. Wersję, która nie jest już potrzebna, usuwa „Usuń tę wersję roboczą”; jej tekst przepada, a to, co widzą czytelnicy, się nie zmienia.',
    },
    {
      title: 'Zatwierdzić cudzy tekst',
      body: 'Otwórz tekst z listy „Do zatwierdzenia” albo ze swojej strony na dziś: czeka tam na każdą osobę z redakcji, która w nim nie pisała. Niżej stoi, co się zmienia wobec tego, co widzą czytelnicy. W części „Druga para oczu” kliknij „Zatwierdź i opublikuj”; w „Pokaż od dnia” można wybrać późniejszy dzień. Jeśli coś jest do poprawy, napisz co i kliknij „Zwróć do poprawy”. Wersji, w której są Twoje słowa, nie zatwierdzisz.',
    },
    {
      title: 'Poprawić opublikowany tekst',
      body: 'Na stronie tekstu kliknij „Popraw”: powstaje nowa wersja robocza, a czytelnicy widzą poprzednią, dopóki ktoś drugi nie zatwierdzi nowej. Każda wersja zostaje w „Historia zmian”. Drugi język zaczyna „Zacznij tłumaczenie”, a rozdział publikacji „Nowy rozdział”.',
    },
    {
      title: 'Wycofać tekst',
      body: 'Na stronie tekstu wybierz „Wycofaj” i podaj powód. Czytelnicy przestają widzieć ten tekst w tym języku od razu. Wersje zostają w redakcji i można je opublikować ponownie.',
    },
    {
      title: 'Przejrzeć to, co się zestarzało',
      body: 'Lista „Do przeglądu” zbiera teksty, którym minął dzień przeglądu, i te, których akt prawny się zmienił. Zmianę ustawy zapisz raz w „Akty prawne” przyciskiem „Zapisz zmianę”: do kolejki trafi wszystko, co opisuje starszy stan. Ustawę, której nie ma na tej liście, dodaje „Nowy akt prawny”. „Odnośniki” wylicza te, które nie prowadzą już tam, gdzie powinny.',
    },
    {
      title: 'Ogłosić konsultacje',
      body: 'W „Konsultacje” kliknij „Nowa runda konsultacji”. Wybierz tekst, język i dni, napisz, o co pytasz i co stanie się z uwagami, zdecyduj, czy uwagi osób bez konta czekają na sprawdzenie, i kliknij „Ogłoś rundę”. Tekst jest skopiowany: w czasie rundy się nie zmienia, choćby redakcja pisała dalej.',
    },
    {
      title: 'Odpowiedzieć na uwagi',
      body: 'Przy rundzie otwórz „Konsultacje: redakcja”. Uwagę, która czeka, pokaż przez „Pokaż czytelnikom” albo usuń z powodem przez „Usuń uwagę”. Przy widocznej wybierz rozstrzygnięcie, napisz odpowiedź i kliknij „Zapisz odpowiedź”. Przy odrzuceniu i częściowym przyjęciu trzeba podać powód. „Zestawienie uwag i odpowiedzi” czyta każdy.',
    },
    {
      title: 'Sprawdzić komentarze',
      body: '„Moderacja” otwiera komentarze do sprawdzenia, zgłoszenia czytelników i odwołania. Otwórz komentarz, wybierz, co zrobić, i kliknij „Zapisz decyzję”. Przy ukryciu i usunięciu wpisz „Uzasadnienie dla autora”: autor je przeczyta. O własnym komentarzu decyduje ktoś inny, a odwołanie rozpatruje osoba, która nie wydała pierwszej decyzji.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
