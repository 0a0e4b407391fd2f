import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Lista kontrolna',
  lead: (title: string) => `${title}: wszystkie wymagania na jednej liście, do druku i odhaczania.`,
  count: (n: number, basic: number) =>
    `${plural(n, 'wymaganie', 'wymagania', 'wymagań')}, w tym ${basic} z poziomu podstawowego [P].`,
  kept: 'Zaznaczeń nikt nie zapisuje: znikają po zamknięciu strony. Żeby je zachować, wydrukuj listę.',
  basic: 'P',
  basicTitle: 'poziom podstawowy',
  law: 'ustawa',
  evidence: 'Dowód:',
  done: (number: string) => `Wymaganie ${number} jest spełnione`,
  legalState: (day: string) => `Stan prawny na ${day}.`,
  version: (number: number) => `Wersja ${number}`,
  none: 'W tym dokumencie nie ma ponumerowanych wymagań',
  noneBody: 'Lista powstaje z nagłówków, które zaczynają się numerem, na przykład „1.2. Tytuł wymagania”.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
