import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Po wydarzeniu',
  evaluate: 'Jak było?',
  evaluateHint:
    'Ankieta jest anonimowa: nie zapisujemy, kto ani kiedy odpowiedział. Wyniki widać dopiero od pięciu odpowiedzi.',
  questions: {
    useful: 'Czy treść przyda się w pracy?',
    organised: 'Czy organizacja była dobra?',
    accessible: 'Czy miejsce i materiały były dostępne?',
    intend: 'Czy zamierzasz coś z tego zastosować?',
  },
  marks: { '1': '1, wcale', '2': '2', '3': '3', '4': '4', '5': '5, bardzo' },
  comment: 'Co warto zmienić',
  commentHint: 'Bez nazwisk, prosimy.',
  send: 'Wyślij odpowiedzi',
  certificate: 'Zaświadczenie o udziale',
  download: 'Pobierz zaświadczenie (PDF)',
  number: 'Numer',
  took: 'wzięła udział / wziął udział w wydarzeniu',
  kind: 'Rodzaj',
  when: 'Kiedy',
  where: 'Gdzie',
  hours: 'Liczba godzin (po 45 minut)',
  attended: 'Liczba terminów z obecnością',
  issued: 'Wystawiono',
  verify: (url: string, code: string) => `Prawdziwość można sprawdzić pod adresem ${url}, kod: ${code}`,
  verifyTitle: 'Sprawdź zaświadczenie',
  verifyLead: 'Kod jest na dole zaświadczenia. Dowiesz się, jakiego wydarzenia dotyczy, ale nie czyje jest.',
  code: 'Kod',
  check: 'Sprawdź',
  valid: 'Zaświadczenie jest prawdziwe',
  unknown: 'Nie ma takiego zaświadczenia',
  unknownMore: 'Sprawdź, czy kod ma dwanaście znaków. Nie ma w nim liter I, L, O ani U.',
  event: 'Wydarzenie',
  organiser: 'Wystawca',
  notOver: 'Zaświadczenia wydaje się po ostatnim terminie.',
  results: 'Wyniki ankiety',
  resultsNone: 'Wyniki pojawią się, gdy będzie co najmniej pięć odpowiedzi.',
  answers: (n: number) => plural(n, 'odpowiedź', 'odpowiedzi', 'odpowiedzi'),
  outOfFive: (mark: string) => `${mark} na 5`,
  comments: 'Co warto zmienić',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
