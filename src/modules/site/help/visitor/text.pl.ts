import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Bez konta',
  lead: 'Co można zrobić od razu, bez logowania: znaleźć pomoc albo wykonawcę, zapytać, przeczytać, zapisać się.',
  steps: [
    {
      title: 'Zapytaj doradcę',
      body: 'Na stronie „Zadaj pytanie” napisz, o co chodzi, i kliknij „Wyślij pytanie”. Nie trzeba podawać nazwiska ani adresu. Po wysłaniu zapisz odsyłacz albo kod: tylko tak wrócisz do odpowiedzi. W niebezpieczeństwie zadzwoń pod numery, które są na tej stronie.',
    },
    {
      title: 'Znajdź, kto to zrobi w okolicy',
      body: 'W „Baza podmiotów” wpisz „Czego szukasz” i „Gdzie”. Przy każdym podmiocie stoi, co robi, jak się skontaktować i kiedy dane potwierdzono. Jednym zapytaniem można napisać do kilku naraz.',
    },
    {
      title: 'Czytaj i drukuj',
      body: 'W „Wiedza” są przewodniki, modele spółdzielni z kalkulatorem budżetu, dobre praktyki i porady. Przy tekście o prawie stoi, na jaki dzień jest aktualny. Publikacje można pobrać jako PDF albo EPUB.',
    },
    {
      title: 'Skomentuj',
      body: 'Pod tekstem wybierz „Zapytaj albo skomentuj”. Bez konta komentarz pojawi się po kliknięciu odsyłacza z listu. Nadużycie zgłasza się odsyłaczem „Zgłoś”, który stoi przy komentarzu.',
    },
    {
      title: 'Zapisz się na wydarzenie',
      body: 'W „Wydarzenia” otwórz wydarzenie i wypełnij „Zapis na wydarzenie”. Miejsce jest Twoje dopiero po potwierdzeniu w liście. Gdy nie ma miejsc, wybierz „Wpisz na listę rezerwową”. Ten sam odsyłacz służy do zmiany i rezygnacji.',
    },
    {
      title: 'Dostawaj nowości',
      body: 'Na stronie „Newsletter” wybierz tematy i województwo. Z każdego listu można zrezygnować jednym kliknięciem. Obok list są też kanały dla czytników.',
    },
    {
      title: 'Dopasuj wygląd',
      body: 'Pod „Wygląd” na górze strony jest wielkość tekstu i kolory. Wszystko działa z klawiatury i bez skryptów, a każdą stronę można wydrukować. Gdy coś przeszkadza, napisz: „Zgłoś problem” jest na dole każdej strony.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
