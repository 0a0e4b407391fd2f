import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  session: 'Lista obecności',
  month: 'Lista obecności za miesiąc',
  card: 'Karta obecności',
  activity: 'Zajęcia',
  group: 'Grupa',
  when: 'Kiedy',
  at: (date: string, time: string, hours: string) => `${date}, godz. ${time}, ${hours} godz.`,
  where: 'Miejsce',
  leader: 'Prowadzi',
  monthName: 'Miesiąc',
  person: 'Osoba',
  months: {
    m01: 'styczeń',
    m02: 'luty',
    m03: 'marzec',
    m04: 'kwiecień',
    m05: 'maj',
    m06: 'czerwiec',
    m07: 'lipiec',
    m08: 'sierpień',
    m09: 'wrzesień',
    m10: 'październik',
    m11: 'listopad',
    m12: 'grudzień',
  },
  no: 'Lp.',
  name: 'Nazwisko i imię',
  case: 'Sprawa',
  signature: 'Podpis',
  presence: 'Obecność',
  minutes: 'Minuty',
  date: 'Data',
  hours: 'Godziny',
  institution: 'Instytucja',
  marks: {
    present: 'obecność',
    excused: 'nieobecność usprawiedliwiona',
    absent: 'nieobecność bez usprawiedliwienia',
    sick: 'choroba',
  },
  letters: { present: 'O', excused: 'NU', absent: 'N', sick: 'CH' },
  legend:
    'O – obecność, N – nieobecność bez usprawiedliwienia, NU – nieobecność usprawiedliwiona, CH – choroba, puste – nie zaznaczono.',
  unmarked: 'nie zaznaczono',
  cancelled: 'odwołane',
  nobody: 'Na liście nie ma jeszcze nikogo.',
  noSessions: 'W tym miesiącu nie ma zajęć.',
  total: (present: number, all: number, hours: string) =>
    `Obecności: ${present} z ${all}. Razem godzin obecności: ${hours}.`,
  confirm: 'Potwierdza osoba prowadząca zajęcia',
  confidential: 'Lista zawiera dane osobowe. Nie zostawiać jej w miejscu dostępnym dla innych.',
  file: 'obecnosc',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
