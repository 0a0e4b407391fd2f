import { expect, test } from 'vitest';
import { text } from '../../text.pl.ts';
import type { EventLine } from '../schema.ts';
import { aboutOf, type Names } from './policy.ts';
import { byDay } from './schema.ts';

const names: Names = {
  institutions: new Map([['i1', 'PUP Limanowa']]),
  workers: new Map([['w1', 'Anna Wrona']]),
  services: new Map([['l1', 'doradztwo zawodowe']]),
  goals: new Map([['g1', 'Praca']]),
  domains: new Map([['housing', 'mieszkanie']]),
};
const about = (kind: string, data: Record<string, unknown>) =>
  aboutOf({ kind, data }, names, text.pl.history.about);

test.each([
  ['diagnosis.part_filled', { number: 1, domain: 'housing' }, 'mieszkanie'],
  ['plan.progress', { lineage: 'l1', state: 'done' }, 'doradztwo zawodowe, wykonano'],
  ['plan.goal_added', { goal: 'g1' }, 'Praca'],
  ['basis.recorded', { institution: 'i1', basis: 'ups_100' }, 'PUP Limanowa'],
  ['case.coordinator', { to: 'w1' }, 'Anna Wrona'],
  ['plan.signed_by', { signer: 'guardian', way: 'paper' }, 'opiekun prawny'],
  ['review.recorded', { number: 2, decision: 'continue' }, 'nr 2, plan trwa dalej'],
  // What the reader may not see has no name, and the line says less.
  ['plan.progress', { lineage: 'hidden', state: 'done' }, 'wykonano'],
  ['state.active', { from: 'agreed', to: 'active' }, ''],
])('%s says what it is about', (kind, data, says) => {
  expect(about(kind, data)).toBe(says);
});

test('a day is a day in Warsaw', () => {
  const event = (at: string): EventLine => ({
    at: new Date(at),
    kind: 'contact.recorded',
    institution: null,
    worker: null,
    data: {},
  });
  const days = byDay([
    event('2026-03-04T23:30:00Z'),
    event('2026-03-04T22:30:00Z'),
    event('2026-03-04T09:00:00Z'),
  ]);
  expect(days.map(({ on, events }) => [on, events.length])).toEqual([
    ['2026-03-05', 1],
    ['2026-03-04', 2],
  ]);
});
