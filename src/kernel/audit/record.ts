import type { DataClass } from '../access.ts';
import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import { newId } from '../ids.ts';

export interface AuditEntry {
  /** `view`, or the name of the operation, for example `referral.accept`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId?: string;
  /** The person whose data were seen or changed; the participant reads these entries. */
  readonly subjectId?: string;
  /** The dossier the object belongs to. */
  readonly fileId?: string;
  readonly classes?: readonly DataClass[];
  readonly basisId?: string;
  /** Codes and ids only. */
  readonly detail?: Record<string, string | number | boolean | null>;
}

const recorded = new WeakMap<object, number>();

/** How many entries this transaction has written; the dispatcher refuses a personal page that left none. */
export const recordedIn = (ctx: Ctx): number => recorded.get(ctx.tx) ?? 0;

/** Writes one entry in the request's own transaction, so that nothing is seen or changed without its record. */
export async function record(ctx: Ctx, entry: AuditEntry): Promise<void> {
  recorded.set(ctx.tx, recordedIn(ctx) + 1);
  const { actor } = ctx;
  await ctx.tx.run(sql`
    insert into audit.entry (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id,
      subject_id, file_id, classes, purpose, path, request_id, basis_id, detail)
    values (${newId()}, ${ctx.now}, ${entry.action}, ${actor.kind}, ${actor.accountId}, ${actor.subjectId},
      ${actor.institutionId}, ${entry.objectType}, ${entry.objectId ?? null}, ${entry.subjectId ?? null},
      ${entry.fileId ?? null}, ${entry.classes ?? []}, ${ctx.purpose}, ${ctx.path}, ${ctx.requestId},
      ${entry.basisId ?? null}, ${JSON.stringify(entry.detail ?? {})})`);
}
