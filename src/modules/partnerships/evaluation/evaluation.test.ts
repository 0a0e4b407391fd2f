import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { hashOf } from '#kernel/ids.ts';
import { stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { isCode, plainCode, writtenCode } from './answering/schema.ts';
import { dueEvaluation } from './api.ts';
import { distributions, findIn } from './results/policy.ts';

let app: TestApp;
let w: World;
let coordinator: Actor;
let base = '';
let path = '';
let as: Record<'coordinator' | 'head' | 'worker' | 'stranger', Browser>;
const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const FORBIDDEN = '42501';

beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  coordinator = await makeWorker(app.adminUrl, w.ngo, ['partnership_coordinator']);
  await rows(
    `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
     values (gen_random_uuid(), $1, $2, $3, 'coordinator', '2024-01-01')`,
    [w.partnershipId, w.ngo.id, coordinator.subjectId],
  );
  const open = async (actor: Actor) => app.as(await makeAccount(app, actor));
  as = {
    coordinator: await open(coordinator),
    head: await open(w.opsHead),
    worker: await open(w.socialWorker),
    stranger: await open((await makeWorld(app.adminUrl)).opsHead),
  };
  base = `/partnerships/${w.partnershipId}/evaluation`;
}, 60_000);
afterAll(async () => {
  await stopPdf();
  await app.drop();
});

/** The codes of a batch as they stand on the page shown once. */
async function codes(audience: string, count: number): Promise<string[]> {
  const page = await as.coordinator.post(`${path}/codes`, { audience, count: String(count) });
  expect(page.status).toBe(200);
  const found = [...page.text.matchAll(/<b class="num">([\w-]{14})<\/b>/g)].map(([, code = '']) => code);
  expect(found).toHaveLength(count);
  return found;
}
const send = (code: string, values: Record<string, string>, browser = app.visitor) =>
  browser.post(`/evaluation/${code}`, { _shown: '0', company: '', ...values });

