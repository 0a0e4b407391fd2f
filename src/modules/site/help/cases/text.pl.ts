import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Sprawa krok po kroku',
  lead: 'Dla pracownika: od skierowania przez wspólną diagnozę i podpisany plan do rezultatu i rozmów po zakończeniu.',
  steps: [
    {
      title: 'Zacznij dzień',
      body: '„Moja praca” pokazuje, co czeka na Ciebie i na innych, z terminem. W każdej sprawie pod tytułem stoi jedna linia: na co sprawa czeka, od kogo i do kiedy. Wypełniony przycisk obok niej to następny krok.',
    },
    {
      title: 'Skieruj osobę',
      body: 'W „Skierowania” wybierz „Skieruj osobę”. Najpierw sprawdź, czy osoba już jest w Splocie. Zaznacz potrzeby, napisz krótko powód i wybierz odbiorcę. Przed wysłaniem widać dokładnie to, co zobaczy odbiorca. Szkic zapisuje się w trakcie pisania. Listę z arkusza wczytuje się jednym plikiem.',
    },
    {
      title: 'Odpowiedz na skierowanie',
      body: 'Otwórz skierowanie z „Nowe skierowania”. „Przyjmij skierowanie” włącza Twoją instytucję do sprawy i wskazuje, kto ją poprowadzi. „Nie przyjmuj” wymaga powodu. „Zapytaj nadawcę” zatrzymuje termin odpowiedzi do czasu wyjaśnienia.',
    },
    {
      title: 'Zapisz podstawy i zgody',
      body: 'W części „Podstawy i zgody” zapisz przekazanie klauzuli informacyjnej i podstawę dla każdej instytucji. „Zapisz podstawy ustawowe” robi to za jednym razem dla urzędów. Organizacja zobaczy dane dopiero po zgodzie: „Zapisz zgodę”. Gdy wszystko jest, wybierz „Przejdź do diagnozy”.',
    },
    {
      title: 'Wspólna diagnoza',
      body: 'Każda instytucja wypełnia swoją część w „Moja część diagnozy”. „Głos osoby” zapisuje się jej słowami. Wspólny wniosek zatwierdzają pomoc społeczna i urząd pracy; potem treści nie można zmienić. O zdrowiu i karalności pisze się tylko na osobnej stronie.',
    },
    {
      title: 'Plan i podpisy',
      body: 'W części „Plan” wybierz „Zacznij plan”, potem „Dodaj cel” i „Dodaj działanie”. Ostrzeżenia mają podstawę prawną i trzeba je potwierdzić. „Zacznij podpisywanie” zamyka treść. Osoba podpisuje w swoim oknie albo na papierze. Zmiana podpisanego planu to nowa wersja.',
    },
    {
      title: 'Zajęcia i kontakty',
      body: 'W części „Zajęcia” planuje się spotkania i grupy. „Zaznacz obecność” działa na telefonie: wszyscy są obecni, zmienia się wyjątki. Rozmowy z osobą zapisuje „Zapisz kontakt”.',
    },
    {
      title: 'Przegląd',
      body: 'W terminie z planu wybierz „Zapisz przegląd”: co się udało, co nie i jaka jest decyzja. Zapisanego przeglądu nie zmienia się. Decyzja o zawieszeniu albo zamknięciu otwiera następny krok.',
    },
    {
      title: 'Rezultat i rozmowy potem',
      body: 'Koordynator wypełnia „Rezultat i zamknięcie”, a partnerzy klikają „Potwierdź zamknięcie”. Po odejściu Splot przypomni o rozmowach; każdą zapisuje „Zapisz rozmowę”, a nieudaną „Zapisz próbę kontaktu”.',
    },
    {
      title: 'Urlop, choroba, zmiana pracownika',
      body: 'Nieobecność z zastępstwem wpisuje się w instytucji; zastępca widzi wtedy Twoje sprawy. „Przydziel pracownika” w sprawie zmienia, kto ją prowadzi. Bez ważnego upoważnienia nikt nie otworzy żadnej sprawy.',
    },
    {
      title: 'Gdy ktoś był szybszy',
      body: 'Jeśli w czasie pisania ktoś zapisał to samo, nic nie ginie: przy polach, które się różnią, stoi, co jest zapisane teraz. Popraw i zapisz jeszcze raz. Bez sieci tekst zostaje na urządzeniu i zapisuje się, gdy sieć wróci.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
