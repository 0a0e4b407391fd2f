import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { refreshListings } from '../src/modules/directory/listing/api.ts';
import { readQuery } from '../src/modules/directory/search/schema.ts';
import { search } from '../src/modules/directory/search/service.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { corpus, insertCorpus, mean, questions, type Score, scoreOf } from './relevance/set.ts';

/** Recall among ten and mean reciprocal rank by kind of question, as landed (docs/relevance.md). Never lower them. */
const LANDED: Readonly<Record<string, readonly [number, number]>> = {
  exact: [1, 1],
  inflected: [0.98, 1],
  typo: [1, 1],
  colloquial: [0.96, 0.94],
  place: [1, 0.97],
};

let t: TestDatabase;
const scores = new Map<string, Score[]>();
const poor: string[] = [];

beforeAll(async () => {
  t = await testDatabase();
  const ids = await insertCorpus(t.adminUrl);
  await t.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, ids));
  await t.ctxAs(PUBLIC_ACTOR, async (ctx) => {
    for (const question of questions) {
      const { hits, corrected } = await search(ctx, readQuery({ q: question.text }).query);
      const found = hits.map(({ id }) => ids.indexOf(id));
      const score = scoreOf(question, found);
      scores.set(question.kind, [...(scores.get(question.kind) ?? []), score]);
      if (score.recall < 1 || score.rank < 1)
        poor.push(
          `${question.kind} „${question.text}” ${score.recall.toFixed(2)} ${score.rank.toFixed(2)} ${corrected.map((c) => `${c.from}→${c.to}`).join()} ${found
            .slice(0, 3)
            .map((n) => corpus[n]?.name)
            .join(', ')}`,
        );
    }
  });
  if (process.env.RELEVANCE) console.log(poor.join('\n'));
}, 60_000);
afterAll(() => t.drop());

test('there are at least 120 questions about about 150 entities', () => {
  expect(questions.length).toBeGreaterThanOrEqual(120);
  expect(corpus.length).toBeGreaterThanOrEqual(140);
});

test.each(Object.entries(LANDED))('%s questions find no less than before', (kind, [recall, rank]) => {
  const list = scores.get(kind) ?? [];
  const got = { recall: mean(list.map((s) => s.recall)), rank: mean(list.map((s) => s.rank)) };
  if (process.env.RELEVANCE) console.log(kind, list.length, got.recall.toFixed(3), got.rank.toFixed(3));
  expect(got.recall).toBeGreaterThanOrEqual(recall);
  expect(got.rank).toBeGreaterThanOrEqual(rank);
});
