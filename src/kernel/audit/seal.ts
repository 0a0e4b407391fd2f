import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import type { Job } from '../jobs.ts';
import { log } from '../log.ts';

/** One row of `audit.seal`. Numbers, not instants, say what a seal covers: entries in (fromNumber, toNumber]. */
export interface Seal {
  readonly number: number;
  readonly fromNumber: number;
  readonly toNumber: number;
  readonly entries: number;
  /** The first and the last instant among the entries, as text with microseconds in UTC. */
  readonly fromAt: string;
  readonly toAt: string;
  /** SHA-256 over the entries. */
  readonly rowsHash: string;
  /** The hash of the seal before this one, or `FIRST`. */
  readonly previous: string;
  readonly sealedAt: string;
  readonly hash: string;
  readonly signature: string;
}

/** What a batch of entries comes to; `seal.ts` writes it down and `verify.ts` compares. */
export interface Batch {
  readonly entries: number;
  readonly fromAt: string | null;
  readonly toAt: string | null;
  readonly rowsHash: string;
}

export const FIRST = '0'.repeat(64);
/** A seal covers at most so many numbers, so that a broken one says roughly where. */
const BATCH = 10_000;
const LOCK = 7_315_004;
const PATIENCE_MS = 20_000;

/** The key of the signatures. It comes from SECRET, which the database does not hold. */
export const sealKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'splot audit seal', 32));

export const sealSignature = (key: Buffer, hash: string): string =>
  createHmac('sha256', key).update(hash).digest('hex');

/** The hash of a seal covers everything it says, so no column can be changed alone. */
export function sealHash(s: Omit<Seal, 'hash' | 'signature'>): string {
  const canonical = JSON.stringify([
    s.number,
    s.previous,
    s.fromNumber,
    s.toNumber,
    s.entries,
    s.fromAt,
    s.toAt,
    s.sealedAt,
    s.rowsHash,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Counts and hashes the entries numbered in (from, to], in the database, so that none of them travels. */
export async function readBatch(ctx: Ctx, from: number, to: number): Promise<Batch> {
  const row = await ctx.tx.one<{
    entries: number;
    from_at: string | null;
    to_at: string | null;
    rows_hash: string;
  }>(sql`
    select count(*)::int as entries,
           to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as from_at,
           to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as to_at,
           encode(sha256(convert_to(coalesce(
             string_agg(audit.canonical(e), E'\n' order by number, id), ''), 'UTF8')), 'hex') as rows_hash
      from audit.entry e where number > ${from} and number <= ${to}`);
  return { entries: row.entries, fromAt: row.from_at, toAt: row.to_at, rowsHash: row.rows_hash };
}

/** The number up to which every entry is either committed or will never be; null when that cannot be known yet. */
async function safeNumber(ctx: Ctx): Promise<number | null> {
  const { own } = await ctx.tx.one<{ own: string | null }>(
    sql`select pg_current_xact_id_if_assigned()::text as own`,
  );
  if (own !== null) throw new Error('sealing must come first in its transaction');
  const { last } = await ctx.tx.one<{ last: number }>(
    sql`select case when is_called then last_value else 0 end as last from audit.entry_number`,
  );
  // Whoever holds a number up to `last` took a transaction id before it, hence one older than the id taken here.
  // When ours is the oldest still running, all of them have ended. See 0004_kernel_audit_seal.sql.
  await ctx.tx.run(sql`select pg_current_xact_id()`);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { ended } = await ctx.tx.one<{ ended: boolean | null }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot()) >= pg_current_xact_id() as ended`,
    );
    if (ended) return last;
    if (Date.now() > deadline) return null;
    await sleep(50);
  }
}

/**
 * Seals every entry that is certain to be final, in batches chained by their hashes; each batch is signed.
 * Must be the first thing in its transaction. Waits up to 20 seconds for requests still running and otherwise leaves
 * the work to the next time.
 * @param secret SECRET of the configuration
 * @returns how many seals it made
 */
export async function sealAudit(ctx: Ctx, secret: string): Promise<number> {
  await ctx.tx.run(sql`select pg_advisory_xact_lock(${LOCK})`);
  const last = await safeNumber(ctx);
  if (last === null) {
    log.warn('audit: a transaction has been open for too long to seal; trying again next time');
    return 0;
  }
  const head = await ctx.tx.maybe<{ number: number; to_number: number; hash: string }>(
    sql`select number, to_number, hash from audit.seal order by number desc limit 1`,
  );
  const key = sealKey(secret);
  let from = head?.to_number ?? 0;
  let previous = head?.hash ?? FIRST;
  let made = 0;
  while (from < last) {
    const to = Math.min(from + BATCH, last);
    const number = (head?.number ?? 0) + made + 1;
    previous = await writeSeal(ctx, key, { number, from, to, previous });
    from = to;
    made += 1;
  }
  // The newest hash also goes to the log of the system, where whoever owns the database cannot reach it.
  if (made > 0) log.info({ seal: (head?.number ?? 0) + made, hash: previous }, 'audit sealed');
  return made;
}

async function writeSeal(
  ctx: Ctx,
  key: Buffer,
  s: { number: number; from: number; to: number; previous: string },
): Promise<string> {
  const { entries, fromAt, toAt, rowsHash } = await readBatch(ctx, s.from, s.to);
  const sealedAt = ctx.now.toISOString();
  const seal = {
    number: s.number,
    fromNumber: s.from,
    toNumber: s.to,
    entries,
    fromAt: fromAt ?? sealedAt,
    toAt: toAt ?? sealedAt,
    rowsHash,
    previous: s.previous,
    sealedAt,
  };
  const hash = sealHash(seal);
  await ctx.tx.run(sql`
    insert into audit.seal (number, from_number, to_number, entries, from_at, to_at, rows_hash, previous, sealed_at,
      hash, signature)
    values (${seal.number}, ${seal.fromNumber}, ${seal.toNumber}, ${entries}, ${seal.fromAt}, ${seal.toAt},
      ${rowsHash}, ${s.previous}, ${sealedAt}, ${hash}, ${sealSignature(key, hash)})`);
  return hash;
}

const MONTHS_AHEAD = 3;

/** Makes the partitions of the record for the days given ('YYYY-MM-DD'); those that exist stay. Returns how many. */
export async function ensureAuditPartitions(ctx: Ctx, from: string, to: string): Promise<number> {
  const row = await ctx.tx.one<{ made: number }>(
    sql`select audit.ensure_partitions(${from}::date, ${to}::date) as made`,
  );
  return row.made;
}

/** Sealing every five minutes; partitions for the months ahead every night. */
export function auditJobs(config: { readonly SECRET: string }): Job[] {
  return [
    {
      task: 'audit.seal',
      cron: '*/5 * * * *',
      handle: async (ctx) => {
        await sealAudit(ctx, config.SECRET);
      },
    },
    {
      task: 'audit.partitions',
      cron: '15 1 * * *',
      handle: async (ctx) => {
        const ahead = new Date(ctx.now);
        ahead.setUTCMonth(ahead.getUTCMonth() + MONTHS_AHEAD, 1);
        await ensureAuditPartitions(ctx, day(ctx.now), day(ahead));
      },
    },
  ];
}

const day = (instant: Date) => instant.toISOString().slice(0, 10);
