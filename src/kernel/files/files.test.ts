import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import {
  fileResponse,
  listFiles,
  openFile,
  removeFile,
  shareFile,
  storeFile,
  unshareFile,
} from '#kernel/files/files.ts';
import { fileJobs, sweepFiles } from '#kernel/files/jobs.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { fileStore, openStorage, type Scanner, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF');
const workerOf = (institutionId = newId()): Actor => ({
  ...PUBLIC_ACTOR,
  kind: 'worker',
  accountId: newId(),
  subjectId: newId(),
  institutionId,
});
const participant = (): Actor => ({
  ...PUBLIC_ACTOR,
  kind: 'participant',
  accountId: newId(),
  subjectId: newId(),
});

let t: TestDatabase;
let dir: string;
const settings = { STORAGE: 'disk', S3_REGION: 'auto' } as const;
beforeAll(async () => {
  t = await testDatabase();
  dir = await mkdtemp(join(tmpdir(), 'splot-files-'));
  setFileStore({ disk: await openStorage({ ...settings, DATA_DIR: dir }) });
});
afterAll(async () => {
  await t.drop();
  await rm(dir, { recursive: true, force: true });
});

const store = (actor: Actor, name = 'umowa.pdf', bytes: Uint8Array = pdf, owner?: string) =>
  t.ctxAs(actor, (ctx) => storeFile(ctx, { name, bytes, allowed: FILE_KINDS, owner }));
const open = (actor: Actor, id: string, now = TEST_NOW) =>
  t.ctxAs(actor, (ctx) => openFile(ctx, id), { now });
