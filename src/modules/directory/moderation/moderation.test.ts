import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import type { OfferInput, PlaceInput } from '../schema.ts';
import { moderationJobs } from './jobs.ts';
import { findDuplicates } from './results/service.ts';
import { markForChecking } from './service.ts';

let app: TestApp;
let editor: Browser;
let head: Browser;
let editorActor: Actor;
beforeAll(async () => {
  app = await testApp();
  const institution = await makeInstitution(app.adminUrl, 'OWES');
  editorActor = await makeWorker(app.adminUrl, institution, ['editor']);
  editor = await app.as(await makeAccount(app, editorActor));
  const other = await makeWorker(app.adminUrl, institution, ['head', 'institution_admin']);
  head = await app.as(await makeAccount(app, other));
}, 60_000);
afterAll(() => app.drop());

const place = (name: string, isMain: boolean): PlaceInput => ({
  name,
  kind: 'physical',
  isMain,
  street: 'Rynek 1',
  postalCode: '34-600',
  localityId: null,
  locality: 'Limanowa',
  gminaId: null,
  countyCode: '1207',
  lat: null,
  lon: null,
  directions: '',
  access: [],
  opening: [],
});
const offer = (name: string): OfferInput => ({
  category: 'catering',
  name,
  description: '',
  priceFrom: null,
  priceTo: null,
  priceUnit: '',
  capacity: null,
  capacityUnit: '',
  leadDays: null,
  rangeKm: null,
  reservedBasis: [],
  certificates: '',
  samples: '',
  active: true,
  codes: [],
});
const entity = (name: string, more: Parameters<typeof makeEntity>[1] = {}) =>
  makeEntity(app, { name, shortName: name, ...more });
async function matter(entityId: string, kind: string, cause: string, by: string, proposed: object = {}) {
  const id = newId();
  await asAdmin(app.adminUrl, async (run) => {
    await run(
      `insert into directory.matter (id, entity_id, kind, cause, by_kind, note, proposed, opened_at)
       values ($1, $2, $3, $4, $5, '<b>uwaga</b>', $6, '2026-02-20T10:00:00Z')`,
      [id, entityId, kind, cause, by, JSON.stringify(proposed)],
    );
    await run(`insert into directory.matter_contact values ($1, 'autor@example.org')`, [id]);
  });
  return id;
}
const versionIn = (text: string) => /name="_version" value="([^"]+)"/.exec(text)?.[1] ?? '';
const read = async (id: string) =>
  (await asAdmin(app.adminUrl, (run) => run('select * from directory.entity where id = $1', [id])))[0];
const mails = async () => {
  const jobs = moderationJobs('http://splot.test');
  await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: app.parts.clock });
  return app.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
};

