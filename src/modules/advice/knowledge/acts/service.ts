import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { lawActs } from '#modules/library/contributing/api.ts';
import { seenDesks } from '../../setup/api.ts';
import { mayWriteArticles } from '../policy.ts';
import * as queries from './queries.ts';
import type { ActAtDesk, Resting } from './schema.ts';

const KINDS = ['article', 'template', 'rate'] as const;

/** Templates are opened by who sets their desk up. */
function addressOf(row: queries.RestingRow, led: readonly string[]): string | null {
  if (row.kind === 'article') return `/advice/knowledge/${row.id}`;
  if (row.kind !== 'template') return '/advice/cards/rates';
  return led.includes(row.deskId ?? '') ? `/advice/desk/settings/${row.deskId}/templates` : null;
}

/**
 * The acts on which something at the actor's desks rests, those that changed lately first. The library keeps the queue of
 * its editors; this is the one place of a desk, for articles, templates and rates alike.
 */
export async function actsAtDesk(ctx: Ctx): Promise<readonly ActAtDesk[]> {
  if (!mayWriteArticles(ctx.actor).allowed) throw notFound();
  const today = warsawDate(ctx.now);
  const rows = await queries.findResting(ctx);
  const led = (await seenDesks(ctx)).filter((desk) => desk.led).map(({ id }) => id);
  return (await lawActs(ctx))
    .map(({ code, short, changedOn, changedNote }) => ({
      code,
      short,
      changedOn,
      changedNote,
      resting: rows
        .filter((row) => row.act === code)
        .map(
          (row): Resting => ({
            kind: KINDS.find((kind) => kind === row.kind) ?? 'article',
            href: addressOf(row, led),
            name: row.name || '–',
            due: changedOn !== null && changedOn <= today && (row.asOf === null || row.asOf < changedOn),
          }),
        ),
    }))
    .filter(({ resting }) => resting.length > 0)
    .sort((a, b) => (b.changedOn ?? '').localeCompare(a.changedOn ?? ''));
}
