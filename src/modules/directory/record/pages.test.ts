import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import type { OfferInput, PlaceInput, SupportInput } from '../schema.ts';

const EVIL = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>';
const place: PlaceInput = {
  name: EVIL,
  kind: 'physical',
  isMain: true,
  street: EVIL,
  postalCode: '34-600',
  localityId: null,
  locality: EVIL,
  gminaId: null,
  countyCode: '1207',
  lat: 49.7,
  lon: 20.4,
  directions: EVIL,
  access: [{ code: 'step_free', note: EVIL }],
  opening: [
    { weekday: 3, onDay: null, opens: '08:00', closes: '16:00', validFrom: null, validTo: null, note: EVIL },
  ],
};
const offer: OfferInput = {
  category: 'catering',
  name: EVIL,
  description: EVIL,
  priceFrom: 1200,
  priceTo: null,
  priceUnit: '"><b>',
  capacity: 300,
  capacityUnit: '"><b>',
  leadDays: 3,
  rangeKm: 25,
  reservedBasis: ['pzp_94'],
  certificates: EVIL,
  samples: EVIL,
  active: true,
  codes: [{ taxonomy: 'cpv', code: '55524000' }],
};
const support: SupportInput = {
  kind: 'training',
  name: EVIL,
  description: EVIL,
  descriptionEasy: EVIL,
  minimumAge: 18,
  maximumAge: null,
  fee: 0,
  feeNote: EVIL,
  howToApply: EVIL,
  takesReferrals: true,
  placesTotal: 12,
  placesFree: 3,
  placesOn: '2026-03-01',
  languages: ['pl'],
  active: true,
  eligibility: [{ rule: 'county', value: '1207' }],
  requiredPapers: [EVIL],
};

let app: TestApp;
let keeper: Browser;
let stranger: Browser;
let colleague: Browser;
let editor: Browser;
let strangerActor: Actor;
let id: string;
let dir: string;
const versionIn = (text: string) => /name="_version" value="(\d+)"/.exec(text)?.[1] ?? '';

beforeAll(async () => {
  app = await testApp();
  dir = await mkdtemp(join(tmpdir(), 'splot-photos-'));
  setFileStore({ disk: await openStorage({ ...app.parts.config, DATA_DIR: dir }) });
  const own = await makeInstitution(app.adminUrl, 'KIS');
  const other = await makeInstitution(app.adminUrl, 'NGO');
  const worker = async (actor: Promise<Actor>) => app.as(await makeAccount(app, await actor));
  keeper = await worker(makeWorker(app.adminUrl, own, ['institution_admin']));
  colleague = await worker(makeWorker(app.adminUrl, own, ['unit_worker']));
  editor = await worker(makeWorker(app.adminUrl, other, ['editor']));
  strangerActor = await makeWorker(app.adminUrl, other, ['institution_admin']);
  stranger = await app.as(await makeAccount(app, strangerActor));
  id = await makeEntity(
    app,
    {
      name: EVIL,
      shortName: 'Skrót',
      descriptionPl: EVIL,
      contactRole: EVIL.slice(0, 120),
      phone: '+48183300123',
      email: 'biuro@example.org',
      website: 'https://example.org',
      places: [place],
      offers: [offer],
      supports: [support],
    },
    { institutionId: own.id, confirmed: { on: '2025-01-02', by: 'register' } },
  );
}, 60_000);
afterAll(async () => {
  await app.drop();
  await rm(dir, { recursive: true });
});

