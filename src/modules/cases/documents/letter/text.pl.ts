import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Skierowanie',
  opening: (due: string) =>
    `Kierujemy do Państwa osobę, której sytuację i potrzeby opisujemy poniżej. Prosimy o odpowiedź do dnia ${due}: przyjęcie skierowania albo odmowę z podaniem powodu.`,
  service: (due: string) =>
    `Prosimy o włączenie się do sprawy osoby, której sytuację i potrzeby opisujemy poniżej. Prosimy o odpowiedź do dnia ${due}: przyjęcie skierowania albo odmowę z podaniem powodu.`,
  urgent: 'Sprawa pilna.',
  about: 'Kogo dotyczy skierowanie',
  sign: (number: string, sign: string) => (sign ? `${number} · Znak sprawy ${sign}` : number),
  name: 'Imię i nazwisko',
  unidentified: 'Osoba o nieustalonej tożsamości',
  pesel: 'PESEL',
  document: 'Dokument tożsamości',
  closed: 'nie pokazano: potrzebna osobna podstawa',
  birth: 'Data urodzenia',
  locality: 'Miejscowość',
  gmina: 'Gmina',
  phone: 'Telefon',
  email: 'E-mail',
  lang: 'Język rozmowy',
  langs: { pl: 'polski', en: 'angielski', uk: 'ukraiński' },
  initials: 'Inicjały',
  age: 'Wiek',
  band: (band: string) =>
    band === '<18' ? 'poniżej 18 lat' : band === '65+' ? '65 lat i więcej' : `${band} lat`,
  hidden:
    'Imię, nazwisko i kontakt do osoby zostaną udostępnione po przyjęciu skierowania. Do tego czasu odbiorca nie może wiedzieć, kogo ono dotyczy.',
  needs: 'W czym potrzebna jest pomoc',
  reason: 'Dlaczego prosimy właśnie Państwa',
  informed: 'Informacja dla osoby',
  informedOn: (date: string, form: string) =>
    `Osoba wie o tym skierowaniu. Poinformowano ją ${date}, ${form}.`,
  sender: 'Kieruje',
  sent: (at: string) => `Wysłano elektronicznie w Splocie\n${at}`,
  contact: (phone: string, email: string) => [phone && `tel. ${phone}`, email].filter(Boolean).join(', '),
  hash: (hash: string) =>
    `Treść jest dokładnie taka, jaką wysłano; późniejsze zmiany w sprawie jej nie zmieniają. Skrót treści (SHA-256): ${hash}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
