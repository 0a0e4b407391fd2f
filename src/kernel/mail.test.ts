import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type Deliver, listMail, mailJobs, sendMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
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
beforeEach(() => admin.query('delete from kernel.mail; delete from graphile_worker._private_jobs'));

const message = {
  to: 'anna@example.org',
  subject: 'Czeka sprawa',
  body: 'Zażółć gęślą jaźń.\nhttps://splot.example/a',
};
const write = (changed: Partial<typeof message> = {}) =>
  t.ctxAs(PUBLIC_ACTOR, (ctx) => sendMail(ctx, { ...message, ...changed }));
const work = (config: { SMTP_URL?: string }, via?: Deliver) =>
  runQueueOnce({
    adminUrl: t.adminUrl,
    db: t.db,
    clock: () => TEST_NOW,
    jobs: mailJobs({ MAIL_FROM: 'Splot <splot@example.org>', ...config }, via),
  });
const stored = () => t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));

/** A mail server that says yes, or the given line, to every recipient and keeps what it was told. */
async function mailServer(refusal?: string): Promise<{ url: string; heard: string[]; server: Server }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        heard.push(line);
        if (data) {
          if (line === '.') {
            data = false;
            socket.write('250 kept\r\n');
          }
        } else if (line.startsWith('RCPT') && refusal) socket.write(`${refusal}\r\n`);
        else if (line === 'DATA') {
          data = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, server };
}

describe('delivery', () => {
  test('a message leaves once, whole, with an id of its own', async () => {
    const { url, heard, server } = await mailServer();
    await write();
    await work({ SMTP_URL: url });
    await work({ SMTP_URL: url });
    server.close();
    const [mail] = await stored();
    expect(mail).toMatchObject({ to: 'anna@example.org', sentAt: TEST_NOW, attempts: 1, problem: null });
    expect(heard.filter((line) => line === 'DATA')).toHaveLength(1);
    expect(heard).toContain('RCPT TO:<anna@example.org>');
    expect(heard).toContain(`Message-ID: <${mail?.id}@splot>`);
    expect(heard).toContain('Subject: Czeka sprawa');
  });

  test('a refused message waits for the next try, with the number of the refusal and no address', async () => {
    const { url, server } = await mailServer('550 anna@example.org is unknown here');
    await write();
    await work({ SMTP_URL: url });
    server.close();
    expect(await stored()).toMatchObject([{ sentAt: null, attempts: 1, problem: '550' }]);
    const { rows } = await admin.query(
      'select run_at > now() as later, payload from graphile_worker._private_jobs',
    );
    expect(rows).toEqual([{ later: true, payload: { id: expect.any(String) } }]);
  });

  test('after twelve tries nobody tries any more', async () => {
    const never: Deliver = () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    await write();
    for (let n = 0; n < 13; n++) {
      await work({}, never);
      await admin.query('update graphile_worker._private_jobs set run_at = now()');
    }
    expect(await stored()).toMatchObject([{ sentAt: null, attempts: 12, problem: 'ECONNREFUSED' }]);
    expect((await admin.query('select from graphile_worker.jobs')).rowCount).toBe(0);
  });

  test('without a mail server messages stay readable', async () => {
    await write();
    await work({});
    expect(await stored()).toMatchObject([{ ...message, sentAt: null, attempts: 0 }]);
  });
});

describe('what may not be written', () => {
  test.each([
    ['an identifier in the subject', { subject: 'Sprawa 44051401359' }],
    ['an identifier in the body', { body: 'PESEL:44051401359.' }],
    ['a second header in the subject', { subject: 'x\r\nBcc: b@example.org' }],
    ['no subject', { subject: '' }],
    ['two addresses', { to: 'a@example.org, b@example.org' }],
    ['a second header in the address', { to: 'a@example.org\r\nBcc: b@example.org' }],
  ])('%s', async (_, changed) => {
    await expect(write(changed)).rejects.toThrow('mail:');
    expect(await stored()).toEqual([]);
  });

  test('an id in a link is no identifier, even one of figures', async () => {
    await write({ body: `https://splot.example/01890000-0000-7000-8000-012345678901 ${newId()}` });
    expect(await stored()).toHaveLength(1);
  });

  test('nobody but the system reads mail', async () => {
    await write();
    await expect(t.ctxAs(PUBLIC_ACTOR, (ctx) => listMail(ctx))).rejects.toThrow('permission denied');
  });
});
