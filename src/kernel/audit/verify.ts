import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import { FIRST, readBatch, type Seal, sealHash, sealKey, sealSignature } from './seal.ts';

/**
 * What is wrong with a seal. `missing`, `added` and `changed` speak of the entries it covers; `chain`: it does not
 * follow from the seal before it, or one between was removed; `edited`: the seal itself was changed; `forged`: nobody
 * who knows SECRET has made it; `anchor`: it is not the seal that was noted outside the database.
 */
export type SealFault = 'missing' | 'added' | 'changed' | 'chain' | 'edited' | 'forged' | 'anchor';

export interface AuditReport {
  readonly ok: boolean;
  readonly seals: number;
  /** Entries under the seals that were found whole. */
  readonly entries: number;
  /** Entries that no seal covers yet. */
  readonly unsealed: number;
  /** The first seal that does not hold, with what the seal says and what is there; null when all hold. */
  readonly broken: {
    readonly seal: number;
    readonly fault: SealFault;
    readonly fromAt: string;
    readonly toAt: string;
    readonly expected: number;
    readonly found: number;
  } | null;
  /** The newest seal that holds; note it outside the database and give it back as `anchor` another time. */
  readonly head: { readonly seal: number; readonly hash: string } | null;
}

export interface VerifyOptions {
  /** SECRET, and any that was in use before it. Without one, signatures are not checked. */
  readonly secrets?: readonly string[];
  /** A seal noted earlier: whoever cut the end of the record off cannot have it. */
  readonly anchor?: { readonly seal: number; readonly hash: string };
}

/** Walks the seals from the first and stops at the one that does not hold. For the system actor. */
export async function verifyAudit(ctx: Ctx, options: VerifyOptions = {}): Promise<AuditReport> {
  const keys = options.secrets?.map(sealKey);
  let before: Seal | null = null;
  let entries = 0;
  let seals = 0;
  for (;;) {
    const seal: Seal | null = await nextSeal(ctx, before?.number ?? null);
    if (seal === null) break;
    const { fault, found } = await examine(ctx, seal, before, keys, options.anchor);
    if (fault) return report(ctx, before, { seals, entries }, { seal, fault, found });
    seals += 1;
    entries += seal.entries;
    before = seal;
  }
  const cut = options.anchor !== undefined && (before?.number ?? 0) < options.anchor.seal;
  if (cut && before)
    return report(ctx, before, { seals, entries }, { seal: before, fault: 'anchor', found: 0 });
  return { ...(await report(ctx, before, { seals, entries }, null)), ok: !cut };
}

async function examine(
  ctx: Ctx,
  seal: Seal,
  before: Seal | null,
  keys: readonly Buffer[] | undefined,
  anchor: VerifyOptions['anchor'],
): Promise<{ fault: SealFault | null; found: number }> {
  const follows =
    seal.number === (before?.number ?? 0) + 1 &&
    seal.fromNumber === (before?.toNumber ?? 0) &&
    seal.previous === (before?.hash ?? FIRST);
  if (!follows) return { fault: 'chain', found: 0 };
  if (sealHash(seal) !== seal.hash) return { fault: 'edited', found: 0 };
  if (keys && !keys.some((key) => sealSignature(key, seal.hash) === seal.signature))
    return { fault: 'forged', found: 0 };
  if (anchor?.seal === seal.number && anchor.hash !== seal.hash) return { fault: 'anchor', found: 0 };
  // Nothing is numbered below one; what is there all the same was slipped in before the first seal.
  const from = before ? seal.fromNumber : Number.MIN_SAFE_INTEGER;
  const batch = await readBatch(ctx, from, seal.toNumber);
  const found = batch.entries;
  if (found < seal.entries) return { fault: 'missing', found };
  if (found > seal.entries) return { fault: 'added', found };
  return { fault: batch.rowsHash === seal.rowsHash ? null : 'changed', found };
}

async function report(
  ctx: Ctx,
  head: Seal | null,
  sums: { seals: number; entries: number },
  wrong: { seal: Seal; fault: SealFault; found: number } | null,
): Promise<AuditReport> {
  const { unsealed } = await ctx.tx.one<{ unsealed: number }>(sql`
    select count(*)::int as unsealed from audit.entry
     where number > coalesce((select max(to_number) from audit.seal), 0)`);
  return {
    ok: wrong === null,
    ...sums,
    unsealed,
    broken: wrong && {
      seal: wrong.seal.number,
      fault: wrong.fault,
      fromAt: wrong.seal.fromAt,
      toAt: wrong.seal.toAt,
      expected: wrong.seal.entries,
      found: wrong.found,
    },
    head: head && { seal: head.number, hash: head.hash },
  };
}

async function nextSeal(ctx: Ctx, after: number | null): Promise<Seal | null> {
  const row = await ctx.tx.maybe<{
    number: number;
    from_number: number;
    to_number: number;
    entries: number;
    from_at: string | null;
    to_at: string | null;
    rows_hash: string;
    previous: string;
    sealed_at: Date;
    hash: string;
    signature: string;
  }>(sql`
    select number, from_number, to_number, entries, rows_hash, previous, sealed_at, hash, signature,
           to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as from_at,
           to_char(to_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as to_at
      from audit.seal where (${after}::bigint is null or number > ${after}) order by number limit 1`);
  return (
    row && {
      number: row.number,
      fromNumber: row.from_number,
      toNumber: row.to_number,
      entries: row.entries,
      fromAt: row.from_at ?? '',
      toAt: row.to_at ?? '',
      rowsHash: row.rows_hash,
      previous: row.previous,
      sealedAt: row.sealed_at.toISOString(),
      hash: row.hash,
      signature: row.signature,
    }
  );
}
