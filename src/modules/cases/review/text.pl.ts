import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Przeglądy planu',
  lead: 'Przegląd sprawdza cele i działania planu i kończy się decyzją. Zapisanego przeglądu nie można zmienić.',
  none: 'Nie było jeszcze przeglądu',
  noneHint: 'Pierwszy przegląd odbywa się w terminie z planu, najdalej po trzech miesiącach.',
  add: 'Zapisz przegląd',
  newTitle: 'Nowy przegląd',
  number: (n: number) => `Przegląd ${n}`,
  heldOn: 'Data przeglądu',
  trigger: 'Dlaczego teraz',
  present: 'Kto był obecny',
  presentHint: 'Osoba uczestnicząca, pracownicy, bliscy.',
  goals: 'Jak blisko celu',
  goalsHint: '0 – nierozpoczęty, 4 – osiągnięty.',
  items: 'Działania',
  reason: 'Powód, gdy nie wykonano',
  decision: 'Decyzja',
  nextReview: 'Następny przegląd',
  nextReviewHint: 'Potrzebny, gdy plan trwa dalej. Najdalej trzy miesiące po tym przeglądzie.',
  minutes: 'Protokół',
  minutesHint: 'Najważniejsze ustalenia. Czyta je zespół i osoba uczestnicząca.',
  recorded: (who: string) => `zapisał(a) ${who}`,
  results: { done: 'wykonano', in_progress: 'w toku', not_done: 'nie wykonano' },
  scales: {
    s0: '0 – nierozpoczęty',
    s1: '1 – pierwsze kroki',
    s2: '2 – w połowie drogi',
    s3: '3 – blisko',
    s4: '4 – osiągnięty',
  },
  decisions: {
    continue: 'plan trwa dalej',
    change_plan: 'zmiana planu',
    suspend: 'zawieszenie sprawy',
    close: 'zamknięcie sprawy',
  },
  decisionHints: {
    continue: 'Sprawa czeka na następny przegląd.',
    change_plan: 'Powstaje nowa wersja planu; podpisują ją wszyscy.',
    suspend: 'Następny krok: powód i czas zawieszenia.',
    close: 'To jest przegląd końcowy. Następny krok: rezultat.',
  },
  beforePrevious: (date: string) => `Poprzedni przegląd był ${date}. Ten nie może być wcześniejszy.`,
  beforeCase: (date: string) => `Sprawa trwa od ${date}. Wpisz datę tego dnia albo późniejszą.`,
  nextTooLate: (date: string) => `Następny przegląd może być najdalej ${date}.`,
  finalMustClose: 'Przegląd z powodu zamknięcia kończy się decyzją o zamknięciu.',
  refusals: {
    read_only: 'Instytucja może tę sprawę już tylko czytać.',
    not_coordinator:
      'Robi to koordynator sprawy, osoba, która go zastępuje, albo kierownik instytucji prowadzącej.',
    not_active: 'Sprawa nie jest w realizacji, więc nie można tego teraz zrobić.',
    not_suspended: 'Sprawa nie jest zawieszona.',
    already_suspended: 'Sprawa jest już zawieszona. Zapisz przegląd z inną decyzją i zawieś ją ponownie.',
    no_plan: 'Nie ma podpisanego planu, który można przejrzeć.',
  },
  suspension: {
    title: 'Zawieszenie sprawy',
    list: 'Zawieszenia',
    suspend: 'Zawieś sprawę',
    decided: 'Ostatni przegląd zdecydował o zawieszeniu. Zapisz powód i czas.',
    lead: 'W czasie zawieszenia terminy stoją. Zostaje obowiązek kontaktu z osobą.',
    reason: 'Powód',
    from: 'Od',
    until: 'Do',
    untilHint: 'Najdłużej 180 dni. Potem potrzebny jest przegląd.',
    tooLong: (date: string) =>
      `Zawieszenie może trwać najdalej do ${date}. Aby je przedłużyć, najpierw zapisz przegląd.`,
    resumedOn: 'Wznowiono',
    resume: 'Wznów sprawę',
    resumeDay: 'Od kiedy sprawa trwa dalej',
    open: 'trwa',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
