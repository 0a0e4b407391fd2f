import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sex } from './identifiers.ts';
import {
  formatIban,
  formatNip,
  formatRegon,
  makePesel,
  parseIban,
  parseKrs,
  parseNip,
  parsePesel,
  parseRegon,
} from './identifiers.ts';
import { isMessageCode } from './messages.ts';
import { addDays } from './time.ts';

const code = (result: { ok: boolean; code?: string }) => result.code ?? 'ok';
/** Changes one digit to another. */
const spoil = (text: string, at: number, by: number) =>
  text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);

describe('PESEL', () => {
  it.each([
    ['44051401359', '1944-05-14', 'male'],
    ['02270803624', '2002-07-08', 'female'],
    ['02070803628', '1902-07-08', 'female'],
    ['85811501236', '1885-01-15', 'male'],
    ['85811501243', '1885-01-15', 'female'],
  ])('%s', (value, birthDate, sex) => {
    expect(parsePesel(value)).toEqual({ ok: true, value, birthDate, sex });
  });

  it('forgives spaces, dashes and the apostrophe of a spreadsheet', () => {
    for (const text of [' 440514 01359 ', "'44051401359", '44051401359\u00a0', '440514-01359'])
      expect(parsePesel(text)).toMatchObject({ ok: true, value: '44051401359' });
  });

  it.each([
    ['', 'length'],
    ['4405140135', 'length'],
    ['440514013590', 'length'],
    ['4405140135O', 'characters'],
    ['6,18315E+10', 'characters'],
    ['44023101358', 'date'],
    ['44131401358', 'date'],
    ['00000000000', 'date'],
    ['44051401358', 'checksum'],
    ['44051403159', 'checksum'],
    ['٤٤٠٥١٤٠١٣٥٩', 'characters'],
  ])('%j fails by %s', (text, expected) => expect(code(parsePesel(text))).toBe(expected));

  it('comes back from what it was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 182_000 }),
        fc.constantFrom<Sex>('female', 'male'),
        fc.integer({ min: 0, max: 4999 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (n, sex, serial, at, by) => {
          const birthDate = addDays('1800-01-01', n);
          const value = makePesel(birthDate, sex, serial);
          expect(parsePesel(value)).toEqual({ ok: true, value, birthDate, sex });
          expect(parsePesel(spoil(value, at, by)).ok).toBe(false);
        },
      ),
    );
  });

  it('is made for possible people only', () => {
    expect(makePesel('1885-01-15', 'male', 61)).toBe('85811501236');
    expect(() => makePesel('1799-12-31', 'male', 0)).toThrow(RangeError);
    expect(() => makePesel('1885-02-30', 'male', 0)).toThrow(RangeError);
    expect(() => makePesel('1885-01-15', 'male', 5000)).toThrow(RangeError);
    expect(() => makePesel('1885-01-15', 'male', -1)).toThrow(RangeError);
  });
});

describe('NIP', () => {
  it.each([
    ['1220781342', 'ok'],
    ['1234563218', 'ok'],
    ['PL 123-456-32-18', 'ok'],
    ['123 456 32 18', 'ok'],
    ['123456321', 'length'],
    ['12345632189', 'length'],
    ['12345632l8', 'characters'],
    ['1234563219', 'checksum'],
    ['0000000000', 'zeros'],
    ['', 'length'],
  ])('%j: %s', (text, expected) => expect(code(parseNip(text))).toBe(expected));

  it('with a remainder of ten fits no digit', () => {
    for (let digit = 0; digit < 10; digit++) expect(code(parseNip(`123456002${digit}`))).toBe('checksum');
  });

  it('is written with dashes', () => {
    expect(formatNip('1220781342')).toBe('122-078-13-42');
    expect(parseNip(formatNip('1220781342'))).toEqual({ ok: true, value: '1220781342' });
    expect(formatNip('12')).toBe('12');
  });

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        expect(parseNip(spoil('1220781342', at, by)).ok).toBe(false);
      }),
    );
  });
});

describe('REGON', () => {
  it.each([
    ['730295378', '730295378', '730295378'],
    ['123456785', '123456785', '123456785'],
    ['100000050', '100000050', '100000050'],
    ['12345678512347', '12345678512347', '123456785'],
    ['73029537800013', '73029537800013', '730295378'],
    ['730 295 378', '730295378', '730295378'],
  ])('%s', (text, value, entity) => expect(parseRegon(text)).toEqual({ ok: true, value, entity }));

  it('of 7 digits gets two zeros', () => {
    const legacy = Array.from({ length: 10 }, (_, digit) => parseRegon(`123456${digit}`)).filter((r) => r.ok);
    expect(legacy).toHaveLength(1);
    expect(legacy[0]).toMatchObject({ value: expect.stringMatching(/^00123456\d$/) });
  });

  it.each([
    ['12345678', 'length'],
    ['123456784', 'checksum'],
    ['12345678512348', 'checksum'],
    ['12345678612347', 'checksum'],
    ['000000000', 'zeros'],
    ['12345678A', 'characters'],
  ])('%j fails by %s', (text, expected) => expect(code(parseRegon(text))).toBe(expected));

  it('is written in groups', () => {
    expect(formatRegon('123456785')).toBe('123 456 785');
    expect(formatRegon('12345678512347')).toBe('123 456 785 12347');
  });
});

it.each([
  ['0000123456', 'ok'],
  ['KRS 0000123456', 'ok'],
  ['KRS: 0000123456', 'ok'],
  ['123456', 'length'],
  ['', 'length'],
  ['0000000000', 'zeros'],
  ['000012345X', 'characters'],
])('KRS %j: %s', (text, expected) => expect(code(parseKrs(text))).toBe(expected));

describe('bank account', () => {
  const value = 'PL61109010140000071219812874';
  it.each([value, value.slice(2), formatIban(value), value.toLowerCase(), `IBAN: ${value}`])('%s', (text) =>
    expect(parseIban(text)).toEqual({ ok: true, value }),
  );
  it.each([
    ['61109010140000071219812875', 'checksum'],
    ['6110901014000007121981287', 'length'],
    ['DE89370400440532013000', 'country'],
    ['PL6110901014000007121981287X', 'characters'],
  ])('%j fails by %s', (text, expected) => expect(code(parseIban(text))).toBe(expected));

  it('is written in fours', () => expect(formatIban(value)).toBe('PL61 1090 1014 0000 0712 1981 2874'));

  it('shows wrong and swapped digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 27 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        expect(parseIban(spoil(value, at, by)).ok).toBe(false);
      }),
    );
  });
});

it('gives only codes that have a sentence, and never throws', () => {
  const checks = { pesel: parsePesel, nip: parseNip, regon: parseRegon, krs: parseKrs, iban: parseIban };
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 -]{0,30}$/));
  fc.assert(
    fc.property(text, fc.constantFrom(...Object.entries(checks)), (typed, [name, check]) => {
      const result = check(typed);
      if (result.ok) expect(check(result.value)).toEqual(result);
      else expect(isMessageCode(`${name}.${result.code}`)).toBe(true);
    }),
  );
});
