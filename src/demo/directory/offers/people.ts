import { type OfferTemplate, offer } from './template.ts';

/** What invented entities sell to people: meals, care, children, leisure, rides. */
export const catering: readonly OfferTemplate[] = [
  offer(
    'Obiady szkolne',
    'Dwudaniowe obiady dla szkół i przedszkoli, jadłospis na dziesięć dni, diety na życzenie.',
    'porcja',
    [14, 24],
    ['55524000'],
    { capacity: [60, 450, 'porcji dziennie'], range: 30 },
  ),
  offer(
    'Catering na spotkania',
    'Kanapki, sałatki, ciasta i napoje na szkolenia, konferencje i zebrania.',
    'osoba',
    [35, 80],
    ['55520000'],
    { capacity: [20, 200, 'osób'], range: 50 },
  ),
  offer(
    'Obiady dla seniorów z dowozem',
    'Ciepłe posiłki dowożone do domu w dni robocze.',
    'porcja',
    [18, 28],
    ['55520000'],
    { capacity: [20, 120, 'porcji dziennie'], range: 20 },
  ),
  offer(
    'Pierogi i przetwory',
    'Pierogi, dżemy i kiszonki z lokalnych produktów.',
    'kilogram',
    [24, 48],
    ['15000000'],
  ),
  offer('Stołówka pracownicza', 'Prowadzenie stołówki i bufetu w siedzibie zamawiającego.', 'miesiąc', null, [
    '55500000',
  ]),
];
export const care: readonly OfferTemplate[] = [
  offer(
    'Usługi opiekuńcze w domu',
    'Pomoc w codziennych czynnościach, zakupy, higiena, towarzyszenie.',
    'godzina',
    [38, 62],
    ['85310000'],
    { capacity: [200, 3000, 'godzin miesięcznie'], range: 25 },
  ),
  offer(
    'Asystent osoby z niepełnosprawnością',
    'Wsparcie w domu, w drodze i w urzędzie.',
    'godzina',
    [42, 65],
    ['85310000'],
    { capacity: [100, 1200, 'godzin miesięcznie'], range: 30 },
  ),
  offer(
    'Opieka wytchnieniowa',
    'Zastępstwo opiekuna na kilka godzin albo na weekend.',
    'godzina',
    [45, 70],
    ['85310000'],
    { range: 25 },
  ),
  offer('Klub seniora', 'Zajęcia, posiłek i towarzystwo w dni robocze.', 'dzień', [60, 110], ['85300000'], {
    capacity: [15, 40, 'osób'],
  }),
];
export const childcare: readonly OfferTemplate[] = [
  offer(
    'Klub dziecięcy',
    'Opieka nad dziećmi do lat trzech w małej grupie.',
    'miesiąc',
    [900, 1600],
    ['85312110'],
    { capacity: [10, 30, 'miejsc'] },
  ),
  offer(
    'Warsztaty dla szkół',
    'Zajęcia o ekologii, rękodziele i współpracy.',
    'grupa',
    [350, 900],
    ['80500000'],
    { capacity: [15, 30, 'uczniów'], range: 60 },
  ),
  offer(
    'Szkolenia zawodowe',
    'Obsługa wózków, kasa fiskalna, opiekun, magazynier.',
    'uczestnik',
    [700, 2600],
    ['80500000'],
    { capacity: [8, 20, 'osób'] },
  ),
  offer('Półkolonie', 'Zajęcia w ferie i wakacje, z posiłkiem.', 'tydzień', [350, 750], ['85312110'], {
    capacity: [20, 60, 'dzieci'],
  }),
];
export const culture: readonly OfferTemplate[] = [
  offer(
    'Noclegi w schronisku młodzieżowym',
    'Pokoje dwu- i czteroosobowe, kuchnia do dyspozycji.',
    'nocleg',
    [55, 140],
    ['55100000'],
    { capacity: [16, 60, 'miejsc'] },
  ),
  offer(
    'Wycieczki z przewodnikiem',
    'Trasy piesze i rowerowe, grupy szkolne i seniorzy.',
    'grupa',
    [300, 800],
    ['63500000'],
    { range: 50 },
  ),
  offer('Obsługa imprez', 'Scena, nagłośnienie, animacje, zaplecze.', 'dzień', [1200, 6000], ['92000000'], {
    range: 80,
  }),
  offer(
    'Wypożyczalnia rowerów i kajaków',
    'Sprzęt dla dorosłych i dzieci, dowóz nad rzekę.',
    'dzień',
    [40, 90],
    ['92000000'],
  ),
];
export const transport: readonly OfferTemplate[] = [
  offer(
    'Przewóz osób z niepełnosprawnościami',
    'Bus z windą, pomoc od drzwi do drzwi.',
    'kilometr',
    [3, 6],
    ['60000000'],
    { capacity: [1, 4, 'pojazdy'], range: 80 },
  ),
  offer('Dowóz dzieci do szkoły', 'Stałe trasy z opiekunem.', 'dzień', null, ['60000000'], {
    capacity: [8, 40, 'miejsc'],
    range: 30,
  }),
  offer('Przeprowadzki', 'Pakowanie, transport i wniesienie.', 'godzina', [120, 220], ['63000000'], {
    range: 100,
  }),
  offer(
    'Rozwożenie paczek i korespondencji',
    'Kolportaż i doręczenia na terenie powiatu.',
    'sztuka',
    [1, 4],
    ['64000000'],
    { range: 40 },
  ),
];
