import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { TEST_NOW } from '#test/database.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { dueTexts } from './desk/service.ts';
import { difference, shortened } from './difference/service.ts';
import { slugFrom } from './service.ts';
import { tagsOf } from './settings/service.ts';

let app: TestApp;
let anna: Browser;
let bogna: Browser;
let outsider: Browser;
let annaActor: Actor;
let bognaActor: Actor;
let annaCookie: string;
let dir: string;
/** A picture of one point. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
beforeAll(async () => {
  app = await testApp();
  dir = await mkdtemp(join(tmpdir(), 'splot-editing-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  const institution = await makeInstitution(app.adminUrl, 'OWES');
  annaActor = await makeWorker(app.adminUrl, institution, ['editor']);
  const account = await makeAccount(app, annaActor);
  anna = await app.as(account);
  annaCookie = await app.auth.sessionCookie(account);
  bognaActor = await makeWorker(app.adminUrl, institution, ['editor']);
  bogna = await app.as(await makeAccount(app, bognaActor));
  outsider = await app.as(await makeAccount(app, await makeWorker(app.adminUrl, institution, ['head'])));
}, 60_000);
afterAll(async () => {
  await app.drop();
  await rm(dir, { recursive: true, force: true });
});

const versionOf = (page: string): string => /name="_version" value="(\d+)"/.exec(page)?.[1] ?? '';
const documentOf = (page: string): string =>
  /\/library\/edit\/documents\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';

/** A draft begun by the editor; its address at the desk. */
async function begun(by: Browser, title: string, kind = 'news'): Promise<string> {
  const answer = await by.post('/library/edit/new', { kind, lang: 'pl', title, slug: '', parent: '' });
  expect(answer.status).toBe(303);
  return answer.location ?? '';
}
const words = (more: Record<string, string> = {}) => ({
  title: 'Stołówka w Limanowej',
  lead: 'Spółdzielnia gotuje dla szkoły.',
  body: '## Jak to działa\n\nGotują **cztery** osoby.\n\n<script>alert(1)</script>',
  ...more,
});
async function proposed(by: Browser, path: string, more: Record<string, string> = {}): Promise<void> {
  const { text } = await by.get(path);
  const answer = await by.post(path, { ...words(more), _version: versionOf(text), step: 'propose' });
  expect(answer.location).toBe(`${path}/look`);
}
async function approved(by: Browser, path: string, more: Record<string, string> = {}) {
  const { text } = await by.get(`${path}/look`);
  return by.post(`${path}/approve`, { _version: versionOf(text), on: '', at: '', ...more });
}

