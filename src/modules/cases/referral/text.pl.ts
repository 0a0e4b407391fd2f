import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  noteRequired: 'Przy „innym powodzie” napisz w kilku słowach, o co chodzi.',
  guards: {
    not_member: 'Ta instytucja nie należy do tego partnerstwa, więc nie może kierować do niego osób.',
    not_operating:
      'Partnerstwo jeszcze nie działa albo jest zawieszone. Skierowania można wysyłać, gdy porozumienie jest podpisane i obowiązuje.',
    recipient: 'Wybierz instytucję z partnerstwa, która jeszcze nie dostała skierowania w tej sprawie.',
    residence: 'Wybierz gminę, w której osoba mieszka. Od niej zależy, kto jest właściwy (art. 101 UPS).',
    outside_area:
      'Ta gmina nie należy do obszaru partnerstwa. Skieruj osobę do partnerstwa, które tam działa.',
    not_informed: 'Wpisz, kiedy osoba dowiedziała się o skierowaniu. Bez tego nie można go wysłać.',
    informed_future: 'Ta data jest w przyszłości. Osoba musi wiedzieć o skierowaniu, zanim zostanie wysłane.',
    informed_form: 'Wybierz, w jakiej formie osoba dowiedziała się o skierowaniu.',
    no_needs: 'Zaznacz przynajmniej jedną potrzebę.',
    unknown_needs: 'Tej potrzeby nie ma na liście. Odśwież stronę i zaznacz jeszcze raz.',
    short_reason: 'Napisz krótko, w czym druga instytucja może pomóc (co najmniej 10 znaków).',
    long_reason: 'Powód jest za długi. Skróć go do 600 znaków: adresat potrzebuje tylko najważniejszego.',
    reason_reveals:
      'W powodzie jest nazwisko, imię albo numer osoby. Ta instytucja dowie się, o kogo chodzi, dopiero gdy przyjmie skierowanie. Napisz „osoba”.',
    open_case:
      'Ta osoba ma już w partnerstwie otwartą sprawę. Drugiej nie można otworzyć; można poprosić o kontakt instytucję, która ją prowadzi.',
  },
  count: (n: number) => plural(n, 'skierowanie', 'skierowania', 'skierowań'),
};

export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
