import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Kto prowadzi sprawę w instytucji',
  lead: 'Sprawa zawsze ma kogoś, kto za nią odpowiada. Przydzielić można pracownika z ważnym upoważnieniem.',
  assigned: 'Przydzieleni',
  worker: 'Pracownik',
  role: 'Rola',
  roles: { coordinator: 'koordynator', caseworker: 'pracuje w sprawie', stand_in: 'zastępuje' },
  end: 'Odbierz sprawę',
  assign: 'Przydziel pracownika',
  coordinator: 'Zmień koordynatora',
  coordinatorHint: 'Dotychczasowy koordynator przestaje widzieć sprawę.',
  caseNumber: (number: string) => `Sprawa ${number}`,
  session: 'Zajęcia',
  group: 'Grupa',
  refusals: {
    case_ended: 'Sprawa jest zakończona i nikogo nie trzeba do niej przydzielać.',
    not_assigner: 'Przydziela kierownik instytucji albo koordynator sprawy.',
    not_lead: 'Koordynatora wyznacza instytucja, która prowadzi sprawę.',
    is_coordinator: 'To jest koordynator. Najpierw wyznacz innego.',
    last_worker: 'To ostatni pracownik instytucji w tej sprawie. Najpierw przydziel kogoś innego.',
    not_assignable: 'Tej osobie nie można dać spraw: nie pracuje tu, nie ma upoważnienia albo funkcji.',
    locked: 'Ten pracownik jest wyłączony z tej sprawy.',
    cannot_coordinate: 'Ta osoba nie ma funkcji, która pozwala koordynować sprawy.',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
