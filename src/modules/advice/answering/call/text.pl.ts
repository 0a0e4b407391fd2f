import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Karta rozmowy',
  lead: 'Zapisuje się sama podczas rozmowy. Potrzebna jest tylko treść pytania.',
  desk: 'Punkt doradztwa',
  channel: 'Skąd',
  channels: { phone: 'telefon', visit: 'wizyta' },
  caller: 'Kto pyta',
  county: 'Powiat',
  topic: 'Temat',
  notSaid: 'nie wiadomo',
  subject: 'W jednym zdaniu',
  words: 'O co pyta',
  outcome: 'Co dalej',
  outcomes: { answered: 'odpowiedź od razu', passed: 'odpowie doradca' },
  answer: 'Co powiedziano',
  answerHint: 'Przy odpowiedzi od razu. Tak, żeby ktoś inny zrozumiał za pół roku.',
  passedTo: 'Doradca',
  passedToHint: 'Puste: pytanie czeka na pierwszą wolną osobę.',
  contact: 'Kontakt i oddzwonienie',
  contactHint: 'Tylko gdy ktoś tego chce. Dane znikają same jakiś czas po zamknięciu pytania.',
  name: 'Imię lub nazwa',
  phone: 'Telefon',
  email: 'E-mail',
  callBackOn: 'Oddzwonić dnia',
  callBackAt: 'o godzinie',
  phoneNeeded: 'Podaj numer, pod który trzeba oddzwonić.',
  save: 'Zapisz kartę',
  unfinished: 'Niedokończone karty',
  noWords: '(bez treści)',
  drop: 'Usuń tę kartę',
  crisis: 'Gdy ktoś jest w kryzysie',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
