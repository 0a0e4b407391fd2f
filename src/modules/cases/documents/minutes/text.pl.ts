import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: (n: number) => `Protokół przeglądu ${n}`,
  kinds: {
    scheduled: 'przegląd planowy',
    extra: 'przegląd dodatkowy',
    final: 'przegląd końcowy',
  },
  person: 'Osoba',
  held: 'Data przeglądu',
  kind: 'Rodzaj',
  trigger: 'Dlaczego teraz',
  present: 'Obecni',
  goals: 'Cele',
  goal: 'Cel',
  near: 'Jak blisko',
  scales: {
    s0: '0 – nierozpoczęty',
    s1: '1 – pierwsze kroki',
    s2: '2 – w połowie drogi',
    s3: '3 – blisko',
    s4: '4 – osiągnięty',
  },
  items: 'Działania',
  item: 'Działanie',
  result: 'Wynik',
  reason: 'Powód',
  results: { done: 'wykonano', in_progress: 'w toku', not_done: 'nie wykonano' },
  minutes: 'Ustalenia',
  noMinutes: 'Nie zapisano dodatkowych ustaleń.',
  decision: 'Decyzja',
  decisions: {
    continue: 'Plan trwa dalej.',
    change_plan: 'Plan zostanie zmieniony. Nową wersję podpisują wszyscy.',
    suspend: 'Sprawa zostanie zawieszona.',
    close: 'Sprawa zostanie zamknięta.',
  },
  next: (date: string) => `Następny przegląd: ${date}.`,
  signatures: 'Podpisy obecnych',
  coordinator: 'Koordynator sprawy',
  institution: 'Instytucja',
  recorded: (at: string) => `Zapisano w Splocie ${at}. Zapisanego przeglądu nie można zmienić.`,
  recorder: 'Protokół zapisał(a)',
  nothing: 'Nie oceniano.',
  file: 'przeglad',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
