import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { warsawDate } from '#kernel/time.ts';
import { refreshListings } from '../../../listing/api.ts';
import { mayCount } from '../../../policy.ts';
import { changedFields } from '../../facts/service.ts';
import { namesOf } from '../../names/service.ts';
import { tell } from '../../save/service.ts';
import type { RecordView } from '../../schema.ts';
import { readRecord } from '../../service.ts';
import * as queries from '../queries.ts';
import { handOf } from '../service.ts';

/** A record whose free places the actor may count. */
export async function counted(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record || !mayCount(ctx.actor, record).allowed) throw notFound();
  return record;
}

/** Says how many places are free today: what is typed counts as of today even when the figure is the same. */
export async function countFree(ctx: Ctx, id: string, values: FormValues): Promise<void> {
  const record = await counted(ctx, id);
  const today = warsawDate(ctx.now);
  const errors: FieldError[] = [];
  const counts = record.supports.flatMap((s) => {
    const field = `free-${s.id}`;
    const shown = typed(values, field).trim();
    if (shown === '') return [];
    const free = /^\d{1,4}$/.test(shown) ? Number(shown) : null;
    if (free === null) errors.push({ field, message: 'number.whole' });
    else if (s.placesTotal !== null && free > s.placesTotal) errors.push({ field, message: 'number.max' });
    return free === null ? [] : [{ id: s.id, free }];
  });
  if (errors.length > 0) throw invalid(...errors);
  if (counts.length === 0) return;
  await queries.countFree(
    ctx,
    counts.map((c) => c.id),
    counts.map((c) => c.free),
    today,
  );
  const after = {
    ...record,
    supports: record.supports.map((s) => {
      const count = counts.find((c) => c.id === s.id);
      return count ? { ...s, placesFree: count.free, placesOn: today } : s;
    }),
  };
  const fields = changedFields(await namesOf(ctx, [record], 'pl'), record, after);
  if (fields.length === 0) return;
  await queries.touch(ctx, id);
  await refreshListings(ctx, [id]);
  await tell(ctx, [{ id, by: handOf(ctx, record), source: null, isNew: false, fields }]);
}
