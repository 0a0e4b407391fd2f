import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Caller, caller, tokenOf } from '#test/api.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { makeWorld, type World } from '#test/factories.ts';

let app: TestApp;
let world: World;
let ops: Caller;
let pup: Caller;
let ngo: Caller;
beforeAll(async () => {
  app = await testApp();
  world = await makeWorld(app.adminUrl);
  ops = caller(app, await tokenOf(app, world.socialWorker));
  pup = caller(app, await tokenOf(app, world.adviser));
  ngo = caller(app, await tokenOf(app, world.specialist));
});
afterAll(() => app.drop());

/** A name has no digits. */
const letters = (): string =>
  newId()
    .slice(-8)
    .replace(/[0-9a-f]/g, (c) => 'abcdefghijklmnop'[Number.parseInt(c, 16)] ?? '');

const referral = (over: Record<string, unknown> = {}) => ({
  partnershipId: world.partnershipId,
  recipientId: world.pup.id,
  person: { givenName: 'Ewa', familyName: `Próbna${letters()}`, gmina: '1207-limanowa' },
  surelyNew: true,
  needs: ['long_term_unemployment'],
  reason: 'Szuka pracy od dwóch lat i chce zacząć od kursu.',
  informedOn: '2026-03-04',
  informedForm: 'oral',
  ...over,
});
const refer = async (over?: Record<string, unknown>) =>
  (await ops.send('POST', '/api/v1/referrals', referral(over))).body;

