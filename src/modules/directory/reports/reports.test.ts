import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { asAdmin, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { eraseOld } from '../moderation/results/service.ts';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await testApp();
  id = await makeEntity(app, { name: 'Spółdzielnia „Błąd”', shortName: 'Błąd', phone: '+48183300123' });
}, 60_000);
beforeEach(() => asAdmin(app.adminUrl, (run) => run('delete from directory.matter')));
afterAll(() => app.drop());

/** What the form sends by itself. */
const hidden = (page: string): Record<string, string> =>
  Object.fromEntries(
    ['_key', '_shown'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '',
    ]),
  );

/** As somebody who read the form for a while. */
async function send(values: Record<string, string>, seconds = 20) {
  const shown = await app.visitor.get(`/directory/${id}/report`);
  app.setNow(new Date(app.parts.clock().getTime() + seconds * 1000));
  return app.visitor.post(`/directory/${id}/report`, { ...hidden(shown.text), ...values });
}
const rows = () =>
  asAdmin(app.adminUrl, (run) =>
    run(`select m.cause, m.note, m.proposed, m.by_kind, c.email from directory.matter m
      left join directory.matter_contact c on c.matter_id = m.id order by m.opened_at`),
  );

describe('a reader reports an error', () => {
  test('with what is true, and gets thanks', async () => {
    const values = { cause: 'contact', note: '', phone: '18 330 09 99', answerTo: 'Reader@Example.org' };
    const sent = await send(values);
    expect(sent.location).toBe(`/directory/${id}/report/sent`);
    expect((await app.visitor.get(sent.location ?? '')).text).toContain('Dziękujemy za zgłoszenie');
    expect(await rows()).toEqual([
      {
        cause: 'contact',
        note: '',
        proposed: { phone: '+48183300999' },
        by_kind: 'reader',
        email: 'reader@example.org',
      },
    ]);
  });

  test('sent twice, it is one', async () => {
    const shown = String(app.parts.clock().getTime());
    app.setNow(new Date(app.parts.clock().getTime() + 9000));
    const values = { _key: newId(), _shown: shown, cause: 'gone' };
    const answers = await Promise.all([
      app.visitor.post(`/directory/${id}/report`, values),
      app.visitor.post(`/directory/${id}/report`, values),
    ]);
    expect(answers.map((a) => a.status)).toEqual([303, 303]);
    expect(await rows()).toHaveLength(1);
  });

  test('what is missing or hostile is said beside its field, and nothing becomes markup', async () => {
    const evil = '"><script>alert(1)</script>';
    const wrong: Record<string, string>[] = [
      {},
      { cause: 'contact' },
      { cause: 'nonsense', note: evil },
      { cause: 'other', note: evil, answerTo: evil },
      { cause: 'other', note: 'x'.repeat(3001) },
      { cause: 'contact', website: 'javascript:alert(1)' },
    ];
    for (const values of wrong) {
      const answer = await send(values);
      expect(answer.status).toBe(422);
      expect(answer.text).not.toContain('<script>alert');
    }
    expect(await rows()).toEqual([]);
    for (const path of [newId(), 'x'])
      expect((await app.visitor.get(`/directory/${path}/report`)).status).toBe(404);
  });

  test('a program that is too quick is asked once more, one that fills in everything is passed over', async () => {
    const quick = await send({ cause: 'gone' }, 1);
    expect(quick.status).toBe(422);
    expect(quick.text).toContain('Formularz przyszedł za szybko');
    const trapped = await send({ cause: 'gone', company: 'Best SEO' });
    expect(trapped.location).toBe(`/directory/${id}/report/sent`);
    const timeless = await app.visitor.post(`/directory/${id}/report`, { cause: 'gone' });
    expect(timeless.status).toBe(422);
    expect(await rows()).toEqual([]);
  });

  test('ten a day from one address; the next day again', async () => {
    for (let n = 0; n < 10; n++) expect((await send({ cause: 'gone' })).status).toBe(303);
    const eleventh = await send({ cause: 'gone' });
    expect(eleventh.status).toBe(422);
    expect(eleventh.text).toContain('wiele zgłoszeń');
    app.setNow(new Date(app.parts.clock().getTime() + 26 * 3_600_000));
    expect((await send({ cause: 'gone' })).status).toBe(303);
    expect(await rows()).toHaveLength(11);
  });
});

test('somebody of an entity without an institution asks for one', async () => {
  const shown = await app.visitor.get(`/directory/${id}/claim`);
  expect(shown.text).toContain('Nie masz jeszcze konta w Splocie?');
  app.setNow(new Date(app.parts.clock().getTime() + 20_000));
  const path = `/directory/${id}/claim/newcomer`;
  expect((await app.visitor.post(path, { ...hidden(shown.text), note: 'krótko', answerTo: '' })).status).toBe(
    422,
  );
  const asked = await app.visitor.post(path, {
    ...hidden(shown.text),
    note: 'Prezes spółdzielni, chcemy prowadzić wpis.',
    answerTo: 'prezes@example.org',
  });
  expect(asked.location).toBe(`/directory/${id}/claim/sent`);
  expect(await rows()).toMatchObject([{ cause: 'newcomer', email: 'prezes@example.org' }]);
});

test('only editors read reports; what was written goes six months after the decision', async () => {
  await send({ cause: 'other', note: 'Pani Zofia tam nie pracuje.', answerTo: 'reader@example.org' });
  const institution = await makeInstitution(app.adminUrl, 'NGO');
  const editor = await makeWorker(app.adminUrl, institution, ['editor']);
  const head = await makeWorker(app.adminUrl, institution, ['head', 'institution_admin']);
  const seen = (actor: typeof head) =>
    app.ctxAs(actor, (ctx) => ctx.tx.many<{ id: string }>(sql`select id from directory.matter`));
  expect(await seen(editor)).toHaveLength(1);
  expect(await seen(head)).toEqual([]);
  for (const query of [sql`select from directory.matter`, sql`select from directory.matter_contact`])
    await expect(app.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.run(query))).rejects.toThrow('permission denied');
  const contacts = sql`select matter_id as id from directory.matter_contact`;
  expect(await app.ctxAs(head, (ctx) => ctx.tx.many<{ id: string }>(contacts))).toEqual([]);

  await asAdmin(app.adminUrl, (run) =>
    run(`update directory.matter set state = 'rejected', closed_code = 'other', closed_at = $1`, [TEST_NOW]),
  );
  const erase = (now: string) => app.ctxAs(SYSTEM_ACTOR, eraseOld, { now: new Date(now) });
  await erase('2026-09-03T09:00:00Z');
  expect(await rows()).toMatchObject([{ email: 'reader@example.org' }]);
  await erase('2026-09-06T09:00:00Z');
  expect(await rows()).toMatchObject([{ note: '', email: null }]);
});
