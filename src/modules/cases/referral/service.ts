import type { DataClass } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound, stale } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { STATUTORY_TYPES } from '#modules/organisations/api.ts';
import { today } from '../service.ts';
import { type Packet, packetWho } from './packet/schema.ts';
import { mayRefer } from './policy.ts';
import * as queries from './queries.ts';
import type { CaseReferralLine, Referral, ReferralLine, ReferralQuery, ReferralState } from './schema.ts';

export const PAGE_SIZE = 25;

/** Nothing was sent yet, or what was sent has been erased at the end of its time. */
const asPacket = (value: unknown): Packet | null =>
  typeof value === 'object' && value !== null && 'person' in value ? (value as Packet) : null;

function fromRow(row: queries.ReferralRow): Referral {
  return {
    id: row.id,
    caseId: row.case_id,
    partnershipId: row.partnership_id,
    kind: row.kind === 'service' ? 'service' : 'opening',
    state: row.state as ReferralState,
    sender: {
      institutionId: row.sender_institution_id,
      name: row.sender_name ?? '',
      type: row.sender_type ?? '',
      workerId: row.sender_worker_id,
      worker: row.sender_worker,
    },
    recipient: {
      institutionId: row.recipient_institution_id,
      name: row.recipient_name ?? '',
      type: row.recipient_type ?? '',
      workerId: row.handled_by,
      worker: row.handler,
    },
    needs: row.needs,
    urgent: row.urgent,
    packet: asPacket(row.packet),
    packetHash: row.packet_hash,
    sentAt: row.sent_at,
    dueOn: row.due_on,
    answeredAt: row.answered_at,
    declineCode: row.decline_code,
    declineNote: row.decline_note,
    question: row.question,
    questionAnswer: row.question_answer,
    daysLeft: row.days_left,
    withdrawnCode: row.withdrawn_code,
    previousId: row.previous_id,
    rowVersion: row.row_version,
  };
}