describe('a token', () => {
  test('says whom it stands for and what it opens', async () => {
    const me = (await ops.get('/api/v1/me')).body;
    expect(me).toMatchObject({
      institution: { id: world.ops.id, type: 'OPS' },
      worker: { name: world.socialWorker.name },
    });
    expect(me.scopes).toContain('api:cases.write');
  });
  test('that is unknown or missing answers 401 and says how to come in', async () => {
    for (const token of [null, `splot_${'a'.repeat(43)}`, 'nothing']) {
      const answer = await caller(app, token).get('/api/v1/cases');
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
  test('of a narrow scope is told which scope is missing', async () => {
    const narrow = caller(app, await tokenOf(app, world.socialWorker, ['api:referrals.read']));
    expect((await narrow.get('/api/v1/referrals')).status).toBe(200);
    expect(await narrow.get('/api/v1/cases')).toMatchObject({
      status: 403,
      body: { reason: 'api:cases.read' },
    });
  });
  test('opens no page, and a session opens no call with a scope', async () => {
    const token = await tokenOf(app, world.opsHead, ['api:cases.read']);
    const page = await app.fetch(
      new Request('http://splot.test/cases', { headers: { authorization: `Bearer ${token}` } }),
    );
    expect(page.status).toBe(303);
  });
});

describe('a call', () => {
  test('names each field that is wrong, unknown or missing', async () => {
    const { status, body } = await ops.send('POST', '/api/v1/referrals', {
      ...referral({ informedOn: '31.02.2026', reason: undefined }),
      colour: 'blue',
      person: { givenName: 'Ewa', familyName: 'X', pesel: '12', shoe: 40 },
    });
    expect(status).toBe(422);
    const errors = body.errors as { field: string; code: string }[];
    expect(errors.map((e) => `${e.field} ${e.code}`).sort()).toEqual([
      'colour unknown_field',
      'informedOn date.invalid',
      'person.shoe unknown_field',
      'reason required',
    ]);
    const late = await ops.send(
      'POST',
      '/api/v1/referrals',
      referral({ person: { ...referral().person, pesel: '12' } }),
    );
    expect(late.body.errors).toMatchObject([{ field: 'person.pesel', code: 'pesel.length' }]);
  });
  test('survives what is no JSON, too deep, or full of invisible characters', async () => {
    expect((await ops.send('POST', '/api/v1/referrals', '{"a":')).status).toBe(422);
    expect(
      (await ops.send('POST', '/api/v1/referrals', `${'['.repeat(5_000)}${']'.repeat(5_000)}`)).status,
    ).toBe(422);
    const { status, body } = await ops.send(
      'POST',
      '/api/v1/referrals',
      referral({ officeSign: 'A\u0000\u202eB\ud800' }),
    );
    expect(status).toBe(201);
    expect((await ops.get(`/api/v1/cases/${String(body.caseId)}`)).body.officeSign).toBe('AB\ufffd');
  });
  test('under one Idempotency-Key happens once, also at the same moment', async () => {
    const key = newId();
    const body = referral();
    const answers = await Promise.all(
      [1, 2, 3].map(() => ops.send('POST', '/api/v1/referrals', body, { 'idempotency-key': key })),
    );
    expect(new Set(answers.map((a) => a.body.referralId)).size).toBe(1);
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    const other = await ops.send(
      'POST',
      '/api/v1/people/search',
      { partnershipId: world.partnershipId, person: { givenName: 'Ewa', familyName: 'Próbna' } },
      { 'idempotency-key': key },
    );
    expect(other).toMatchObject({ status: 409, body: { reason: 'idempotency_key' } });
    expect((await ops.send('POST', '/api/v1/referrals', body, { 'idempotency-key': 'x' })).status).toBe(422);
  });
  test('of a read carries an ETag and answers 304 when nothing changed', async () => {
    const { caseId } = await refer();
    const first = await ops.get(`/api/v1/cases/${String(caseId)}`);
    const etag = first.headers.get('etag') ?? '';
    expect((await ops.get(`/api/v1/cases/${String(caseId)}`, { 'if-none-match': etag })).status).toBe(304);
  });
  test('counts against the limit', async () => {
    expect((await ops.get('/api/v1/me')).headers.get('ratelimit')).toMatch(/^"calls";r=\d+;t=0$/);
  });
  test('on a filter that nobody knows is refused by its name', async () => {
    expect((await ops.get('/api/v1/cases?colour=blue')).body.errors).toMatchObject([{ field: 'colour' }]);
    expect((await ops.get('/api/v1/cases?state=nowhere')).body.errors).toMatchObject([
      { field: 'state', code: 'choice' },
    ]);
  });
});

describe('referrals', () => {
  test('go out, are asked back, answered, and accepted', async () => {
    const sent = await refer();
    const id = String(sent.referralId);
    expect((await pup.get('/api/v1/referrals?box=in')).body.referrals).toContainEqual(
      expect.objectContaining({ id, state: 'sent' }),
    );
    const asked = await pup.send('POST', `/api/v1/referrals/${id}/question`, {
      question: 'Od kiedy może zacząć?',
    });
    expect(asked.body).toMatchObject({ referral: { state: 'needs_info' } });
    expect(
      (await ops.send('POST', `/api/v1/referrals/${id}/answer`, { answer: 'Od poniedziałku.' })).status,
    ).toBe(201);
    const seen = (await pup.get(`/api/v1/referrals/${id}`)).body;
    const [coordinator] = seen.coordinators as { workerId: string }[];
    const wrong = await pup.send('POST', `/api/v1/referrals/${id}/accept`, { coordinatorId: newId() });
    expect(wrong.body.errors).toMatchObject([{ field: 'coordinator' }]);
    const stale = await pup.send('POST', `/api/v1/referrals/${id}/accept`, {
      coordinatorId: coordinator?.workerId,
      rowVersion: 1,
    });
    expect(stale).toMatchObject({ status: 409, body: { title: 'stale' } });
    const done = await pup.send('POST', `/api/v1/referrals/${id}/accept`, {
      coordinatorId: coordinator?.workerId,
      rowVersion: seen.rowVersion,
    });
    expect(done).toMatchObject({ status: 201, body: { caseId: sent.caseId } });
    expect([404, 409]).toContain((await pup.send('POST', `/api/v1/referrals/${id}/accept`, {})).status);
  });
  test('to a recipient without a statutory basis tell only initials, and nothing after a refusal', async () => {
    const sent = await refer({
      recipientId: world.ngo.id,
      person: { ...referral().person, birthDate: '1990-05-01' },
    });
    const id = String(sent.referralId);
    const seen = (await ngo.get(`/api/v1/referrals/${id}`)).body;
    expect(seen.packet).toMatchObject({ person: { disclosed: false, initials: 'E. P.' } });
    expect(JSON.stringify(seen.packet)).not.toContain('Próbna');
    expect((await ngo.get(`/api/v1/cases/${String(sent.caseId)}`)).status).toBe(404);
    const declined = await ngo.send('POST', `/api/v1/referrals/${id}/decline`, { code: 'no_places' });
    expect(declined).toMatchObject({ status: 201, body: { referral: null } });
    expect((await ngo.get(`/api/v1/referrals/${id}`)).status).toBe(404);
  });
  test('stop at a person who may be known already', async () => {
    const person = {
      givenName: 'Zenon',
      familyName: 'Podwójny',
      birthDate: '1980-01-02',
      gmina: '1207-limanowa',
    };
    expect((await ops.send('POST', '/api/v1/referrals', referral({ person }))).status).toBe(201);
    const again = await ops.send('POST', '/api/v1/referrals', referral({ person, surelyNew: false }));
    expect(again).toMatchObject({ status: 409, body: { reason: 'similar_people' } });
    const found = await ops.send('POST', '/api/v1/people/search', {
      partnershipId: world.partnershipId,
      person,
    });
    const [candidate] = found.body as unknown as { personId: string; exact: boolean }[];
    expect(candidate).toMatchObject({ exact: true });
    const open = await ops.send('POST', '/api/v1/referrals', {
      ...referral(),
      person: undefined,
      personId: candidate?.personId,
    });
    expect(open.status).toBe(422);
  });
});

describe('cases', () => {
  test('come in pages, newest first', async () => {
    for (let i = 0; i < 52; i++) await refer();
    const first = (await ops.get('/api/v1/cases?state=referred')).body;
    const ids = (body: Record<string, unknown>) => (body.cases as { id: string }[]).map((c) => c.id);
    expect(ids(first)).toHaveLength(50);
    expect([...ids(first)].sort().reverse()).toEqual(ids(first));
    const second = (await ops.get(`/api/v1/cases?state=referred&cursor=${String(first.nextCursor)}`)).body;
    expect(ids(second).length).toBeGreaterThan(0);
    expect(ids(second).some((id) => ids(first).includes(id))).toBe(false);
    expect(second.nextCursor).toBeNull();
  }, 60_000);
  test('that are absent and those of others answer alike', async () => {
    const { caseId } = await refer();
    for (const part of [
      '',
      '/timeline',
      '/person',
      '/basis',
      '/diagnosis',
      '/plan',
      '/reviews',
      '/outcome',
      '/access',
    ]) {
      const [foreign, absent] = await Promise.all(
        [String(caseId), newId()].map((id) => ngo.get(`/api/v1/cases/${id}${part}`)),
      );
      expect(foreign?.status, part).toBe(404);
      const told = ({ instance: _, ...rest }: Record<string, unknown> = {}) => rest;
      expect(told(foreign?.body)).toEqual(told(absent?.body));
    }
  });
  test('show their head and their timeline to the sender', async () => {
    const { caseId } = await refer();
    const c = (await ops.get(`/api/v1/cases/${String(caseId)}`)).body;
    expect(c).toMatchObject({
      state: 'referred',
      waits: { for: 'answer_referral', institutionId: world.pup.id },
    });
    const events = (await ops.get(`/api/v1/cases/${String(caseId)}/timeline`)).body as unknown as {
      kind: string;
    }[];
    expect(events.map((e) => e.kind)).toContain('referral.sent');
  });
});

test('partners, their workers and dictionaries are there to choose from', async () => {
  const partners = (await ops.get('/api/v1/organisations')).body as unknown as { id: string }[];
  expect(partners.map((p) => p.id).sort()).toEqual([world.ops.id, world.pup.id, world.ngo.id].sort());
  const workers = (await ops.get(`/api/v1/organisations/${world.pup.id}/workers`)).body as unknown as {
    id: string;
  }[];
  expect(workers.map((w) => w.id)).toContain(world.adviser.subjectId);
  expect((await ops.get(`/api/v1/organisations/${newId()}/workers`)).status).toBe(404);
  expect((await ops.get(`/api/v1/partnerships/${world.partnershipId}`)).body.members).toHaveLength(3);
  expect((await ops.get('/api/v1/dictionaries/need')).body).not.toHaveLength(0);
  expect((await ops.get('/api/v1/dictionaries/nothing')).status).toBe(404);
});