describe('an evaluation', () => {
  test('is begun by the coordinator alone; nobody outside finds it', async () => {
    expect((await as.worker.get(base)).text).toContain('Nie było jeszcze ewaluacji');
    const form = { title: 'Ocena 2026', closes: '31.03.2026' };
    for (const who of [as.head, as.worker, as.stranger])
      expect((await who.post(`${base}/new`, form)).status).toBe(404);
    const { location } = await as.coordinator.post(`${base}/new`, form);
    path = location ?? '';
    expect(path).toMatch(/evaluation\/[0-9a-f-]{36}$/);
    expect((await as.coordinator.post(`${base}/new`, form)).text).toContain('Trwa już jedna ewaluacja');
    for (const tail of ['', '/codes', '/pdf', '/texts'])
      expect((await as.stranger.get(path + tail)).status).toBe(404);
    expect((await as.head.get(`${path}/codes`)).status).toBe(404);
    expect((await as.coordinator.get(`${path}/pdf`)).status).toBe(404);
  });

  test('codes are shown once and kept as hashes; each opens its questions without an account, once', async () => {
    const [first = '', second = ''] = await codes('participant', 5);
    expect(
      await rows('select hash from partnerships.evaluation_pass where hash = $1', [hashOf(plainCode(first))]),
    ).toHaveLength(1);
    expect((await app.visitor.post('/evaluation', { code: first.toLowerCase() })).location).toBe(
      `/evaluation/${plainCode(first)}`,
    );
    expect((await app.visitor.post('/evaluation', { code: '0000-0000-0000' })).text).toContain(
      'Ten kod nie otwiera ankiety',
    );
    const page = await app.visitor.get(`/evaluation/${first}`);
    expect(page.text).toContain('Traktowano mnie z szacunkiem.');
    expect(page.text).not.toContain('Na moje skierowania');
    expect((await app.visitor.get(`/evaluation/${first}?lang=uk`)).text).toContain(
      'До мене ставилися з повагою.',
    );
    expect((await send(first, {})).text).toContain('Odpowiedz na co najmniej jedno pytanie.');
    expect(
      (
        await send(first, {
          person_help: '5',
          person_good: 'Pani Anna była miła.',
          partner_new: '5',
          person_other: 'nope',
        })
      ).location,
    ).toBe('/evaluation/thanks');
    expect((await send(first, { person_help: '1' })).status).toBe(404);
    expect((await app.visitor.get(`/evaluation/${first}`)).text).toContain('Ten kod już nie działa');
    const trap = await app.visitor.post(`/evaluation/${second}`, {
      person_help: '1',
      _shown: '0',
      company: 'x',
    });
    expect(trap.location).toBe('/evaluation/thanks');
    expect(await rows('select question from partnerships.evaluation_answer')).toEqual([
      { question: 'person_help' },
    ]);
    for (let n = 0; n < 3; n++)
      await send((await codes('participant', 1))[0] ?? '', { person_help: '4', person_friend: '1' });
  });

  test('a worker takes one invitation, which nothing ties to them', async () => {
    expect((await app.ctxAs(w.socialWorker, dueEvaluation)).map(({ href }) => href)).toEqual([path]);
    const taken = await as.worker.post(`${path}/take`);
    expect(taken.location).toMatch(/^\/evaluation\/[0-9A-Z]{12}$/);
    expect((await as.worker.post(`${path}/take`)).status).toBe(404);
    expect((await as.worker.get(path)).text).toContain('Zaproszenie już zostało wzięte');
    expect((await as.worker.get(taken.location ?? '')).text).toContain('Wspólny plan pomaga mi');
    expect(
      (await send(plainCode(taken.location?.split('/').at(-1) ?? ''), { worker_plan: '4' }, as.worker))
        .status,
    ).toBe(303);
    expect((await as.stranger.post(`${path}/take`)).status).toBe(404);
    expect((await as.head.post(`${path}/take`)).status).toBe(303);
    expect(await app.ctxAs(w.socialWorker, dueEvaluation)).toEqual([]);
  });

  test('paper is typed in by the coordinator with its code, and said to be', async () => {
    const [code = ''] = await codes('participant', 1);
    expect((await as.head.post(`${path}/type-in`, { code })).status).toBe(404);
    expect((await as.coordinator.post(`${path}/type-in`, { code: 'x' })).text).toContain(
      'Ten kod nie otwiera ankiety',
    );
    expect((await as.coordinator.post(`${path}/type-in`, { code })).text).toContain(
      'Pomoc była mi potrzebna.',
    );
    expect((await as.coordinator.post(`${path}/type-in`, { code, answers: 'yes' })).text).toContain(
      'co najmniej jedno pytanie',
    );
    expect(
      (await as.coordinator.post(`${path}/type-in`, { code, answers: 'yes', person_help: '2' })).status,
    ).toBe(303);
    expect((await as.coordinator.get(path)).text).toContain('W tym 1 arkusz papierowy przepisany');
    expect((await as.coordinator.get(`${path}/paper?audience=worker`)).text).toContain('Na moje skierowania');
  });

  test('no result and no text before the end, and none below five answers', async () => {
    const results = (actor: Actor) =>
      app.ctxAs(actor, (ctx) =>
        ctx.tx.many<{ audience: string | null }>(
          sql`select audience from partnerships.evaluation_results(${path.split('/').at(-1)}::uuid)`,
        ),
      );
    const texts = (actor: Actor) =>
      app.ctxAs(actor, (ctx) =>
        ctx.tx.many<{ body: string }>(sql`select body from partnerships.evaluation_text`),
      );
    expect(await results(coordinator)).toEqual([]);
    expect(await texts(coordinator)).toEqual([]);
    expect((await as.head.post(`${path}/close`)).status).toBe(404);
    expect((await as.coordinator.post(`${path}/close`)).status).toBe(303);
    expect(new Set((await results(w.opsHead)).map(({ audience }) => audience))).toEqual(
      new Set(['participant']),
    );
    expect(await texts(coordinator)).toEqual([{ body: 'Pani Anna była miła.' }]);
    expect(await texts(w.opsHead)).toEqual([]);
    const { text } = await as.head.get(path);
    expect(text).toContain('Pomoc była mi potrzebna.');
    expect(text).not.toContain('Czy polecisz tę pomoc');
    expect(text).not.toContain('Pani Anna');
    expect(text).toContain('Za mało odpowiedzi');
    expect((await results((await makeWorld(app.adminUrl)).opsHead)).length).toBe(0);
  });

  test('texts are looked at, then conclusions, a comparison, a decision', async () => {
    const texts = await as.coordinator.get(`${path}/texts`);
    expect(texts.text).toContain('Sprawdź: może tu być imię albo nazwisko.');
    expect((await as.head.get(`${path}/texts`)).status).toBe(404);
    const [said] = await rows('select id from partnerships.evaluation_text');
    expect((await as.coordinator.post(`${path}/decide`, { decision: 'Dalej.' })).text).toContain(
      'co najmniej jeden wniosek',
    );
    await as.coordinator.post(`${path}/conclusions/new`, { kind: 'keep', body: 'Jedno pierwsze spotkanie.' });
    expect((await as.coordinator.post(`${path}/decide`, { decision: 'Dalej.' })).text).toContain(
      '1 wypowiedź czeka',
    );
    expect(
      (
        await as.coordinator.post(`${path}/texts/${said?.id}`, {
          body: 'Pracowniczka była miła.',
          what: 'show',
        })
      ).status,
    ).toBe(303);
    expect(await rows('select body, state from partnerships.evaluation_text')).toEqual([
      { body: 'Pracowniczka była miła.', state: 'shown' },
    ]);
    const comparison = {
      indicator: 'Pierwsze spotkanie',
      definition: 'Dni od przyjęcia.',
      here: '9 dni',
      other: 'inny model',
      there: '12 dni',
      source: 'raport',
      caveat: 'inna grupa',
    };
    expect((await as.coordinator.post(`${path}/comparisons/new`, { ...comparison, caveat: '' })).status).toBe(
      422,
    );
    expect((await as.coordinator.post(`${path}/comparisons/new`, comparison)).status).toBe(303);
    expect((await as.coordinator.post(`${path}/decide`, { decision: 'Zachowujemy spotkania.' })).status).toBe(
      303,
    );
    expect(
      (await as.coordinator.post(`${path}/conclusions/new`, { kind: 'keep', body: 'Po czasie.' })).status,
    ).toBe(404);
    const { text } = await as.worker.get(path);
    for (const words of [
      'Zachowujemy spotkania.',
      'Jedno pierwsze spotkanie.',
      'Pracowniczka była miła.',
      'inna grupa',
      'Niemiecko-Polskiej',
    ])
      expect(text).toContain(words);
  });

  test('the report is an accessible PDF', async () => {
    const account = (
      await rows('select account_id from organisations.worker where id = $1', [w.opsHead.subjectId])
    )[0]?.account_id;
    const cookie = await app.auth.sessionCookie(String(account));
    const response = await app.fetch(new Request(`http://splot.test${path}/pdf`, { headers: { cookie } }));
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const text = readPdfText(bytes).join('\n');
    for (const words of [
      'Zachowujemy spotkania.',
      'Pomoc była mi potrzebna.',
      'Za mało odpowiedzi',
      'Jak zebrano odpowiedzi',
    ])
      expect(text).toContain(words);
  });
});

