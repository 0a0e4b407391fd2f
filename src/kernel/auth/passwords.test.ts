import { expect, test } from 'vitest';
import { passwordProblem } from './passwords.ts';

test.each([
  ['krótkie', 'short'],
  ['a'.repeat(129), 'long'],
  ['hasłohasło123', 'obvious'],
  ['Administrator1!', 'obvious'],
  ['aaaaaaaaaaaaaaa', 'obvious'],
  ['abcabcabcabcabc', 'obvious'],
  ['123456789012', 'obvious'],
  ['qwertyuiopasdf', 'obvious'],
  ['Kowalska-Nowak1', 'obvious'],
  ['cztery słowa bez związku', null],
  ['Xk7#pQ2v!mZ9', null],
  ['kowalska lubi zielone parasole', null],
])('%s', (password, problem) => {
  expect(passwordProblem(password, ['anna.kowalska@example.org', 'Anna Kowalska-Nowak'])).toBe(problem);
});
