import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import {
  asAdmin,
  type MadeInstitution,
  makeAccount,
  makeEntity,
  makeInstitution,
  makeWorker,
} from '#test/factories.ts';
import { claimJobs } from './jobs.ts';

let app: TestApp;
let dir: string;
interface Side {
  readonly institution: MadeInstitution;
  readonly actor: Actor;
  readonly head: Browser;
}
let ours: Side;
let theirs: Side;
let editor: Browser;
let plain: Browser;

async function side(nip: string): Promise<Side> {
  const institution = await makeInstitution(app.adminUrl, 'SPS');
  const actor = await makeWorker(app.adminUrl, institution, ['institution_admin']);
  await asAdmin(app.adminUrl, (run) =>
    run(
      `update organisations.legal_entity set nip = $2 where id = (select legal_entity_id from organisations.institution where id = $1)`,
      [institution.id, nip],
    ),
  );
  return { institution, actor, head: await app.as(await makeAccount(app, actor)) };
}

beforeAll(async () => {
  app = await testApp();
  dir = await mkdtemp(join(tmpdir(), 'splot-claims-'));
  setFileStore({ disk: await openStorage({ ...app.parts.config, DATA_DIR: dir }) });
  ours = await side('7340009469');
  theirs = await side('5260250995');
  const other = await makeInstitution(app.adminUrl, 'OWES');
  editor = await app.as(await makeAccount(app, await makeWorker(app.adminUrl, other, ['editor'])));
  plain = await app.as(
    await makeAccount(app, await makeWorker(app.adminUrl, ours.institution, ['unit_worker'])),
  );
}, 60_000);
afterAll(async () => {
  await app.drop();
  await rm(dir, { recursive: true });
});

const keeperOf = async (id: string) =>
  (
    await asAdmin(app.adminUrl, (run) =>
      run('select institution_id as k from directory.entity where id = $1', [id]),
    )
  )[0]?.k ?? null;
const entity = (name: string, more: { nip?: string; email?: string; parentId?: string } = {}) =>
  makeEntity(app, { name, shortName: name, ...more });
const post = (who: Browser, id: string, values: Record<string, string>) =>
  who.post(`/directory/${id}/claim`, values);
async function codeSent(to: string): Promise<string> {
  const jobs = claimJobs;
  await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: app.parts.clock });
  const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
  return /(\d{4} \d{4})/.exec(mails.find((m) => m.to === to)?.body ?? '')?.[1] ?? '';
}

