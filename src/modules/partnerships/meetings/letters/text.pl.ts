import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  hello: 'Dzień dobry,',
  subjects: {
    invitation: 'Zaproszenie na spotkanie',
    changed: 'Zmiana terminu lub miejsca spotkania',
    cancelled: 'Spotkanie odwołane',
    minutes: 'Protokół spotkania do uwag',
  },
  says: {
    invitation: 'zapraszamy na spotkanie.',
    changed: 'zmienił się termin lub miejsce spotkania. Aktualne dane:',
    cancelled: 'spotkanie zostało odwołane.',
    minutes: 'protokół spotkania czeka na uwagi i akceptację.',
  },
  links: {
    invitation: 'Odpowiedz, czy przyjdziesz:',
    changed: 'Odpowiedz, czy przyjdziesz:',
    cancelled: 'Szczegóły:',
    minutes: 'Protokół (po zalogowaniu):',
  },
  agenda: 'Porządek obrad:',
  calendar: 'Do kalendarza (iCalendar):',
  remarksUntil: (date: string) =>
    `Uwagi można zgłaszać do ${date}. Protokół bez uwag uznaje się potem za przyjęty.`,
  automatic: 'Wiadomość wysłana automatycznie przez Splot.',
  taskSoonSubject: 'Przypomnienie: zbliża się termin zadania ze spotkania',
  taskLateSubject: 'Przypomnienie: minął termin zadania ze spotkania',
  taskSoon: (date: string) => `termin zadania przyjętego na spotkaniu mija ${date}.`,
  taskLate: (date: string) => `termin zadania przyjętego na spotkaniu minął ${date}.`,
  taskLink: 'Zadanie (po zalogowaniu):',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
