import { randomBytes } from 'node:crypto';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { hashOf } from '#kernel/ids.ts';
import { note } from '../../service.ts';
import { CODE_LENGTH } from '../answering/schema.ts';
import type { Audience } from '../schema.ts';
import { coordinated, evaluationView } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

/** The signs of Crockford: none of them looks like another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (): string => [...randomBytes(CODE_LENGTH)].map((byte) => SIGNS[byte % 32]).join('');

/** Codes to hand out: shown this once, kept as hashes alone, tied to nobody. Throws `invalid` when there are too many. */
export async function issueCodes(
  ctx: Ctx,
  id: string,
  roundId: string,
  form: { audience: Audience; count: number | null },
): Promise<string[]> {
  const { evaluation } = await coordinated(ctx, id, roundId);
  if (evaluation.state !== 'open') throw notFound();
  if (form.count === null) throw invalid({ field: 'count', message: 'required' });
  const codes = Array.from({ length: form.count }, newCode);
  const { issued } = await queries.issue(ctx, roundId, form.audience, codes.map(hashOf));
  if (!issued) throw invalid({ field: 'count', message: text[ctx.lang].invite.tooMany });
  await note(ctx, 'evaluation.issue', id, { audience: form.audience, count: form.count });
  return codes;
}

/** The invitation of the worker who asks, once an evaluation; which one it is, is not kept. Gives its code. */
export async function takeInvitation(ctx: Ctx, id: string, roundId: string): Promise<string> {
  await evaluationView(ctx, id, roundId);
  const code = newCode();
  const { audience } = await queries.take(ctx, roundId, hashOf(code));
  if (audience === null) throw notFound();
  return code;
}

export const hasTaken = async (ctx: Ctx, roundId: string): Promise<boolean> =>
  (await queries.hasTaken(ctx, roundId)).taken ?? false;
