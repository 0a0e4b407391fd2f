import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import type { ExchangeHost } from '../schema.ts';
import { subjectOf } from '../service.ts';
import { LINK_KINDS, type Link } from '../writing/schema.ts';
import * as queries from './queries.ts';

/** What a link of a letter is about; null when it is old or never was. */
export async function linkOf(ctx: Ctx, host: ExchangeHost, token: string): Promise<Link | null> {
  const row = await queries.findLink(ctx, hashOf(token));
  const kind = LINK_KINDS.find((one) => one === row?.kind);
  if (!row || !kind) return null;
  const { subject_kind: of, subject_id: id, comment_id: commentId } = row;
  const subject = of !== null && id !== null ? await subjectOf(ctx, host, of, id).catch(() => null) : null;
  return { kind, commentId, subject, used: kind === 'comment' && row.state !== 'unconfirmed' };
}

/** Uses the link. Gives the secret by which this browser is known from now on. */
export async function takeLink(
  ctx: Ctx,
  token: string,
): Promise<{ kind: string; commentId: string | null; secret: string } | null> {
  const secret = newSecret();
  const used = await queries.takeLink(ctx, hashOf(token), hashOf(secret));
  if (!used?.kind) return null;
  if (used.moved && used.comment_id !== null) {
    await enqueue(ctx, 'exchange.letter', { kind: 'answered', id: used.comment_id });
    await record(withoutSecret(ctx, '/comments/link'), {
      action: 'comment.confirm',
      objectType: 'comment',
      objectId: used.comment_id,
    });
  }
  return { kind: used.kind, commentId: used.comment_id, secret };
}
