import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { record } from '#kernel/audit/record.ts';
import { ensureAuditPartitions, sealAudit, sealHash, sealSignature } from '#kernel/audit/seal.ts';
import { type VerifyOptions, verifyAudit } from '#kernel/audit/verify.ts';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

const SECRET = 'a secret of at least thirty-two letters';
const worker: Actor = { ...PUBLIC_ACTOR, kind: 'worker', accountId: newId(), institutionId: newId() };

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
beforeEach(async () => {
  await admin.query(
    'delete from audit.entry; delete from audit.seal; select setval($$audit.entry_number$$, 1, false)',
  );
});

const view = (action = 'view', at = TEST_NOW) =>
  t.ctxAs(worker, (ctx) => record(ctx, { action, objectType: 'thing', objectId: newId() }), { now: at });
const seal = () => t.ctxAs(SYSTEM_ACTOR, (ctx) => sealAudit(ctx, SECRET));
const verify = (options: VerifyOptions = { secrets: [SECRET] }) =>
  t.ctxAs(SYSTEM_ACTOR, (ctx) => verifyAudit(ctx, options));
const broken = async (options?: VerifyOptions) => {
  const { ok, broken: wrong } = await verify(options);
  return ok ? 'whole' : wrong && `${wrong.seal} ${wrong.fault}`;
};

async function twoSeals(): Promise<void> {
  await view('one');
  await view('two', new Date('2019-05-05T10:00:00Z'));
  await seal();
  await view('three');
  await seal();
}