/** The referral, if the actor may see it; otherwise `not_found`. Leaves no access record itself. */
export async function loadReferral(ctx: Ctx, id: string): Promise<Referral> {
  const row = await queries.findReferral(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** The referral, held until the end of the transaction. Throws `stale` when the form is older than the row. */
export async function holdReferral(ctx: Ctx, id: string, version?: number): Promise<Referral> {
  const held = await queries.lockReferral(ctx, id);
  if (!held) throw notFound();
  if (version !== undefined && held.row_version !== version) throw stale({ state: held.state });
  return loadReferral(ctx, id);
}

/** The referral for a page, recorded as seen by the person it is about. */
export async function viewReferral(ctx: Ctx, id: string): Promise<Referral> {
  const r = await loadReferral(ctx, id);
  const { person_id } = await queries.findSubject(ctx, id);
  const identity = r.packet?.person.disclosed === true && r.packet.person.identifier !== null;
  await record(ctx, {
    action: 'view',
    objectType: 'referral',
    objectId: r.id,
    subjectId: person_id ?? undefined,
    fileId: r.caseId,
    classes: identity ? ['D1', 'D2'] : ['D1'],
  });
  return r;
}

/** Referrals of a case that the actor may see, oldest first. */
export async function referralsOf(ctx: Ctx, caseId: string): Promise<Referral[]> {
  const ids = await queries.findReferralsOfCase(ctx, caseId);
  return Promise.all(ids.map(({ id }) => loadReferral(ctx, id)));
}

/** Every referral of a case in a line, for the whole team; what it says is another question. */
export async function caseReferralLines(
  ctx: Ctx,
  caseId: string,
  readable: readonly Referral[],
): Promise<CaseReferralLine[]> {
  const rows = await queries.findCaseLines(ctx, caseId);
  return rows.map((row) => ({
    id: row.id ?? '',
    kind: row.kind === 'service' ? 'service' : 'opening',
    state: row.state as ReferralState,
    senderName: row.sender_name ?? '',
    recipientName: row.recipient_name ?? '',
    recipientType: row.recipient_type ?? '',
    sentOn: row.sent_at && warsawDate(row.sent_at),
    dueOn: row.due_on,
    readable: readable.some((r) => r.id === row.id),
  }));
}

/** New referrals of my institution, or those it sent; with the total of the same query. */
export async function listReferrals(
  ctx: Ctx,
  q: ReferralQuery,
): Promise<{ lines: ReferralLine[]; total: number }> {
  const rows = await queries.findLines(ctx, {
    box: q.box,
    open: q.show === 'all' ? null : q.show !== 'answered',
    overdueOn: q.show === 'overdue' ? today(ctx) : null,
    bySent: q.sort.endsWith('sent'),
    down: q.sort.startsWith('-'),
    limit: PAGE_SIZE,
    offset: (q.page - 1) * PAGE_SIZE,
  });
  await record(ctx, {
    action: 'view',
    objectType: 'referral_list',
    classes: ['D1'],
    detail: { box: q.box, rows: rows.length },
  });
  const lines = rows.map((row) => {
    const packet = asPacket(row.packet);
    return {
      id: row.id,
      caseId: row.case_id,
      number: packet?.number ?? '',
      kind: row.kind === 'service' ? ('service' as const) : ('opening' as const),
      state: row.state as ReferralState,
      // Whoever may see the person reads the name, also where the packet holds initials alone.
      who:
        `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim() ||
        (row.unidentified_label ?? (packet ? packetWho(packet) : '')),
      gmina: packet?.gminaName ?? '',
      needs: row.needs,
      urgent: row.urgent,
      otherName: row.other_name ?? '',
      otherType: row.other_type ?? '',
      sentOn: warsawDate(row.sent_at ?? ctx.now),
      dueOn: row.due_on ?? today(ctx),
      handler: row.handler,
    };
  });
  return { lines, total: rows[0]?.total ?? 0 };
}

export const listInbox = (ctx: Ctx, page = 1): Promise<{ lines: ReferralLine[]; total: number }> =>
  listReferrals(ctx, { box: 'in', show: 'open', sort: 'due', page });

/** Whether the recipient may know who a referral is about before it accepts. */
export const knowsByLaw = (type: string): boolean => STATUTORY_TYPES.some((t) => t === type);

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Competent for the gmina where the person lives. */
  readonly competent: boolean;
  /** Sees who a referral is about before it accepts. */
  readonly byLaw: boolean;
}
export async function members(ctx: Ctx, partnershipId: string, gminaId: string | null): Promise<Member[]> {
  const rows = await queries.findMembers(ctx, partnershipId, gminaId, today(ctx));
  return rows.map((row) => ({
    id: row.institution_id ?? '',
    name: row.name ?? '',
    type: row.type ?? '',
    competent: row.competent ?? false,
    byLaw: knowsByLaw(row.type ?? ''),
  }));
}

export interface OwnPartnership {
  readonly id: string;
  readonly name: string;
  readonly operating: boolean;
}
/** Partnerships of the actor's institution today, operating ones first. */
export async function ownPartnerships(ctx: Ctx): Promise<OwnPartnership[]> {
  const rows = await queries.findPartnerships(ctx, today(ctx));
  return rows.map((row) => ({
    id: row.partnership_id ?? '',
    name: row.partnership_name ?? '',
    operating: row.state === 'operating',
  }));
}

/** Classes that the agreement in force lets this type of institution receive. */
export async function ceilingOf(ctx: Ctx, partnershipId: string, type: string): Promise<DataClass[]> {
  return ((await queries.findCeiling(ctx, partnershipId, type))?.classes ?? []) as DataClass[];
}

/** Whether the actor may send referrals at all. */
export const mayReferNow = (ctx: Ctx): boolean => mayRefer(ctx.actor).allowed;
