import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Asystent zamówień społecznych',
  lead: 'Kilka pytań, a potem: jakie instrumenty wchodzą w grę, pod jakimi warunkami i z jakim zapisem na początek.',
  directory: 'Baza podmiotów',
  register: 'Rejestr klauzul społecznych',
  band: 'Szacowana wartość zamówienia bez VAT',
  bands: {
    below: (amount: string) => `poniżej ${amount}`,
    above: (amount: string) => `${amount} i więcej`,
  },
  bandsUnknown: {
    below: 'poniżej progu Prawa zamówień publicznych',
    above: 'od progu Prawa zamówień publicznych',
  },
  threshold: (day: string, source: string) => `Próg obowiązuje od ${day}. Źródło: ${source}.`,
  subject: 'Przedmiot',
  subjects: {
    supplies: 'dostawy (towary)',
    services: 'usługi',
    social: 'usługi społeczne, zdrowotne, kulturalne',
    works: 'roboty budowlane',
  },
  buyer: 'Kto kupuje',
  buyers: {
    public: 'zamawiający publiczny (gmina, szkoła, urząd, szpital)',
    other: 'firma albo organizacja, która nie stosuje Prawa zamówień publicznych',
  },
  goals: 'Co ma się udać',
  goalsHint: 'Można zaznaczyć kilka. Bez zaznaczenia pokażemy wszystko.',
  goal: {
    groups: 'pracę dostaną osoby z grup zagrożonych wykluczeniem',
    contracts: 'wykonawca zatrudni na umowę o pracę',
    accessibility: 'z tego, co kupujemy, skorzysta każdy, także osoba z niepełnosprawnością',
    quality: 'liczy się jakość i koszt w całym okresie, nie tylko cena',
    mission: 'usługę wykona organizacja misji publicznej',
  },
  submit: 'Pokaż, co można zastosować',
  result: (n: number) => plural(n, 'instrument', 'instrumenty', 'instrumentów'),
  none: 'Dla takiego zamówienia nie ma instrumentu w tabeli',
  noneMore: 'Zmień odpowiedzi albo kup po prostu od podmiotu ekonomii społecznej: nic tego nie zabrania.',
  other:
    'Kto nie stosuje Prawa zamówień publicznych, wybiera swobodnie: może kupić od podmiotu ekonomii społecznej bez żadnej szczególnej podstawy, a klauzule wpisać do umowy.',
  why: 'Dlaczego',
  condition: 'Warunki',
  proof: 'Czego żądać na dowód',
  trap: 'Na co uważać',
  clause: 'Zapis na początek',
  clauseHint:
    'To punkt wyjścia, nie gotowy dokument. Miejsca w nawiasach uzupełnij; całość sprawdza prawnik zamawiającego.',
  source: (source: string) => `Źródło: ${source}`,
  stateOn: (day: string) => `stan prawny na ${day}`,
  version: (n: number) => `wersja ${n}`,
  check: 'do potwierdzenia',
  checkHint:
    '„Do potwierdzenia” znaczy: znamy tę regułę, ale nie odczytaliśmy jej ponownie w źródle, albo jest niepewna. Sprawdź ją przed użyciem.',
  find: 'Znajdź, kto mógłby to zrobić',
  ask: 'Wyślij zapytanie o ofertę',
  record: 'Dopisz użytą klauzulę do rejestru',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
