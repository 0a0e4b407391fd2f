import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { AppError } from '#kernel/errors.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';
import { log } from '#kernel/log.ts';
import { runQueueOnce, startQueue } from '#kernel/queue.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

let t: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  t = await testDatabase();
  admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await t.drop();
});
beforeEach(() => admin.query('delete from graphile_worker._private_jobs'));

const options = (...jobs: Job[]) => ({ adminUrl: t.adminUrl, db: t.db, jobs, clock: () => TEST_NOW });
const ask = (task: string, payload = {}) => t.ctxAs(PUBLIC_ACTOR, (ctx) => enqueue(ctx, task, payload));
const waiting = async () =>
  (
    await admin.query(
      'select t.identifier as task, attempts, last_error, payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id',
    )
  ).rows;

test('a job runs in a transaction of the system actor, at the instant of the clock', async () => {
  const seen: unknown[] = [];
  const job: Job = {
    task: 'test.see',
    handle: async (ctx, payload) => {
      const row = await ctx.tx.one(sql`select current_user::text as role, kernel.instant() as at`);
      seen.push({
        ...(row as object),
        ...payload,
        kind: ctx.actor.kind,
        path: ctx.path,
        purpose: ctx.purpose,
      });
    },
  };
  await ask('test.see', { id: 'a' });
  await runQueueOnce(options(job));
  expect(seen).toEqual([
    { role: 'splot_system', at: TEST_NOW, id: 'a', kind: 'system', path: 'job:test.see', purpose: 'P5' },
  ]);
  expect(await waiting()).toEqual([]);
});

test('a job asked for in a transaction that fails does not exist', async () => {
  const undone = t.ctxAs(PUBLIC_ACTOR, async (ctx) => {
    await enqueue(ctx, 'test.undone', {});
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await waiting()).toEqual([]);
});

test('what a failed job wrote is undone, it waits for another try, and its words are kept nowhere', async () => {
  const lines = vi.spyOn(log, 'error');
  const fails: Job = {
    task: 'test.fails',
    handle: async (ctx) => {
      await ctx.tx.run(sql`insert into kernel.mail (id, to_address, subject, body, created_at)
        values (gen_random_uuid(), 'a@example.org', 's', 'b', now())`);
      await ctx.tx.run(sql`select ${'Jan Kowalski'}::uuid`);
    },
  };
  await ask('test.fails', { id: 'b' });
  await runQueueOnce(options(fails));
  expect(await waiting()).toMatchObject([{ task: 'test.fails', attempts: 1 }]);
  expect(JSON.stringify(await waiting())).not.toContain('Kowalski');
  expect((await admin.query('select from kernel.mail')).rowCount).toBe(0);
  expect(lines).toHaveBeenCalledOnce();
  expect(JSON.stringify(lines.mock.calls)).not.toContain('Kowalski');
  lines.mockRestore();
});

test('an error of the application keeps its name alone', async () => {
  await ask('test.refuses');
  const refuses: Job = {
    task: 'test.refuses',
    handle: async () => Promise.reject(new AppError('not_found')),
  };
  await runQueueOnce(options(refuses));
  expect((await waiting())[0]?.last_error).toContain('AppError not_found');
});

test('a running queue takes what is asked for, and stopping waits for the job in hand', async () => {
  let done = 0;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const slow: Job = {
    task: 'test.slow',
    cron: '0 4 * * *',
    handle: async (ctx) => {
      begin();
      await ctx.tx.run(sql`select pg_sleep(0.3)`);
      done += 1;
    },
  };
  const queue = await startQueue(options(slow));
  await ask('test.slow');
  await begun;
  await Promise.all([queue.stop(), queue.stop()]);
  expect(done).toBe(1);
  expect(await waiting()).toEqual([]);
  const known = await admin.query('select identifier from graphile_worker._private_known_crontabs');
  expect(known.rows).toEqual([{ identifier: 'test.slow' }]);
});

test('two jobs of one name, and a timetable that makes no sense, stop the start', async () => {
  const job: Job = { task: 'test.twice', handle: async () => {} };
  await expect(startQueue(options(job, job))).rejects.toThrow('two jobs are called test.twice');
  await expect(startQueue(options({ ...job, cron: 'at dawn' }))).rejects.toThrow();
  expect(SYSTEM_ACTOR.kind).toBe('system');
});
