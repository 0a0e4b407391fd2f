import { type Decision, deny } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, daysBetween, warsawDate } from '#kernel/time.ts';
import { currentPlan } from '../../plan/api.ts';
import type { CaseState, SharedCase } from '../../schema.ts';
import { deadline, loadCase, mayWriteClass, recordChange, today } from '../../service.ts';
import * as queries from './queries.ts';
import type { Channel, Contact, ContactDuty } from './schema.ts';

export async function contacts(ctx: Ctx, caseId: string): Promise<Contact[]> {
  const [rows, names] = await Promise.all([
    queries.findContacts(ctx, caseId),
    queries.findNames(ctx, caseId),
  ]);
  const nameOf = new Map(names.map((n) => [n.worker_id, n.name ?? '']));
  return rows.map((r) => ({
    id: r.id,
    heldOn: r.held_on,
    channel: r.channel as Channel,
    reached: r.reached,
    note: r.note,
    institutionName: r.institution_name,
    institutionType: r.institution_type,
    workerName: nameOf.get(r.worker_id) ?? '',
  }));
}

export interface NewContact {
  readonly heldOn: string;
  readonly channel: Channel;
  readonly reached: boolean;
  readonly note?: string;
}

const WORKED: readonly CaseState[] = [
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
  'closing',
  'follow_up',
];

/** Whether the reader may take down a contact now; the form and its sending ask alike. */
export async function contactDecision(ctx: Ctx, c: SharedCase): Promise<Decision> {
  if (!ctx.actor.permissions.has('session.mark')) return deny('not_marker');
  return WORKED.includes(c.state) ? mayWriteClass(ctx, c.id, 'D6') : deny('case_not_open');
}

/** Takes down a contact with the person, or a try; returns its id. Not in the future, not before the case was opened. */
export async function recordContact(ctx: Ctx, caseId: string, k: NewContact): Promise<string> {
  const c = await loadCase(ctx, caseId);
  const may = await contactDecision(ctx, c);
  if (!may.allowed) throw new AppError('conflict', { reason: may.reason });
  const day = today(ctx);
  const heldOn = parseDate(k.heldOn, { today: day, yearless: 'past' });
  if (!heldOn) throw invalid({ field: 'held_on', message: 'date.invalid' });
  if (heldOn > day) throw invalid({ field: 'held_on', message: 'date.future' });
  if (heldOn < warsawDate(c.openedAt)) throw invalid({ field: 'held_on', message: 'date.before' });
  const id = newId();
  await queries.insertContact(ctx, {
    id,
    caseId,
    heldOn,
    channel: k.channel,
    reached: k.reached,
    note: k.note?.trim() ?? '',
  });
  await recordChange(ctx, c, 'contact.recorded', 'contact', id, {
    on: heldOn,
    channel: k.channel,
    reached: k.reached,
  });
  return id;
}

/**
 * The duty of contact: as the plan in force says, otherwise the timer `contact` (30 days, RPSZ art. 88), counted from
 * the last time the person was reached, or from the intake. No due date once the case is no longer worked on.
 */
export async function contactDuty(ctx: Ctx, c: SharedCase): Promise<ContactDuty> {
  const [{ last }, plan] = await Promise.all([queries.findLastReached(ctx, c.id), currentPlan(ctx, c.id)]);
  const day = today(ctx);
  const everyDays = plan?.contactEveryDays ?? daysBetween(day, await deadline(ctx, 'contact', day));
  const from = last ?? c.intakeOn;
  const worked = ['intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended', 'closing'].includes(
    c.state,
  );
  const dueOn = from && worked ? addDays(from, everyDays) : null;
  return { lastOn: last, dueOn, everyDays, overdue: dueOn !== null && dueOn < day };
}
