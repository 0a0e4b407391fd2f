import type { Ctx } from '#kernel/context.ts';
import { enqueue } from '#kernel/jobs.ts';
import { log } from '#kernel/log.ts';
import { clearAfter, eraseNow } from '../../asking/erasure/service.ts';
import { holdQuestion, moveTo, note } from '../../service.ts';
import * as queries from './queries.ts';

/** What was answered and is not asked about any more is closed; who asked is told, and asked whether it helped. */
export async function closeDue(ctx: Ctx): Promise<void> {
  for (const { id } of await queries.findToClose(ctx)) {
    const question = await holdQuestion(ctx, id);
    await moveTo(ctx, question, 'closed');
    await note(ctx, question, 'closed', { by: 'time' });
    await enqueue(ctx, 'advice.tell', { question: id, kind: 'closed' });
  }
}

/** Contacts, and later words, go when their time has passed, with all that hangs on them; see advice.rule. */
export async function forget(ctx: Ctx): Promise<void> {
  const contacts = await queries.eraseContacts(ctx);
  for (const { id } of contacts) await clearAfter(ctx, id);
  const words = await queries.findToErase(ctx);
  for (const { id } of words) await eraseNow(ctx, id);
  await queries.sweep(ctx);
  if (contacts.length + words.length > 0)
    log.debug({ contacts: contacts.length, words: words.length }, 'advice: contacts and words were erased');
}
