import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { stems } from '#kernel/words/words.ts';
import { LIST_PAGE } from '../schema.ts';
import { listedByIds } from '../service.ts';
import * as queries from './queries.ts';
import type { ActView, Found, SearchQuery } from './schema.ts';

const MOST_WORDS = 12;
/** Words that stand everywhere and tell nothing. */
const SMALL = new Set(
  'i w z na do dla o a jak czy co to się nie po od the of and in to for how what is'.split(' '),
);

const quoted = (stem: string): string => `'${stem.replaceAll("'", "''")}'`;

/** The question as the text of a tsquery: every word, or any of them; empty when nothing is asked. */
export function questionOf(q: string, join: '&' | '|'): string {
  const asked = [...new Set(stems(q))].slice(0, MOST_WORDS);
  const telling = asked.filter((stem) => !SMALL.has(stem));
  return (telling.length > 0 ? telling : asked).map(quoted).join(` ${join} `);
}

/** What answers a question, best first. */
export async function find(ctx: Ctx, query: SearchQuery): Promise<Found> {
  const ask = async (join: '&' | '|') => {
    const question = questionOf(query.q, join);
    return question === ''
      ? []
      : queries.findAnswers(
          ctx,
          question,
          query.kind ?? null,
          query.theme ?? null,
          LIST_PAGE + 1,
          (query.page - 1) * LIST_PAGE,
        );
  };
  const all = await ask('&');
  const loose = all.length === 0 && query.page === 1;
  const rows = loose ? await ask('|') : all;
  return {
    items: await listedByIds(
      ctx,
      rows.slice(0, LIST_PAGE).flatMap((row) => row.id ?? []),
    ),
    more: rows.length > LIST_PAGE,
    loose: loose && rows.length > 0,
  };
}

/** An act of law with everything that rests on it. Throws `not_found`. */
export async function actView(ctx: Ctx, code: string): Promise<ActView> {
  const row = await queries.findAct(ctx, code);
  if (!row) throw notFound();
  const { namePl, nameEn, ...rest } = row;
  const resting = await queries.findResting(ctx, code);
  return {
    ...rest,
    name: ctx.lang === 'en' ? nameEn : namePl,
    items: await listedByIds(
      ctx,
      resting.map(({ id }) => id),
    ),
  };
}
