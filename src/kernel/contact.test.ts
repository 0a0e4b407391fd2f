import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, parseEmail, parsePhone, parsePostalCode } from './contact.ts';
import { isMessageCode } from './messages.ts';

const outcome = (result: { ok: true; value: string } | { ok: false; code: string }) =>
  result.ok ? result.value : result.code;

it.each([
  ['34-600', '34-600'],
  ['34600', '34-600'],
  [' 34 600 ', '34-600'],
  ['34–600', '34-600'],
  ['3460', 'length'],
  ['34-6000', 'length'],
  ['34-60O', 'characters'],
  ['00-000', 'zeros'],
  ['', 'length'],
])('postal code %j: %s', (text, expected) => expect(outcome(parsePostalCode(text))).toBe(expected));

describe('telephone', () => {
  it.each([
    ['600 000 123', '+48600000123'],
    ['+48 600000123', '+48600000123'],
    ['(18) 330 0123', '+48183300123'],
    ['0048 600-000-123', '+48600000123'],
    ['48600000123', '+48600000123'],
    ['018 330 01 23', '+48183300123'],
    ['tel. 600.000.123', '+48600000123'],
    ['600\u00a0000\u00a0123', '+48600000123'],
    ['+380 44 123 45 67', '+380441234567'],
    ['60000012', 'length'],
    ['6000001234', 'length'],
    ['+48 60000012', 'length'],
    ['+1 234', 'length'],
    ['', 'length'],
    ['000 000 123', 'prefix'],
    ['+48 000 000 123', 'prefix'],
    ['600 000 123 wew. 4', 'characters'],
    ['brak', 'characters'],
  ])('%j: %s', (text, expected) => expect(outcome(parsePhone(text))).toBe(expected));

  it('is written in the usual groups', () => {
    expect(formatPhone('+48600000123')).toBe('600 000 123');
    expect(formatPhone('+48183300123')).toBe('18 330 01 23');
    expect(formatPhone('+380441234567')).toBe('+380441234567');
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (n) => {
        expect(parsePhone(formatPhone(`+48${n}`))).toEqual({ ok: true, value: `+48${n}` });
      }),
    );
  });
});

it.each([
  ['anna@przyklad.pl', 'anna@przyklad.pl'],
  [' Anna.Nowak+ops@Gmina.Przyklad.PL ', 'Anna.Nowak+ops@gmina.przyklad.pl'],
  ['mailto:a@b.pl', 'a@b.pl'],
  ['<a@b.pl>', 'a@b.pl'],
  ['anna', 'at'],
  ['a@b@c.pl', 'at'],
  ['@b.pl', 'at'],
  ['a@', 'at'],
  ['żaneta@b.pl', 'characters'],
  ['a b@c.pl', 'characters'],
  ['a..b@c.pl', 'characters'],
  ['.a@c.pl', 'characters'],
  ['a@b', 'domain'],
  ['a@b..pl', 'domain'],
  ['a@-b.pl', 'domain'],
  ['a@b.p', 'domain'],
  ['a@1.2.3.4', 'domain'],
  ['a@b,pl', 'characters'],
  [`${'a'.repeat(65)}@b.pl`, 'length'],
  [`a@${'b'.repeat(260)}.pl`, 'length'],
])('e-mail %j: %s', (text, expected) => expect(outcome(parseEmail(text))).toBe(expected));

it('gives only codes that have a sentence, and never throws', () => {
  const checks = { postal_code: parsePostalCode, phone: parsePhone, email: parseEmail };
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Object.entries(checks)),
      (text, [name, check]) => {
        const result = check(text);
        if (result.ok) expect(check(result.value)).toEqual(result);
        else expect(isMessageCode(`${name}.${result.code}`)).toBe(true);
      },
    ),
  );
});
