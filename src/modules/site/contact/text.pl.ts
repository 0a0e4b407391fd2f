import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Kontakt',
  lead: 'List trafia e-mailem do podmiotu, który prowadzi tę stronę. Odpowiedź przychodzi na podany adres.',
  topic: 'Czego dotyczy',
  topics: {
    text: 'treść strony, pomysł na artykuł',
    directory: 'wpis w bazie podmiotów',
    events: 'wydarzenie',
    accessibility: 'dostępność strony lub pliku',
    data: 'dane osobowe',
    other: 'inna sprawa',
  },
  message: 'Wiadomość',
  messageHint:
    'Bez nazwisk, numerów PESEL i danych o zdrowiu. O swojej sprawie najlepiej pisać do koordynatora.',
  email: 'E-mail do odpowiedzi',
  emailHint: 'Bez adresu nie da się odpisać. Poza listem nigdzie go nie zapisujemy.',
  send: 'Wyślij',
  identifier: 'W tekście jest jedenaście cyfr z rzędu, może numer PESEL. Usuń go: list nie może go nieść.',
  tooMany: 'Z tego miejsca wysłano dziś już pięć listów. Spróbuj jutro albo zadzwoń.',
  helpTitle: 'Gdy jest naprawdę źle',
  help: 'List czyta się po kilku dniach. Gdy nie ma na co czekać, zadzwoń. To nic nie kosztuje.',
  nowTitle: 'Zadzwoń teraz, jeśli coś grozi Tobie albo komuś obok',
  now: 'List będzie przeczytany dopiero za jakiś czas. Pod tymi numerami ktoś rozmawia od razu, bez oceniania i za darmo.',
  otherwise: 'Inaczej',
  adviser: 'Pytanie do doradcy',
  find: 'Kto pomaga w okolicy',
  broken: 'Coś na stronie nie działa',
  sentTitle: 'List wysłany',
  sent: 'Dziękujemy. Jeśli w liście jest adres, odpowiedź przyjdzie na niego.',
  home: 'Strona główna',
  subject: 'Splot: list z formularza kontaktowego',
  urgent: 'PILNE: w liście są słowa o kryzysie albo zagrożeniu. Nadawca zobaczył numery pomocy.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
