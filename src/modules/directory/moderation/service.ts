import { record as audit } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound, stale } from '#kernel/errors.ts';
import { fileResponse, openFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../policy.ts';
import { readRecord, saveRecord, tell } from '../record/api.ts';
import type { RecordView } from '../record/schema.ts';
import type { Provenance } from '../schema.ts';
import * as queries from './queries.ts';
import {
  type CheckCause,
  type Matter,
  type MatterKind,
  type MatterState,
  type MatterView,
  PAGE_SIZE,
  PROPOSABLE,
  proposedShape,
  type QueueQuery,
  type QueueRow,
  type Reason,
} from './schema.ts';

/** How many matters wait, for whoever decides them; null for everybody else. */
export async function countMatters(ctx: Ctx): Promise<number | null> {
  if (!mayEdit(ctx.actor).allowed) return null;
  return (await queries.countOpen(ctx)).reduce((sum, { count }) => sum + (count ?? 0), 0);
}

/** One page of what waits for the editors, with how much of each kind does. */
export async function queue(
  ctx: Ctx,
  query: QueueQuery,
): Promise<{ rows: QueueRow[]; total: number; counts: ReadonlyMap<string, number> }> {
  const rows = await queries.findQueue(ctx, {
    kind: query.kind ?? null,
    closed: query.closed === 'yes',
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  });
  return {
    total: rows[0]?.total ?? 0,
    counts: new Map((await queries.countOpen(ctx)).map((c) => [c.kind, c.count ?? 0])),
    rows: rows.map((r) => ({
      ...r,
      kind: r.kind as MatterKind,
      state: r.state as MatterState,
      locality: r.locality ?? '',
    })),
  };
}

/** One matter with the record it is about. Throws `not_found` for whoever may not see it. */
export async function matterView(ctx: Ctx, id: string): Promise<MatterView> {
  const row = await queries.findMatter(ctx, id);
  const record = row && (await readRecord(ctx, row.entityId));
  if (!record) throw notFound();
  const { entityId: _, keeper, email, proposed, ...rest } = row;
  const matter: Matter = {
    ...rest,
    kind: row.kind as MatterKind,
    state: row.state as MatterState,
    byKind: row.byKind as Matter['byKind'],
    proposed: proposedShape.parse(proposed),
    // Needed to help somebody in; the others are answered without anybody reading their address.
    email: row.cause === 'newcomer' ? email : null,
  };
  return {
    matter,
    record,
    keeper,
    competing: (await queries.findCompeting(ctx, id)).map((c) => ({
      id: c.id,
      institution: c.institution ?? '',
    })),
    version: `${row.rowVersion}-${record.rowVersion}`,
    today: warsawDate(ctx.now),
    runsSystem: ctx.actor.permissions.has('system.manage'),
  };
}

/** The matter to decide, held until the decision is written. Throws `stale` when it or the record changed since. */
async function held(ctx: Ctx, id: string, version: string | undefined): Promise<MatterView> {
  if (!(await queries.lockMatter(ctx, id))) throw notFound();
  const view = await matterView(ctx, id);
  if (view.matter.state !== 'open' || (version !== undefined && version !== view.version)) throw stale({});
  return view;
}

async function close(
  ctx: Ctx,
  view: MatterView,
  state: 'accepted' | 'rejected',
  code: string | null,
  note: string,
) {
  const { id, kind, cause } = view.matter;
  await queries.closeMatter(ctx, id, state, code, note);
  await audit(ctx, {
    action: `directory.matter.${state}`,
    objectType: 'entity',
    objectId: view.record.id,
    detail: { matter: id, kind, cause, code },
  });
  if (kind !== 'check') await enqueue(ctx, 'directory.moderation.result', { id });
}

/** In whose name a proposal stands in the history, and what else its acceptance says. */
function provenance(ctx: Ctx, { matter }: MatterView, whole: boolean): Provenance {
  const today = warsawDate(ctx.now);
  if (matter.byKind !== 'entity') return { source: 'editor', sourceOn: today, by: 'reader', confirmed: null };
  // Whoever looked through the record and named all that is wrong has confirmed the rest.
  const confirmed = whole ? ({ on: warsawDate(matter.openedAt), by: 'entity' } as const) : null;
  return { source: 'self', sourceOn: warsawDate(matter.openedAt), by: 'entity', confirmed };
}

/**
 * Accepts a matter: writes the chosen ones of the proposed fields, or hands the record to the institution that claims
 * it. The author is told. Throws `stale` when the matter or the record is no longer as it was shown.
 */
export async function accept(
  ctx: Ctx,
  id: string,
  form: { _version?: string | undefined; fields: readonly string[]; note: string },
): Promise<void> {
  const view = await held(ctx, id, form._version);
  const { matter, record } = view;
  if (matter.kind === 'claim' && matter.institutionId) await handOver(ctx, record, matter.institutionId);
  const all = PROPOSABLE.filter((f) => matter.proposed[f] !== undefined);
  const taken = all.filter((f) => form.fields.includes(f));
  if (taken.length > 0) {
    const next = Object.fromEntries(taken.map((f) => [f, matter.proposed[f]]));
    await saveRecord(
      ctx,
      record.id,
      { ...record, ...next },
      provenance(ctx, view, taken.length === all.length),
    );
  }
  await close(ctx, view, 'accepted', taken.length < all.length ? 'partly' : null, form.note);
}

export async function reject(
  ctx: Ctx,
  id: string,
  form: { _version?: string | undefined; reason: Reason; rejectNote: string },
): Promise<void> {
  await close(ctx, await held(ctx, id, form._version), 'rejected', form.reason, form.rejectNote);
}

/** Gives a record to an institution to keep, or takes it away; by an editor. */
export async function handOver(ctx: Ctx, record: RecordView, to: string | null): Promise<void> {
  const name = async (id: string | null) => (id && (await queries.institutionName(ctx, id))?.name) || '';
  const field = { field: 'keeper', before: await name(record.institutionId), after: await name(to) };
  if ((await queries.setKeeper(ctx, record.id, to)) === 0) throw notFound();
  await tell(ctx, [{ id: record.id, by: 'editor', source: 'editor', isNew: false, fields: [field] }]);
}

/** Marks a record for an editor to look at; by the system, an import or an editor. Once for each cause or pair. */
export async function markForChecking(
  ctx: Ctx,
  check: {
    entityId: string;
    cause: CheckCause;
    by: 'import' | 'editor' | 'reader';
    note?: string;
    otherId?: string;
  },
): Promise<void> {
  await queries.insertCheck(ctx, {
    note: '',
    ...check,
    otherId: check.otherId ?? null,
    id: newId(ctx.now.getTime()),
  });
}

/** Nobody has to look any more: what records were marked for is true no longer. */
export const withdrawChecks = (ctx: Ctx, entities: readonly string[], cause: CheckCause): Promise<number> =>
  queries.withdrawChecks(ctx, entities, cause);

/** The paper of a claim, for editors. */
export async function paperOf(ctx: Ctx, id: string): Promise<Response> {
  const row = await queries.findMatter(ctx, id);
  if (!row?.fileId) throw notFound();
  await audit(ctx, { action: 'view', objectType: 'file', objectId: row.fileId, detail: { matter: id } });
  return fileResponse(await openFile(ctx, row.fileId));
}

export async function checkedRecord(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record) throw notFound();
  return record;
}

export async function markByHand(ctx: Ctx, id: string, note: string): Promise<void> {
  const { id: entityId } = await checkedRecord(ctx, id);
  await markForChecking(ctx, { entityId, cause: 'other', by: 'editor', note });
}
