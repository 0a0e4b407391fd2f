import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { readTable } from '#kernel/tabular/read.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { makeDocument } from '#test/documents.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { consultationJobs } from './jobs.ts';
import { paragraphsOf } from './service.ts';

let app: TestApp;
let editor: Browser;
let ops: Browser;
let pup: Browser;
let editorActor: Actor;
let opsActor: Actor;
let opsAccount: string;
let editorAccount: string;
let book: string;
let chapter: string;
const XSS = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const BODY = `## Zasada\n\nPierwszy akapit o terminach.\n\nDrugi akapit ${XSS}.\n\nTaki sam.\n\nTaki sam.`;

beforeAll(async () => {
  app = await testApp();
  const office = await makeInstitution(app.adminUrl, 'OPS');
  const owes = await makeInstitution(app.adminUrl, 'OWES');
  editorActor = await makeWorker(app.adminUrl, owes, ['editor']);
  opsActor = await makeWorker(app.adminUrl, office, ['social_worker']);
  editorAccount = await makeAccount(app, editorActor);
  editor = await app.as(editorAccount);
  opsAccount = await makeAccount(app, opsActor);
  ops = await app.as(opsAccount);
  const labour = await makeInstitution(app.adminUrl, 'PUP');
  pup = await app.as(await makeAccount(app, await makeWorker(app.adminUrl, labour, ['head'])));
  ({ id: book } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'standard',
    title: 'Standard',
    body: 'Wstęp do standardu.',
    facts: { type: 'standard' },
  }));
  ({ id: chapter } = await makeDocument(app.adminUrl, {
    kind: 'chapter',
    parentId: book,
    slug: 'terminy',
    title: 'Terminy',
    body: BODY,
  }));
}, 60_000);
afterAll(() => app.drop());

const jobsDone = async (task: string, id: string) => {
  const job = consultationJobs('https://splot.example').find((each) => each.task === task);
  await app.ctxAs(SYSTEM_ACTOR, async (ctx) => void (await job?.handle(ctx, { id })), {
    now: app.parts.clock(),
  });
};
const round = (more: Record<string, string> = {}) => ({
  document: book,
  lang: 'pl',
  source: 'shown',
  invitation: 'Prosimy o uwagi.',
  guests: 'wait',
  opensOn: '04.03.2026',
  opensAt: '08:00',
  closesOn: '31.03.2026',
  closesAt: '',
  ...more,
});
async function opened(more: Record<string, string> = {}): Promise<string> {
  const answer = await editor.post('/library/edit/consultations/new', round(more));
  expect([answer.status, answer.text.slice(0, 0)]).toEqual([303, '']);
  return answer.location?.split('/').at(-1) ?? '';
}
const first = paragraphsOf(BODY)[1]?.key ?? '';
const remark = (more: Record<string, string> = {}) => ({
  block: first,
  kind: 'objection',
  body: 'Siedem dni to za mało.',
  name: '',
  email: '',
  _shown: '0',
  ...more,
});
const guest = (more: Record<string, string> = {}) =>
  remark({ name: 'Halina z Limanowej', email: 'halina@example.org', ...more });
const lastMail = () =>
  app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.one<{ to: string; body: string; subject: string }>(
      sql`select to_address as to, body, subject from kernel.mail order by created_at desc, id desc limit 1`,
    ),
  );
const remarkIds = (roundId: string, state: string) =>
  app.ctxAs(SYSTEM_ACTOR, (ctx) =>
    ctx.tx.many<{ id: string }>(
      sql`select id from library.remark where consultation_id = ${roundId} and state = ${state} order by id`,
    ),
  );

describe('paragraphs', () => {
  test('are named by their words, wherever they stand, and no two the same', () => {
    const before = paragraphsOf(BODY);
    const after = paragraphsOf(`Nowy początek.\n\n${BODY}`);
    expect(after.map(({ key }) => key)).toEqual(expect.arrayContaining(before.map(({ key }) => key)));
    expect(new Set(before.map(({ key }) => key)).size).toBe(before.length);
    expect(before.at(-1)?.key).toBe(`${before.at(-2)?.key}-2`);
    expect(paragraphsOf('---\n\n::quote{document="x"}\n')).toEqual([]);
  });
});

