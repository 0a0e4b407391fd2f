import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import type { Job } from '../jobs.ts';
import { log } from '../log.ts';
import { fileStore, monthPrefix } from './storage.ts';

const DAY_MS = 86_400_000;

/** Scanning what was stored, erasing what was removed, sweeping up bytes whose row was never committed. */
export const fileJobs: readonly Job[] = [
  {
    task: 'file.scan',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await scanFile(ctx, id);
    },
  },
  {
    task: 'file.erase',
    handle: async (ctx, { key }) => {
      if (key !== undefined && (await unused(ctx, [key])).length > 0) await fileStore().disk.delete(key);
    },
  },
  {
    task: 'file.sweep',
    cron: '40 2 * * 0',
    handle: async (ctx) => {
      await sweepFiles(ctx);
    },
  },
];

async function scanFile(ctx: Ctx, id: string): Promise<void> {
  const { disk, scanner } = fileStore();
  const row = await ctx.tx.maybe<{ storage_key: string }>(
    sql`select storage_key from kernel.file where id = ${id} and scan_state = 'pending'`,
  );
  if (!row || !scanner) return;
  const state = await scanner.scan(await disk.getBytes(row.storage_key));
  await ctx.tx.run(sql`update kernel.file set scan_state = ${state} where id = ${id}`);
  if (state === 'infected') {
    log.warn({ file: id }, 'an infected file was erased');
    await disk.delete(row.storage_key);
  }
}

/** Of the keys, those that no row names. */
async function unused(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.many<{ key: string }>(sql`
    select k as key from unnest(${keys}::text[]) k
     where not exists (select from kernel.file f where f.storage_key = k)`);
  return rows.map((row) => row.key);
}

/** Deletes bytes of this and the last month that no row names and that are older than a day. Returns how many. */
export async function sweepFiles(ctx: Ctx): Promise<number> {
  const { disk } = fileStore();
  const before = new Date(ctx.now.getTime());
  before.setUTCMonth(before.getUTCMonth(), 0);
  let swept = 0;
  for (const prefix of [monthPrefix(before), monthPrefix(ctx.now)]) {
    let paginationToken: string | undefined;
    do {
      // A month in which nothing was stored has no folder.
      const page = await disk.listAll(prefix, { recursive: true, paginationToken }).catch(() => null);
      const files = [...(page?.objects ?? [])].flatMap((object) => (object.isFile ? [object.key] : []));
      for (const key of await unused(ctx, files)) {
        const { lastModified } = await disk.getMetaData(key);
        // A request still running may be about to commit the row of a fresh one.
        if (ctx.now.getTime() - lastModified.getTime() < DAY_MS) continue;
        await disk.delete(key);
        swept += 1;
      }
      paginationToken = page?.paginationToken;
    } while (paginationToken !== undefined);
  }
  if (swept > 0) log.info({ swept }, 'files without a row were erased');
  return swept;
}
