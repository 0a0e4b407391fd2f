import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

export interface About {
  readonly who: string;
  readonly what: string;
  readonly where: string;
  readonly until: string;
  readonly link: string;
}
const facts = (a: About) =>
  `Kto pyta: ${a.who}\nCzego potrzebuje: ${a.what}\nMiejsce: ${a.where}\nOdpowiedzi do: ${a.until}`;

const pl = {
  buyer: {
    confirm: {
      subject: 'Splot: potwierdź swoje zapytanie',
      body: (what: string, where: string, link: string) =>
        `Ktoś (mamy nadzieję, że Ty) przygotował zapytanie do podmiotów ekonomii społecznej: ${what}, ${where}.\n\nŻeby je wysłać, otwórz i potwierdź:\n${link}\n\nTen odsyłacz otwiera potem odpowiedzi. Nie przekazuj go dalej.\n\nJeśli to pomyłka, nic nie rób: po siedmiu dniach zapytanie i adres znikną.`,
    },
    answered: {
      subject: 'Splot: jest odpowiedź na zapytanie',
      body: (what: string, where: string, link: string) =>
        `Podmiot odpowiedział na zapytanie: ${what}, ${where}.\n\nOdpowiedzi i porównanie:\n${link}`,
    },
    question: {
      subject: 'Splot: pytanie do zapytania',
      body: (what: string, where: string, link: string) =>
        `Ktoś z zapytanych chce coś doprecyzować: ${what}, ${where}.\n\nPytanie i miejsce na odpowiedź, którą przeczytają wszyscy zapytani:\n${link}`,
    },
  },
  entity: {
    invite: {
      subject: 'Splot: nowe zapytanie o ofertę',
      body: (a: About) =>
        `Ktoś szuka wykonawcy i znalazł Was w bazie podmiotów ekonomii społecznej.\n\n${facts(a)}\n\nSzczegóły i odpowiedź (bez zakładania konta):\n${a.link}\n\nOdmowa też pomaga: wystarczy wybrać powód. Na tej samej stronie można zablokować nadawcę.`,
    },
    replied: {
      subject: 'Splot: odpowiedź na pytanie do zapytania',
      body: (a: About) =>
        `Pytający odpowiedział na pytanie. Odpowiedź czytają wszyscy zapytani.\n\n${facts(a)}\n\n${a.link}`,
    },
    remind: {
      subject: 'Splot: jutro mija termin odpowiedzi na zapytanie',
      body: (a: About) =>
        `Na to zapytanie nie ma jeszcze odpowiedzi.\n\n${facts(a)}\n\nOferta albo odmowa z powodem:\n${a.link}`,
    },
    chosen: {
      subject: 'Splot: Wasza oferta została wybrana',
      body: (a: About) =>
        `Pytający wybrał Waszą ofertę. Skontaktuje się, żeby ustalić szczegóły.\n\n${facts(a)}\n\n${a.link}`,
    },
    notChosen: {
      subject: 'Splot: zapytanie jest zakończone',
      body: (a: About) => `Dziękujemy za odpowiedź. Tym razem wybrano inaczej.\n\n${facts(a)}\n\n${a.link}`,
    },
    ended: {
      subject: 'Splot: zapytanie jest zakończone',
      body: (a: About) => `Na to zapytanie nie trzeba już odpowiadać.\n\n${facts(a)}\n\n${a.link}`,
    },
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