describe('publishing with four eyes', () => {
  test('what one editor writes another one approves, and everybody reads it', async () => {
    const path = await begun(anna, 'Stołówka w Limanowej');
    expect((await app.visitor.get('/news/stolowka-w-limanowej')).status).toBe(404);
    await proposed(anna, path);
    expect((await approved(anna, path)).status).toBe(409);
    expect((await anna.get(`${path}/look`)).text).toContain('zatwierdza ją ktoś inny');
    expect((await approved(bogna, path)).location).toBe('/news/stolowka-w-limanowej');
    const page = await app.visitor.get('/news/stolowka-w-limanowej');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Gotują <strong>cztery</strong> osoby.');
    expect(page.text).not.toContain('<script>alert');
    expect((await app.visitor.get('/news')).text).toContain('Stołówka w Limanowej');
  });

  test('a correction is a new version with its history', async () => {
    const hub = documentOf((await anna.get('/library/edit?view=drafts')).text);
    expect(hub).toBe('');
    app.setNow(new Date(TEST_NOW.getTime() + 3_600_000));
    const page = await anna.get('/news/stolowka-w-limanowej');
    const answer = await anna.post(`/library/edit/documents/${documentOf(page.text)}/correct`, {
      lang: 'pl',
    });
    const path = answer.location ?? '';
    await proposed(anna, path, {
      body: '## Jak to działa\n\nGotuje **pięć** osób.',
      change_note: 'Jest ich więcej.',
    });
    expect((await bogna.get(`${path}/look`)).text).toContain('<ins>');
    await approved(bogna, path);
    expect((await app.visitor.get('/news/stolowka-w-limanowej')).text).toContain(
      'Gotuje <strong>pięć</strong> osób',
    );
    const history = await app.visitor.get('/news/stolowka-w-limanowej/history?lang=pl&version=2');
    expect(history.text).toContain('Jest ich więcej.');
    expect(history.text).toMatch(/<del>[^<]*Gotują/);
    app.setNow(TEST_NOW);
  });

  test('a version waits for its day', async () => {
    const path = await begun(anna, 'Zapowiedź');
    await proposed(anna, path, { title: 'Zapowiedź', lead: '', body: 'Jutro.' });
    expect((await approved(bogna, path, { on: '1.1.2020' })).status).toBe(422);
    const tomorrow = new Date(TEST_NOW.getTime() + 86_400_000);
    const on = tomorrow.toISOString().slice(0, 10);
    expect((await approved(bogna, path, { on, at: '08:00' })).location).toBe('/library/edit?view=planned');
    expect((await app.visitor.get('/news/zapowiedz')).status).toBe(404);
    expect((await anna.get('/library/edit?view=planned')).text).toContain('Zapowiedź');
    app.setNow(new Date(tomorrow.getTime() + 86_400_000));
    expect((await app.visitor.get('/news/zapowiedz')).status).toBe(200);
    app.setNow(TEST_NOW);
  });

  test('days are read as the hints say they may be typed, and what is no day is named', async () => {
    const path = await begun(anna, 'Dni jak w podpowiedzi');
    const typed = async (days: Record<string, string>) => {
      const { text } = await anna.get(path);
      return anna.post(path, { ...words(days), _version: versionOf(text), step: 'save' });
    };
    expect((await typed({ legal_state_on: '5.3', review_by: '5 marca' })).status).toBe(303);
    const { text } = await anna.get(path);
    const day = (name: string) =>
      new RegExp(`name="${name}"[^>]* value="05\\.03\\.(\\d{4})"`).exec(text)?.[1] ?? '';
    expect(Number(day('review_by')) - Number(day('legal_state_on'))).toBe(1);
    const wrong = await typed({ legal_state_on: '32.13.2026' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Wpisz datę jako dzień, miesiąc i rok');
  });

  test('a picture is described before the text goes to the second pair of eyes', async () => {
    const path = await begun(anna, 'Tekst ze zdjęciem');
    const document = documentOf((await anna.get(path)).text);
    const body = new FormData();
    body.set('image', new File([new Uint8Array(Buffer.from(PIXEL, 'base64'))], 'kuchnia.png'));
    const sent = await app.fetch(
      new Request(`http://splot.test/library/edit/documents/${document}/image`, {
        method: 'POST',
        body,
        headers: { cookie: annaCookie, origin: 'http://splot.test' },
        redirect: 'manual',
      }),
    );
    expect(sent.status).toBe(303);
    const { text } = await anna.get(path);
    const form = { ...words({ title: 'Tekst ze zdjęciem' }), _version: versionOf(text), step: 'propose' };
    const refused = await anna.post(path, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#f-image-alt"');
    expect((await anna.post(path, { ...form, image_alt: 'Kuchnia szkolna' })).location).toBe(`${path}/look`);
    expect((await approved(bogna, path)).status).toBe(303);
    expect((await app.visitor.get('/news/tekst-ze-zdjeciem')).text).toContain('alt="Kuchnia szkolna"');
  });

  test('a block that shows nothing is named to editors, and is nothing to readers', async () => {
    const path = await begun(anna, 'Tekst z cytatem');
    const body =
      'Tekst.\n\n::quote{document="nie-ma" chapter="nic"}\n\n::chart{title="Liczby" values="CIS: 2; KIS: 3"}\n\n::cytat{}';
    await proposed(anna, path, { title: 'Tekst z cytatem', body });
    const { text } = await bogna.get(`${path}/look`);
    expect(text.match(/niczego nie pokazuje/g)).toHaveLength(2);
    expect(text).toContain('„::quote”');
    expect((await approved(bogna, path)).status).toBe(303);
    expect((await app.visitor.get('/news/tekst-z-cytatem')).text).not.toContain('niczego nie pokazuje');
  });

  test('two editors do not overwrite each other', async () => {
    const path = await begun(anna, 'Dwie osoby');
    const version = versionOf((await anna.get(path)).text);
    expect((await bogna.post(path, { ...words(), title: 'Bogna', _version: version })).status).toBe(303);
    const late = await anna.post(path, { ...words(), title: 'Anna', _version: version });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Anna');
    expect(late.text).toContain('Bogna');
    // What is typed is kept for whose draft it is alone.
    expect((await anna.post(`${path}/typing`, { ...words(), _version: version })).status).toBe(409);
    const now = versionOf((await bogna.get(path)).text);
    expect(
      (await bogna.post(`${path}/typing`, { ...words({ title: 'Pisane' }), _version: now })).status,
    ).toBe(204);
    expect((await bogna.get(path)).text).toContain('Pisane');
  });

  test('is sent back with a note, taken up again, and dropped', async () => {
    const path = await begun(anna, 'Do poprawy');
    await proposed(anna, path);
    const { text } = await bogna.get(`${path}/look`);
    expect((await bogna.post(`${path}/return`, { _version: versionOf(text), note: '' })).status).toBe(422);
    await bogna.post(`${path}/return`, { _version: versionOf(text), note: 'Dodaj źródło.' });
    expect((await anna.get(path)).text).toContain('Dodaj źródło.');
    expect((await anna.post(`${path}/drop`)).status).toBe(303);
    expect((await anna.get(path)).status).toBe(404);
  });
});

describe('what is not words', () => {
  test('what is handed over waits for every other editor, what is sent back for its author alone', async () => {
    const due = (actor: Actor) =>
      app.ctxAs(actor, async (ctx) => (await dueTexts(ctx)).map(({ what }) => what));
    const path = await begun(anna, 'Tekst do sprawdzenia');
    await proposed(anna, path, { title: 'Tekst do sprawdzenia' });
    expect(await due(annaActor)).toEqual([]);
    expect(await due(bognaActor)).toEqual(['Sprawdź i zatwierdź tekst: Tekst do sprawdzenia']);
    expect(await due(PUBLIC_ACTOR)).toEqual([]);
    const { text } = await bogna.get(`${path}/look`);
    await bogna.post(`${path}/return`, { _version: versionOf(text), note: 'Podaj źródło.' });
    expect(await due(annaActor)).toEqual(['Popraw zwrócony tekst: Tekst do sprawdzenia']);
    expect(await due(bognaActor)).toEqual([]);
  });

  test('a new address leaves the old one leading to it; withdrawing takes it from readers', async () => {
    const path = await begun(anna, 'Adres');
    await proposed(anna, path, { title: 'Adres' });
    await approved(bogna, path);
    const id = documentOf((await anna.get('/news/adres')).text);
    const settings = `/library/edit/documents/${id}`;
    const form = {
      comments: 'before',
      tags: 'Gmina, gmina , obiady',
      acts: '',
      related: '',
      image_licence: '',
    };
    const { text } = await anna.get(settings);
    const version = /id="settings"[\s\S]*?name="_version" value="(\d+)"/.exec(text)?.[1] ?? '';
    expect(
      (await anna.post(`${settings}/settings`, { ...form, slug: 'Zły Adres', _version: version })).status,
    ).toBe(422);
    expect(
      (await anna.post(`${settings}/settings`, { ...form, slug: 'stolowka-w-limanowej', _version: version }))
        .status,
    ).toBe(422);
    expect(
      (await anna.post(`${settings}/settings`, { ...form, slug: 'nowy-adres', _version: version })).status,
    ).toBe(303);
    const moved = await app.visitor.get('/news/adres');
    expect([moved.status, moved.location]).toEqual([308, '/news/nowy-adres']);
    expect((await app.visitor.get('/news?tag=obiady')).text).toContain('nowy-adres');
    expect((await anna.post(`${settings}/withdraw`, { lang: 'pl', reason: '' })).status).toBe(422);
    expect(
      (await anna.post(`${settings}/withdraw`, { lang: 'pl', reason: 'Pomyłka w kwotach.' })).status,
    ).toBe(303);
    expect((await app.visitor.get('/news/nowy-adres')).status).toBe(404);
    expect((await app.visitor.get('/news')).text).not.toContain('nowy-adres');
  });
});

describe('walls', () => {
  test('an act of law is added, once and well named, and texts rest on it', async () => {
    const act = {
      code: 'ukl',
      short: 'ustawa o kuchniach',
      name_pl: 'Ustawa o kuchniach szkolnych',
      name_en: '',
      journal: 'Dz.U. 2026 poz. 1',
      url: 'https://example.org/akt',
    };
    const add = async (more: object) =>
      (await anna.post('/library/edit/acts/new', { ...act, ...more })).status;
    expect((await anna.get('/library/edit/acts')).text).toContain('href="/library/edit/acts/new"');
    for (const wrong of [
      { code: 'Zły Kod' },
      { short: ' ' },
      { journal: '' },
      { url: 'javascript:alert(1)' },
    ])
      expect(await add(wrong), JSON.stringify(wrong)).toBe(422);
    expect((await outsider.post('/library/edit/acts/new', act)).status).toBe(404);
    expect(await add({})).toBe(303);
    expect(await add({ short: 'inna' })).toBe(422);
    const page = await app.visitor.get('/knowledge/acts/ukl');
    expect(page.text).toContain('Ustawa o kuchniach szkolnych');
    expect((await anna.get('/library/edit/acts')).text).toContain('ustawa o kuchniach');
  });

  test('only editors come to the desk', async () => {
    const path = await begun(anna, 'Tajne');
    for (const address of ['/library/edit', '/library/edit/new', path, `${path}/look`])
      expect((await outsider.get(address)).status, address).toBe(404);
    expect((await app.visitor.get('/library/edit')).location).toContain('/sign-in');
  });

  test('the database shows drafts to editors alone, and lets nobody approve their own words', async () => {
    const path = await begun(anna, 'Ściana');
    const id = path.split('/').at(-1) ?? '';
    const count = sql`select count(*)::int as n from library.version where id = ${id}`;
    expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.one(count))).toEqual({ n: 0 });
    expect(await app.ctxAs(annaActor, (ctx) => ctx.tx.one(count))).toEqual({ n: 1 });
    await expect(
      app.ctxAs(annaActor, (ctx) =>
        ctx.tx.run(sql`
          update library.version set state = 'published', shown = tstzrange(now(), null), published_by = kernel.worker() where id = ${id}`),
      ),
    ).rejects.toThrow();
  });

  test('what readers saw never changes', async () => {
    await expect(
      app.ctxAs(annaActor, (ctx) =>
        ctx.tx.run(sql`update library.version set title = 'Inny' where state = 'published'`),
      ),
    ).rejects.toThrow('does not change');
  });
});

test('an address is made of the words of the title', () => {
  expect(slugFrom('Zażółć gęślą jaźń: 10 rad!')).toBe('zazolc-gesla-jazn-10-rad');
  expect(slugFrom('—')).toBe('dokument');
  expect(slugFrom(`${'bardzo '.repeat(30)}długi`).length).toBeLessThanOrEqual(80);
});
test('tags are small, apart and once', () =>
  expect(tagsOf(' Gmina,gmina,  Ósmy ,')).toEqual(['gmina', 'ósmy']));
test('a comparison of absurd texts ends', () => {
  const pieces = shortened(difference('a b '.repeat(40_000), 'c d '.repeat(40_000)));
  expect(pieces.length).toBeGreaterThan(0);
});
