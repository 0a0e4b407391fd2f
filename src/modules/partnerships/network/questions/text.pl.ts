import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Kto to już rozwiązał?',
  lead: 'Pytania do sieci i odpowiedzi innych partnerstw. Rozmowa toczy się w grupach tematycznych.',
  network: 'Sieć partnerstw',
  ask: 'Zadaj pytanie sieci',
  term: 'Temat',
  any: 'wszystkie',
  none: 'Nikt jeszcze o to nie pytał',
  noneHow: 'Zadaj pytanie: przeczytają je osoby z innych partnerstw.',
  question: 'Pytanie',
  from: 'Pyta',
  answers: (n: number) => plural(n, 'odpowiedź', 'odpowiedzi', 'odpowiedzi'),
  solved: 'rozwiązane',
  practice: 'Dobra praktyka',
  practiceNone: 'brak',
  link: 'Wskaż dobrą praktykę',
  linkLead: 'Karta z biblioteki, która opisuje rozwiązanie. Pomoże następnym, którzy mają ten sam kłopot.',
  noPractice: 'żadna',
  save: 'Zapisz',
  askLead: 'Przeczytają je pracownicy z całej sieci. Nie pisz o konkretnych osobach.',
  group: 'W której grupie zapytać',
  groupHint: 'Grupy otwarte, do których należysz.',
  noGroups: 'Nie należysz jeszcze do żadnej otwartej grupy',
  noGroupsHow: 'Dołącz do grupy tematycznej, a potem wróć tutaj z pytaniem.',
  groups: 'Grupy tematyczne',
  titleField: 'Pytanie w jednym zdaniu',
  body: 'Więcej: co już próbowaliście',
  personal: 'W pytaniu nie ma danych osób, o których mowa',
  send: 'Zadaj pytanie',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
