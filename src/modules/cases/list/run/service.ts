import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { sha256 } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { cleanFileName, IMPORT_STATES } from '#kernel/tabular/imports.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { type Member, members } from '../../referral/api.ts';
import { terms, today } from '../../service.ts';
import { checkList } from '../check/service.ts';
import { mayContinue, mayImport } from '../policy.ts';
import { type ListImport, type Reading, reading } from '../schema.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const fromRow = (row: queries.ImportRow): ListImport => ({
  id: row.id,
  workerId: row.worker_id,
  fileName: row.file_name,
  reading: reading.safeParse(row.reading).data ?? {},
  partnershipId: row.partnership_id,
  recipientId: row.recipient_id,
  informedForm: row.informed_form,
  state: IMPORT_STATES.find((state) => state === row.state) ?? 'failed',
  problem: row.problem,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  rowsCreated: row.rows_created,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  kept: row.kept === true,
});

/**
 * Keeps a list that somebody sent, for 30 days, and says under which id. Throws `invalid` beside `file` when it is no
 * list that can be read; the bytes decide, never the name.
 */
export async function uploadList(
  ctx: Ctx,
  fileName: string,
  bytes: Uint8Array,
  how: Reading = {},
): Promise<string> {
  const checked = await checkList(ctx, bytes, { reading: how });
  if (checked.problem) {
    const own: Readonly<Record<string, string>> = text[ctx.lang].listProblems;
    throw invalid({ field: 'file', message: own[checked.problem] ?? checked.problem });
  }
  const id = newId();
  await queries.insertImport(ctx, {
    id,
    fileName: cleanFileName(fileName, 'lista.csv'),
    fileHash: sha256(bytes),
    content: bytes,
    rows: checked.rows.length,
    reading: JSON.stringify(how),
  });
  await record(ctx, {
    action: 'list.upload',
    objectType: 'list_import',
    objectId: id,
    detail: { rows: checked.rows.length },
  });
  return id;
}

/** Lists that the actor sent, or their office when they oversee it; newest first. */
export const listImports = async (ctx: Ctx): Promise<ListImport[]> =>
  (await queries.findImports(ctx)).map(fromRow);

export async function loadImport(ctx: Ctx, id: string): Promise<ListImport> {
  const row = await queries.findImport(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** The file; `not_found` when it is not the actor's to see or its time has passed. */
export async function contentOf(ctx: Ctx, id: string): Promise<Uint8Array> {
  const row = await queries.findContent(ctx, id);
  if (!row?.content) throw notFound();
  return row.content;
}

export async function setReading(ctx: Ctx, list: ListImport, how: Reading, rows: number): Promise<void> {
  if (!mayContinue(ctx.actor, list).allowed) throw notFound();
  await queries.setReading(ctx, list.id, JSON.stringify(how), rows);
}

/** Whether the actor may still decide about the list. */
export const canContinue = (ctx: Ctx, list: ListImport): boolean => mayContinue(ctx.actor, list).allowed;

export interface SendHow {
  readonly partnershipId: string;
  readonly recipientId: string;
  /** A code of the dictionary "informed_form". */
  readonly informedForm: string;
}

/** Whom a list may be sent to: the labour office first. */
export async function recipients(ctx: Ctx, partnershipId: string): Promise<Member[]> {
  const all = (await members(ctx, partnershipId, null)).filter(({ id }) => id !== ctx.actor.institutionId);
  return [...all.filter(({ type }) => type === 'PUP'), ...all.filter(({ type }) => type !== 'PUP')];
}

/** Decides that the list goes in; it waits in the queue then. False when it was decided before. */
export async function queueImport(ctx: Ctx, list: ListImport, how: SendHow, rows: number): Promise<boolean> {
  if (!mayContinue(ctx.actor, list).allowed) return false;
  if (!(await recipients(ctx, how.partnershipId)).some(({ id }) => id === how.recipientId))
    throw invalid({ field: 'recipient', message: 'choice' });
  if (!(await terms(ctx, 'informed_form')).some(({ code }) => code === how.informedForm))
    throw invalid({ field: 'informed_form', message: 'choice' });
  const queued = await queries.queueImport(ctx, list.id, { ...how, rows });
  if (queued > 0)
    await record(ctx, {
      action: 'list.import',
      objectType: 'list_import',
      objectId: list.id,
      detail: { rows },
    });
  return queued > 0;
}

export const startImport = queries.startImport;
export const noteProgress = queries.noteProgress;
export const failImport = queries.failImport;

export interface Created {
  readonly row: number;
  readonly caseId: string;
  readonly referralId: string;
  readonly number: string;
  readonly dueOn: string | null;
}
export const createdBy = async (ctx: Ctx, id: string): Promise<Created[]> =>
  (await queries.findCreated(ctx, id)).map((r) => ({
    row: r.number,
    caseId: r.case_id,
    referralId: r.referral_id,
    number: r.case_number,
    dueOn: r.due_on,
  }));

/** The worker of an account, as they may act today; null when they may no longer import. Runs before there is an actor. */
export async function importActor(ctx: Ctx, accountId: string, workerId: string): Promise<Actor | null> {
  const actor = (await actorsOf(ctx, accountId)).find(({ subjectId }) => subjectId === workerId);
  return actor && mayImport(actor).allowed ? actor : null;
}

const KEPT_DAYS = 30;
export const dropOldFiles = (ctx: Ctx): Promise<number> =>
  queries.dropOld(ctx, new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000));

/** Who could send a list from the command line; for the system. */
export const senders = (ctx: Ctx) => queries.findSenders(ctx, today(ctx));
