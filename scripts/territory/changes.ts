/**
 * What changed between the state the source package shows and the day of the reference data. The package says
 * "11 May 2021"; its localities and its towns are of that time, its gmina names and kinds are older in places.
 * A gmina is written `county code/name`, because names repeat across the country.
 */

/** The day whose territory the committed files show. */
export const asOf = '2026-01-01';

/** Villages that became towns, so that their rural gmina became urban-rural. Town and gmina bear the same name. */
export const newTowns: readonly { validFrom: string; source: string; gminas: readonly string[] }[] = [
  {
    validFrom: '2022-01-01',
    source: 'Dz.U. 2021 poz. 1395',
    gminas: [
      ...[
        '0414/Pruszcz',
        '0606/Izbica',
        '1008/Lutomiersk',
        '1015/Bolimów',
        '1412/Cegłów',
        '1420/Nowe Miasto',
      ],
      ...['1425/Jedlnia-Letnisko', '2404/Olsztyn', '2606/Iwaniska', '3019/Kaczory'],
    ],
  },
  {
    validFrom: '2023-01-01',
    source: 'regulation of the Council of Ministers, July 2022',
    gminas: [
      ...['0218/Miękinia', '1002/Dąbrowice', '1010/Rozprza', '1016/Ujazd', '1021/Jeżów', '1208/Książ Wielki'],
      ...['1211/Czarny Dunajec', '1412/Latowicz', '1419/Bodzanów', '1430/Jastrząb', '1434/Jadów'],
      ...['2416/Włodowice', '2604/Łopuszno', '2604/Piekoszów', '3019/Miasteczko Krajeńskie'],
    ],
  },
  {
    validFrom: '2024-01-01',
    source: 'regulation of the Council of Ministers of 27 July 2023',
    gminas: [
      ...[
        '0408/Bobrowniki',
        '0408/Kikół',
        '0419/Gąsawa',
        '0601/Piszczac',
        '0602/Turobin',
        '0615/Czemierniki',
      ],
      ...['0811/Brody', '1004/Grabów', '1005/Kiernozia', '1007/Białaczów', '1007/Żarnów', '1016/Inowłódz'],
      ...['1017/Osjaków', '1018/Bolesławiec', '1020/Parzęczew', '1403/Maciejowice', '1407/Głowaczów'],
      ...['1407/Magnuszew', '1409/Ciepielów', '1409/Sienno', '1412/Dobre', '1412/Siennica', '1417/Osieck'],
      ...['1423/Gielniów', '1423/Odrzywół', '1425/Przytyk', '1605/Strzeleczki', '1813/Bircza'],
      ...['1814/Jawornik Polski', '2404/Przyrów', '2605/Gowarczów', '2612/Bogoria', '3008/Rychtal'],
      '3028/Mieścisko',
    ],
  },
  {
    validFrom: '2025-01-01',
    source: 'regulation of the Council of Ministers of 30 July 2024',
    gminas: [
      ...['0614/Końskowola', '0614/Kurów', '0614/Wąwolnica', '1436/Kazanów', '2212/Kobylnica', '2602/Sobków'],
      '3025/Zaniemyśl',
    ],
  },
  {
    validFrom: '2026-01-01',
    source: 'regulation of the Council of Ministers published on 31 July 2025',
    gminas: [
      ...['0601/Janów Podlaski', '1412/Stanisławów', '1416/Małkinia Górna', '1419/Staroźreby'],
      ...['1602/Branice', '2404/Janów'],
    ],
  },
];

/** Gminas whose name changed. Only the rural one in 2812: the town of Nowe Miasto Lubawskie keeps its name. */
export const renamedGminas: readonly { validFrom: string; gmina: string; kind?: 'rural'; name: string }[] = [
  { validFrom: '2016-01-01', gmina: '3214/Stargard Szczeciński', name: 'Stargard' },
  { validFrom: '2018-01-01', gmina: '2605/Słupia (Konecka)', name: 'Słupia Konecka' },
  { validFrom: '2021-01-01', gmina: '2604/Sitkówka-Nowiny', name: 'Nowiny' },
  { validFrom: '2024-01-01', gmina: '2212/Słupsk', name: 'Redzikowo' },
  { validFrom: '2026-01-01', gmina: '2812/Nowe Miasto Lubawskie', kind: 'rural', name: 'Bratian' },
];

/** Localities that belong to another gmina today: gminas dissolved or created. */
export const movedLocalities: readonly {
  validFrom: string;
  source: string;
  from: string;
  to: string;
  localities: readonly string[];
}[] = [
  {
    validFrom: '2019-01-01',
    source: 'Dz.U. 2018 poz. 1527 (Ostrowice dissolved)',
    from: '3203/Ostrowice',
    to: '3203/Drawsko Pomorskie',
    localities: ['Borne', 'Dołgie', 'Donatowo', 'Grzybno', 'Jelenino', 'Ostrowice', 'Przytoń'],
  },
  {
    validFrom: '2019-01-01',
    source: 'Dz.U. 2018 poz. 1527 (Ostrowice dissolved)',
    from: '3203/Ostrowice',
    to: '3203/Złocieniec',
    localities: [
      ...[
        'Chlebowo',
        'Cieminko',
        'Gronowo',
        'Nowe Worowo',
        'Płocie',
        'Siecino',
        'Smołdzęcino',
        'Szczycienko',
      ],
      'Śmidzięcino',
    ],
  },
  {
    validFrom: '2025-01-01',
    source: 'Dz.U. 2024 poz. 1454 (Grabówka created)',
    from: '2002/Supraśl',
    to: '2002/Grabówka',
    localities: ['Grabówka', 'Henrykowo', 'Sobolewo', 'Sowlany', 'Zaścianki'],
  },
  {
    validFrom: '2025-01-01',
    source: 'regulation of the Council of Ministers of October 2024 (Szczawa created)',
    from: '1207/Kamienica',
    to: '1207/Szczawa',
    localities: ['Szczawa'],
  },
];
