import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { makePesel } from '#kernel/identifiers.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeWorld, type World } from '#test/factories.ts';
import { unmetNeeds } from './service.ts';

let app: TestApp;
let w: World;
let ops: Browser;

const support = (more: object) => ({
  kind: 'debt',
  name: 'Pomoc w długach',
  description: '',
  descriptionEasy: '',
  minimumAge: null,
  maximumAge: null,
  fee: 0,
  feeNote: '',
  howToApply: '',
  takesReferrals: true,
  placesTotal: 10,
  placesFree: 3,
  placesOn: '2026-03-01',
  languages: ['pl'],
  active: true,
  eligibility: [],
  requiredPapers: [],
  ...more,
});

beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  await makeAccount(app, w.socialWorker);
  ops = await app.as(w.socialWorker.accountId);
  const place = {
    name: '',
    kind: 'physical' as const,
    isMain: true,
    street: '',
    postalCode: '',
    localityId: null,
    locality: 'Limanowa',
    gminaId: null,
    countyCode: '1207',
    lat: 49.7,
    lon: 20.43,
    directions: '',
    access: [],
    opening: [],
  };
  const record = (name: string, more: object, institutionId: string | null) =>
    makeEntity(app, { name, shortName: name, places: [place], supports: [support(more)] }, { institutionId });
  await record('Most bliski', {}, w.ngo.id);
  await record('Obca przystań', { placesFree: 0 }, null);
  await record('Tylko dla seniorów', { minimumAge: 60 }, null);
  await record('Tylko dla Mielca', { eligibility: [{ rule: 'county', value: '1811' }] }, null);
  await record('Warsztat ceramiki', { kind: 'therapy' }, null);
});
afterAll(() => app.drop());

const typed = (more: Record<string, string | readonly string[]> = {}) => ({
  draft: newId(),
  partnership: w.partnershipId,
  given_name: 'Gęśla',
  family_name: 'Gałązka',
  pesel: makePesel('1990-02-11', 'female', 7),
  gmina: '1207-limanowa-m',
  'needs[]': ['debts'],
  reason: 'Długi rosną.',
  ...more,
});

test('the referral form shows support that fits need, place and age, and one of the partnership can be picked', async () => {
  const fields = typed();
  const asked = await ops.post('/referrals/new/nearby', fields);
  expect(asked.status).toBe(303);
  const page = await ops.get((asked.location ?? '').split('#')[0] ?? '');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Most bliski');
  expect(page.text).toContain('3 wolne miejsca');
  expect(page.text).toContain('Obca przystań');
  expect(page.text.match(/Nie przyjmują skierowań/g)).toHaveLength(1);
  expect(page.text.indexOf('Most bliski')).toBeLessThan(page.text.indexOf('Poza partnerstwem: 1 miejsce'));
  for (const other of ['Tylko dla seniorów', 'Tylko dla Mielca', 'Warsztat ceramiki'])
    expect(page.text).not.toContain(other);
  // Nothing typed is lost, and what is picked becomes the recipient.
  expect(page.text).toContain('Długi rosną.');
  const picked = await ops.post('/referrals/new/nearby', { ...fields, choose: w.ngo.id });
  const after = await ops.get((picked.location ?? '').split('#')[0] ?? '');
  expect(after.text).toMatch(new RegExp(`value="${w.ngo.id}" selected`));
  expect(after.text).toContain('wybrane');
});

test('without a gmina the form says what is missing', async () => {
  const asked = await ops.post('/referrals/new/nearby', typed({ gmina: '' }));
  expect((await ops.get((asked.location ?? '').split('#')[0] ?? '')).text).toContain('Podaj gminę');
});

test('unmet needs of a county are counted from five on, for anybody, without rows of a person', async () => {
  const add = (need: string, times: number) =>
    asAdmin(app.adminUrl, async (query) => {
      for (let i = 0; i < times; i += 1)
        await query(
          `insert into cases.unmet_need (id, partnership_id, gmina_id, need, reason, institution_id, noted_on)
           values ($1, $2, '1207-limanowa-m', $3, 'no_places', $4, '2026-02-01')`,
          [newId(), w.partnershipId, need, w.ngo.id],
        );
    });
  await add('homelessness', 4);
  await add('debts', 6);
  expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => unmetNeeds(ctx, '1207'))).toEqual([
    { name: 'zadłużenie', count: 6 },
  ]);
  expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => unmetNeeds(ctx, '1461'))).toEqual([]);
});
