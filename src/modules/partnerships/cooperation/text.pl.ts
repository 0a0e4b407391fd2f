import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Współpraca',
  lead: 'Kto z kim pracuje i jak się nam układa. Widzą to tylko partnerzy.',
  year: 'Okres',
  period: (from: string, to: string) => `Liczby z okresu od ${from} do ${to}.`,
  mapTitle: 'Kto z kim pracuje',
  show: 'Co pokazać',
  shows: {
    ways: 'wszystko razem',
    agreement: 'porozumienie',
    referral: 'skierowania',
    case: 'wspólne sprawy',
    meeting: 'spotkania',
    event: 'wydarzenia',
    group: 'grupy',
  },
  meaning: {
    ways: 'Liczba w komórce mówi, na ile sposobów dwie instytucje ze sobą pracują: porozumienie, skierowania, wspólne sprawy, spotkania, wydarzenia, grupy.',
    agreement: 'Obie instytucje podpisały porozumienie, które obowiązuje dzisiaj.',
    referral:
      'Wiersz kieruje, kolumna przyjmuje. Liczba skierowań wysłanych w okresie, w nawiasie przyjętych. Źródło: skierowania w sprawach.',
    case: 'Sprawy, w których w okresie uczestniczyły obie instytucje. Źródło: skład zespołów spraw.',
    meeting:
      'Odbyte spotkania partnerstwa i jego zespołu, na których były osoby z obu instytucji. Źródło: listy obecności.',
    event: 'Wydarzenia, na które obie instytucje miały potwierdzone miejsca. Źródło: zapisy na wydarzenia.',
    group:
      'Grupy tematyczne, do których należą osoby z obu instytucji; liczą się te, do których i Ty należysz.',
  },
  veiled: 'Liczb od 1 do 4 nie pokazujemy, także takich, które dałoby się obliczyć z innych.',
  few: '< 5',
  most: 'prawie wszystkie',
  some: 'ukryte',
  accepted: (n: string) => `przyjęte: ${n}`,
  institution: 'Instytucja',
  nothing: 'brak',
  self: 'ta sama instytucja',
  yes: 'tak',
  ways: (n: number) => plural(n, 'sposób', 'sposoby', 'sposobów'),
  graph: 'Obraz współpracy',
  graphAlt: (names: string) =>
    `Instytucje partnerstwa w kole, połączone liniami; im grubsza linia, tym więcej sposobów współpracy. To samo jest w tabeli pod obrazem. ${names}`,
  graphHint: 'Grubość linii to liczba sposobów współpracy. Numery są te same co w tabeli.',
  matrix: 'Tabela współpracy',
  withWhom: 'Z kim',
  alone: 'W tym okresie nie widać śladów wspólnej pracy.',
  none: 'Mapa pokaże się, gdy do partnerstwa dołączy druga instytucja.',
  noneHow:
    'Dodaj partnerów, podpiszcie porozumienie, a pierwsze skierowania i spotkania pokażą się tutaj same.',
  healthTitle: 'Zdrowie partnerstwa',
  healthLead:
    'Kilka składników, bez jednej oceny. Progi to nasza własna umowa, nie przepis: służą rozmowie, nie kontroli.',
  component: 'Składnik',
  value: 'Wynik',
  verdictTitle: 'Co to znaczy',
  verdicts: { good: 'dobrze', talk: 'warto porozmawiać', unknown: 'nie wiadomo' },
  threshold: (percent: number, least: number) => `Dobrze od ${percent}%; liczone od ${least}.`,
  thresholdYes: 'Dobrze, gdy warunek jest spełniony.',
  source: 'Skąd',
  of: (part: number, whole: number) => `${part} z ${whole}`,
  fewOf: (whole: number) => `mniej niż 5 z ${whole}`,
  mostOf: (whole: number) => `wszystkie oprócz mniej niż 5 z ${whole}`,
  someOf: (whole: number) => `z ${whole}; więcej nie podajemy, bo liczby są małe`,
  tooFew: 'za mało, żeby podać',
  noData: 'nie było czego liczyć',
  median: (days: number) => `w środku stawki: ${plural(days, 'dzień', 'dni', 'dni')}`,
  rule: (source: string) => `Próg: ${source}.`,
  health: {
    answer: {
      name: 'Odpowiedź na skierowanie w terminie',
      about: (_days: number) =>
        'Skierowania wysłane w okresie, na które odpowiedziano do terminu, spośród tych, na które odpowiedziano albo których termin minął.',
      source: 'skierowania',
    },
    first_meeting: {
      name: 'Od przyjęcia do pierwszego spotkania',
      about: (days: number) =>
        `Przyjęte skierowania, po których instytucja spotkała się z osobą albo do niej dotarła w ${plural(days, 'dzień', 'dni', 'dni')}, spośród przyjętych.`,
      source: 'obecność na spotkaniach i kontakty w sprawach',
    },
    plans: {
      name: 'Plany podpisane wspólnie',
      about: (_days: number) =>
        'Plany podpisane w okresie przez co najmniej dwie instytucje, spośród wszystkich podpisanych.',
      source: 'podpisy pod planami',
    },
    reviews: {
      name: 'Przeglądy w terminie',
      about: (_days: number) =>
        'Przeglądy planowe odbyte do zapisanego terminu, spośród odbytych i tych, których termin minął.',
      source: 'przeglądy w sprawach',
    },
    meetings: {
      name: 'Spotkania, które się odbyły',
      about: (_days: number) => 'Odbyte spotkania partnerstwa i zespołu, spośród zaplanowanych na okres.',
      source: 'spotkania partnerstwa',
    },
    agreement: {
      name: 'Porozumienie obowiązuje',
      about: (days: number) =>
        `Porozumienie obowiązuje dzisiaj i będzie obowiązywać jeszcze co najmniej ${plural(days, 'dzień', 'dni', 'dni')}.`,
      source: 'porozumienie',
    },
    contacts: {
      name: 'Osoby do kontaktu',
      about: (_days: number) =>
        'Instytucje, które wyznaczyły osobę do kontaktu, spośród wszystkich partnerów.',
      source: 'osoby do kontaktu',
    },
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
