import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addMonths } from '#kernel/time.ts';
import { today } from '../../service.ts';
import type { Card, Term } from '../schema.ts';
import { cardView, terms } from '../service.ts';
import { mostAlike } from './policy.ts';
import * as queries from './queries.ts';
import type { Alike, Facts } from './schema.ts';

/** A partnership that has worked so long has something to tell. */
const EXPERIENCED_MONTHS = 12;

/** Experienced partnerships most like this one, each with the reasons why. */
export async function similarTo(
  ctx: Ctx,
  id: string,
): Promise<{ card: Card; alike: readonly Alike[]; terms: readonly Term[] }> {
  const { card } = await cardView(ctx, id);
  const facts = (await queries.findFacts(ctx, id)).map(
    (row): Facts => ({
      ...row,
      county: row.county ?? '',
      voivodeshipCode: row.voivodeshipCode ?? '',
      hosts: row.hosts ?? false,
      gminas: row.gminas ?? 0,
      rural: row.rural ?? 0,
      city: row.city ?? false,
      terms: (row.terms ?? []).filter((term) => term !== null),
    }),
  );
  const own = facts.find((one) => one.id === id);
  if (!own) throw notFound();
  return {
    card,
    alike: mostAlike(own, facts, addMonths(today(ctx), -EXPERIENCED_MONTHS)),
    terms: await terms(ctx),
  };
}
