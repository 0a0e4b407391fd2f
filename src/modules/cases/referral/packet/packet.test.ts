import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonInput, personForm, readPerson } from '../../person/api.ts';
import { ageBand, buildPacket, type PacketInput, packetHash, revealsPerson } from './schema.ts';

const person: PersonInput = {
  givenName: 'Łucja',
  familyName: 'Źrebięcka-Nowak',
  label: null,
  identifier: { kind: 'pesel', value: '85811501243' },
  birthDate: '1990-05-03',
  sex: 'f',
  gminaId: '1207-limanowa-m',
  locality: 'Limanowa',
  postalCode: '34-600',
  street: 'Rynek 1',
  phone: '+48600000123',
  email: 'lucja@example.org',
  lang: 'pl',
};
const input = (disclose: boolean): PacketInput => ({
  number: '2026/0001',
  kind: 'opening',
  sender: { institution: 'OPS', type: 'OPS', worker: 'Anna', phone: '', email: '', sign: '' },
  recipient: { institution: 'CIS', type: 'CIS' },
  needs: ['debts'],
  urgent: false,
  reason: 'Potrzebna pomoc.',
  gminaName: 'Limanowa',
  informed: { on: '2026-03-04', form: 'oral' },
  person,
  disclose,
  today: '2026-03-04',
});

describe('the packet', () => {
  test('of a pseudonymous recipient holds nothing that says who it is', () => {
    const text = JSON.stringify(buildPacket(input(false)));
    for (const secret of ['Łucja', 'Źrebięcka', '85811501243', '600000123', 'example.org', '1990', 'Rynek'])
      expect(text).not.toContain(secret);
    expect(buildPacket(input(false)).person).toEqual({
      disclosed: false,
      initials: 'Ł. Ź.',
      ageBand: '35–44',
    });
  });

  test('of a statutory recipient holds what a referral may hold, and no address', () => {
    const text = JSON.stringify(buildPacket(input(true)));
    for (const known of ['Łucja', 'Źrebięcka-Nowak', '85811501243', '+48600000123'])
      expect(text).toContain(known);
    expect(text).not.toContain('Rynek');
  });

  test('the hash does not depend on the order of keys, and changes with any content', () => {
    const packet = buildPacket(input(true));
    const shuffled = Object.fromEntries(Object.entries(packet).reverse()) as typeof packet;
    expect(packetHash(shuffled)).toBe(packetHash(packet));
    expect(packetHash({ ...packet, urgent: true })).not.toBe(packetHash(packet));
  });
});

test.each([
  ['2008-03-05', '<18'],
  ['2008-03-04', '18–24'],
  ['1971-03-05', '45–54'],
  ['1961-03-04', '65+'],
  [null, null],
])('age band of %s on 4 March 2026 is %s', (birth, band) => {
  expect(ageBand(birth, '2026-03-04')).toBe(band);
});

describe('a reason that goes to somebody who may not know the person', () => {
  test.each([
    'Pani Źrebięckiej brakuje pracy',
    'P. NOWAK prosi',
    'Łucji potrzebna grupa',
    'tel. 600 000 123',
    'PESEL 85811501243',
  ])('is refused: %s', (reason) => expect(revealsPerson(reason, person)).toBe(true));
  test.each(['Osoba prosi o wsparcie w nowej sytuacji', 'Łuczniczka', 'Potrzebne 2 spotkania w 2026 roku'])(
    'is accepted: %s',
    (reason) => expect(revealsPerson(reason, person)).toBe(false),
  );
});

test('a person read from any text gives errors or a person, and never throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...Object.keys(personForm.shape)),
        fc.string({ unit: 'binary', maxLength: 40 }),
      ),
      (fields) => {
        const parsed = personForm.safeParse(fields);
        if (!parsed.success) return;
        const read = readPerson(parsed.data, '2026-03-04');
        if (read.errors.length === 0) expect(read.person.label ?? read.person.familyName).not.toBe('');
      },
    ),
  );
});
