import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

/** Words that stand on every page of the desk. */
const pl = {
  section: 'Porady',
  parts: {
    inbox: 'Pytania',
    call: 'Karta rozmowy',
    letters: 'Listy',
    rota: 'Dyżury',
    knowledge: 'Artykuły',
    cards: 'Karty doradztwa',
    reports: 'Raporty',
    settings: 'Ustawienia',
  },
  partsLabel: 'Części punktu doradztwa',
  states: {
    new: 'nowe',
    assigned: 'przydzielone',
    answered: 'odpowiedziane',
    closed: 'zamknięte',
    reopened: 'wznowione',
  },
  channels: { web: 'formularz', mail: 'e-mail', phone: 'telefon', visit: 'wizyta' },
  urgent: 'pilne',
  waitingReview: 'czeka na drugą osobę',
  nobody: 'nikt',
  anonymous: 'osoba anonimowa',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