describe('sealing', () => {
  test('covers every entry once, whatever its time, and leaves nothing to do', async () => {
    await twoSeals();
    expect(await seal()).toBe(0);
    expect(await verify()).toMatchObject({ ok: true, seals: 2, entries: 3, unsealed: 0, head: { seal: 2 } });
    await view();
    expect(await verify()).toMatchObject({ ok: true, seals: 2, entries: 3, unsealed: 1 });
  });

  test('an entry committed late is not skipped', async () => {
    let sealing: Promise<number> | undefined;
    await t.ctxAs(worker, async (ctx) => {
      await record(ctx, { action: 'slow', objectType: 'thing' });
      await view('quick');
      sealing = seal();
      await ctx.tx.run(sql`select pg_sleep(0.3)`);
    });
    expect(await sealing).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, entries: 2, unsealed: 0 });
  });

  test('while others keep writing, seals go on and skip nobody', async () => {
    let writing = true;
    let written = 0;
    const writers = Array.from({ length: 4 }, async () => {
      while (writing) {
        await view();
        written += 1;
      }
    });
    for (let n = 0; n < 20; n++) await seal();
    writing = false;
    await Promise.all(writers);
    await seal();
    expect(await verify()).toMatchObject({ ok: true, entries: written, unsealed: 0 });
    expect((await verify()).seals).toBeGreaterThan(5);
  });

  test('an entry rolled back leaves a gap that is no fault', async () => {
    await view();
    await expect(
      t.ctxAs(worker, async (ctx) => {
        await record(ctx, { action: 'undone', objectType: 'thing' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await view();
    await seal();
    expect(await verify()).toMatchObject({ ok: true, entries: 2 });
  });

  test('two at once make one chain', async () => {
    await view();
    expect((await Promise.all([seal(), seal(), seal()])).sort()).toEqual([0, 0, 1]);
    expect(await broken()).toBe('whole');
  });

  test('must come first in its transaction', async () => {
    await expect(
      t.ctxAs(SYSTEM_ACTOR, async (ctx) => {
        await record(ctx, { action: 'x', objectType: 'thing' });
        await sealAudit(ctx, SECRET);
      }),
    ).rejects.toThrow('first in its transaction');
  });

  test('nobody of the application chooses the number of an entry, changes or removes one', async () => {
    const as = (statement: ReturnType<typeof sql>) => t.ctxAs(worker, (ctx) => ctx.tx.run(statement));
    await expect(as(sql`insert into audit.entry (number) values (1)`)).rejects.toThrow('permission denied');
    await expect(as(sql`update audit.entry set action = 'x'`)).rejects.toThrow('permission denied');
    await expect(as(sql`delete from audit.entry`)).rejects.toThrow('permission denied');
  });
});

describe('tampering is found', () => {
  beforeEach(twoSeals);

  const cases: [string, string, string][] = [
    ['an entry changed', `update audit.entry set purpose = 'P8' where action = 'two'`, '1 changed'],
    ['a detail changed', `update audit.entry set detail = '{"a":1}' where action = 'three'`, '2 changed'],
    [
      'a microsecond changed',
      `update audit.entry set at = at + interval '1 us' where action = 'one'`,
      '1 changed',
    ],
    ['an entry removed', `delete from audit.entry where action = 'three'`, '2 missing'],
    [
      'an entry swapped for another',
      `update audit.entry set number = 4 - number where number in (1, 3)`,
      '1 changed',
    ],
    [
      'an entry slipped in',
      `insert into audit.entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from audit.entry e where action = 'three'`,
      '2 added',
    ],
    [
      'an entry slipped in before the first',
      `insert into audit.entry select (jsonb_populate_record(e, '{"number": -1, "id": "00000000-0000-7000-8000-000000000001"}')).* from audit.entry e where action = 'three'`,
      '1 added',
    ],
    [
      'a seal changed',
      `update audit.seal set sealed_at = sealed_at - interval '1 day' where number = 1`,
      '1 edited',
    ],
    ['a seal removed from the middle', `delete from audit.seal where number = 1`, '2 chain'],
    ['a range narrowed', `update audit.seal set from_number = 1 where number = 2`, '2 chain'],
  ];
  test.each(cases)('%s', async (_, statement, fault) => {
    expect(await broken()).toBe('whole');
    await admin.query(statement);
    expect(await broken()).toBe(fault);
    expect(await broken({})).toBe(fault);
  });

  test('a seal appended by whoever has the database but not SECRET', async () => {
    await view('unwanted');
    const { rows } = await admin.query('select * from audit.seal order by number desc limit 1');
    const forged = {
      number: 3,
      fromNumber: rows[0].to_number,
      toNumber: rows[0].to_number + 1,
      entries: 0,
      fromAt: '2026-03-04T09:00:00.000000Z',
      toAt: '2026-03-04T09:00:00.000000Z',
      previous: rows[0].hash,
      rowsHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      sealedAt: TEST_NOW.toISOString(),
    };
    const hash = sealHash(forged);
    await admin.query(`delete from audit.entry where action = 'unwanted'`);
    await admin.query(
      `insert into audit.seal (number, from_number, to_number, entries, from_at, to_at, rows_hash, previous, sealed_at, hash, signature)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        3,
        forged.fromNumber,
        forged.toNumber,
        0,
        forged.fromAt,
        forged.toAt,
        forged.rowsHash,
        forged.previous,
        forged.sealedAt,
        hash,
        sealSignature(Buffer.from('a guess'), hash),
      ],
    );
    expect(await broken()).toBe('3 forged');
    // Without the secret the chain alone looks whole: that is what the signature is for.
    expect(await broken({})).toBe('whole');
  });

  test('the whole chain written anew, or cut off at the end', async () => {
    const { head } = await verify();
    await admin.query(
      `delete from audit.seal where number = 2; delete from audit.entry where action = 'three'`,
    );
    expect(await broken()).toBe('whole');
    expect(await broken({ secrets: [SECRET], anchor: head ?? undefined })).toBe('1 anchor');
    await admin.query('delete from audit.seal');
    expect(await verify({ anchor: head ?? undefined })).toMatchObject({ ok: false });
  });

  test('seals made under an earlier SECRET still hold when it is given too', async () => {
    expect(await broken({ secrets: ['a new secret of at least thirty-two letters'] })).toBe('1 forged');
    expect(await broken({ secrets: ['a new secret of at least thirty-two letters', SECRET] })).toBe('whole');
  });
});

test('partitions are made once, take over their entries, and are under row-level security by force', async () => {
  await view('may', new Date('2031-05-31T23:59:59.999Z'));
  await view('june', new Date('2031-06-01T00:00:00Z'));
  await seal();
  const make = () => t.ctxAs(SYSTEM_ACTOR, (ctx) => ensureAuditPartitions(ctx, '2031-05-20', '2031-07-01'));
  expect(await make()).toBe(3);
  expect(await make()).toBe(0);
  const where = await admin.query(`select tableoid::regclass::text as name from audit.entry order by at`);
  expect(where.rows.map((r) => r.name)).toEqual(['audit.entry_2031_05', 'audit.entry_2031_06']);
  const open = await admin.query(`select relname from pg_class
    where relnamespace = 'audit'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
  expect(open.rows).toEqual([]);
  expect(await broken()).toBe('whole');
  await view('july', new Date('2031-07-15T00:00:00Z'));
  await seal();
  expect(await verify()).toMatchObject({ ok: true, entries: 3 });
});
