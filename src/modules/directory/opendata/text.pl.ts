import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Otwarte dane',
  lead: 'Cała baza podmiotów ekonomii społecznej do pobrania i do użycia w innych serwisach. Bez klucza, bez opłat, bez śledzenia.',
  keyword: 'ekonomia społeczna',
  changed: (when: string) => `Ostatnia zmiana w bazie: ${when}.`,
  files: 'Pliki',
  dataset: 'Zbiór',
  rows: 'Wierszy',
  download: 'Pobierz',
  datasets: {
    entities: {
      title: 'Podmioty i jednostki',
      about:
        'Podmioty ekonomii społecznej i ich jednostki: nazwy, numery w rejestrach, statusy, adres, kontakt, stan i dzień potwierdzenia.',
    },
    offers: {
      title: 'Oferty',
      about:
        'Towary i usługi podmiotów: kategoria, kody CPV, cena w groszach, możliwości, podstawa zamówień zastrzeżonych.',
    },
    support: {
      title: 'Wsparcie dla osób',
      about: 'Usługi wsparcia: dla kogo, jak się zgłosić, wolne miejsca z dniem, na który są podane.',
    },
    terms: { title: 'Słowniki', about: 'Pozycje słowników bazy po polsku i angielsku, ze źródłem.' },
  },
  changes: 'Tylko zmiany',
  changesText:
    'Do adresu pliku można dodać dzień albo chwilę; plik zawiera wtedy to, co zmieniło się od tej chwili:',
  standard: 'Standardy',
  hsds: 'HSDS 3.1 (Open Referral): interfejs dla katalogów usług',
  dcat: 'Katalog DCAT-AP 3 (JSON-LD): dla portali danych',
  terms: 'Warunki',
  termsText:
    'Licencja Creative Commons Uznanie autorstwa 4.0. Podaj źródło „Splot” i dzień pobrania. Kontakty są kontaktami służbowymi; nie wolno ich używać do niezamówionych reklam.',
  widget: 'Wyszukiwarka na innej stronie',
  widgetText:
    'Wklej ten kod na stronę gminy, powiatu albo organizacji. Formularz otwiera wyniki w bazie; nie ma skryptów, ciasteczek ani śledzenia.',
  widgetLabel: 'Czego szukasz w bazie ekonomii społecznej?',
  widgetButton: 'Szukaj',
  widgetCode: 'Kod do wklejenia',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