describe('anonymity by construction', () => {
  test('no column joins an answer with an invitation, a person, an hour or another answer', async () => {
    const columns = await rows(
      `select table_name as t, column_name as c, data_type as d from information_schema.columns where table_schema = 'partnerships'
       and table_name in ('evaluation_answer', 'evaluation_text', 'evaluation_pass', 'evaluation_taken')`,
    );
    const of = (t: string) => columns.filter((column) => column.t === t).map(({ c }) => String(c));
    expect(of('evaluation_answer').sort()).toEqual([
      'answered_on',
      'audience',
      'by_hand',
      'choice',
      'id',
      'question',
      'round_id',
      'value',
    ]);
    expect(of('evaluation_text').sort()).toEqual([
      'audience',
      'body',
      'id',
      'partnership_id',
      'question',
      'round_id',
      'state',
    ]);
    expect(of('evaluation_pass').sort()).toEqual(['audience', 'hash', 'round_id']);
    expect(of('evaluation_taken').sort()).toEqual(['round_id', 'worker_id']);
    // What they share is which evaluation and which audience: five people at least before anything is shown.
    expect(columns.filter(({ d }) => String(d).startsWith('timestamp'))).toEqual([]);
    const keys = await rows(
      `select conrelid::regclass::text as t, confrelid::regclass::text as other from pg_constraint
       where contype = 'f' and conrelid::regclass::text in ('partnerships.evaluation_answer', 'partnerships.evaluation_text')`,
    );
    expect(new Set(keys.map(({ other }) => other))).toEqual(
      new Set(['partnerships.evaluation_group', 'partnerships.evaluation_round']),
    );
    const ids = await rows(`select substr(id::text, 15, 1) as version from partnerships.evaluation_answer`);
    // A key made of the time would tell the hour.
    expect(new Set(ids.map(({ version }) => version))).toEqual(new Set(['4']));
  });

  test('used codes are gone, and nothing of them stands in the access record or among forms sent', async () => {
    expect(await rows(`select from partnerships.evaluation_pass where audience = 'worker'`)).toEqual([]);
    expect(await rows(`select path from audit.entry where path ~ '^/evaluation/[0-9A-Z]{12}'`)).toEqual([]);
    expect(await rows(`select from kernel.submission s where s::text ~ '/evaluation/[0-9A-Z]{12}'`)).toEqual(
      [],
    );
  });

  test('nobody reads or writes these tables past the doors', async () => {
    const attempt = (
      actor: Actor,
      query: Parameters<Parameters<Parameters<typeof app.ctxAs>[1]>[0]['tx']['run']>[0],
    ) => app.ctxAs(actor, (ctx) => ctx.tx.run(query)).catch((e: { code?: string }) => e.code);
    for (const actor of [coordinator, w.opsHead, PUBLIC_ACTOR])
      for (const query of [
        sql`select 1 from partnerships.evaluation_answer`,
        sql`select 1 from partnerships.evaluation_pass`,
        sql`select 1 from partnerships.evaluation_taken`,
        sql`update partnerships.evaluation_group set answered = 99`,
        sql`insert into partnerships.evaluation_answer (round_id, audience, question, value, answered_on, by_hand) values (${path.split('/').at(-1)}, 'worker', 'x', 1, kernel.today(), false)`,
      ])
        expect(await attempt(actor, query)).toBe(FORBIDDEN);
  });
});