describe('the queue', () => {
  test('shows what waits, side by side; accepted field by field under the name of its author', async () => {
    const id = await entity('Kolejka', { phone: '+48183300123', website: 'https://old.example' });
    const path = `/directory/moderation/${await matter(id, 'proposal', 'letter', 'entity', {
      phone: '+48183300999',
      website: 'https://new.example',
    })}`;
    const list = await editor.get('/directory/moderation');
    expect(list.text).toContain('Kolejka');
    expect(list.text).toContain('12 dni');
    const shown = await editor.get(path);
    for (const text of ['https://old.example', 'https://new.example', '&lt;b&gt;uwaga'])
      expect(shown.text).toContain(text);
    expect(shown.text).not.toContain('autor@example.org');
    const _version = versionIn(shown.text);
    const accepted = await editor.post(`${path}/accept`, {
      _version,
      'fields[]': ['phone'],
      note: 'Dziękujemy.',
    });
    expect(accepted.location).toBe(path);
    expect(await read(id)).toMatchObject({ phone: '+48183300999', website: 'https://old.example' });
    expect((await app.visitor.get(`/directory/${id}/history`)).text).toContain('podmiot');
    // Decided once: a second editor is told.
    expect((await editor.post(`${path}/reject`, { _version, reason: 'other' })).status).toBe(409);
    expect((await editor.get('/directory/moderation?closed=yes')).text).toContain('Kolejka');
    const [mail] = (await mails()).filter((m) => m.body.includes('Kolejka'));
    expect(mail).toMatchObject({ to: 'autor@example.org' });
    expect(mail?.body).toContain('Przyjęto część zmian');
  });

  test('a record changed meanwhile is shown again, not overwritten; a whole proposal confirms the rest', async () => {
    const id = await entity('Zmieniona', { phone: '+48183300123' });
    const m = await matter(id, 'proposal', 'letter', 'entity', { phone: '+48183300999' });
    const path = `/directory/moderation/${m}`;
    const _version = versionIn((await editor.get(path)).text);
    await asAdmin(app.adminUrl, (run) =>
      run(`update directory.entity set phone = '+48183300555', row_version = row_version + 1 where id = $1`, [
        id,
      ]),
    );
    const values = { 'fields[]': ['phone'], note: 'Zachowana odpowiedź' };
    const refused = await editor.post(`${path}/accept`, { _version, ...values });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Zachowana odpowiedź');
    const again = versionIn(refused.text);
    expect((await editor.post(`${path}/accept`, { _version: again, ...values })).status).toBe(303);
    expect(await read(id)).toMatchObject({ phone: '+48183300999', confirmed_by: 'entity' });
  });

  test('rejected with a reason that the author is told; a reader’s change says so in the history', async () => {
    const id = await entity('Odrzucona');
    const path = `/directory/moderation/${await matter(id, 'report', 'hours', 'reader')}`;
    expect((await editor.post(`${path}/reject`, { reason: '' })).status).toBe(422);
    await editor.post(`${path}/reject`, {
      reason: 'already_true',
      rejectNote: 'Tel. 48183300123 potwierdził.',
    });
    const [mail] = (await mails()).filter((m) => m.body.includes('Odrzucona'));
    expect(mail?.body).toContain('dane we wpisie są prawdziwe');
    expect(mail?.body).not.toContain('48183300123');
    const second = await matter(id, 'report', 'contact', 'reader', { email: 'nowy@example.org' });
    await editor.post(`/directory/moderation/${second}/accept`, { 'fields[]': ['email'] });
    expect(await read(id)).toMatchObject({ email: 'nowy@example.org' });
    expect((await app.visitor.get(`/directory/${id}/history`)).text).toContain('zgłoszenie czytelnika');
  });

  test('is for editors alone, whose navigation says how much waits', async () => {
    const id = await entity('Tajna');
    const m = await matter(id, 'report', 'gone', 'reader');
    for (const path of ['', `/${m}`, `/${m}/paper`, `/${newId()}`, '/x'])
      expect((await head.get(`/directory/moderation${path}`)).status, path).toBe(404);
    expect((await editor.get('/directory')).text).toMatch(/Redakcja bazy \(\d+\)/);
    expect((await head.get('/directory')).text).not.toContain('Redakcja bazy');
    expect((await app.visitor.get('/directory/moderation')).location).toContain('/sign-in');
    expect((await head.post(`/directory/moderation/${m}/accept`)).status).toBe(404);
    expect((await head.post(`/directory/${id}/merge`, { into: newId() })).status).toBe(404);
    for (const query of ['kind=%27&page=-1', 'kind=claim&page=99999', 'closed=x'])
      expect((await editor.get(`/directory/moderation?${query}`)).status).toBe(200);
    expect((await editor.get(`/directory/moderation/${newId()}`)).status).toBe(404);
    const tamper = sql`update directory.matter set note = 'x' where id = ${m}`;
    await expect(app.ctxAs(editorActor, (ctx) => ctx.tx.run(tamper))).rejects.toThrow('permission denied');
  });
});

