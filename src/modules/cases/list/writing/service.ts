import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound } from '#kernel/errors.ts';
import { comparable } from '#kernel/tabular/table.ts';
import { STATUTORY_TYPES } from '#modules/organisations/api.ts';
import { referPerson } from '../../referral/api.ts';
import { assignWorker, terms, today } from '../../service.ts';
import { type CheckedList, checkList } from '../check/service.ts';
import * as queries from '../run/queries.ts';
import { contentOf, loadImport, queueImport, recipients, type SendHow, uploadList } from '../run/service.ts';
import type { CheckedRow, ListEntry, ListImport, Reading } from '../schema.ts';
import { text } from '../text.pl.ts';

/** The list read and checked as it stands now, recorded as seen. */
export async function openList(ctx: Ctx, id: string): Promise<{ list: ListImport; checked: CheckedList }> {
  const list = await loadImport(ctx, id);
  const { reading, partnershipId } = list;
  const checked = await checkList(ctx, await contentOf(ctx, id), { reading, partnershipId });
  await record(ctx, { action: 'view', objectType: 'list_import', objectId: id, classes: ['D1', 'D2'] });
  return { list, checked };
}

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
