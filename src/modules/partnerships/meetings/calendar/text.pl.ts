import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  name: 'Splot: spotkania',
  title: 'Kalendarz spotkań',
  lead: 'Wszystkie spotkania partnerstw i Grup Partnerskich Twojej instytucji w kalendarzu telefonu lub komputera.',
  none: 'Nie masz jeszcze adresu kalendarza.',
  since: (date: string) =>
    `Adres działa od ${date}. Samego adresu nie przechowujemy, więc nie możemy go pokazać ponownie.`,
  make: 'Utwórz adres kalendarza',
  again: 'Utwórz nowy adres',
  againHint: 'Poprzedni adres przestanie działać.',
  end: 'Wyłącz adres',
  made: 'Adres kalendarza',
  madeHint:
    'Skopiuj go teraz i wklej w swoim kalendarzu jako subskrypcję („Dodaj kalendarz z internetu”). Pokazujemy go tylko raz. Kto go zna, widzi terminy i miejsca spotkań.',
  back: 'Wróć do spotkań',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
