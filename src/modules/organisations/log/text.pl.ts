import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Rejestr dostępu',
  lead: 'Kto w tej instytucji widział lub zmienił dane, kiedy i w jakim celu. Czytanie rejestru też się w nim zapisuje.',
  count: (n: number) => plural(n, 'wpis', 'wpisy', 'wpisów'),
  from: 'Od',
  to: 'Do',
  worker: 'Kto',
  everybody: 'wszyscy',
  kind: 'Co się stało',
  anything: 'wszystko',
  kinds: { view: 'oglądanie', change: 'zmiana', export: 'eksport lub wydruk' },
  number: 'Numer sprawy',
  numberHint: 'Bez numeru rejestr nie pokazuje, czyich danych dotyczy wpis.',
  when: 'Kiedy',
  action: 'Czynność',
  object: 'Czego dotyczy',
  objectId: 'Identyfikator',
  classes: 'Rodzaje danych',
  purpose: 'Cel',
  request: 'Numer zgłoszenia',
  nobody: 'system',
  view: 'oglądanie',
  export: 'Pobierz CSV',
  empty: 'Nie ma takich wpisów',
  emptyMore: 'Zmień okres albo filtry.',
  purposes: {
    P1: 'decyzja o skierowaniu',
    P2: 'wspólna diagnoza',
    P3: 'plan i jego realizacja',
    P4: 'przegląd i monitoring',
    P5: 'własne obowiązki instytucji',
    P6: 'rozliczenie projektu',
    P7: 'statystyka bez osób',
    P8: 'nadzór i kontrola',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
