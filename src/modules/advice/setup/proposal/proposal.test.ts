import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propose } from './policy.ts';
import type { Candidate } from './schema.ts';

const someone = (workerId: string, given: Partial<Candidate> = {}): Candidate => ({
  workerId,
  name: workerId,
  institution: 'Most',
  expertise: [],
  away: null,
  onDuty: false,
  open: 0,
  ...given,
});
const knows = (topicId: string, ...counties: string[]) => ({ topicId, counties });
const wanted = { topics: ['contract', 'law'], countyCode: '1207' };
const order = (...candidates: Candidate[]) => propose(candidates, wanted).map(({ workerId }) => workerId);

describe('who is proposed', () => {
  test('knows the topic, then the county, is on duty, has least to do', () => {
    expect(
      order(
        someone('nobody'),
        someone('wider', { expertise: [knows('law')] }),
        someone('anything', { expertise: [{ topicId: null, counties: [] }] }),
        someone('busy', { expertise: [knows('contract')], open: 3 }),
        someone('free', { expertise: [knows('contract')] }),
        someone('duty', { expertise: [knows('contract')], open: 9, onDuty: true }),
        someone('county', { expertise: [knows('contract', '1207')], open: 20 }),
        someone('elsewhere', { expertise: [knows('contract', '3064')] }),
      ),
    ).toEqual(['county', 'duty', 'free', 'busy', 'wider', 'anything', 'elsewhere', 'nobody']);
  });

  test('stands in for the expert who is away, after experts who are there', () => {
    const absent = someone('absent', {
      expertise: [knows('contract')],
      away: { until: '2026-03-10', standInId: 'stand-in' },
    });
    expect(
      order(absent, someone('stand-in'), someone('expert', { expertise: [knows('contract')], open: 50 })),
    ).toEqual(['expert', 'stand-in']);
    expect(propose([absent, someone('stand-in')], wanted)[0]).toMatchObject({
      workerId: 'stand-in',
      expert: true,
      reasons: [
        { kind: 'topic', topicId: 'contract' },
        { kind: 'any_county' },
        { kind: 'stand_in', name: 'absent', until: '2026-03-10' },
        { kind: 'open', count: 0 },
      ],
    });
  });

  test('of two experts alike who are away, names the first by name', () => {
    const away = { until: '2026-03-10', standInId: 'stand-in' };
    const two = ['b', 'a'].map((id) => someone(id, { expertise: [knows('contract')], away }));
    expect(propose([...two, someone('stand-in')], wanted)[0]?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'stand_in', name: 'a' }),
    );
  });

  test('without a topic it is whoever is on duty and has least to do, and nobody is an expert', () => {
    const found = propose([someone('a', { open: 1 }), someone('b', { onDuty: true, open: 5 })], {
      topics: [],
      countyCode: null,
    });
    expect(found.map(({ workerId, expert }) => [workerId, expert])).toEqual([
      ['b', false],
      ['a', false],
    ]);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyone = fc.record({
  expertise: fc.array(
    fc.record({
      topicId: fc.constantFrom('contract', 'law', 'finance', null),
      counties: fc.subarray(['1207', '3064']),
    }),
    { maxLength: 3 },
  ),
  away: fc.option(
    fc.record({ until: fc.constant('2026-03-10'), standInId: fc.option(fc.constantFrom(...ids)) }),
  ),
  onDuty: fc.boolean(),
  open: fc.nat(30),
});
const desk = fc
  .array(anyone, { minLength: 1, maxLength: 5 })
  .map((people) => people.map((person, index) => someone(ids[index] ?? '', person)));
const question = fc.record({
  topics: fc.constantFrom<string[]>([], ['law'], ['contract', 'law'], ['unknown']),
  countyCode: fc.option(fc.constantFrom('1207', '0201')),
});

test('nobody absent is ever proposed, everybody present once, each with reasons', () => {
  fc.assert(
    fc.property(desk, question, (people, asked) => {
      const found = propose(people, asked);
      const present = people.filter(({ away }) => away === null).map(({ workerId }) => workerId);
      expect(found.map(({ workerId }) => workerId).sort()).toEqual(present.sort());
      expect(found.every(({ reasons }) => reasons.length > 0)).toBe(true);
      const experts = found.map(({ expert }) => expert);
      expect(
        experts.lastIndexOf(true) < (experts.includes(false) ? experts.indexOf(false) : found.length),
      ).toBe(true);
    }),
  );
});

test('the order does not depend on the order of the list', () => {
  fc.assert(
    fc.property(desk, question, (people, asked) => {
      expect(propose([...people].reverse(), asked)).toEqual(propose(people, asked));
    }),
  );
});
