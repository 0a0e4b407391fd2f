import type { Ctx } from '#kernel/context.ts';
import { stem, stems, tokens } from '#kernel/words/words.ts';
import { find } from '#modules/library/search/api.ts';
import { topics } from '../../service.ts';
import { SAY_NOTHING, type Suggestion } from './schema.ts';

const MOST_WORDS = 10;
const MOST = 4;

/** The telling words of a text, one of each stem, the longest first, since those are the rarest. */
export function tellingWords(text: string): string[] {
  const telling = tokens(text.slice(0, 4000)).filter(
    (word) => word.length > 2 && word.length < 40 && !SAY_NOTHING.has(word),
  );
  const longest = [...new Map(telling.map((word) => [stem(word), word])).entries()].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return longest.slice(0, MOST_WORDS).map(([, word]) => word);
}

/**
 * How much of what is asked a text speaks of: a word of the title counts twice, a word of the topic by half. A single
 * word in common is an accident, unless hardly more was asked.
 */
export function fits(
  asked: readonly string[],
  topic: ReadonlySet<string>,
  text: { readonly title: string; readonly lead: string },
): number {
  const title = new Set(stems(text.title));
  const lead = new Set(stems(text.lead));
  const common = asked.filter((each) => title.has(each) || lead.has(each));
  const needed = asked.length <= 2 ? 1 : 2;
  if (common.length < needed) return 0;
  const weight = (each: string) => (title.has(each) ? 2 : 1);
  const near = [...topic].filter((each) => title.has(each)).length;
  return common.reduce((sum, each) => sum + weight(each), 0) + near / 2;
}

/**
 * Published texts that may answer a question before it is sent, best first, at most four; published answers before
 * other texts that fit as well. Nothing of the text asked is kept.
 */
export async function suggestions(
  ctx: Ctx,
  text: string,
  more: { readonly topic?: string | null } = {},
): Promise<readonly Suggestion[]> {
  const words = tellingWords(text);
  if (words.length === 0) return [];
  const asked = words.map(stem);
  const named = more.topic ? (await topics(ctx)).find(({ code }) => code === more.topic) : undefined;
  const topic = new Set(named ? stems(`${named.namePl} ${named.nameEn}`) : []);
  const { items } = await find(ctx, { q: words.join(' '), page: 1 });
  return items
    .map((item) => ({ item, score: fits(asked, topic, item) + (item.kind === 'advice' ? 0.4 : 0) }))
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ item: { path, title, lead } }) => ({ path, title, lead }));
}