describe('rules', () => {
  test('property: a question with fewer than five answers has no distribution', () => {
    const question = {
      code: 'q',
      audience: 'worker',
      area: 'effectiveness',
      kind: 'scale',
      words: 'Q',
      options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
    } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const lines = counts.map((n, i) => ({ question: 'q', said: String(i + 1), n }));
        const total = counts.reduce((a, b) => a + b, 0);
        const [found] = distributions([question], lines, lines);
        expect(found === undefined).toBe(total < 5);
        if (!found) return;
        expect(found.answers.reduce((sum, { n }) => sum + n, 0)).toBe(total);
        expect(found.mean).toBeGreaterThanOrEqual(1);
        expect(found.mean).toBeLessThanOrEqual(5);
        expect(found.before).toBe(found.agree);
      }),
    );
  });

  test('property: a code is read however it is written', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 12, maxLength: 12 }), (signs) => {
        const code = signs.join('');
        expect(isCode(code)).toBe(true);
        for (const typed of [
          code.toLowerCase(),
          writtenCode(code),
          ` ${writtenCode(code)} `,
          code.replaceAll('0', 'O').replaceAll('1', 'l'),
        ])
          expect(plainCode(typed)).toBe(code);
      }),
    );
  });

  test('names, numbers and addresses are found in texts', () => {
    expect(findIn('Wszystko było dobrze.')).toEqual([]);
    expect(findIn('Pomogła mi Anna Nowak.')).toEqual(['name']);
    expect(findIn('Zadzwoń: 601 602 603')).toContain('phone');
    expect(findIn('44051401359')).toContain('pesel');
    expect(findIn('pisz na a@b.pl')).toEqual(['email']);
  });
});
