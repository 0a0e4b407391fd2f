import { createHash } from 'node:crypto';
import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { comparable } from '#kernel/tabular/table.ts';
import { actorsOf, STATUTORY_TYPES } from '#modules/organisations/api.ts';
import { type Member, members, referPerson } from '../../referral/api.ts';
import { assignWorker, terms, today } from '../../service.ts';
import { checkList } from '../check/service.ts';
import { mayContinue, mayImport } from '../policy.ts';
import {
  type CheckedRow,
  type ImportState,
  type ListEntry,
  type ListImport,
  type Reading,
  reading,
} from '../schema.ts';
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
  state: row.state as ImportState,
  problem: row.problem,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  rowsCreated: row.rows_created,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  kept: row.kept === true,
});

/** The last part of a path, without what could disguise it. */
const cleanFileName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200) || 'lista.csv';

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
    fileName: cleanFileName(fileName),
    fileHash: createHash('sha256').update(bytes).digest('hex'),
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

/** Called as rows are done, in a transaction of the caller's own. */
export type Progress = (done: number) => Promise<unknown>;
const PROGRESS_EVERY = 25;

/**
 * Writes the good rows of a queued list: all of them, or none when one cannot be written. Null when another process is
 * writing it, or it was written before. Throws `conflict` with the reason `import.refused` for a row that is refused.
 */
export async function runImport(ctx: Ctx, id: string, progress: Progress): Promise<number | null> {
  const { mine } = await queries.takeTurn(ctx, id);
  const list = await loadImport(ctx, id);
  const { partnershipId, recipientId, informedForm } = list;
  if (!mine || !['queued', 'running'].includes(list.state) || !partnershipId || !recipientId || !informedForm)
    return null;
  const checked = await checkList(ctx, await contentOf(ctx, id), { reading: list.reading, partnershipId });
  const rows = checked.rows.filter(({ fate, entry }) => fate === 'new' && entry);
  const write = await writer(ctx, { partnershipId, recipientId, informedForm });
  for (const [i, row] of rows.entries()) {
    await write(list.id, row);
    if ((i + 1) % PROGRESS_EVERY === 0) await progress(i + 1);
  }
  await queries.finishImport(ctx, id, rows.length);
  await record(ctx, {
    action: 'list.imported',
    objectType: 'list_import',
    objectId: id,
    detail: { created: rows.length },
  });
  return rows.length;
}

/** A list from the command line: kept, decided and written in one transaction. Gives how many referrals were made. */
export async function importList(
  ctx: Ctx,
  fileName: string,
  bytes: Uint8Array,
  how: Reading,
  to: SendHow,
): Promise<number> {
  const id = await uploadList(ctx, fileName, bytes, how);
  const list = await loadImport(ctx, id);
  if (!(await queueImport(ctx, list, to, list.rowsTotal ?? 0))) throw notFound();
  return (await runImport(ctx, id, async () => {})) ?? 0;
}

async function writer(ctx: Ctx, how: SendHow): Promise<(importId: string, row: CheckedRow) => Promise<void>> {
  const recipient = (await recipients(ctx, how.partnershipId)).find(({ id }) => id === how.recipientId);
  const byLaw = STATUTORY_TYPES.some((type) => type === recipient?.type);
  const needs = await terms({ ...ctx, lang: 'pl' }, 'need');
  const colleagues = new Map(
    (await queries.findColleagues(ctx, today(ctx))).map(({ id, name }) => [nameKey(name ?? ''), id ?? '']),
  );
  return async (importId, row) => {
    const { entry } = row;
    if (!entry) return;
    const labels = needs.filter(({ code }) => entry.needs.includes(code)).map(({ label }) => label);
    try {
      const sent = await referPerson(ctx, {
        partnershipId: how.partnershipId,
        recipientId: how.recipientId,
        who: { register: personOf(entry) },
        needs: entry.needs,
        urgent: false,
        reason: reasonOf(entry, labels, byLaw),
        informedOn: entry.referredOn,
        informedForm: how.informedForm,
        officeSign: entry.sign,
      });
      const colleague = colleagues.get(nameKey(entry.worker));
      if (colleague && colleague !== ctx.actor.subjectId)
        await assignWorker(ctx, sent.caseId, ctx.actor.institutionId, colleague, 'caseworker');
      const { partnershipId } = how;
      const { fingerprint, row: number } = row;
      await queries.insertRow(ctx, {
        partnershipId,
        fingerprint,
        importId,
        number,
        caseId: sent.caseId,
        referralId: sent.referralId,
      });
    } catch (error) {
      if (error instanceof AppError)
        throw new AppError('conflict', { reason: 'import.refused', detail: { row: row.row } });
      throw error;
    }
  };
}

/** Offices write both „Anna Wąs” and „Wąs Anna”. */
const nameKey = (name: string): string => comparable(name).split(' ').sort().join(' ');

const personOf = (entry: ListEntry) => ({
  givenName: entry.givenName,
  familyName: entry.familyName,
  label: null,
  identifier: entry.identifier,
  birthDate: entry.birthDate,
  sex: entry.sex,
  gminaId: entry.gminaId,
  locality: entry.locality,
  postalCode: entry.postalCode,
  street: entry.street,
  phone: entry.phone,
  email: entry.email,
  lang: 'pl' as const,
});

const MAX_REASON = 600;
/** A recipient without a statutory basis gets the words of the dictionary alone: notes may say who it is. */
function reasonOf(entry: ListEntry, labels: readonly string[], byLaw: boolean): string {
  const t = text.pl;
  const reason = t.reason(byLaw ? entry.reason.slice(0, 150) : labels.join(', '));
  return (byLaw && entry.notes ? `${reason} ${t.notes(entry.notes)}` : reason).slice(0, MAX_REASON);
}

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
