import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../../policy.ts';
import { readRecord, saveRecord } from '../../record/api.ts';
import type { RecordInput } from '../../schema.ts';
import type { Difference } from '../schema.ts';
import * as queries from './queries.ts';

export type Check = queries.CheckRow;

export async function openChecks(ctx: Ctx): Promise<Check[]> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  return queries.findOpen(ctx);
}
export const countChecks = async (ctx: Ctx): Promise<number> => (await queries.countOpen(ctx)).n ?? 0;

const FIELDS: readonly Difference['field'][] = ['name', 'phone', 'email', 'website', 'descriptionPl'];

/** Keeps what stands in the base, or takes what the source says. */
export async function settleCheck(ctx: Ctx, id: string, verdict: 'keep' | 'take'): Promise<void> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const check = await queries.findCheck(ctx, id);
  // A second click, or a colleague was faster.
  if (!check) return;
  const field = FIELDS.find((name) => name === check.field);
  const takes = verdict === 'take' && field !== undefined && check.theirs !== null;
  if (takes) {
    const view = await readRecord(ctx, check.entityId);
    if (!view) throw notFound();
    const change: Partial<RecordInput> = { [field]: check.theirs };
    const from = {
      source: check.source,
      sourceOn: warsawDate(ctx.now),
      by: 'editor',
      confirmed: null,
    } as const;
    await saveRecord(ctx, view.id, { ...view, ...change }, from);
  }
  await queries.settle(ctx, id, takes ? 'taken' : 'kept');
  await record(ctx, {
    action: 'directory.import_check',
    objectType: 'entity',
    objectId: check.entityId,
    detail: { outcome: takes ? 'taken' : 'kept' },
  });
}
