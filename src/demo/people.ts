import { makePesel } from '../kernel/identifiers.ts';
import { addMonths, type LocalDate } from '../kernel/time.ts';
import type { PersonInput } from '../modules/cases/person/api.ts';
import type { Chance } from './random.ts';

const WOMEN = [
  'Maria',
  'Halina',
  'Oksana',
  'Zofia',
  'Jadwiga',
  'Bożena',
  'Łucja',
  'Żaneta',
  'Agnieszka',
  'Danuta',
  'Małgorzata',
  'Natalia',
  'Iwona',
  'Świętosława',
  'Olena',
  'Renata',
];
const MEN = [
  'Jan',
  'Stefan',
  'Józef',
  'Zdzisław',
  'Wojciech',
  'Łukasz',
  'Mieczysław',
  'Dmytro',
  'Jędrzej',
  'Stanisław',
  'Bogusław',
  'Ryszard',
  'Krzysztof',
  'Sławomir',
  'Marian',
  'Paweł',
];
const FAMILIES = [
  'Wolny',
  'Ćwikła',
  'Pawluk',
  'Źrebięc',
  'Gałązka',
  'Dąbek',
  'Śliwa',
  'Kowal',
  'Grzęda',
  'Żuraw',
  'Kołodziejczyk',
  'Wąs-Łęcki',
  'Szczęsny',
  'Kania',
  'Pietrucha',
  'Bystroń',
  'Młynek',
  'Sikora',
  'Jaworek',
  'Trzciński',
];
/** Families that change in the feminine. */
const FEMININE: Readonly<Record<string, string>> = {
  Wolny: 'Wolna',
  'Wąs-Łęcki': 'Wąs-Łęcka',
  Szczęsny: 'Szczęsna',
  Trzciński: 'Trzcińska',
};

/** Localities of the county by gmina; the geography is real. */
export const LOCALITIES: Readonly<Record<string, readonly string[]>> = {
  '1207-limanowa-m': ['Limanowa'],
  '1207-limanowa': ['Mordarka', 'Sowliny', 'Pisarzowa', 'Stara Wieś', 'Siekierczyna', 'Kanina'],
  '1207-mszana-dolna-m': ['Mszana Dolna'],
  '1207-mszana-dolna': ['Kasina Wielka', 'Kasinka Mała', 'Lubomierz', 'Olszówka'],
  '1207-dobra': ['Dobra', 'Jurków', 'Gruszowiec', 'Wilczyce'],
  '1207-laskowa': ['Laskowa', 'Żmiąca', 'Ujanowice', 'Sechna'],
  '1207-lukowica': ['Łukowica', 'Świdnik', 'Jadamwola', 'Jastrzębie'],
  '1207-niedzwiedz': ['Niedźwiedź', 'Konina'],
  '1207-slopnice': ['Słopnice'],
  '1207-tymbark': ['Tymbark', 'Piekiełko', 'Zawadka'],
  '1207-kamienica': ['Kamienica', 'Zbludza'],
  '1207-jodlownik': ['Jodłownik', 'Sadek', 'Mstów'],
};

/**
 * The n-th invented person. The PESEL is of the 1800s, which marks it as invented and formally right; the birth date
 * is a century later, so that ages on the screen are those of people who work.
 */
export function inventPerson(n: number, gminaId: string, today: LocalDate, luck: Chance): PersonInput {
  const woman = luck.yes(0.53);
  const family = FAMILIES[(n * 7) % FAMILIES.length] ?? 'Wolny';
  const born =
    addMonths(today, -12 * luck.int(20, 61) - luck.int(0, 11)).slice(0, 8) +
    String(luck.int(1, 28)).padStart(2, '0');
  const ukrainian = ['Oksana', 'Olena', 'Dmytro'];
  const givenName = (woman ? WOMEN : MEN)[(n * 5 + 3) % 16] ?? 'Maria';
  const marked = `18${born.slice(2)}`.replace(/^18(0)/, '18$1');
  return {
    givenName,
    familyName: woman ? (FEMININE[family] ?? family) : family,
    label: null,
    identifier: luck.yes(0.94)
      ? { kind: 'pesel', value: makePesel(marked, woman ? 'female' : 'male', n) }
      : { kind: 'document', value: `POKAZ${String(n).padStart(5, '0')}` },
    birthDate: born,
    sex: woman ? 'f' : 'm',
    gminaId,
    locality: luck.pick(LOCALITIES[gminaId] ?? ['Limanowa']),
    postalCode: '34-600',
    street: luck.yes(0.5) ? `ul. Pokazowa ${luck.int(1, 80)}` : '',
    phone: luck.yes(0.8) ? `+48600000${String(n).padStart(3, '0')}` : '',
    email: '',
    lang: ukrainian.includes(givenName) ? 'uk' : 'pl',
  };
}

/** Somebody of the same household: the name, the place and the street of another. */
export function inHousehold(person: PersonInput, head: PersonInput): PersonInput {
  const family = FAMILIES.find((f) => f === head.familyName || FEMININE[f] === head.familyName);
  const name = family && person.sex === 'f' ? FEMININE[family] : family;
  const { gminaId, locality, postalCode, street } = head;
  return { ...person, familyName: name ?? head.familyName, gminaId, locality, postalCode, street };
}

/** Somebody nobody has identified yet. */
export const unidentified = (person: PersonInput): PersonInput => ({
  ...person,
  givenName: '',
  familyName: '',
  label:
    person.sex === 'f'
      ? 'Kobieta, około 50 lat, dworzec (pokaz)'
      : 'Mężczyzna, około 40 lat, dworzec (pokaz)',
  identifier: null,
  birthDate: null,
  street: '',
  phone: '',
});
