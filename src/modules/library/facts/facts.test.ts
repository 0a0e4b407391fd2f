import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#kernel/config.ts';
import { AppError } from '#kernel/errors.ts';
import { inLanguage } from '../../../demo/library/read.ts';
import { factsOf, factValues, typedFacts } from './schema.ts';

const CONTENT = join(projectRoot, 'src/demo/library/content');
const stored = (kind: string) =>
  readdirSync(join(CONTENT, kind))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(CONTENT, kind, file), 'utf8')) as { facts: never })
    .map(({ facts }) => inLanguage(facts, 'pl'));
const wrong = (values: Record<string, string>) => {
  try {
    typedFacts('model', values, {});
  } catch (error) {
    return error instanceof AppError ? error.fields : error;
  }
  return [];
};

describe('facts in the form of an editor', () => {
  test.each(['model', 'pilot', 'practice', 'result', 'publication'] as const)(
    'saving a %s without a change changes nothing',
    (kind) => {
      for (const facts of stored(kind)) {
        const { kind: _, ...shown } = factsOf(kind, facts);
        expect(typedFacts(kind, factValues(kind, { ...shown }), {})).toEqual(shown);
      }
    },
  );

  test('an empty form of a model has neither a budget nor a franchise', () => {
    expect(typedFacts('model', {}, {})).toMatchObject({ budget: null, franchise: null, roles: [] });
  });

  test('rows are lines with cells; a cell may be left out', () => {
    const facts = typedFacts(
      'model',
      {
        'facts.roles': 'kucharz | 0,5 | tak | gotuje\n\nszef|1',
        'facts.budget.start': 'piec | 32 000,50 zł\nnic',
        'facts.budget.unit.price': '17',
      },
      {},
    );
    expect(facts).toMatchObject({
      roles: [
        { name: 'kucharz', fte: 0.5, at_risk: true, tasks: 'gotuje' },
        { name: 'szef', fte: 1, at_risk: false, tasks: '' },
      ],
      budget: {
        start: [
          { name: 'piec', amount: 3_200_050 },
          { name: 'nic', amount: 0 },
        ],
        unit: { price: 1700 },
        ramp: 1,
        months: 36,
      },
    });
  });

  test('what cannot be read or kept is refused by the field, never dropped', () => {
    expect(wrong({ 'facts.equipment': 'piec | 100\nzmywarka | tanio' })).toMatchObject([
      { field: 'facts.equipment', message: expect.stringContaining('Wiersz 2, kolumna 2') },
    ]);
    expect(wrong({ 'facts.budget.unit.price': 'dużo', 'facts.budget.first': '1,5' })).toMatchObject([
      { field: 'facts.budget.unit.price', message: 'amount' },
      { field: 'facts.budget.first', message: 'number.whole' },
    ]);
    expect(wrong({ 'facts.budget.months': '600' })).toMatchObject([{ message: 'invalid' }]);
  });
});
