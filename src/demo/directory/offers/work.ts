import { type OfferTemplate, offer } from './template.ts';

/** What invented entities make and do at a desk or a bench. */
export const office: readonly OfferTemplate[] = [
  offer('Druk ulotek i plakatów', 'Projekt, druk cyfrowy i oprawa.', 'sztuka', [1, 12], ['79800000'], {
    capacity: [500, 8000, 'sztuk dziennie'],
  }),
  offer(
    'Księgowość organizacji',
    'Pełna księgowość fundacji, stowarzyszeń i spółdzielni.',
    'miesiąc',
    [450, 1800],
    ['79000000'],
  ),
  offer(
    'Kopertowanie i wysyłka',
    'Składanie, kopertowanie, adresowanie i nadanie.',
    'sztuka',
    [1, 2],
    ['79500000'],
    { capacity: [1000, 10000, 'sztuk dziennie'] },
  ),
  offer(
    'Identyfikacja graficzna',
    'Logo, szablony pism, znaki i tablice.',
    'projekt',
    [1500, 6000],
    ['79340000'],
  ),
];
export const crafts: readonly OfferTemplate[] = [
  offer('Meble z drewna', 'Ławki, stoły i regały na wymiar.', 'sztuka', [250, 2400], ['39000000']),
  offer('Szycie odzieży roboczej', 'Fartuchy, bluzy, torby z nadrukiem.', 'sztuka', [35, 180], ['18000000'], {
    capacity: [30, 300, 'sztuk tygodniowo'],
  }),
  offer(
    'Upominki i ceramika',
    'Kubki, świece i zestawy prezentowe dla firm.',
    'sztuka',
    [18, 120],
    ['37000000'],
    { capacity: [50, 600, 'sztuk miesięcznie'] },
  ),
  offer(
    'Zabawki i pomoce z drewna',
    'Układanki, klocki, pomoce do przedszkoli.',
    'sztuka',
    [20, 150],
    ['37000000'],
  ),
];
export const digital: readonly OfferTemplate[] = [
  offer(
    'Strony internetowe dostępne dla każdego',
    'Projekt, wykonanie i opieka, zgodnie z WCAG.',
    'strona',
    [3500, 14000],
    ['72000000'],
  ),
  offer(
    'Skanowanie i opis dokumentów',
    'Digitalizacja akt z rozpoznaniem tekstu.',
    'strona',
    [1, 2],
    ['72000000'],
    { capacity: [2000, 20000, 'stron dziennie'] },
  ),
  offer(
    'Audyt dostępności cyfrowej',
    'Badanie z osobami z niepełnosprawnościami i raport.',
    'badanie',
    [1800, 6500],
    ['72000000'],
  ),
  offer('Napisy do filmów', 'Transkrypcja, napisy i audiodeskrypcja.', 'minuta', [9, 25], ['72000000']),
];
