import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  list: 'Zestawienia miesięczne',
  lead: 'Karty każdego doradcy w miesiącu. Doradca oddaje miesiąc, kierownictwo zatwierdza; potem nic się w nim nie zmieni.',
  empty: 'W tym miesiącu nie ma żadnej karty',
  emptyMore: 'Zestawienie powstaje samo z kart doradztwa.',
  title: (name: string, month: string) => `Zestawienie doradztwa: ${name}, ${month}`,
  adviser: 'Doradca',
  desk: 'Punkt doradztwa',
  month: 'Miesiąc',
  show: 'Pokaż',
  cards: 'Karty',
  hours: 'Godziny',
  value: 'Wartość',
  state: 'Stan',
  states: { open: 'otwarte', handed: 'oddane', returned: 'do poprawy', approved: 'zatwierdzone' },
  unready: (drafts: number, waiting: number, disputed: number) =>
    [
      drafts > 0 && `w opracowaniu: ${drafts}`,
      waiting > 0 && `czeka na potwierdzenie: ${waiting}`,
      disputed > 0 && `zakwestionowane: ${disputed}`,
    ]
      .filter(Boolean)
      .join(', '),
  open: 'Niegotowe',
  hand: 'Oddaj miesiąc',
  handHint: 'Oddanego miesiąca nie zmienisz, dopóki kierownictwo go nie zwróci.',
  draftsLeft: (n: number) => `Kart w opracowaniu: ${n}. Dokończ je i oddaj miesiąc.`,
  approves: 'Zatwierdza',
  approve: 'Zatwierdź miesiąc',
  approveHint: 'Zatwierdzony miesiąc i jego karty nigdy się już nie zmienią.',
  notReady: (n: number) => `Kart w opracowaniu albo zakwestionowanych: ${n}. Zwróć miesiąc doradcy.`,
  returnIt: 'Zwróć do poprawy',
  note: 'Co poprawić',
  returned: (note: string) => `Do poprawy: ${note}`,
  approved: (who: string, when: string) => `Zatwierdzone: ${who}, ${when}`,
  waits: 'Czeka na zatwierdzenie',
  waitsWho: 'Kierownictwo punktu doradztwa',
  csv: 'Pobierz CSV',
  pdf: 'Pobierz PDF',
  total: 'Razem',
  due: (name: string, month: string) => `Zestawienie doradztwa za ${month}: ${name}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
