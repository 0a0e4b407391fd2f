import { type OfferTemplate, offer } from './template.ts';

/** What invented entities do for buildings, gardens and things. */
export const cleaning: readonly OfferTemplate[] = [
  offer(
    'Sprzątanie biur i urzędów',
    'Codzienne sprzątanie pomieszczeń, środki czystości po naszej stronie.',
    'metr kwadratowy miesięcznie',
    [4, 9],
    ['90910000'],
    { capacity: [500, 6000, 'metrów kwadratowych'], range: 25 },
  ),
  offer('Mycie okien', 'Mycie okien i witryn, także po remoncie.', 'metr kwadratowy', [6, 14], ['90910000'], {
    range: 30,
  }),
  offer(
    'Odśnieżanie i zamiatanie',
    'Chodniki, parkingi i place, dyżur od godziny piątej.',
    'godzina',
    [60, 110],
    ['90600000'],
    { range: 15 },
  ),
  offer(
    'Sprzątanie po remoncie',
    'Jednorazowe porządki domów, mieszkań i lokali.',
    'godzina',
    [45, 80],
    ['90900000'],
    { range: 30 },
  ),
];
export const green: readonly OfferTemplate[] = [
  offer(
    'Koszenie trawy',
    'Trawniki, pobocza i place zabaw, własny sprzęt.',
    'metr kwadratowy',
    [1, 3],
    ['77310000'],
    { capacity: [2000, 30000, 'metrów kwadratowych dziennie'], range: 35 },
  ),
  offer(
    'Zakładanie i pielęgnacja ogrodów',
    'Projekt, nasadzenia i stała opieka.',
    'godzina',
    [55, 95],
    ['77300000'],
    { range: 40 },
  ),
  offer(
    'Opieka nad grobami',
    'Porządki, kwiaty i znicze, zdjęcie po wykonaniu.',
    'wizyta',
    [80, 160],
    ['77300000'],
    { range: 20 },
  ),
  offer(
    'Przycinanie drzew i krzewów',
    'Cięcie, zrębkowanie i wywóz gałęzi.',
    'godzina',
    [70, 130],
    ['77310000'],
    { range: 40 },
  ),
];
export const building: readonly OfferTemplate[] = [
  offer(
    'Malowanie i drobne remonty',
    'Ściany, podłogi, montaż mebli i usuwanie usterek.',
    'godzina',
    [55, 95],
    ['45400000'],
    { capacity: [1, 4, 'ekipy'], range: 40 },
  ),
  offer(
    'Remonty mieszkań komunalnych',
    'Kompletne przygotowanie pustostanów do zasiedlenia.',
    'metr kwadratowy',
    [450, 980],
    ['45400000'],
    { range: 40 },
  ),
  offer(
    'Układanie kostki i małe budowle',
    'Chodniki, podjazdy, pochylnie, ogrodzenia.',
    'metr kwadratowy',
    [120, 240],
    ['45000000'],
    { range: 35 },
  ),
  offer(
    'Drobne naprawy u seniorów',
    'Złota rączka: krany, zamki, uchwyty, progi.',
    'godzina',
    [50, 90],
    ['50000000'],
    { range: 15 },
  ),
];
export const waste: readonly OfferTemplate[] = [
  offer(
    'Pranie i maglowanie',
    'Pranie pościeli, ręczników i odzieży roboczej z odbiorem.',
    'kilogram',
    [6, 12],
    ['98300000'],
    { capacity: [100, 1200, 'kilogramów dziennie'], range: 40 },
  ),
  offer(
    'Odbiór i rozbiórka elektroodpadów',
    'Bezpłatny odbiór, demontaż i dokument przekazania.',
    'kilogram',
    null,
    ['90500000'],
    { range: 60 },
  ),
  offer('Naprawa rowerów', 'Przeglądy, naprawy i rowery z odzysku.', 'sztuka', [60, 260], ['50000000']),
  offer('Sklep z rzeczami używanymi', 'Odzież, meble i sprzęt z drugiej ręki.', 'sztuka', null, ['98300000']),
];
