import type { Ctx } from '#kernel/context.ts';
import { mayWriteCards } from '../policy.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

/** What waits for the actor among advice cards. */
export async function dueCards(ctx: Ctx) {
  if (!mayWriteCards(ctx.actor).allowed) return [];
  const t = text[ctx.lang];
  return (await queries.findDue(ctx)).map((row) => ({
    href: `/advice/cards/${row.id}`,
    what: `${t.card.title(row.number)}: ${row.state === 'draft' ? t.states.draft : row.state === 'disputed' ? t.states.disputed : t.states.waiting}`,
    until: null,
    late: row.state === 'disputed',
  }));
}
