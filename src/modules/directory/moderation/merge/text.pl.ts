import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Połącz dwa wpisy w jeden',
  lead: 'Ten sam podmiot jest w bazie dwa razy? Wybierz wpis, który zostanie.',
  goes: (name: string) => `Zniknie z wyszukiwania: ${name}`,
  search: 'Nazwa, NIP, KRS albo REGON',
  find: 'Szukaj',
  candidates: 'Wpisy, które mogą być tym samym podmiotem',
  none: 'Nie ma podobnego wpisu.',
  queue: 'Do sprawdzenia w bazie',
  compare: 'Porównaj',
  field: 'Co',
  old: 'Wpis, który znika',
  into: 'Wpis, który zostaje',
  other: 'Zamień je miejscami',
  moves:
    'Miejsca, oferty, wsparcie, zdjęcia, statusy, jednostki i otwarte zgłoszenia przejdą do wpisu, który zostaje.',
  fills: 'Czego w nim nie ma, uzupełnimy danymi z drugiego. Co jest, zostaje bez zmian.',
  leads: 'Stary adres będzie prowadził do wpisu, który zostaje. Historia powie, skąd co przyszło.',
  once: 'Tego nie da się cofnąć jednym kliknięciem.',
  submit: 'Połącz wpisy',
  related: 'Jeden z tych wpisów prowadzi drugi. Jednostki i podmiotu, który ją prowadzi, nie łączymy.',
  nothing: 'nic',
  places: 'Miejsca',
  offers: 'Oferty',
  supports: 'Wsparcie',
  name: 'Nazwa',
  phone: 'Telefon',
  email: 'E-mail',
  website: 'Strona internetowa',
  registerNumber: 'Numer w rejestrze',
  confirmedOn: 'Potwierdzono',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
