import { expect, test } from 'vitest';
import { nextTurn, signedWithOwnName, stageOf } from './policy.ts';
import { text } from './text.pl.ts';

test('one thing at a time: a signature before a message, a message before a clause', () => {
  expect(nextTurn({ unsignedVersion: 2, messages: ['m'], clauses: ['c'] })).toEqual({
    kind: 'sign',
    version: 2,
  });
  expect(nextTurn({ unsignedVersion: null, messages: ['m', 'n'], clauses: ['c'] })).toEqual({
    kind: 'message',
    id: 'm',
  });
  expect(nextTurn({ unsignedVersion: null, messages: [], clauses: ['c'] })).toEqual({
    kind: 'clause',
    id: 'c',
  });
  expect(nextTurn({ unsignedVersion: null, messages: [], clauses: [] })).toBeNull();
});

test('how far a plan is', () => {
  expect([0, 1, 2, 4, 5, 6, 8, 9].map((done) => stageOf(done, 9))).toEqual([
    'start',
    'under',
    'under',
    'half',
    'half',
    'over',
    'over',
    'all',
  ]);
  expect(stageOf(0, 0)).toBe('none');
});

test('a signature is the own name, however it is typed', () => {
  for (const name of ['Łucja Żak-Wąs', 'lucja zak was', ' ZAK-WAS  LUCJA '])
    expect(signedWithOwnName(name, 'Łucja Żak-Wąs').allowed).toBe(true);
  for (const name of ['Łucja', 'Łucja Żak', 'Jan Żak-Wąs', '', 'x'])
    expect(signedWithOwnName(name, 'Łucja Żak-Wąs').allowed).toBe(false);
});

/** Every text of a language, functions called with plausible arguments. */
function sentencesOf(value: unknown, path = ''): { path: string; sentence: string }[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, sentence: value }];
  if (typeof value === 'function') {
    const sentence: unknown = value(...(value.length === 2 ? [5, 9] : [5]));
    return [{ path, sentence: String(sentence) }];
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    sentencesOf(child, `${path}.${key}`),
  );
}

test('the Ukrainian and English texts have no Polish left in them', () => {
  const polish = new Map(sentencesOf(text.pl).map(({ path, sentence }) => [path, sentence]));
  for (const { path, sentence } of sentencesOf(text.uk)) {
    expect(sentence, path).not.toMatch(/[ąćęłńóśźż]/i);
    if (!path.startsWith('.data.between')) expect(sentence, path).toMatch(/\p{Script=Cyrillic}/u);
    // Latin words are names only.
    const latin = sentence.match(/\p{Script=Latin}{2,}/gu) ?? [];
    expect(
      latin.filter((word) => !['PESEL', 'PDF', 'Splot'].includes(word)),
      path,
    ).toEqual([]);
  }
  // The same word in both languages, here and there.
  for (const { path, sentence } of sentencesOf(text.en)) {
    expect(sentence, path).not.toMatch(/[ąćęłńóśźż]/i);
    const same = polish.get(path) === sentence;
    expect(
      same && !/between|nav.home|data.email|documents.plans|objects.plan/.test(path) ? path : '',
      sentence,
    ).toBe('');
  }
});

test('the Ukrainian plural is right', () => {
  expect([1, 2, 5, 11, 21, 22].map((n) => text.uk.data.count(n))).toEqual([
    '1 запис',
    '2 записи',
    '5 записів',
    '11 записів',
    '21 запис',
    '22 записи',
  ]);
});