const onDisk = async () =>
  (await readdir(join(dir, 'files'), { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
const work = () => runQueueOnce({ adminUrl: t.adminUrl, db: t.db, jobs: fileJobs, clock: () => TEST_NOW });

test('a file comes back as it went in, under a key that says nothing', async () => {
  const anna = workerOf();
  const id = await store(anna, 'Zażółć gęślą.PDF');
  const file = await open(anna, id);
  expect(Buffer.from(file.bytes).equals(pdf)).toBe(true);
  expect(file).toMatchObject({
    name: 'Zażółć gęślą.PDF',
    kind: 'pdf',
    size: pdf.length,
    scanState: 'unscanned',
  });
  const [stored] = await onDisk();
  expect(stored?.name).toMatch(/^[0-9a-f]{48}$/);
});

test('the answer makes a browser save the file and never run it', async () => {
  const anna = workerOf();
  const response = fileResponse(await open(anna, await store(anna, 'Zażółć "ę\'.pdf')));
  const header = (name: string) => response.headers.get(name);
  expect(header('content-type')).toBe('application/pdf');
  expect(header('content-disposition')).toBe(
    `attachment; filename="Zazo_c _e_.pdf"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20_%C4%99%27.pdf`,
  );
  expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
});

describe('who may read', () => {
  test('the institution that owns it, and nobody else', async () => {
    const anna = workerOf();
    const id = await store(anna);
    expect((await open(workerOf(anna.institutionId), id)).id).toBe(id);
    await expect(open(workerOf(), id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(open(participant(), id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await t.ctxAs(workerOf(), (ctx) => listFiles(ctx, [id]))).toEqual([]);
    // The public may look for published pictures, and this is none.
    await expect(open(PUBLIC_ACTOR, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(open(SYSTEM_ACTOR, id)).rejects.toThrow('permission denied');
  });

  test('another institution and a person, while the access lasts', async () => {
    const anna = workerOf();
    const other = workerOf();
    const person = participant();
    const id = await store(anna);
    const until = new Date(TEST_NOW.getTime() + 1000);
    await t.ctxAs(anna, async (ctx) => {
      await shareFile(ctx, id, { institutionId: other.institutionId, until });
      await shareFile(ctx, id, { personId: person.subjectId });
      await shareFile(ctx, id, { personId: person.subjectId });
    });
    expect((await open(other, id)).id).toBe(id);
    await expect(open(other, id, until)).rejects.toMatchObject({ code: 'not_found' });
    expect((await open(person, id)).id).toBe(id);
    await t.ctxAs(anna, (ctx) => unshareFile(ctx, id, { personId: person.subjectId }));
    await expect(open(person, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('who was given access cannot pass it on, remove the file, or give themselves more time', async () => {
    const anna = workerOf();
    const other = workerOf();
    const id = await store(anna);
    const share = (actor: Actor) => t.ctxAs(actor, (ctx) => shareFile(ctx, id, { institutionId: newId() }));
    await t.ctxAs(anna, (ctx) => shareFile(ctx, id, { institutionId: other.institutionId }));
    await expect(share(other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(t.ctxAs(other, (ctx) => removeFile(ctx, id))).rejects.toMatchObject({ code: 'not_found' });
    const forged = t.ctxAs(other, (ctx) =>
      ctx.tx.run(sql`insert into kernel.file_access (id, file_id, granted_by, institution_id, created_at)
        values (${newId()}, ${id}, ${other.institutionId}, ${newId()}, now())`),
    );
    await expect(forged).rejects.toThrow('foreign key');
    const longer = await t.ctxAs(other, (ctx) =>
      ctx.tx.run(sql`update kernel.file_access set valid_to = null`),
    );
    expect(longer).toBe(0);
  });

  test('a person who sends a file in to an institution, and that institution', async () => {
    const person = participant();
    const anna = workerOf();
    const id = await store(person, 'a.pdf', pdf, anna.institutionId);
    expect((await open(person, id)).id).toBe(id);
    expect((await open(anna, id)).id).toBe(id);
    await expect(open(participant(), id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(store(person)).rejects.toThrow('check constraint');
  });

  test('nobody stores in the name of another institution', async () => {
    await expect(store(workerOf(), 'a.pdf', pdf, newId())).rejects.toThrow('row-level security');
  });
});

describe('scanning', () => {
  const withScanner = async (scanner: Scanner, run: () => Promise<void>) => {
    const { disk } = fileStore();
    setFileStore({ disk, scanner });
    await run();
    setFileStore({ disk });
  };

  test('a file waits until it is found clean', () =>
    withScanner({ scan: async () => 'clean' }, async () => {
      const anna = workerOf();
      const id = await store(anna);
      await expect(open(anna, id)).rejects.toMatchObject({ code: 'unavailable' });
      await work();
      expect(await open(anna, id)).toMatchObject({ scanState: 'clean' });
    }));

  test('an infected file is gone, its row says why', () =>
    withScanner({ scan: async () => 'infected' }, async () => {
      const anna = workerOf();
      const before = (await onDisk()).length;
      const id = await store(anna);
      await work();
      await expect(open(anna, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(await t.ctxAs(anna, (ctx) => listFiles(ctx, [id]))).toMatchObject([{ scanState: 'infected' }]);
      expect(await onDisk()).toHaveLength(before);
    }));
});

describe('bytes follow rows', () => {
  test('removing erases them after the commit', async () => {
    const anna = workerOf();
    const before = (await onDisk()).length;
    const id = await store(anna);
    await t.ctxAs(anna, (ctx) => removeFile(ctx, id));
    expect(await onDisk()).toHaveLength(before + 1);
    await work();
    expect(await onDisk()).toHaveLength(before);
    await expect(open(anna, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('those of a request that failed are swept after a day, the others stay', async () => {
    const anna = workerOf();
    const kept = await store(anna);
    const failed = t.ctxAs(anna, async (ctx) => {
      await storeFile(ctx, { name: 'a.pdf', bytes: pdf, allowed: ['pdf'] });
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    const files = await onDisk();
    for (const file of files) await utimes(join(file.parentPath, file.name), TEST_NOW, TEST_NOW);
    const sweep = (now: Date) => t.ctxAs(SYSTEM_ACTOR, (ctx) => sweepFiles(ctx), { now });
    expect(await sweep(new Date(TEST_NOW.getTime() + 3_600_000))).toBe(0);
    expect(await sweep(new Date(TEST_NOW.getTime() + 25 * 3_600_000))).toBe(1);
    expect(await onDisk()).toHaveLength(files.length - 1);
    expect((await open(anna, kept)).id).toBe(kept);
  });

  test('bytes changed in storage are not handed out', async () => {
    const anna = workerOf();
    const id = await store(anna);
    const row = await t.ctxAs(anna, (ctx) =>
      ctx.tx.one<{ storage_key: string }>(sql`select storage_key from kernel.file where id = ${id}`),
    );
    await writeFile(join(dir, 'files', row.storage_key), 'other');
    await expect(open(anna, id)).rejects.toThrow('not those that were stored');
  });
});

test('S3 without its client says what to install', async () => {
  expect(dirname(dir)).toBe(tmpdir());
  await expect(openStorage({ ...settings, STORAGE: 's3', DATA_DIR: dir })).rejects.toThrow(
    'npm install @aws-sdk',
  );
});
