import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { countMeasures } from '#modules/cases/measures/api.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { loadLibrary } from '../../../demo/library/load.ts';
import { dueStandard } from './api.ts';
import { quartiles, shareOf, standingIn } from './figures/policy.ts';
import { suggested } from './policy.ts';
import { disputed, LEVELS, tally } from './schema.ts';

let app: TestApp;
let w: World;
let pupHead: Actor;
let ngoHead: Actor;
let coordinator: Actor;
let base = '';
let dir = '';
let as: Record<'coordinator' | 'ops' | 'pup' | 'ngo' | 'worker' | 'stranger', Browser>;

beforeAll(async () => {
  app = await testApp();
  dir = await mkdtemp(join(tmpdir(), 'splot-standard-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  await loadLibrary(app.parts);
  w = await makeWorld(app.adminUrl);
  coordinator = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator']);
  pupHead = await makeWorker(app.adminUrl, w.pup, ['head']);
  ngoHead = await makeWorker(app.adminUrl, w.ngo, ['head']);
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, $3, 'coordinator', '2024-01-01')`,
      [w.partnershipId, w.ngo.id, coordinator.subjectId],
    ),
  );
  const stranger = (await makeWorld(app.adminUrl)).opsHead;
  const open = async (actor: Actor) => app.as(await makeAccount(app, actor));
  as = {
    coordinator: await open(coordinator),
    ops: await open(w.opsHead),
    pup: await open(pupHead),
    ngo: await open(ngoHead),
    worker: await open(w.socialWorker),
    stranger: await open(stranger),
  };
  base = `/partnerships/${w.partnershipId}/standard`;
}, 60_000);
afterAll(async () => {
  await stopPdf();
  await rm(dir, { recursive: true, force: true });
  await app.drop();
});

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const round = '2026';
/** Answers every requirement with the level, chapter by chapter. */
async function answerAll(browser: Browser, level: string): Promise<void> {
  const codes = await rows('select code from partnerships.standard_requirement where partnership_id = $1', [
    w.partnershipId,
  ]);
  for (let chapter = 1; chapter <= 7; chapter++) {
    const own = codes.map(({ code }) => String(code)).filter((code) => code.startsWith(`${chapter}.`));
    const values = Object.fromEntries(
      own.flatMap((code) => [
        [`level-${code}`, level],
        [`evidence-${code}`, `tajemnica ${level} ${code}`],
      ]),
    );
    const answer = await browser.post(`${base}/${round}/answer/${chapter}`, values);
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(chapter < 7 ? `${base}/${round}/answer/${chapter + 1}` : `${base}/${round}`);
  }
}

/** The first chapter again, with a file as evidence of 1.1. */
async function upload(actor: Actor) {
  const form = new FormData();
  form.set('level-1.1', 'met');
  form.set('evidence-1.1', 'tajemnica met 1.1');
  form.set('file-1.1', new File(['porozumienie z 2024 r.'], 'porozumienie.txt', { type: 'text/plain' }));
  const headers = {
    cookie: await app.auth.sessionCookie(await accountOf(actor)),
    origin: 'http://splot.test',
  };
  return app.fetch(
    new Request(`http://splot.test${base}/${round}/answer/1`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    }),
  );
}

describe('a self-check', () => {
  test('is begun by the coordinator alone, with the requirements as they are worded today', async () => {
    expect((await as.coordinator.get(base)).text).toContain('Nie było jeszcze samooceny');
    const form = { standard: 'standard-wspolpracy', year: '2026', due: '31.03.2026' };
    for (const who of [as.ops, as.pup, as.worker, as.stranger])
      expect((await who.post(`${base}/new`, form)).status).toBe(404);
    const wrong = await as.coordinator.post(`${base}/new`, { ...form, due: '1.02.2026' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Ten dzień już minął.');
    expect((await as.coordinator.post(`${base}/new`, form)).location).toBe(`${base}/2026`);
    expect((await as.coordinator.post(`${base}/new`, form)).text).toContain('Samoocena za ten rok już jest.');
    const kept = await rows(
      'select code, title_pl, title_en, basic from partnerships.standard_requirement order by position',
    );
    expect(kept).toHaveLength(36);
    expect(kept[0]).toMatchObject({ code: '1.1', basic: true });
    expect(kept[0]?.title_en).not.toBe(kept[0]?.title_pl);
    expect(await rows('select institution_id from partnerships.standard_sheet')).toHaveLength(3);
  });

  test('who is no member finds nothing; a worker of a member reads and does not answer', async () => {
    for (const path of [base, `${base}/${round}`, `${base}/${round}/answer/1`, `${base}/${round}/pdf`])
      expect((await as.stranger.get(path)).status, path).toBe(404);
    expect((await as.worker.get(`${base}/${round}`)).status).toBe(200);
    expect((await as.worker.get(`${base}/${round}/answer/1`)).status).toBe(404);
  });

  test('what is wrong comes back with what was typed', async () => {
    const answer = await as.ops.post(`${base}/${round}/answer/1`, {
      'evidence-1.1': 'porozumienie z 2024',
      'link-1.2': 'javascript:alert(1)',
      'level-1.2': 'met',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('porozumienie z 2024');
    expect(answer.text).toContain('Odsyłacz zaczyna się od https://');
  });

  test('each answers apart: nobody reads the others before the disclosure, in pages or in the database', async () => {
    await answerAll(as.ops, 'met');
    await answerAll(as.pup, 'partly');
    expect((await upload(w.opsHead)).status).toBe(303);
    expect((await upload(w.opsHead)).status).toBe(303);
    // The first piece of evidence gave way to the second, with its bytes.
    expect(await rows('select id from kernel.file')).toHaveLength(1);
    const file = `${base}/${round}/files/${w.ops.id}/1.1`;
    expect((await as.ops.get(file)).status).toBe(200);
    expect((await as.pup.get(file)).status).toBe(404);
    const [kept] = await rows(
      'select file_id as id from partnerships.standard_answer where file_id is not null',
    );
    const found = app.ctxAs(pupHead, (ctx) =>
      ctx.tx.many(sql`select 1 from kernel.file where id = ${String(kept?.id)}`),
    );
    expect(await found).toEqual([]);
    for (const who of [as.pup, as.coordinator, as.ngo]) {
      const pages = await Promise.all(
        [`${base}/${round}`, `${base}/${round}/chapters/1`].map((path) => who.get(path)),
      );
      for (const { text } of pages) expect(text).not.toContain('tajemnica met');
    }
    const answers = (actor: Actor) =>
      app.ctxAs(actor, (ctx) =>
        ctx.tx.many<{ institution_id: string }>(sql`select institution_id from partnerships.standard_answer`),
      );
    expect(new Set((await answers(w.opsHead)).map((a) => a.institution_id))).toEqual(new Set([w.ops.id]));
    expect(new Set((await answers(pupHead)).map((a) => a.institution_id))).toEqual(new Set([w.pup.id]));
    expect(await answers(coordinator)).toEqual([]);
    const forged = app.ctxAs(pupHead, (ctx) =>
      ctx.tx.run(
        sql`update partnerships.standard_answer set level = 'not' where institution_id = ${w.ops.id}`,
      ),
    );
    expect(await forged).toBe(0);
    const moved = app.ctxAs(pupHead, (ctx) =>
      ctx.tx.run(
        sql`update partnerships.standard_round set state = 'concluding', disclosed_on = kernel.today()`,
      ),
    );
    expect(await moved.catch((e: { code?: string }) => e.code)).not.toBe(1);
  });

  test('a sheet is handed in whole and does not change any more; the last one discloses', async () => {
    expect((await as.ngo.post(`${base}/${round}/hand-in`)).text).toContain('Bez odpowiedzi: 1.1');
    expect((await as.ops.post(`${base}/${round}/hand-in`)).status).toBe(303);
    expect((await as.ops.post(`${base}/${round}/answer/1`, { 'level-1.1': 'not' })).status).toBe(404);
    expect((await as.pup.post(`${base}/${round}/hand-in`)).status).toBe(303);
    expect((await rows('select state from partnerships.standard_round'))[0]?.state).toBe('answering');
    expect((await app.ctxAs(ngoHead, dueStandard)).map(({ href }) => href)).toEqual([
      `${base}/${round}/answer/1`,
    ]);
    await answerAll(as.ngo, 'met');
    expect((await as.ngo.post(`${base}/${round}/hand-in`)).status).toBe(303);
    expect((await rows('select state from partnerships.standard_round'))[0]?.state).toBe('concluding');
    expect((await as.pup.get(`${base}/${round}/chapters/1`)).text).toContain('tajemnica met 1.1');
    expect((await as.pup.get(`${base}/${round}`)).text).toContain('różnice');
    expect((await as.pup.get(`${base}/${round}/files/${w.ops.id}/1.1`)).text).toContain('porozumienie');
    expect((await as.stranger.get(`${base}/${round}/files/${w.ops.id}/1.1`)).status).toBe(404);
  });

  test('one conclusion: proposed is the lowest, and it ends only whole', async () => {
    expect((await as.pup.get(`${base}/${round}/conclude/1`)).status).toBe(404);
    const page = await as.coordinator.get(`${base}/${round}/conclude/1`);
    expect(page.text).toMatch(/value="partly" checked/);
    expect((await as.coordinator.post(`${base}/${round}/finish`, { summary: 'Dobrze.' })).text).toContain(
      'Bez wspólnego wniosku: 1.1',
    );
    const codes = await rows('select code from partnerships.standard_requirement');
    for (let chapter = 1; chapter <= 7; chapter++)
      await as.coordinator.post(
        `${base}/${round}/conclude/${chapter}`,
        Object.fromEntries(codes.map(({ code }) => [`level-${code}`, code === '4.2' ? 'not' : 'met'])),
      );
    expect(
      (await as.coordinator.post(`${base}/${round}/finish`, { summary: 'Poprawiamy kontakt.' })).status,
    ).toBe(303);
    expect((await as.coordinator.post(`${base}/${round}/finish`, { summary: 'Inaczej.' })).status).toBe(404);
    const { text } = await as.pup.get(`${base}/${round}`);
    expect(text).toContain('Poprawiamy kontakt.');
    expect((await as.worker.get(base)).text).toContain('35 z 36 spełnionych');
  });

  test('improvements: planned by the coordinator, moved on by the institution that has them', async () => {
    const tasks = `${base}/${round}/tasks`;
    const form = {
      what: 'Telefon co 3 tygodnie',
      requirement: '4.2',
      institution: w.pup.id,
      due: '30.06.2026',
    };
    expect((await as.pup.post(`${tasks}/new`, form)).status).toBe(404);
    expect((await as.coordinator.post(`${tasks}/new`, form)).status).toBe(303);
    const [task] = await rows('select id, row_version from partnerships.standard_task');
    const change = {
      state: 'doing',
      due: '30.06.2026',
      note: 'wpisane do kalendarza',
      _version: String(task?.row_version),
    };
    expect((await as.ops.post(`${tasks}/${task?.id}`, change)).status).toBe(404);
    expect((await as.pup.post(`${tasks}/${task?.id}`, change)).status).toBe(303);
    expect((await as.pup.post(`${tasks}/${task?.id}`, change)).status).toBe(409);
    expect((await app.ctxAs(pupHead, dueStandard)).map(({ what }) => what)).toEqual([
      'Plan poprawy: Telefon co 3 tygodnie',
    ]);
    expect((await as.worker.get(`${base}/${round}`)).text).toContain('wpisane do kalendarza');
  });

  test('is an accessible PDF in both languages', async () => {
    for (const [lang, words] of [
      [
        'pl',
        [
          'Samoocena 2026',
          'Poprawiamy kontakt.',
          'Telefon co 3 tygodnie',
          'Kontakt co najmniej raz na 30 dni',
        ],
      ],
      ['en', ['Self-check 2026', 'Improvement plan', 'Contact at least every 30 days']],
    ] as const) {
      const response = await app.fetch(
        new Request(`http://splot.test${base}/${round}/pdf?lang=${lang}`, {
          headers: { cookie: await app.auth.sessionCookie(await accountOf(w.opsHead)) },
        }),
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const text = readPdfText(bytes).join('\n');
      for (const word of words) expect(text).toContain(word);
    }
  });
});

const accountOf = async (actor: Actor): Promise<string> =>
  String(
    (await rows('select account_id from organisations.worker where id = $1', [actor.subjectId]))[0]
      ?.account_id,
  );

describe('a distribution', () => {
  test('property: quartiles lie in order between the least and the most, and fewer than five give none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 }), (percents) => {
        const values = percents.map((percent) => percent / 100);
        const q = quartiles(values);
        expect(q === null).toBe(values.length < 5);
        if (!q) return;
        const order = [Math.min(...values), q.lower, q.median, q.upper, Math.max(...values)];
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const below = values.filter((v) => v < q.lower).length;
        const above = values.filter((v) => v > q.upper).length;
        expect(below).toBeLessThanOrEqual((values.length + 3) / 4);
        expect(above).toBeLessThanOrEqual((values.length + 3) / 4);
        for (const value of values) expect(['lower', 'middle', 'upper']).toContain(standingIn(value, q));
      }),
    );
  });

  test('property: what leaves the database hides 1–4, the rest of a share, and fewer than five partnerships', async () => {
    expect(shareOf({ counted: null, total: 9 })).toBeNull();
    expect(shareOf({ counted: 0, total: 0 })).toBeNull();
    const shown = await rows(
      `select c, t, cases.shown_share(c, t) as shown from generate_series(0, 14) t, generate_series(0, t) c`,
    );
    const small = (n: number) => n > 0 && n < 5;
    for (const { c, t, shown: seen } of shown) {
      const [counted, total] = [Number(c), Number(t)];
      expect(seen, `${counted}/${total}`).toBe(!small(counted) && !small(total) && !small(total - counted));
    }
    const ids = await Promise.all([...Array(5)].map(() => makeWorld(app.adminUrl)));
    const put = (of: World[]) =>
      Promise.all(
        of.map((x) =>
          rows(
            `insert into cases.measure values ($1, 2026, 'answer', 8, 16, '2026-03-04') on conflict do nothing`,
            [x.partnershipId],
          ),
        ),
      );
    const spread = () =>
      app.ctxAs(w.opsHead, (ctx) =>
        ctx.tx.many<{ code: string | null }>(sql`select code from cases.api_measure_spread(2026)`),
      );
    await put(ids.slice(0, 4));
    expect(await spread()).toEqual([]);
    await put(ids);
    expect(await spread()).toEqual([{ code: 'answer' }]);
    expect((await as.ops.get(base)).text).toContain('5 partnerstw');
    // The count of the night leaves figures of partnerships that have no cases.
    await app.ctxAs(SYSTEM_ACTOR, countMeasures);
    expect(await spread()).toEqual([{ code: 'answer' }]);
  });

  test('the lowest answer is suggested, and only those it concerns count', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LEVELS), { maxLength: 9 }), (levels) => {
        const answers = levels.map((level) => ({ level }));
        const found = suggested(answers);
        if (levels.includes('not')) expect(found).toBe('not');
        else if (levels.includes('partly')) expect(found).toBe('partly');
        else if (levels.includes('met')) expect(found).toBe('met');
        else expect(found).toBe(levels.length === 0 ? null : 'none');
        expect(Object.values(tally(answers)).reduce((a, b) => a + b, 0)).toBe(levels.length);
        if (levels.length < 2) expect(disputed(answers)).toBe(false);
      }),
    );
  });
});
