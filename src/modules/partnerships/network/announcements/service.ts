import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addMonths } from '#kernel/time.ts';
import { holdToCoordinate, today } from '../../service.ts';
import { coordinated } from '../service.ts';
import * as queries from './queries.ts';
import {
  ANNOUNCEMENT_KINDS,
  ANNOUNCEMENT_STATES,
  type Announcement,
  type AnnouncementForm,
} from './schema.ts';

/** The longest that something is announced. */
const MOST_MONTHS = 12;

const asAnnouncement = (row: queries.AnnouncementRow, mine: readonly string[]): Announcement => ({
  ...row,
  kind: ANNOUNCEMENT_KINDS.find((kind) => kind === row.kind) ?? 'news',
  audience: row.audience === 'public' ? 'public' : 'network',
  state: ANNOUNCEMENT_STATES.find((state) => state === row.state) ?? 'waiting',
  own: mine.includes(row.partnershipId),
});

export interface AnnouncementsView {
  readonly announcements: readonly Announcement[];
  readonly writes: boolean;
  readonly moderates: boolean;
}

/** What is announced now, as far as the reader may read it. */
export async function announcements(ctx: Ctx, kind: string): Promise<AnnouncementsView> {
  const mine = (await coordinated(ctx)).map(({ id }) => id);
  const rows = await queries.findAnnouncements(ctx, { kind, mine, waiting: false, id: null });
  return {
    announcements: rows.map((row) => asAnnouncement(row, mine)),
    writes: mine.length > 0,
    moderates: moderates(ctx),
  };
}

const moderates = (ctx: Ctx): boolean => ctx.actor.permissions.has('exchange.moderate');

/** What waits for an editor before everybody reads it. */
export const waiting = async (ctx: Ctx): Promise<Announcement[]> =>
  (await queries.findAnnouncements(ctx, { kind: '', mine: [], waiting: true, id: null })).map((row) =>
    asAnnouncement(row, []),
  );

export const mine = coordinated;

/** Announces for a partnership: to the network at once, to everybody once an editor has read it. */
export async function announce(ctx: Ctx, form: AnnouncementForm): Promise<void> {
  const { endsOn } = form;
  if (endsOn === null) throw invalid({ field: 'endsOn', message: 'required' });
  if (endsOn < today(ctx)) throw invalid({ field: 'endsOn', message: 'date.past' });
  if (endsOn > addMonths(today(ctx), MOST_MONTHS)) throw invalid({ field: 'endsOn', message: 'date.after' });
  await holdToCoordinate(ctx, form.partnership);
  const id = newId();
  await queries.addAnnouncement(ctx, {
    ...form,
    id,
    endsOn,
    partnershipId: form.partnership,
    state: form.audience === 'public' ? 'waiting' : 'shown',
  });
  await note(ctx, 'write', id);
}

async function one(ctx: Ctx, id: string): Promise<queries.AnnouncementRow> {
  const [row] = await queries.findAnnouncements(ctx, { kind: '', mine: [], waiting: false, id });
  if (!row) throw notFound();
  return row;
}

export async function withdraw(ctx: Ctx, id: string): Promise<void> {
  const row = await one(ctx, id);
  await holdToCoordinate(ctx, row.partnershipId);
  await queries.settle(ctx, { id, state: 'withdrawn', reason: row.reason, by: null });
  await note(ctx, 'withdraw', id);
}

/** An editor lets everybody read it, or says why not. */
export async function settle(
  ctx: Ctx,
  id: string,
  decision: 'show' | 'refuse',
  reason: string,
): Promise<void> {
  const row = await one(ctx, id);
  if (row.audience !== 'public') throw notFound();
  if (decision === 'refuse' && reason === '') throw invalid({ field: 'reason', message: 'required' });
  const state = decision === 'show' ? 'shown' : 'refused';
  const done = await queries.settle(ctx, { id, state, reason, by: ctx.actor.subjectId });
  if (done === 0) throw new AppError('conflict', { reason: 'announcement_settled' });
  await note(ctx, decision, id);
}

const note = (ctx: Ctx, action: string, id: string) =>
  record(ctx, { action: `announcement.${action}`, objectType: 'announcement', objectId: id });
