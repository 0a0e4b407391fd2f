import type { Ctx } from '#kernel/context.ts';
import { difference } from '#modules/library/editing/difference/api.ts';
import { clausesOf } from '../clauses/service.ts';
import type { Piece } from '../negotiation/schema.ts';
import type { AgreementView } from '../schema.ts';
import { agreementOf, versionsOf } from '../service.ts';

/** What became of a clause between two versions. */
export interface ClauseChange {
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** What a version changes beside the one in force before it; null for the first. Clauses that stayed are left out. */
export async function changesOf(
  ctx: Ctx,
  agreement: AgreementView,
): Promise<{
  readonly before: number;
  readonly same: number;
  readonly changes: readonly ClauseChange[];
} | null> {
  const earlier = (await versionsOf(ctx, agreement.partnershipId)).filter(
    (v) => v.version < agreement.version,
  );
  const found = earlier.find((v) => v.state === 'in_force' || v.state === 'superseded') ?? earlier[0];
  if (!found) return null;
  const old = await clausesOf(ctx, await agreementOf(ctx, agreement.partnershipId, found.version));
  const now = await clausesOf(ctx, agreement);
  // Own clauses have no code: they are the same when they are called the same.
  const key = (c: { code: string | null; title: string }) => c.code ?? `own ${c.title}`;
  const [was, is] = [new Map(old.map((c) => [key(c), c])), new Map(now.map((c) => [key(c), c]))];
  const changes: ClauseChange[] = [];
  for (const clause of now) {
    const { title } = clause;
    const before = was.get(key(clause));
    if (!before) changes.push({ title, change: 'added', pieces: [{ text: clause.text, change: 'added' }] });
    else if (before.text !== clause.text)
      changes.push({ title, change: 'changed', pieces: difference(before.text, clause.text) });
  }
  for (const { code, title, text } of old)
    if (!is.has(key({ code, title })))
      changes.push({ title, change: 'removed', pieces: [{ text, change: 'removed' }] });
  const same = now.length - changes.filter((c) => c.change !== 'removed').length;
  return { before: found.version, same, changes };
}
