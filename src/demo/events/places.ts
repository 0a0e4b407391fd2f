/** Where the invented events take place: real localities, invented rooms. */
export interface DemoPlace {
  readonly name: string;
  readonly street: string;
  readonly locality: string;
  readonly county: string;
  readonly access: readonly string[];
  readonly pl: string;
  readonly en: string;
}

const full = ['step_free', 'lift', 'toilet', 'parking', 'loop', 'guide_dog'];
const plain = ['step_free', 'toilet', 'parking'];
const place = (
  name: string,
  street: string,
  locality: string,
  county: string,
  access: readonly string[],
  pl: string,
  en: string,
): DemoPlace => ({ name: `${name} (miejsce wymyślone)`, street, locality, county, access, pl, en });

export const PLACES = {
  limanowa: place(
    'Sala „Pod Miejską Górą”',
    'ul. Przykładowa 4',
    'Limanowa',
    '1207',
    full,
    'Z dworca autobusowego pieszo 6 minut. Wejście od podwórza, drzwi otwierają się same.',
    'Six minutes on foot from the bus station. The entrance is from the yard, the doors open by themselves.',
  ),
  mszana: place(
    'Dom Spotkań',
    'ul. Wzorcowa 2',
    'Mszana Dolna',
    '1207',
    plain,
    'Busy z Krakowa i Limanowej zatrzymują się 200 metrów od wejścia.',
    'Minibuses from Kraków and Limanowa stop 200 metres from the entrance.',
  ),
  tymbark: place(
    'Świetlica Wiejska',
    '',
    'Tymbark',
    '1207',
    plain,
    'Parking za budynkiem. Kto nie ma dojazdu, niech napisze o tym w zgłoszeniu.',
    'Car park behind the building. Say in your registration if you have no transport.',
  ),
  dobra: place(
    'Remiza z salą',
    '',
    'Dobra',
    '1207',
    ['step_free', 'parking'],
    'Przystanek autobusowy naprzeciw wejścia.',
    'Bus stop opposite the entrance.',
  ),
  sacz: place(
    'Centrum Szkoleń',
    'ul. Ćwiczebna 10',
    'Nowy Sącz',
    '1262',
    full,
    'Z dworca kolejowego autobusem miejskim, trzy przystanki. Sala na parterze.',
    'City bus from the railway station, three stops. The room is on the ground floor.',
  ),
  krakow: place(
    'Sala Konferencyjna „Splot”',
    'ul. Pokazowa 1',
    'Kraków',
    '1261',
    [...full, 'pjm', 'captions', 'quiet_room'],
    'Pięć minut od dworca głównego. Rowery można zostawić na dziedzińcu.',
    'Five minutes from the main station. Bicycles may stand in the courtyard.',
  ),
  tarnow: place(
    'Klub Organizacji',
    'ul. Próbna 7',
    'Tarnów',
    '1263',
    full,
    'Z dworca pieszo 10 minut, droga bez stopni.',
    'Ten minutes on foot from the station, without steps.',
  ),
  gorlice: place(
    'Biblioteka z salą',
    'ul. Testowa 3',
    'Gorlice',
    '1205',
    plain,
    'Wejście główne, sala po prawej.',
    'Main entrance, the room is on the right.',
  ),
  online: null,
} as const;
export type PlaceKey = keyof typeof PLACES;
