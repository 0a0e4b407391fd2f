import type { Ctx } from '#kernel/context.ts';
import { forgetGiven } from '#kernel/files/files.ts';
import { enqueue } from '#kernel/jobs.ts';
import { log } from '#kernel/log.ts';
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

/** Contacts, and later words, go when their time has passed; see advice.rule. */
export async function forget(ctx: Ctx): Promise<void> {
  const contacts = await queries.eraseContacts(ctx);
  const ids = (await queries.findToErase(ctx)).map(({ id }) => id);
  if (ids.length > 0) {
    const files = await queries.findFiles(ctx, ids);
    await forgetGiven(
      ctx,
      files.map(({ id }) => id),
    );
    await queries.eraseWords(ctx, ids);
  }
  await queries.sweep(ctx);
  if (contacts + ids.length > 0)
    log.debug({ contacts, words: ids.length }, 'advice: contacts and words were erased');
}
