import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Wspólna diagnoza',
  draft: 'Szkic. Diagnoza nie jest jeszcze zatwierdzona.',
  person: 'Osoba',
  birth: 'Data urodzenia',
  coordinator: 'Koordynator sprawy',
  meeting: 'Spotkanie zespołu',
  present: 'Obecni',
  approved: 'Zatwierdzona',
  ownView: 'Głos osoby',
  strengths: 'Mocne strony',
  domains: 'Obszary',
  rating: (words: string, institution: string) => `Ocena ${words}. Opisuje ${institution}.`,
  notFilled: (institution: string) => `Jeszcze nie opisano. Opisuje ${institution}.`,
  notShown: 'Części, których tu nie pokazano',
  notShownWhy:
    'Dokument zawiera tylko to, co może zobaczyć osoba, która go drukuje. Poniższych części nie pokazano; z ich braku nie wynika, czy coś w nich zapisano.',
  conclusion: 'Wspólny wniosek',
  work: 'Co z tego wynika dla pracy',
  none: 'Jeszcze nie zapisano.',
  approvals: 'Zatwierdzenia',
  signed: (at: string) => `Zatwierdzono w Splocie\n${at}`,
  outdated: 'Zatwierdzono wcześniejszą treść. Obecna czeka na zatwierdzenie.',
  know: 'Znam treść diagnozy',
  confidential: 'Dokument zawiera dane osobowe. Przekazywać tylko osobom uprawnionym.',
  file: 'diagnoza',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