describe('records to check', () => {
  test('are marked once for a cause, by hand or by the system; a pair of one name and town once for all', async () => {
    const id = await entity('Spółdzielnia Socjalna „Jabłoń”', { places: [place('', true)] });
    const twin = await entity('Spółdzielnia socjalna Jabłoń', { places: [place('', true)] });
    await entity('Spółdzielnia Socjalna „Grusza”', { places: [place('', true)] });
    const system = (work: Parameters<typeof app.ctxAs<void>>[1]) => app.ctxAs(SYSTEM_ACTOR, work);
    for (let n = 0; n < 2; n++) {
      await system((ctx) => markForChecking(ctx, { entityId: id, cause: 'vanished', by: 'import' }));
      await system(findDuplicates);
    }
    expect((await editor.post(`/directory/${id}/check`, { note: '' })).status).toBe(422);
    expect((await editor.post(`/directory/${id}/check`, { note: 'Zadzwonić.' })).status).toBe(303);
    const rows = await asAdmin(app.adminUrl, (run) =>
      run(
        `select cause from directory.matter where entity_id = any($1) or other_id = any($1) order by cause`,
        [[id, twin]],
      ),
    );
    expect(rows.map((r) => r.cause)).toEqual(['duplicate', 'other', 'vanished']);
  });
});

describe('two records of one entity', () => {
  test('become one: parts move with their ids, the old address leads on, nothing is lost', async () => {
    const old = await entity('Stary „Wpis”', {
      nip: '7340009469',
      phone: '+48183300123',
      places: [place('Kuchnia', true)],
      offers: [offer('Obiady')],
    });
    const into = await entity('Nowy „Wpis”', { places: [place('Biuro', true)], offers: [offer('Kanapki')] });
    const unit = await entity('Jednostka', { parentId: old });
    const open = await matter(old, 'report', 'hours', 'reader');
    const before = (await app.visitor.get(`/directory/${old}`)).text;
    const offerPath = new RegExp(`/directory/${old}/offers/[0-9a-f-]+`).exec(before)?.[0] ?? '';
    expect((await editor.get(`/directory/${old}/merge?q=wpis`)).text).toContain('Nowy „Wpis”');
    const shown = await editor.get(`/directory/${old}/merge?with=${into}`);
    const _version = versionIn(shown.text);
    expect((await editor.post(`/directory/${old}/merge`, { into, _version: '0-0' })).status).toBe(409);
    const merged = await editor.post(`/directory/${old}/merge`, { into, _version });
    expect(merged.location).toBe(`/directory/${into}`);
    const led = await app.visitor.get(`/directory/${old}`);
    expect(led.status).toBe(308);
    expect(led.headers.get('location')).toBe(`/directory/${into}`);
    expect((await app.visitor.get(offerPath.replace(old, into))).status).toBe(200);
    const page = (await app.visitor.get(`/directory/${into}`)).text;
    for (const text of ['Obiady', 'Kanapki', 'Kuchnia', 'Biuro', 'Jednostka']) expect(page).toContain(text);
    expect(await read(into)).toMatchObject({ nip: '7340009469', phone: '+48183300123' });
    expect(await read(unit)).toMatchObject({ parent_id: into });
    expect((await app.visitor.get(`/directory/${into}/history`)).text).toContain('Stary „Wpis”');
    expect((await app.visitor.get(`/directory/${old}/history`)).status).toBe(200);
    expect((await editor.get(`/directory/moderation/${open}`)).text).toContain('Nowy „Wpis”');
    expect((await editor.post(`/directory/${old}/merge`, { into })).status).toBe(404);
    // A chain leads to its end; a unit and who runs it stay two.
    const last = await entity('Ostatni „Wpis”');
    expect((await editor.post(`/directory/${into}/merge`, { into: last })).status).toBe(303);
    expect((await app.visitor.get(`/directory/${old}`)).headers.get('location')).toBe(`/directory/${last}`);
    expect((await editor.post(`/directory/${unit}/merge`, { into: last })).status).toBe(422);
    expect((await editor.get(`/directory/${last}/merge?with=${last}`)).status).toBe(404);
  });
});
