import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, addMonths, instantAt, warsawDate } from '#kernel/time.ts';
import { freshnessRules } from '../../record/api.ts';
import type { Enquiry } from '../schema.ts';
import { isExpired } from '../schema.ts';
import { type Bought, letter, limits, loadOf, note, openBought, refusals, textHash } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type Candidate, preselected, ranked } from './schema.ts';

/** Proposed at once; more than anybody reads helps nobody. */
const PROPOSED = 40;
/** Kilometres beyond which somebody is proposed only when there is nobody nearer, and then a few. */
const FAR_KM = 120;
const FEW = 5;

export interface Choice {
  readonly enquiry: Enquiry;
  readonly candidates: readonly Candidate[];
  readonly ticked: readonly string[];
  readonly most: number;
  /** The address of somebody without an account is confirmed first. */
  readonly confirms: boolean;
}

/** Who could do it, and why; the best first. */
export async function choice(ctx: Ctx, key: string): Promise<Choice & Bought> {
  const bought = await openBought(ctx, key);
  const { enquiry } = bought;
  const most = (await limits(ctx))('recipients', 20);
  const rows = await queries.findCandidates(ctx, enquiry, PROPOSED + enquiry.wanted.length);
  const near = rows.filter(
    ({ id, km, serves }) => serves || km === null || km <= FAR_KM || enquiry.wanted.includes(id),
  );
  const since = addMonths(warsawDate(ctx.now), -(await freshnessRules(ctx)).unconfirmed);
  const candidates = ranked(
    (near.length > 0 ? near : rows.slice(0, FEW)).map(
      (row): Candidate => ({
        ...row,
        offers: row.offers ?? '',
        reachable: row.reachable === true,
        byCategory: row.byCategory === true,
        byCpv: row.byCpv === true,
        serves: row.serves === true,
        reserved: row.reserved === true,
        fresh: row.confirmedOn !== null && row.confirmedOn >= since,
        wanted: enquiry.wanted.includes(row.id),
      }),
    ),
    enquiry,
  );
  const chosen = (await queries.findRecipients(ctx, enquiry.id)).map((r) => r.entity_id);
  return {
    ...bought,
    candidates,
    ticked: chosen.length > 0 ? chosen : preselected(candidates, enquiry, most),
    most,
    confirms: enquiry.institutionId === null,
  };
}

/**
 * Sends an enquiry to those chosen, or asks for the confirmation of its address first. Sent twice it is sent once. Throws
 * `invalid` above the limits, and when somebody chosen will not get it.
 */
export async function send(ctx: Ctx, key: string, entities: readonly string[]): Promise<void> {
  const t = text[ctx.lang].choose;
  const { enquiry, candidates, most, confirms } = await choice(ctx, key);
  if (enquiry.state !== 'draft') return;
  const chosen = candidates.filter(({ id, reachable }) => reachable && entities.includes(id));
  if (chosen.length === 0) throw invalid({ field: 'entity', message: 'choices' });
  if (chosen.length > most) throw invalid({ field: 'entity', message: t.tooMany(most) });
  if (enquiry.answerBy <= warsawDate(ctx.now)) throw invalid({ field: 'entity', message: t.late });
  const email = enquiry.contact?.email ?? '';
  const load = await loadOf(ctx, email, '');
  if (load.byAddress >= (await limits(ctx))('per_address', 5))
    throw invalid({ field: '', message: t.tooOften });
  const ids = chosen.map(({ id }) => id);
  const refused = await refusals(ctx, email, textHash(enquiry), ids);
  const names = chosen.filter(({ id }) => refused.has(id)).map(({ name }) => name);
  if (names.length > 0) throw invalid({ field: 'entity', message: t.refused(names.join(', ')) });
  await queries.dropUnsent(ctx, enquiry.id);
  await queries.addRecipients(
    ctx,
    enquiry.id,
    ids.map(() => newId()),
    ids,
  );
  if (!confirms) return deliver(ctx, enquiry);
  if ((await queries.setConfirming(ctx, enquiry.id)) === 1) await letter(ctx, 'confirm', enquiry.id);
}

/** The address is confirmed by the link of a letter: now it leaves. Throws `invalid` when its date has passed meanwhile. */
export async function confirm(ctx: Ctx, key: string): Promise<void> {
  const { enquiry, by } = await openBought(ctx, key);
  if (by === 'draft' || enquiry.state !== 'confirming') return;
  if (isExpired({ ...enquiry, state: 'sent' }, warsawDate(ctx.now)))
    throw invalid({ field: '', message: text[ctx.lang].choose.late });
  const waiting = await queries.findRecipients(ctx, enquiry.id);
  const ids = waiting.map(({ entity_id }) => entity_id);
  // Somebody may have blocked the sender, or got the same text, since it was written.
  const refused = await refusals(ctx, enquiry.contact?.email ?? '', textHash(enquiry), ids);
  await queries.dropRefused(ctx, enquiry.id, [...refused.keys()]);
  await deliver(ctx, enquiry);
}

/** Hour of the reminder, one day before the answer is due. */
const REMINDER = '08:00';

async function deliver(ctx: Ctx, enquiry: Enquiry): Promise<void> {
  if ((await queries.setSent(ctx, enquiry.id)) === 0) return;
  await queries.sendRecipients(ctx, enquiry.id);
  const remindAt = instantAt(addDays(enquiry.answerBy, -1), REMINDER);
  for (const { id } of await queries.findRecipients(ctx, enquiry.id)) {
    await letter(ctx, 'invite', id);
    if (remindAt > ctx.now) await letter(ctx, 'remind', id, remindAt);
  }
  await note(ctx, 'enquiry.send', enquiry.id);
}
