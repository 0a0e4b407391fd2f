import type { Ctx } from '#kernel/context.ts';
import { sendMail } from '#kernel/mail.ts';
import { addMonths, startOfDay, warsawDate } from '#kernel/time.ts';
import * as queries from '../queries.ts';
import { REASONS, safe } from '../schema.ts';
import { markForChecking } from '../service.ts';
import { text } from '../text.pl.ts';

/** Tells the author what was decided, when they left an address. */
export async function sendResult(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const found = await queries.findResult(ctx, id);
  if (!found?.email) return;
  const t = text[found.lang === 'en' ? 'en' : 'pl'].mail;
  const reason = REASONS.find((r) => r === found.code);
  const lines = [
    found.state === 'accepted' ? t.accepted(safe(found.name)) : t.rejected(safe(found.name)),
    found.code === 'partly' ? t.partly : '',
    reason ? t.reason(text[found.lang === 'en' ? 'en' : 'pl'].reasons[reason]) : '',
    safe(found.note),
    `${siteUrl}/directory/${found.entityId}`,
  ];
  await sendMail(ctx, { to: found.email, subject: t.subject, body: lines.filter(Boolean).join('\n\n') });
}

/** What readers wrote and where they wanted the answer goes six months after the decision. */
export async function eraseOld(ctx: Ctx): Promise<void> {
  const before = startOfDay(addMonths(warsawDate(ctx.now), -6));
  await queries.eraseContacts(ctx, before);
  await queries.eraseNotes(ctx, before);
}

/** Marks records that may be the same one twice. */
export async function findDuplicates(ctx: Ctx): Promise<void> {
  for (const { id, otherId } of await queries.findPairs(ctx))
    await markForChecking(ctx, { entityId: id, otherId, cause: 'duplicate', by: 'import' });
}
