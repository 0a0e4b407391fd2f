import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  search: 'Słowa, numer lub partner',
  all: 'wszystkie',
  download: 'Pobierz to, co widać na liście:',
  csv: 'CSV',
  json: 'JSON',
  imports: 'Wczytaj z arkusza',
  project: 'Projekt',
  empty: 'Nie ma takich rezultatów',
  emptyMore: 'Usuń jeden z filtrów albo wpisz inne słowa.',
  newer: 'Nowsze',
  older: 'Starsze',
  pages: 'Strony listy',
  columns: {
    title: 'Nazwa rezultatu',
    lead: 'Krótki opis',
    body: 'Opis',
    theme: 'Temat',
    project: 'Projekt',
    number: 'Numer projektu',
    type: 'Rodzaj',
    partners: 'Partnerzy',
    conditions: 'Warunki użycia',
    licence: 'Licencja',
    contact_role: 'Kontakt',
    language: 'Język',
    published: 'Opublikowano',
    url: 'Adres',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
