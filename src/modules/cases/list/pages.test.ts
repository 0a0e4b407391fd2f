import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { makePesel } from '#kernel/identifiers.ts';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeWorker, makeWorld, type World } from '#test/factories.ts';
import { listJobs } from './jobs.ts';
import { routes } from './routes.tsx';

let app: TestApp;
let w: World;
let worker: Actor;
let cookie: string;
beforeAll(async () => {
  app = await moduleApp(() => routes);
  w = await makeWorld(app.adminUrl);
  ({ cookie, actor: worker } = await signedIn(w));
});
afterAll(() => app.drop());

async function signedIn({ ops }: World): Promise<{ cookie: string; actor: Actor }> {
  const accountId = await app.auth.createAccount({
    email: `${randomUUID()}@example.org`,
    name: 'Anna Listowa',
    password: { hash: await app.auth.hashPassword(randomUUID()) },
  });
  const actor = await makeWorker(app.adminUrl, ops, ['social_worker'], { accountId });
  return { actor, cookie: await app.auth.sessionCookie(accountId) };
}

async function send(path: string, init: RequestInit = {}, as = cookie) {
  const headers = { cookie: as, origin: 'http://splot.test' };
  const response = await app.fetch(
    new Request(`http://splot.test${path}`, { ...init, headers, redirect: 'manual' }),
  );
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: await response.text(),
    headers: response.headers,
  };
}
const upload = (content: string, name = 'lista.csv') => {
  const body = new FormData();
  body.set('file', new File([content], name));
  return send('/referrals/import', { method: 'POST', body });
};
const post = (path: string, values: Record<string, string>) =>
  send(path, { method: 'POST', body: new URLSearchParams(values) });

const HEAD = 'Nazwisko;Imię;PESEL;Miejscowość;Data skierowania;Powód;Uwagi';
const line = (serial: number, change: Partial<Record<'place' | 'reason' | 'notes', string>> = {}) =>
  `Wymyślona;Łucja;${makePesel('1850-05-05', 'female', serial)};${change.place ?? 'Mordarka'};04.02.2026;${change.reason ?? 'ubóstwo'};${change.notes ?? ''}`;

test('from a file to cases: check, error file, confirmation, progress, result', async () => {
  const sent = await upload(
    [HEAD, line(1), line(2, { reason: '<i>bo tak</i>' }), line(3, { notes: '=1+1' })].join('\n'),
  );
  expect(sent.status).toBe(303);
  const at = sent.location;
  const result = await send(at);
  expect(result.text).toContain('2 wiersze do utworzenia');
  expect(result.text).toContain('1 wiersz do poprawy');
  expect(result.text).toContain('&lt;i&gt;bo tak&lt;/i&gt;');
  expect(result.text).not.toContain('<i>bo tak');
  const good = await send(`${at}?show=good`);
  expect(good.text).toContain('Wymyślona Łucja');
  const errors = await send(`${at}/errors`);
  expect(errors.headers.get('content-disposition')).toContain('attachment');
  expect(errors.text.split('\r\n').filter(Boolean)).toHaveLength(2);
  const confirm = await send(`${at}/confirm`);
  expect(confirm.text).toContain('2 sprawy i skierowania');
  const wrong = await post(`${at}/confirm`, { recipient: w.pup.id, informed_form: 'gołębiem' });
  expect(wrong.status).toBe(422);
  const decided = await post(`${at}/confirm`, { recipient: w.pup.id, informed_form: 'oral' });
  expect([decided.status, decided.location]).toEqual([303, at]);
  expect((await post(`${at}/confirm`, { recipient: w.pup.id, informed_form: 'oral' })).status).toBe(303);
  const waiting = await send(at);
  expect(waiting.text).toContain('data-poll');
  const [job] = listJobs({ db: app.db });
  const id = at.split('/').at(-1) ?? '';
  await app.ctxAs(SYSTEM_ACTOR, async (ctx) =>
    job?.handle(ctx, { id, account: worker.accountId, worker: worker.subjectId }),
  );
  const done = await send(at);
  expect(done.text).toContain('Utworzono 2 skierowania');
  expect(done.text.match(/href="\/cases\/[0-9a-f-]{36}"/g)).toHaveLength(2);
  expect((await send('/referrals/import')).text).toContain('gotowa');
});

test('columns that are not sure are asked about once', async () => {
  const file = (serial: number) =>
    [
      'Kto;Numer;Skąd;Kiedy;Czemu',
      `Wymyślona Łucja;${makePesel('1851-05-05', 'female', serial)};Sowliny;04.02.2026;bezdomność`,
    ].join('\n');
  const { location: at } = await upload(file(1));
  expect((await send(at)).location).toBe(`${at}/columns`);
  const asked = await send(`${at}/columns`);
  expect(asked.text).toContain('Kto');
  const twice = await post(`${at}/columns`, { c_pesel: '1', c_document: '1' });
  expect(twice.status).toBe(422);
  const told = await post(`${at}/columns`, {
    c_familyGiven: '0',
    c_pesel: '1',
    c_locality: '2',
    c_referred: '3',
    c_reason: '4',
  });
  expect([told.status, told.location]).toEqual([303, at]);
  expect((await send(at)).text).toContain('1 wiersz do utworzenia');
  const { location: next } = await upload(file(2));
  expect((await send(next)).text).toContain('1 wiersz do utworzenia');
});

test('what is no list is refused beside the field, and nothing is kept', async () => {
  for (const content of ['', '%PDF-1.7', '<html></html>']) {
    const refused = await upload(content);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('f-file-error');
  }
  expect((await post('/referrals/import', {})).status).toBe(422);
});

test('nobody else opens it', async () => {
  const { location: at } = await upload([HEAD, line(9)].join('\n'));
  const other = await signedIn(w);
  for (const path of [at, `${at}/errors`, `${at}/columns`, `${at}/confirm`])
    expect((await send(path, {}, other.cookie)).status).toBe(404);
  expect((await send(`/referrals/import/${randomUUID()}`)).status).toBe(404);
});
