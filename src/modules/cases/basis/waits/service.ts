import type { Ctx } from '#kernel/context.ts';
import { partnersOf } from '../../grants/api.ts';
import { loadCase, setWaits, today } from '../../service.ts';
import { missingForDiagnosis, waitsFor } from '../policy.ts';
import * as queries from './queries.ts';

/**
 * Says anew what a case in intake waits for, after anything it stands on has changed: the clause, a basis, a consent,
 * an institution. With whom and until when stays. In any other state does nothing.
 */
export async function refreshBasisWaits(ctx: Ctx, caseId: string): Promise<void> {
  const c = await loadCase(ctx, caseId);
  if (c.state !== 'intake') return;
  const { given } = await queries.findClause(ctx, c.id);
  const based = new Set((await queries.findBased(ctx, c.id, today(ctx))).map((row) => row.institution_id));
  const missing = missingForDiagnosis({
    clauseGiven: given === true,
    partners: (await partnersOf(ctx, c)).map(({ institutionId, type }) => ({
      institutionId,
      type,
      hasBasis: based.has(institutionId),
    })),
  });
  const next = waitsFor(missing);
  if (next !== c.waits.for) await setWaits(ctx, c, { ...c.waits, for: next });
}
