import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Jedna droga, wiele instytucji',
  lead: 'Splot pokazuje, kto w okolicy pomaga i co umieją spółdzielnie socjalne, zbiera wiedzę, a instytucjom jednego powiatu daje jeden plan dla jednej osoby.',
  q: 'Czego szukasz?',
  qHint: 'np. obiad, kurs, praca, sprzątanie',
  where: 'Gdzie?',
  whereHint: 'miejscowość albo gmina',
  find: 'Szukaj w bazie',
  visitors: 'Dla kogo',
  person: {
    title: 'Szukam pomocy',
    text: 'Znajdziesz miejsce, w którym dostaniesz wsparcie. Bez konta i za darmo.',
    links: {
      '/directory?free=1': 'Gdzie są wolne miejsca',
      '/my': 'Moje okno: plan i terminy',
      '/advice': 'Zapytaj doradcę',
      '/contact': 'Napisz albo zadzwoń',
    },
  },
  official: {
    title: 'Pracuję w urzędzie lub ośrodku',
    text: 'Skierowanie w trzy minuty, odpowiedź na czas, jeden plan zamiast trzech.',
    links: {
      '/library': 'Przewodniki i standardy',
      '/news?kind=advice': 'Co zmieniło się w prawie',
      '/sign-in': 'Zaloguj się do spraw',
    },
  },
  cooperative: {
    title: 'Prowadzę spółdzielnię',
    text: 'Gotowe pomysły na usługi z budżetem na start i wpis, który widzą zamawiający.',
    links: {
      '/models': 'Modele i kalkulator budżetu',
      '/practices': 'Dobre praktyki',
      '/directory': 'Mój wpis w bazie',
    },
  },
  buyer: {
    title: 'Kupuję dla gminy lub firmy',
    text: 'Kto w okolicy to robi i jak zamówić zgodnie z prawem.',
    links: {
      '/procurement/assistant': 'Asystent zamówień społecznych',
      '/enquiries/new': 'Wyślij zapytanie',
      '/procurement/register': 'Klauzule innych zamawiających',
    },
  },
  researcher: {
    title: 'Badam lub piszę o tym',
    text: 'Dane bez klucza i bez opłat, z datą i źródłem.',
    links: {
      '/data': 'Otwarte dane',
      '/directory/statistics': 'Statystyki powiatów',
      '/results-base': 'Baza rezultatów',
    },
  },
  newest: 'Co nowego',
  allNews: 'Aktualności i porady',
  events: 'Najbliższe wydarzenia',
  allEvents: 'Kalendarz wydarzeń',
  newsletter: 'Dostawaj to e-mailem',
  online: 'przez internet',
  threads: 'Każdy rodzaj instytucji ma swoją nić',
  about: 'O Splocie i tej stronie',
  example: {
    title: 'Tak wygląda jedna sprawa',
    caption:
      'Przykład wymyślony. Gruba linia to droga osoby między instytucjami, węzły to zdarzenia, kreski to zajęcia (puste: nieobecność). Przerywany koniec pokazuje, co jest następne i u kogo.',
    lanes: {
      ops: 'Ośrodek pomocy',
      pup: 'Urząd pracy',
      ngo: 'Stowarzyszenie',
      cis: 'Centrum integracji',
      employer: 'Pracodawca',
    },
    knots: {
      referral: 'skierowanie',
      accepted: 'przyjęcie',
      diagnosis: 'wspólna diagnoza',
      signed: 'plan podpisany',
      workshops: 'warsztaty, 24 z 26 obecności',
      review: 'przegląd',
      job: 'praca od 26 paź',
    },
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