describe('a record is claimed', () => {
  test('at once where a number agrees, of a unit by the number of the one that runs it; the history tells', async () => {
    const id = await entity('Nasza', { nip: '7340009469' });
    const unit = await entity('Nasz KIS', { parentId: id });
    for (const each of [id, unit]) {
      expect((await ours.head.get(`/directory/${each}/claim`)).text).toContain('NIP się zgadza');
      expect((await theirs.head.get(`/directory/${each}/claim`)).text).not.toContain('NIP się zgadza');
      expect((await post(theirs.head, each, { way: 'numbers' })).status).toBe(422);
      const answers = await Promise.all([
        post(ours.head, each, { way: 'numbers' }),
        post(ours.head, each, { way: 'numbers' }),
      ]);
      expect(answers.map((a) => a.status).sort()).toEqual([303, 422]);
      expect(await keeperOf(each)).toBe(ours.institution.id);
    }
    expect((await app.visitor.get(`/directory/${id}/history`)).text).toContain(ours.institution.name);
    expect((await ours.head.get(`/directory/${id}/edit`)).status).toBe(200);
  });

  test('by a code from the letter to the address of the record; five tries', async () => {
    const id = await entity('Z kodem', { email: 'kod@example.org' });
    expect((await post(ours.head, id, { way: 'code' })).status).toBe(303);
    const code = await codeSent('kod@example.org');
    expect(code).toMatch(/^\d{4} \d{4}$/);
    const shown = await ours.head.get(`/directory/${id}/claim`);
    expect(shown.text).toContain('Kod jest w drodze');
    expect(shown.text).not.toContain(code);
    const check = (who: Browser, typed: string) => who.post(`/directory/${id}/claim/code`, { code: typed });
    expect((await check(ours.head, 'abc')).status).toBe(422);
    // The code is bound to the institution that asked.
    expect((await check(theirs.head, code)).location).toContain('code=void');
    expect((await check(ours.head, '00000000')).location).toContain('code=wrong');
    // A second letter within the hour is not sent.
    await post(ours.head, id, { way: 'code' });
    expect(await codeSent('kod@example.org')).toBe(code);
    expect((await check(ours.head, code.replace(' ', '-'))).location).toBe(`/directory/${id}/claim`);
    expect(await keeperOf(id)).toBe(ours.institution.id);

    const locked = await entity('Zgadywany', { email: 'zgaduj@example.org' });
    await post(theirs.head, locked, { way: 'code' });
    const right = await codeSent('zgaduj@example.org');
    const tries: (string | null)[] = [];
    for (let n = 0; n < 5; n++)
      tries.push(
        (await theirs.head.post(`/directory/${locked}/claim/code`, { code: `0000000${n}` })).location,
      );
    expect(tries.at(-1)).toContain('code=void');
    expect((await theirs.head.post(`/directory/${locked}/claim/code`, { code: right })).location).toContain(
      'code=void',
    );
    expect(await keeperOf(locked)).toBeNull();
  });

  test('by a paper that an editor reads; a competing claim does not take a record that is kept', async () => {
    const id = await entity('Sporna', { nip: '5260250995' });
    await post(theirs.head, id, { way: 'numbers' });
    expect((await post(ours.head, id, { way: 'code' })).status).toBe(422);
    expect((await post(ours.head, id, { way: 'document' })).status).toBe(422);
    const paper = async () => {
      const body = new FormData();
      body.append('way', 'document');
      body.append('note', 'Przejęliśmy spółdzielnię.');
      body.append('file', new File(['%PDF-1.7\n%%EOF'], 'umowa.pdf', { type: 'application/pdf' }));
      const cookie = await app.auth.sessionCookie(ours.actor.accountId);
      return app.fetch(
        new Request(`http://splot.test/directory/${id}/claim`, {
          method: 'POST',
          body,
          headers: { cookie, origin: 'http://splot.test' },
          redirect: 'manual',
        }),
      );
    };
    expect((await paper()).status).toBe(303);
    expect((await paper()).status).toBe(303);
    expect(await keeperOf(id)).toBe(theirs.institution.id);
    const [matter, ...more] = await asAdmin(app.adminUrl, (run) =>
      run(`select id, file_id from directory.matter where entity_id = $1 and state = 'open'`, [id]),
    );
    expect(more).toEqual([]);
    const path = `/directory/moderation/${matter?.id}`;
    const file = await editor.get(`${path}/paper`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain('umowa.pdf');
    for (const who of [ours.head, theirs.head, plain, app.visitor])
      expect([401, 404, 303]).toContain((await who.get(`${path}/paper`)).status);
    const read = sql`select id from kernel.file where id = ${String(matter?.file_id)}`;
    expect(await app.ctxAs(theirs.actor, (ctx) => ctx.tx.many<{ id: string }>(read))).toEqual([]);

    expect((await editor.post(`${path}/accept`, { note: '' })).status).toBe(303);
    expect(await keeperOf(id)).toBe(ours.institution.id);
  });

  test('given up by its keeper, taken away by an editor with a reason, by nobody else', async () => {
    const id = await entity('Oddana', { email: 'oddana@example.org' });
    await asAdmin(app.adminUrl, (run) =>
      run(`update directory.entity set institution_id = $2 where id = $1`, [id, ours.institution.id]),
    );
    await asAdmin(app.adminUrl, (run) =>
      run(`update organisations.institution set email = 'ours@example.org' where id = $1`, [
        ours.institution.id,
      ]),
    );
    expect((await theirs.head.post(`/directory/${id}/claim/leave`)).status).toBe(404);
    expect((await theirs.head.post(`/directory/${id}/claim/take`, { reason: 'bo tak chcemy' })).status).toBe(
      404,
    );
    expect((await editor.post(`/directory/${id}/claim/take`, { reason: '' })).status).toBe(422);
    const reason = 'Spółdzielnię prowadzi ktoś inny.';
    expect((await editor.post(`/directory/${id}/claim/take`, { reason })).status).toBe(303);
    expect(await keeperOf(id)).toBeNull();
    const mails = await app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
    expect(mails.find((m) => m.to === 'ours@example.org')?.body).toContain(reason);

    await asAdmin(app.adminUrl, (run) =>
      run(`update directory.entity set institution_id = $2 where id = $1`, [id, ours.institution.id]),
    );
    expect((await plain.post(`/directory/${id}/claim/leave`)).status).toBe(404);
    expect((await ours.head.post(`/directory/${id}/claim/leave`)).status).toBe(303);
    expect(await keeperOf(id)).toBeNull();
  });
});

describe('past the pages', () => {
  test('a plain worker claims nothing, and nobody writes a keeper or a code by hand', async () => {
    const id = await entity('Ręczna', { nip: '1132191233', email: 'reczna@example.org' });
    expect((await plain.get(`/directory/${id}/claim`)).text).toContain('osoba zarządzająca instytucją');
    expect((await post(plain, id, { way: 'code' })).status).toBe(404);
    const worker = await makeWorker(app.adminUrl, ours.institution, ['unit_worker']);
    const claim = sql`select directory.claim(${newId()}::uuid, ${id}::uuid, 'code', '', null, 'pl') as outcome`;
    expect(await app.ctxAs(worker, (ctx) => ctx.tx.one<{ outcome: string }>(claim))).toEqual({
      outcome: 'refused',
    });
    const denied = [
      sql`select from directory.claim_code`,
      sql`insert into directory.claim_code (matter_id, hash, expires_at) values (${newId()}, 'x', kernel.instant())`,
      sql`select directory.hand_over(${id}::uuid, ${ours.institution.id}::uuid)`,
      sql`insert into directory.matter (id, entity_id, kind, cause, by_kind, institution_id, opened_at)
        values (${newId()}, ${id}, 'claim', 'document', 'entity', ${ours.institution.id}, kernel.instant())`,
    ];
    for (const query of denied)
      await expect(app.ctxAs(ours.actor, (ctx) => ctx.tx.run(query))).rejects.toThrow(
        /permission denied|row-level security/,
      );
    const take = sql`update directory.entity set institution_id = kernel.institution() where id = ${id}`;
    expect(await app.ctxAs(ours.actor, (ctx) => ctx.tx.run(take))).toBe(0);
    // A paper of somebody else proves nothing.
    const foreign = sql`select directory.claim(${newId()}::uuid, ${id}::uuid, 'document', '', ${newId()}::uuid, 'pl') as outcome`;
    expect(await app.ctxAs(ours.actor, (ctx) => ctx.tx.one<{ outcome: string }>(foreign))).toEqual({
      outcome: 'refused',
    });
  });
});
