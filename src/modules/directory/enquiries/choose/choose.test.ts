import { expect, test } from 'vitest';
import { type Candidate, preselected, ranked } from './schema.ts';

const somebody = (id: string, facts: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  locality: 'Limanowa',
  offers: 'Obiady',
  confirmedOn: null,
  reachable: true,
  byCategory: true,
  byCpv: false,
  km: 5,
  rangeKm: null,
  serves: true,
  capacity: 300,
  reserved: false,
  fresh: true,
  wanted: false,
  ...facts,
});
const need = { quantity: 120, reservedBasis: null };

const small = somebody('small', { wanted: true, capacity: 28 });
const nothing = somebody('nothing', { wanted: true, byCategory: false, km: 1 });
const silent = somebody('silent', { wanted: true, reachable: false });
const kitchen = somebody('kitchen', { wanted: true, km: 20 });
const other = somebody('other');

test('of those a buyer found, only the ones against whom nothing speaks are ticked', () => {
  expect(preselected([small, nothing, silent, kitchen, other], need, 20)).toEqual(['kitchen']);
});

test('one that was chosen by hand stays ticked although it does not fit', () => {
  expect(preselected([small, other], need, 20)).toEqual(['small']);
  expect(preselected([silent, other], need, 20)).toEqual(['other']);
  expect(preselected([somebody('a'), somebody('b')], need, 1)).toEqual(['a']);
});

test('who offers nothing of it never stands before who does, however near', () => {
  expect(ranked([nothing, small, other, kitchen], need).map(({ id }) => id)).toEqual([
    'kitchen',
    'small',
    'nothing',
    'other',
  ]);
});
