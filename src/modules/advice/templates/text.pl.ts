import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Szablony odpowiedzi',
  lead: 'Początki odpowiedzi, które wstawia się do szkicu. Kwoty i terminy z prawa wstawiają się same, z dnia odpowiedzi.',
  none: 'Nie ma jeszcze szablonów',
  noneMore: 'Szablon oszczędza pisania tego samego i pilnuje, by kwoty i terminy były aktualne.',
  add: 'Dodaj szablon',
  newTitle: 'Nowy szablon',
  name: 'Nazwa',
  topic: 'Temat',
  anyTopic: 'Każdy temat',
  lang: 'Język',
  langs: { pl: 'polski', en: 'angielski' },
  body: 'Tekst',
  bodyHint:
    'W podwójnych nawiasach klamrowych: {{date}} dzień odpowiedzi, {{number}} numer pytania, {{desk}} nazwa punktu, {{phone}} telefon, albo kod faktu prawnego z listy, na przykład {{income_single}}.',
  unknownPlace: (code: string) => `Nie ma faktu o kodzie „${code}”. Sprawdź listę faktów prawnych.`,
  facts: 'Fakty prawne',
  factsLead:
    'Kwoty, udziały i terminy z prawa, z dniami obowiązywania i źródłem. Wstawiają je szablony odpowiedzi.',
  factsLink: 'Lista faktów prawnych i ich kodów',
  save: 'Zapisz',
  preview: 'Jak wygląda dzisiaj',
  end: 'Wycofaj szablon',
  state: 'Aktualność',
  look: 'do sprawdzenia',
  current: 'aktualny',
  doubts: {
    unknown: (name: string) => `nieznany fakt: ${name}`,
    over: (name: string, day: string) => `nieaktualne: ${name}${day && ` (obowiązywało do ${day})`}`,
    ends: (name: string, day: string) => `obowiązuje do ${day}: ${name}`,
  },
  lacking: (name: string) => `[BRAK AKTUALNEJ WARTOŚCI: ${name}]`,
  legalState: (day: string) => `Stan prawny na dzień ${day}.`,
  code: 'Kod',
  fact: 'Fakt',
  value: 'Wartość',
  valid: 'Obowiązuje',
  source: 'Źródło',
  certainty: { source: 'ze źródła', knowledge: 'z wiedzy autorów', uncertain: 'do sprawdzenia' },
  over: 'nieaktualny',
  change: 'Nowa wartość',
  newValue: 'Nowa wartość',
  from: 'Od dnia',
  to: 'Do dnia',
  laterFrom: 'Nowa wartość musi zaczynać się później niż ostatnia.',
  insert: 'Wstaw szablon',
  pick: 'Szablon',
  units: {
    zl: (n: string) => `${n} zł`,
    eur: (n: string) => `${n} euro`,
    percent: (n: string) => `${n}%`,
  },
  counts: {
    days: (n: number) => plural(n, 'dzień', 'dni', 'dni'),
    working_days: (n: number) => plural(n, 'dzień roboczy', 'dni robocze', 'dni roboczych'),
    months: (n: number) => plural(n, 'miesiąc', 'miesiące', 'miesięcy'),
    years: (n: number) => plural(n, 'rok', 'lata', 'lat'),
    persons: (n: number) => plural(n, 'osoba', 'osoby', 'osób'),
    hours: (n: number) => plural(n, 'godzina', 'godziny', 'godzin'),
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
