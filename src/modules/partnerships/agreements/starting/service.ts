import type { Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { holdToCoordinate, membersOf, note } from '../../service.ts';
import { setState } from '../../states/service.ts';
import { copyClauses, proposeClauses } from '../clauses/editing/service.ts';
import * as queries from '../queries.ts';
import { agreementOf, type Dates, periodOf, versionsOf } from '../service.ts';

/**
 * Begins the next version: an amendment with the clauses and the ceiling of the version before, the first one with what
 * the dictionary proposes. Gives its number.
 */
export async function startDraft(
  ctx: Ctx,
  partnershipId: string,
  form: Dates & { changeNote: string; language: 'pl' | 'en' },
): Promise<number> {
  const partnership = await holdToCoordinate(ctx, partnershipId);
  const period = periodOf(form);
  const versions = await versionsOf(ctx, partnershipId);
  if (versions.some((v) => v.state === 'draft' || v.state === 'signing'))
    throw new AppError('conflict', { reason: 'agreement_open' });
  const before = versions.find((v) => v.state === 'in_force') ?? versions[0];
  const [id, version] = [newId(), (versions[0]?.version ?? 0) + 1];
  const language = before ? (await agreementOf(ctx, partnershipId, before.version)).language : form.language;
  const draft = { id, partnershipId, version, language, changeNote: form.changeNote, ...period };
  await queries.insertAgreement(ctx, draft);
  if (before) {
    await copyClauses(ctx, draft, before.id);
    for (const c of await queries.findCeiling(ctx, before.id))
      await queries.insertCeiling(ctx, id, c.institution_type, c.classes);
  } else await proposeClauses(ctx, draft);
  if (partnership.state === 'initiative' && (await membersOf(ctx, partnershipId)).length >= 2)
    await setState(ctx, partnership, 'negotiation');
  await note(ctx, 'agreement.draft', partnershipId, { version });
  return version;
}
