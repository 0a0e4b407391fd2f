import type { AnswerForm, RemarkForm } from '../../modules/library/consultation/api.ts';

/** What was said in the consultation of the standard. Every sentence is invented. */
export interface SaidRemark {
  /** Key of a worker, who speaks for the institution; without it a person, by the signature. */
  readonly by?: string;
  readonly signature?: string;
  /** Which part of the publication, from 1, and how the paragraph begins. */
  readonly part: number;
  readonly to: string;
  readonly kind: RemarkForm['kind'];
  readonly body: string;
  /** Days ago. */
  readonly ago: number;
  readonly answer?: readonly [outcome: AnswerForm['outcome'], words: string, ago: number];
}

export const INVITATION =
  'Standard ma rok i czas go poprawić. Prosimy szczególnie o uwagi do terminów (części 2–4) i do tego, co osoba dostaje na piśmie. Na każdą uwagę odpowiemy, a zestawienie uwag i odpowiedzi zostanie na stronie. Nowe wydanie przygotujemy po spotkaniu konsultacyjnym.';

export const REMARKS: readonly SaidRemark[] = [
  {
    by: 'roman',
    part: 4,
    to: '2.3.',
    kind: 'objection',
    body: 'Siedem dni kalendarzowych przy dwóch świętach w tygodniu to w praktyce trzy dni pracy. Proponujemy liczyć dni robocze albo zostawić 7 dni i dopisać, co robi zastępca.',
    ago: 19,
    answer: [
      'partly',
      'Zostaje 7 dni kalendarzowych: tyle daje art. 105 ustawy o pomocy społecznej i tak rozumie to osoba, która czeka. Dopiszemy, że gdy ostatni dzień jest wolny od pracy, termin kończy się w następny dzień roboczy.',
      12,
    ],
  },
  {
    by: 'anna',
    part: 4,
    to: '2.3.',
    kind: 'support',
    body: 'U nas po wprowadzeniu jednej osoby odpowiedzialnej i terminu skierowania przestały ginąć. Prosimy tego nie rozluźniać.',
    ago: 17,
    answer: ['noted', '', 12],
  },
  {
    by: 'katarzyna',
    part: 4,
    to: '2.4.',
    kind: 'wording',
    body: 'Odmowa ma powód z listy, jedno zdanie „dokąd zamiast tego” i nazwisko osoby, która odpowie na pytania.',
    ago: 16,
    answer: ['accepted', 'Dziękujemy, tak będzie w nowym wydaniu. Sama lista powodów się nie zmienia.', 11],
  },
  {
    by: 'marcin',
    part: 6,
    to: '4.3.',
    kind: 'question',
    body: 'Kto dzwoni, gdy osoba opuszcza zajęcia w CIS: instruktor czy koordynator sprawy? W standardzie jest „ktoś” i w praktyce nie dzwoni nikt.',
    ago: 14,
    answer: [
      'accepted',
      'Słuszna uwaga. Wpiszemy, że dzwoni ten, u kogo są zajęcia, a koordynator dostaje wiadomość i dzwoni następnego dnia, jeśli rozmowy nie było.',
      9,
    ],
  },
  {
    by: 'mszana',
    part: 5,
    to: '3.2.',
    kind: 'objection',
    body: 'Trzy mocne strony jako warunek zamknięcia diagnozy prowadzą do wpisywania czegokolwiek. Wystarczyłaby jedna, ale własnymi słowami osoby.',
    ago: 12,
    answer: [
      'rejected',
      'Sprawdziliśmy to w rozmowach z zespołami: trzecia mocna strona zwykle pojawia się dopiero po chwili ciszy i to od niej zaczyna się plan. Dopiszemy za to pytania, które pomagają ją znaleźć.',
      6,
    ],
  },
  {
    by: 'iod',
    part: 7,
    to: '5.1.',
    kind: 'wording',
    body: 'Po słowach „przepis, porozumienie albo zgodę” proponuję dodać: „zgoda nie zastępuje przepisu, gdy przepis jest”.',
    ago: 9,
  },
  {
    signature: 'Mama dorosłego syna z Tymbarku',
    part: 4,
    to: '2.5.',
    kind: 'question',
    body: 'Czy na pierwsze spotkanie syn może przyjść ze mną? W tekście jest mowa o osobie i urzędach, a on sam się nie odezwie.',
    ago: 8,
    answer: [
      'accepted',
      'Tak, może przyjść z kimś, komu ufa. Dopiszemy to wprost w wymaganiu i w zaproszeniu na spotkanie.',
      4,
    ],
  },
  {
    by: 'koordynator',
    part: 3,
    to: '1.4.',
    kind: 'support',
    body: 'Dzień w tygodniu to minimum, które działa. Bez zapisanego czasu koordynację robi się po godzinach.',
    ago: 5,
  },
];

/** Waits for an editor: a person without an account wrote it yesterday. */
export const WAITING: SaidRemark = {
  signature: 'Radny z gminy wiejskiej',
  part: 3,
  to: '1.2.',
  kind: 'question',
  body: 'Czy gmina może przystąpić do partnerstwa tylko z jednym sołectwem na próbę?',
  ago: 1,
};