describe('what everybody reads', () => {
  test('freshness first, today open, and nothing typed becomes markup', async () => {
    const { status, text } = await app.visitor.get(`/directory/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('niepotwierdzone od 14 miesięcy');
    expect(text).toContain('Dziś czynne 08:00–16:00');
    expect(text).toContain('href="tel:+48183300123"');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
    const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ name: EVIL, telephone: '+48183300123' });
  });

  test('an offer, the history, and addresses that lead nowhere', async () => {
    const page = await app.visitor.get(`/directory/${id}`);
    const href = /href="(\/directory\/[^"]+\/offers\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const shown = await app.visitor.get(href, { 'accept-language': 'en' });
    expect(shown.text).toContain('CPV 55524000');
    expect(shown.text).not.toContain('<img src=x');
    expect((await app.visitor.get(`/directory/${id}/history`)).status).toBe(200);
    for (const path of [
      newId(),
      'x',
      '%27',
      `${id}/offers/${newId()}`,
      `${id}/offers/x`,
      `photos/${newId()}`,
    ])
      expect((await app.visitor.get(`/directory/${path}`)).status, path).toBe(404);
  });

  test('who is in liquidation is shown as such', async () => {
    const gone = await makeEntity(app, { state: 'in_liquidation', stateSince: '2026-01-15' });
    const { text } = await app.visitor.get(`/directory/${gone}`);
    expect(text).toContain('Od 15.01.2026: w likwidacji.');
  });
});

describe('what keepers change', () => {
  const EDITS = ['edit', 'edit/basics', 'edit/statuses', 'edit/places/new', 'edit/photos', 'places-free'];
  test('the keeper and an editor find every form; others find none', async () => {
    for (const path of EDITS) {
      expect((await keeper.get(`/directory/${id}/${path}`)).status, path).toBe(200);
      expect((await editor.get(`/directory/${id}/${path}`)).status, path).toBe(200);
      expect((await stranger.get(`/directory/${id}/${path}`)).status, path).toBe(404);
      expect((await app.visitor.get(`/directory/${id}/${path}`)).location, path).toContain('/sign-in');
    }
    expect((await colleague.get(`/directory/${id}/edit`)).status).toBe(404);
    expect((await stranger.post(`/directory/${id}/confirm`)).status).toBe(404);
    expect((await keeper.get('/directory/new')).status).toBe(404);
    expect((await editor.get('/directory/new')).status).toBe(200);
    expect((await keeper.get('/directory/mine')).text).toContain(`/directory/${id}`);
  });

  test('row-level security refuses what goes past the application', async () => {
    const { sql } = await import('#kernel/db/tx.ts');
    const changed = await app.ctxAs(strangerActor, (ctx) =>
      ctx.tx.run(sql`update directory.entity set phone = 'x' where id = ${id}`),
    );
    expect(changed).toBe(0);
    const insert = app.ctxAs(strangerActor, (ctx) =>
      ctx.tx.run(sql`
        insert into directory.photo (id, entity_id, file_id, alt_pl) values (${newId()}, ${id}, ${newId()}, 'x')`),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  test('a place with hours, exceptions and the mistakes people make', async () => {
    const path = `/directory/${id}/edit/places/new`;
    const version = versionIn((await keeper.get(path)).text);
    const values = {
      _version: version,
      kind: 'physical',
      locality: 'Limanowa',
      county: '1207',
      name: 'Filia',
    };
    const wrong = await keeper.post(path, { ...values, day1: 'rano', postalCode: '1' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="rano"');
    const sent = {
      ...values,
      day1: '8–12, 13:00-17:00',
      exceptions: '24.12.2026 nieczynne Wigilia\n2.01.2027 10–14 inwentaryzacja',
      'access[]': ['step_free'],
      'note-step_free': 'od podwórza',
    };
    expect((await keeper.post(path, sent)).location).toBe(`/directory/${id}/edit`);
    const { text } = await app.visitor.get(`/directory/${id}`);
    for (const shown of [
      'Filia',
      '08:00–12:00; 13:00–17:00',
      '24.12.2026, nieczynne, Wigilia',
      'od podwórza',
    ])
      expect(text).toContain(shown);
    expect((await keeper.post(path, sent)).status).toBe(409);
    expect((await app.visitor.get(`/directory/${id}/history`)).text).toContain('Filia');
  });

  test('identity, statuses, an offer and a service go and come as they were typed', async () => {
    const section = async (path: string, values: Record<string, string | string[]>) => {
      const { text } = await keeper.get(`/directory/${id}/edit/${path}`);
      return keeper.post(`/directory/${id}/edit/${path}`, { _version: versionIn(text), ...values });
    };
    const basics = { type: 'KIS', name: 'Klub Próbny', shortName: 'Klub', state: 'active' };
    expect((await section('basics', { ...basics, nip: '123', email: 'x' })).status).toBe(422);
    const done = await section('basics', {
      ...basics,
      nip: '525-224-84-81',
      phone: '600 000 123',
      website: 'example.org',
    });
    expect(done.location).toBe(`/directory/${id}/edit`);
    const status = {
      'status-0-status': 'PS',
      'status-0-validFrom': '1.01.2024',
      'founder-0-kind': 'persons',
    };
    expect((await section('statuses', { ...status, 'founder-0-name': 'Jan Kowalski' })).status).toBe(422);
    expect((await section('statuses', { ...status, 'groups[]': ['disabled'], county: '1207' })).status).toBe(
      303,
    );
    const food = { name: 'Obiady', category: 'catering', priceFrom: '12,50', capacity: '300', active: 'yes' };
    expect((await section('offers/new', food)).status).toBe(422);
    expect((await section('offers/new', { ...food, capacityUnit: 'porcji', cpv: '55524000-5' })).status).toBe(
      303,
    );
    const club = { name: 'Klub pracy', kind: 'training', placesTotal: '10', active: 'yes', county: '1207' };
    expect((await section('supports/new', { ...club, placesFree: '11' })).status).toBe(422);
    expect((await section('supports/new', { ...club, placesFree: '4', 'languages[]': ['pl'] })).status).toBe(
      303,
    );
    const { text } = await app.visitor.get(`/directory/${id}`);
    for (const shown of ['525-224-84-81', 'od 12,50', '4 wolne miejsca z 10', 'osoby z niepełnosprawnością'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(shown);
    expect((await app.visitor.get(`/directory/${id}/history`)).text).toContain('600000123');
  });

  test('anybody of the house counts free places; one click confirms', async () => {
    const { text } = await colleague.get(`/directory/${id}/places-free`);
    const field = /name="(free-[^"]+)"/.exec(text)?.[1] ?? '';
    expect((await colleague.post(`/directory/${id}/places-free`, { [field]: 'dużo' })).status).toBe(422);
    expect((await colleague.post(`/directory/${id}/places-free`, { [field]: '1' })).status).toBe(303);
    expect((await app.visitor.get(`/directory/${id}`)).text).toContain('stan na 04.03.2026');
    expect((await keeper.post(`/directory/${id}/confirm`)).location).toBe(`/directory/${id}`);
    expect((await app.visitor.get(`/directory/${id}`)).text).toContain('potwierdzono 04.03.2026');
  });

  test('a part is removed by its own page', async () => {
    const page = await keeper.get(`/directory/${id}/edit`);
    const href = /href="(\/directory\/[^"]+\/edit\/offers\/[0-9a-f-]+)"/.exec(page.text)?.[1] ?? '';
    expect((await keeper.get(`${href}/remove`)).status).toBe(200);
    expect((await stranger.post(`${href}/remove`)).status).toBe(404);
    expect((await keeper.post(`${href}/remove`)).status).toBe(303);
    expect((await keeper.get(href)).status).toBe(404);
  });

  test('a new record of an editor', async () => {
    const sent = {
      type: 'SPS',
      name: 'Nowa',
      shortName: 'Nowa',
      state: 'active',
      website: 'nowa.example.org',
    };
    const { location } = await editor.post('/directory/new', sent);
    expect(location).toMatch(/^\/directory\/[0-9a-f-]{36}\/edit$/);
    expect((await editor.post('/directory/new', { ...sent, parentNumber: '999' })).status).toBe(422);
  });
});

test('a photo is shown to everybody, and needs its alternative text', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const account = await asAdmin(app.adminUrl, (run) =>
    run(
      `select account_id from organisations.worker w join organisations.worker_function f on f.worker_id = w.id
         where f.function = 'institution_admin' and w.institution_id = (select institution_id from directory.entity where id = $1)`,
      [id],
    ),
  );
  const cookie = await app.auth.sessionCookie(String(account[0]?.account_id));
  const send = async (altPl: string) => {
    const body = new FormData();
    body.set('file', new File([png], 'Jan Kowalski.png', { type: 'image/png' }));
    body.set('altPl', altPl);
    const headers = { cookie, origin: 'http://splot.test' };
    const url = `http://splot.test/directory/${id}/edit/photos`;
    return app.fetch(new Request(url, { method: 'POST', body, headers, redirect: 'manual' }));
  };
  expect((await send('')).status).toBe(422);
  expect((await send('Kuchnia klubu')).status).toBe(303);
  const { text } = await app.visitor.get(`/directory/${id}`);
  expect(text).toContain('alt="Kuchnia klubu"');
  const src = /src="(\/directory\/photos\/[^"]+)"/.exec(text)?.[1] ?? '';
  const photo = await app.visitor.get(src);
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(photo.headers.get('cache-control')).toContain('immutable');
  const remove = /action="([^"]+\/photos\/[^"]+\/remove)"/.exec(
    (await keeper.get(`/directory/${id}/edit/photos`)).text,
  );
  expect((await keeper.post(remove?.[1] ?? '')).status).toBe(303);
  expect((await app.visitor.get(src)).status).toBe(404);
});
