import { expect, test } from 'vitest';
import { doubtsOf, factOn, fill, placesOf } from './policy.ts';
import type { Fact } from './schema.ts';

const fact = (code: string, value: number, validFrom: string, validTo: string | null): Fact => ({
  ...{ code, value, validFrom, validTo },
  ...{ namePl: code, nameEn: code, unit: 'zl', act: '', certainty: 'source', source: 'x' },
});
const facts = [
  fact('income', 776, '2022-01-01', '2024-12-31'),
  fact('income', 1010, '2025-01-01', null),
  fact('benefit', 1721.9, '2025-06-01', '2026-05-31'),
];

test('a value is that of the day', () => {
  expect(factOn(facts, 'income', '2024-12-31')?.value).toBe(776);
  expect(factOn(facts, 'income', '2025-01-01')?.value).toBe(1010);
  expect(factOn(facts, 'benefit', '2026-06-01')).toBeNull();
});

test('a template knows what is over, what ends soon, and what nobody knows', () => {
  const body = '{{income}} {{ benefit }} {{date}} {{strange}} {{income}}';
  expect(placesOf(body)).toEqual(['income', 'benefit', 'date', 'strange']);
  expect(doubtsOf(body, facts, '2026-03-04')).toEqual([{ code: 'strange', kind: 'unknown', day: null }]);
  expect(doubtsOf('{{benefit}}', facts, '2026-05-20')).toEqual([
    { code: 'benefit', kind: 'ends', day: '2026-05-31' },
  ]);
  expect(doubtsOf('{{benefit}}', facts, '2026-11-22')).toEqual([
    { code: 'benefit', kind: 'over', day: '2026-05-31' },
  ]);
  const next = [...facts, fact('benefit', 1800, '2026-06-01', null)];
  expect(doubtsOf('{{benefit}}', next, '2026-05-20')).toEqual([]);
});

test('what is put in is put in once, and what is lacking cannot be overlooked', () => {
  const told = fill(
    '{{a}} i {{b}}',
    (code) => (code === 'a' ? '{{b}}' : null),
    (code) => `[BRAK: ${code}]`,
  );
  expect(told).toBe('{{b}} i [BRAK: b]');
});