describe('a round', () => {
  let id = '';
  test('is opened on a publication with its chapters and read by everybody, as it was that day', async () => {
    id = await opened();
    const page = await app.visitor.get(`/consultations/${id}`);
    expect(page.text).toContain('Prosimy o uwagi.');
    expect(page.text).toMatch(/31\.03\.2026[^<]*23:59/);
    expect(page.text).toContain(`/consultations/${id}/2`);
    const part = await app.visitor.get(`/consultations/${id}/2`);
    expect(part.text).toContain(`id="${first}"`);
    expect(part.text).not.toContain('<script>alert');
    expect(part.text).not.toContain('<img src=x');
    expect((await app.visitor.get('/library/standard/terminy')).text).toContain('Trwają konsultacje');
    expect((await app.visitor.get('/library/standard')).text).toContain(`/consultations/${id}`);
    expect((await app.visitor.get('/consultations?lang=en')).text).toContain('Consultations');
  });

  test('an institution speaks under its name at once; sent twice it is said once', async () => {
    const path = `/consultations/${id}/2/remark`;
    expect((await ops.get(`${path}?block=${first}`)).text).toContain('Uwaga będzie podpisana nazwą');
    const sent = await ops.post(path, remark());
    expect(sent.location).toBe(`/consultations/${id}/2#${first}`);
    expect((await ops.post(path, remark({ body: ' Siedem   dni to za mało. ' }))).status).toBe(303);
    expect((await pup.post(path, remark())).status).toBe(303);
    const { text } = await app.visitor.get(`/consultations/${id}/2`);
    expect([...text.matchAll(/Siedem dni to za mało/g)].length).toBe(2);
    expect(text).toContain(opsActor.institutionName);
    expect(text).not.toContain(opsActor.name);
  });

  test('a person without an account confirms the address, then waits for the editors', async () => {
    const path = `/consultations/${id}/2/remark`;
    const sent = await app.visitor.post(path, guest({ kind: 'wording', body: XSS }));
    expect(sent.location).toBe(`/consultations/${id}/sent`);
    expect((await app.visitor.get(`/consultations/${id}/sent`)).text).toContain('Sprawdź pocztę');
    // The same once more is the same wish.
    await app.visitor.post(path, guest({ kind: 'wording', body: XSS }));
    const [made, ...more] = await remarkIds(id, 'unconfirmed');
    expect(more).toEqual([]);
    await jobsDone('library.remark_confirm', made?.id ?? '');
    const mail = await lastMail();
    expect(mail.to).toBe('halina@example.org');
    const link = /\/consultations\/confirm\/[\w-]{43}/.exec(mail.body)?.[0] ?? '';
    expect((await app.visitor.get(link)).text).toContain('Potwierdzam uwagę');
    expect((await remarkIds(id, 'unconfirmed')).length).toBe(1);
    await app.visitor.post(link);
    await app.visitor.post(link);
    expect((await app.visitor.get(link)).text).toContain('Uwaga potwierdzona');
    expect((await app.visitor.get(`/consultations/${id}/2`)).text).not.toContain('Halina');
    const desk = `/library/edit/consultations/remarks/${made?.id}`;
    expect((await editor.get(`/library/edit/consultations/${id}`)).text).toContain('Halina z Limanowej');
    expect((await editor.get(desk)).text).not.toContain('halina@example.org');
    expect((await editor.post(`${desk}/answer`, { outcome: 'noted', answer: '' })).status).toBe(409);
    expect((await editor.post(`${desk}/show`)).status).toBe(303);
    const { text } = await app.visitor.get(`/consultations/${id}/2`);
    expect(text).toContain('Halina z Limanowej');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>alert');
    expect((await app.visitor.get(`/consultations/confirm/${'a'.repeat(43)}`)).status).toBe(404);
  });

  test('every remark is answered, with a reason when it is refused', async () => {
    const [made] = await remarkIds(id, 'shown');
    const desk = `/library/edit/consultations/remarks/${made?.id}`;
    const version = /name="_version" value="(\d+)"/.exec((await editor.get(desk)).text)?.[1] ?? '';
    const refused = await editor.post(`${desk}/answer`, {
      outcome: 'rejected',
      answer: '',
      _version: version,
    });
    expect([refused.status, refused.text.includes('potrzebny jest powód')]).toEqual([422, true]);
    const told = { outcome: 'partly', answer: `Będzie 10 dni. ${XSS}`, _version: version };
    expect((await editor.post(`${desk}/answer`, told)).status).toBe(303);
    const late = await editor.post(`${desk}/answer`, { ...told, answer: 'Inaczej.' });
    expect([late.status, late.text.includes('Inaczej.')]).toEqual([409, true]);
    const { text } = await app.visitor.get(`/consultations/${id}/2`);
    expect(text).toContain('przyjęta częściowo');
    expect(text).toContain('Będzie 10 dni.');
    const guestId = (await remarkIds(id, 'shown')).at(-1)?.id ?? '';
    await editor.post(`/library/edit/consultations/remarks/${guestId}/answer`, {
      outcome: 'accepted',
      answer: '',
    });
    await jobsDone('library.remark_answer', guestId);
    expect((await lastMail()).body).toContain(`https://splot.example/consultations/${id}/2#${first}`);
  });

  test('the report is a page, a CSV and an XLSX of the same rows', async () => {
    const page = await app.visitor.get(`/consultations/${id}/report`);
    expect(page.text).toContain('przyjęta częściowo');
    expect(page.text).not.toContain('<script>alert');
    const csv = await app.visitor.get(`/consultations/${id}/report.csv`);
    const table = await readTable(new TextEncoder().encode(csv.text));
    expect(table.headers.length).toBe(8);
    expect(table.rows.length).toBe(3);
    const xlsx = await app.fetch(new Request(`http://splot.test/consultations/${id}/report.xlsx?lang=en`));
    const sheet = await readTable(new Uint8Array(await xlsx.arrayBuffer()));
    expect(sheet.rows.map(({ cells }) => cells[3])).toEqual(table.rows.map(({ cells }) => cells[3]));
    expect(sheet.headers).toContain('Remark');
  });

  test('what is removed goes from readers, and its author is told why', async () => {
    const guestId = (await remarkIds(id, 'shown')).at(-1)?.id ?? '';
    const desk = `/library/edit/consultations/remarks/${guestId}`;
    expect((await editor.post(`${desk}/remove`, { reason: '' })).status).toBe(422);
    expect((await editor.post(`${desk}/remove`, { reason: 'Reklama.' })).status).toBe(303);
    expect((await app.visitor.get(`/consultations/${id}/2`)).text).not.toContain('Halina');
    await jobsDone('library.remark_answer', guestId);
    expect((await lastMail()).body).toContain('Reklama.');
  });

  test('bad input is refused with words, and nothing typed is lost', async () => {
    const path = `/consultations/${id}/2/remark`;
    for (const [more, status] of [
      [{ body: '' }, 422],
      [{ kind: 'insult' }, 422],
      [{ body: 'x'.repeat(5001) }, 422],
      [{ body: 'PESEL 44051401359' }, 422],
      [{ name: '' }, 422],
      [{ email: 'halina' }, 422],
      [{ block: 'p0000000000000000' }, 404],
    ] as const) {
      const answer = await app.visitor.post(path, guest(more));
      expect([more, answer.status]).toEqual([more, status]);
      if (status === 422 && !('name' in more)) expect(answer.text).toContain('Halina z Limanowej');
    }
    expect([413, 422]).toContain(
      (await app.visitor.post(path, guest({ body: 'ż'.repeat(1_000_000) }))).status,
    );
    // A program that fills in everything is answered as everybody, and nothing is kept.
    await app.visitor.post(path, guest({ company: 'Acme', body: 'Kup teraz' }));
    expect((await remarkIds(id, 'unconfirmed')).length).toBe(0);
    const tooQuick = await app.visitor.post(path, guest({ _shown: String(TEST_NOW.getTime()) }));
    expect(tooQuick.status).toBe(422);
    for (const wrong of ['/consultations/nothing', `/consultations/${newId()}`, `/consultations/${id}/9`])
      expect((await app.visitor.get(wrong)).status, wrong).toBe(404);
    expect((await app.visitor.post(`/consultations/${newId()}/1/remark`, guest())).status).toBe(404);
    expect((await app.visitor.post(`/consultations/${id}/9/remark`, guest())).status).toBe(404);
  });

  test('a day has its limit for one address', async () => {
    const path = `/consultations/${id}/2/remark`;
    for (let i = 0; i < 20; i++)
      await app.visitor.post(path, guest({ email: 'pilna@example.org', body: `Uwaga ${i}.` }));
    const over = await app.visitor.post(path, guest({ email: 'inna@example.org', body: 'Jeszcze jedna.' }));
    expect([over.status, over.text.includes('bardzo dużo uwag')]).toEqual([422, true]);
  });

  test('before it opens and from its last minute on nothing is taken', async () => {
    const path = `/consultations/${id}/2/remark`;
    const close = new Date('2026-03-31T21:59:00Z');
    app.setNow(new Date(close.getTime() - 1000));
    ops = await app.as(opsAccount);
    expect((await ops.post(path, remark({ body: 'W ostatniej chwili.' }))).status).toBe(303);
    app.setNow(close);
    expect((await ops.post(path, remark({ body: 'Za późno.' }))).status).toBe(409);
    expect((await app.visitor.post(path, guest({ body: 'Za późno.' }))).status).toBe(409);
    expect((await ops.get(`${path}?block=${first}`)).location).toBe(`/consultations/${id}/2`);
    const text = (await app.visitor.get(`/consultations/${id}/2`)).text;
    expect(text).toContain('W ostatniej chwili.');
    expect(text).not.toContain('Dodaj uwagę');
    expect((await app.visitor.get('/library/standard')).text).not.toContain('Trwają konsultacje');
    app.setNow(TEST_NOW);
    ops = await app.as(opsAccount);
    editor = await app.as(editorAccount);
    const ahead = await opened({ opensOn: '10.03.2026', document: chapter });
    expect((await app.visitor.get(`/consultations/${ahead}`)).status).toBe(404);
    expect((await ops.post(`/consultations/${ahead}/1/remark`, remark())).status).toBe(404);
    expect((await editor.get(`/consultations/${ahead}`)).status).toBe(200);
  });

  test('its end may be moved, not what was said; two editors do not overwrite each other', async () => {
    const path = `/library/edit/consultations/${id}`;
    const version = /name="_version" value="(\d+)"/.exec((await editor.get(path)).text)?.[1] ?? '';
    const form = { invitation: 'Dłużej.', guests: 'once', closesOn: '30.04.2026', closesAt: '12:00' };
    expect((await editor.post(path, { ...form, closesOn: '1.1.2026', _version: version })).status).toBe(422);
    expect((await editor.post(path, { ...form, _version: version })).status).toBe(303);
    expect((await editor.post(path, { ...form, _version: version })).status).toBe(409);
    const { text } = await app.visitor.get(`/consultations/${id}`);
    expect(text).toMatch(/30\.04\.2026[^<]*12:00/);
    expect(text).toMatch(/04\.03\.2026[^<]*08:00/);
  });

  test('a proposed version needs one; a text in a language needs one; days must be days', async () => {
    const post = (more: Record<string, string>) =>
      editor.post('/library/edit/consultations/new', round(more)).then(({ status }) => status);
    expect(await post({ source: 'proposed' })).toBe(422);
    expect(await post({ lang: 'en' })).toBe(422);
    expect(await post({ closesOn: '31.02.2026' })).toBe(422);
    expect(await post({ closesOn: '03.03.2026' })).toBe(422);
    expect(await post({ opensAt: '25:00' })).toBe(422);
    expect(await post({ opensOn: '03.03.2026' })).toBe(422);
    expect(await post({ document: newId() })).toBe(422);
  });

  test('the next version points to what was said of the one before it', async () => {
    await app.ctxAs(SYSTEM_ACTOR, async (ctx) => {
      const from = new Date('2026-05-02T08:00:00Z');
      await ctx.tx.run(
        sql`update library.version set shown = tstzrange(lower(shown), ${from}) where document_id = ${chapter}`,
      );
      await ctx.tx.run(sql`
        insert into library.version (id, document_id, lang, number, title, body, change_note, state, shown, created_at, updated_at)
        values (${newId()}, ${chapter}, 'pl', 2, 'Terminy', 'Dziesięć dni.', 'Po konsultacjach.', 'published', tstzrange(${from}, null), ${from}, ${from})`);
    });
    app.setNow(new Date('2026-05-03T08:00:00Z'));
    const { text } = await app.visitor.get('/library/standard/terminy/history');
    expect(text).toContain(`/consultations/${id}/report`);
    expect((await app.visitor.get(`/consultations/${id}/2`)).text).toContain('Pierwszy akapit o terminach.');
    app.setNow(TEST_NOW);
  });
});

