import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Moje okno: dla osoby z planem',
  lead: 'Co zobaczysz po zalogowaniu, jak podpisać plan, dać albo wycofać zgodę i sprawdzić, kto zaglądał do Twoich danych.',
  steps: [
    {
      title: 'Pierwsze wejście',
      body: 'Koordynator wysyła Ci e-mailem zaproszenie. Otwórz link z listu, ustal hasło i kliknij „Otwórz konto”. Potem wchodzisz tym hasłem. Nikt w urzędzie nie zna Twojego hasła i nikt nie może o nie prosić.',
    },
    {
      title: 'Co jest teraz do zrobienia',
      body: 'Na stronie „Start” pod napisem „Teraz Twoja kolej” jest jedna rzecz, która czeka na Ciebie. Jeśli jest tam „Teraz nic nie musisz robić.”, możesz spokojnie zamknąć stronę. Gdy coś się zmieni, dostaniesz list e-mail.',
    },
    {
      title: 'Przeczytaj i podpisz plan',
      body: 'W części „Mój plan” są cele, działania i terminy. „Tekst łatwy do czytania” mówi to samo krócej. Podpisujesz przyciskiem „Podpisuję plan”. Jeśli coś Ci nie pasuje, wybierz „Nie zgadzam się, chcę porozmawiać”: nie musisz podpisywać, dopóki nie porozmawiacie.',
    },
    {
      title: 'Spotkania i zajęcia',
      body: 'Najbliższe spotkania są na stronie „Start”. „Dodaj do kalendarza” zapisuje termin w Twoim telefonie. Gdy nie możesz przyjść, napisz do koordynatora jak najwcześniej.',
    },
    {
      title: 'Zgody',
      body: 'W części „Zgody” widzisz, komu i na co dajesz zgodę. Każdą możesz zakończyć przyciskiem „Wycofaj zgodę”. Przed potwierdzeniem zobaczysz, co się wtedy stanie. Nie tracisz pomocy, która należy Ci się z ustawy.',
    },
    {
      title: 'Kto zaglądał do danych',
      body: 'W części „Moje dane” jest lista: kto otworzył Twoją sprawę, kiedy i po co. Niżej, pod napisem „Kto może widzieć moje dane”, jest każda instytucja i jej podstawa. Coś się nie zgadza? Kliknij „Poproś o poprawkę danych” albo napisz do koordynatora.',
    },
    {
      title: 'Napisz do koordynatora',
      body: 'Wybierz „Wiadomości”, potem „Napisz wiadomość”. Czyta je koordynator albo osoba, która go zastępuje. Inne instytucje ich nie widzą. Nie wpisuj numeru PESEL.',
    },
    {
      title: 'Cudzy albo wspólny telefon',
      body: 'Po skończeniu wejdź w „Moje konto” i kliknij „Wyloguj się”. Jeśli zapomnisz, na innym urządzeniu wejdź w „Moje konto” i przy liście „Zalogowane urządzenia” kliknij „Zakończ wszystkie inne”.',
    },
    {
      title: 'Większe litery, inne kolory, inny język',
      body: 'Na górze strony kliknij „Wygląd”: wybierzesz wielkość tekstu i kolory. Obok zmienisz język. Każdą stronę możesz wydrukować.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
