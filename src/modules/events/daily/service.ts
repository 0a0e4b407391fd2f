import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { enqueue } from '#kernel/jobs.ts';
import { rulesOf } from '../service.ts';
import * as queries from './queries.ts';

const DAY_MS = 86_400_000;

/** Once a day: who is reminded, what is over, who is thanked. One letter each, however often this runs. */
export async function letters(ctx: Ctx): Promise<void> {
  const { reminder_days: days } = await rulesOf(ctx);
  const until = new Date(ctx.now.getTime() + days * DAY_MS);
  for (const { id } of await queries.dueReminders(ctx, until))
    await enqueue(ctx, 'events.letter', { id, kind: 'reminder' });
  await queries.markHeld(ctx);
  for (const { id } of await queries.dueThanks(ctx))
    await enqueue(ctx, 'events.letter', { id, kind: 'thanks' });
}

/** Once a day: what is no longer needed is forgotten, by the rules of `events.rule`. */
export async function forget(ctx: Ctx): Promise<void> {
  const rules = await rulesOf(ctx);
  const detail = {
    unconfirmed: await queries.dropUnconfirmed(ctx, rules.unconfirmed_hours),
    needs: await queries.eraseNeeds(ctx, rules.needs_days),
    people: await queries.erasePeople(ctx, rules.people_days),
    tickets: await queries.dropTickets(ctx),
  };
  if (Object.values(detail).some((n) => n > 0))
    await record(ctx, { action: 'events.forget', objectType: 'registration_list', detail });
}