describe('walls', () => {
  test('only editors come to the desk', async () => {
    const id = await opened();
    await ops.post(`/consultations/${id}/1/remark`, remark({ block: 'whole', body: 'Do całości.' }));
    const [made] = await remarkIds(id, 'shown');
    for (const path of [
      `/library/edit/consultations/${id}`,
      `/library/edit/consultations/remarks/${made?.id}`,
    ]) {
      expect((await ops.get(path)).status, path).toBe(404);
      expect((await editor.get(path)).status, path).toBe(200);
      expect((await app.visitor.get(path)).location).toContain('/sign-in');
    }
    expect(
      (await ops.post(`/library/edit/consultations/remarks/${made?.id}/remove`, { reason: 'x' })).status,
    ).toBe(404);
    expect((await ops.post('/library/edit/consultations/new', round())).status).toBe(404);
  });

  test('the database keeps addresses from everybody, and lets nobody speak for others, late, or answer', async () => {
    const [contact] = await app.ctxAs(SYSTEM_ACTOR, (ctx) =>
      ctx.tx.many<{ id: string; round: string }>(
        sql`select r.id, r.consultation_id as round from library.remark r join library.remark_contact c on c.remark_id = r.id limit 1`,
      ),
    );
    const { id = '', round: roundId = '' } = contact ?? {};
    for (const actor of [PUBLIC_ACTOR, opsActor, editorActor]) {
      for (const table of [
        sql`select * from library.remark_contact`,
        sql`select * from library.remark_token`,
      ])
        await expect(app.ctxAs(actor, (ctx) => ctx.tx.many(table))).rejects.toThrow(/permission denied/);
      await expect(
        app.ctxAs(actor, (ctx) => ctx.tx.many(sql`select worker_id, source_hash from library.remark`)),
      ).rejects.toThrow(/permission denied/);
    }
    expect(
      await app.ctxAs(PUBLIC_ACTOR, (ctx) =>
        ctx.tx.many(sql`select id from library.remark where id = ${id}`),
      ),
    ).toEqual([]);
    expect(
      await app.ctxAs(opsActor, (ctx) => ctx.tx.many(sql`select id from library.remark where id = ${id}`)),
    ).toEqual([]);
    const say = (institution: string, now: Date) =>
      app.ctxAs(
        opsActor,
        (ctx) =>
          ctx.tx.run(sql`
            insert into library.remark (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, worker_id, text_hash, created_at, shown_at)
            values (${newId()}, ${roundId}, 1, 'whole', 'support', 'Tak.', 'Ktoś', 'pl', 'shown', ${institution}, kernel.worker(), ${newId()}, kernel.instant(), kernel.instant())`),
        { now },
      );
    await expect(say(editorActor.institutionId, TEST_NOW)).rejects.toThrow(/row-level security/);
    await expect(say(opsActor.institutionId, new Date('2026-12-01T08:00:00Z'))).rejects.toThrow(
      /row-level security/,
    );
    expect(await say(opsActor.institutionId, TEST_NOW)).toBe(1);
    expect(
      await app.ctxAs(opsActor, (ctx) =>
        ctx.tx.run(
          sql`update library.remark set outcome = 'accepted', answered_at = now() where state = 'shown'`,
        ),
      ),
    ).toBe(0);
    await expect(
      app.ctxAs(editorActor, (ctx) =>
        ctx.tx.run(sql`update library.remark set body = 'Inaczej' where state = 'shown'`),
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(
      app.ctxAs(editorActor, (ctx) =>
        ctx.tx.run(sql`update library.consultation_part set body = 'Inny tekst'`),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('what nobody confirmed goes after a week, addresses half a year after the round', async () => {
    const erase = (now: string) =>
      app.ctxAs(
        SYSTEM_ACTOR,
        async (ctx) => {
          const job = consultationJobs('').find(({ task }) => task === 'library.remark_erase');
          await job?.handle(ctx, {});
          return ctx.tx.one<{ contacts: number | null; waiting: number | null; sources: number | null }>(sql`
            select (select count(*) from library.remark_contact)::int as contacts,
              (select count(*) from library.remark where state = 'unconfirmed')::int as waiting,
              (select count(*) from library.remark where source_hash <> '')::int as sources`);
        },
        { now: new Date(now) },
      );
    expect((await erase('2026-03-08T00:00:00Z')).waiting).toBe(19);
    expect(await erase('2026-03-12T00:00:00Z')).toEqual({ contacts: 1, waiting: 0, sources: 0 });
    expect((await erase('2026-11-05T00:00:00Z')).contacts).toBe(0);
  });
});
