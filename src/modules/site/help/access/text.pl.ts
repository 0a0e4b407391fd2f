import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Kto co widzi',
  lead: 'Dlaczego jedni widzą część sprawy, a inni nie, i jak to sprawdzić.',
  steps: [
    {
      title: 'Zasada',
      body: 'Instytucja widzi rodzaj danych tylko wtedy, gdy w sprawie jest na to ważna podstawa: zadanie ustawowe, umowa albo zgoda. Nie wystarczy należeć do partnerstwa. Porozumienie wyznacza najwięcej, co można sobie pokazać.',
    },
    {
      title: 'Sprawdź, kto widzi sprawę',
      body: 'W sprawie wybierz „Kto to widzi”. Tabela „Instytucje i rodzaje danych” mówi, kto czyta, kto zapisuje, skąd ma do tego prawo i do kiedy. Czego w niej nie ma, tego ta instytucja nie widzi.',
    },
    {
      title: 'Nie widać części, która jest potrzebna',
      body: 'Na tej samej stronie zapytaj „Dlaczego nie widzę części?”. Odpowiedź wskazuje, czego brakuje: przydziału, upoważnienia, podstawy albo celu. Podstawę i zgodę zapisuje koordynator sprawy, upoważnienie nadaje kierownik.',
    },
    {
      title: 'Odbierz dostęp',
      body: 'Wycofanie zgody i odznaczenie danych w podstawie działa od razu. Kto stracił dostęp, nie otworzy też starych odsyłaczy ani plików. To, co zrobiono wcześniej na tej podstawie, zostaje.',
    },
    {
      title: 'Nagłe zagrożenie',
      body: '„Otwórz dostęp awaryjny” służy tylko wtedy, gdy komuś grozi szkoda, a nikt z zespołu nie może pomóc na czas. Sprawa otwiera się na krótko i tylko do czytania. Dowiaduje się koordynator, kierownik i inspektor ochrony danych, a ktoś inny to potem sprawdza. Osoba też to zobaczy.',
    },
    {
      title: 'Ślad po każdym otwarciu',
      body: 'Każde otwarcie danych osoby zostawia wpis: kto, kiedy, w jakim celu. Osoba czyta go w swoim oknie, inspektor w „Rejestr dostępu”. Wpisów nie da się zmienić ani usunąć.',
    },
    {
      title: 'Czego nie pisać',
      body: 'O zdrowiu, uzależnieniach i karalności pisze się tylko tam, gdzie strona o to prosi. Nie w powodach, uwagach, wiadomościach, nazwach plików ani tematach listów.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
