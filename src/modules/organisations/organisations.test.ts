import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { NIL_ID, newId } from '#kernel/ids.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { absencesOn, absencesStarting, actorOfToken, actorsOf, joinInvited, standInOf } from './api.ts';
import { organisationsRoutes } from './routes.tsx';
import type { Absence, Obligation } from './schema.ts';
import { gminaNames } from './service.ts';

let app: TestApp;
let open: Obligation[] = [];
let handed: [string, string][] = [];
let keeps = 0;
let begun: Absence[] = [];
const NOW = new Date('2026-03-04T09:00:00Z');

let ops: MadeInstitution;
let other: MadeInstitution;
let head: Actor;
let worker: Actor;
let otherHead: Actor;
let asHead: Browser;
let asOther: Browser;
let asWorker: Browser;

beforeAll(async () => {
  app = await moduleApp((parts) =>
    organisationsRoutes({
      auth: parts.auth,
      obligationsOf: async () => open,
      handOver: async (_, from, to) => {
        handed.push([from, to]);
        open = open.slice(0, keeps);
      },
      absenceBegins: async (_, absence) => {
        begun.push(absence);
      },
      filesNumbered: async (_, number) => (number === '2026/1' ? [FILE] : []),
    }),
  );
});
afterAll(() => app.drop());

const FILE = '0195555d-0000-7000-8000-000000000001';

beforeEach(async () => {
  app.setNow(NOW);
  open = [];
  handed = [];
  begun = [];
  keeps = 0;
  ops = await makeInstitution(app.adminUrl, 'OPS');
  other = await makeInstitution(app.adminUrl, 'OPS');
  head = await makeWorker(app.adminUrl, ops, ['head']);
  worker = await makeWorker(app.adminUrl, ops, ['social_worker']);
  otherHead = await makeWorker(app.adminUrl, other, ['head']);
  for (const actor of [head, worker, otherHead]) await makeAccount(app, actor);
  asHead = await app.as(head.accountId);
  asOther = await app.as(otherHead.accountId);
  asWorker = await app.as(worker.accountId);
});

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const person = (actor: Actor) => `/institution/workers/${actor.subjectId}`;
const permissionsNow = async (actor: Actor, now = NOW) =>
  (await app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, actor.accountId), { now }))[0]?.permissions ??
  new Set<string>();

describe('the page of the institution', () => {
  test('says what it is and who works there; authorisations only to who runs it', async () => {
    const page = await asHead.get('/institution');
    expect(page.status).toBe(200);
    expect(page.text).toContain(ops.name);
    expect(page.text).toContain(worker.name);
    expect(page.text).toContain('ważne do 31.12.2099');
    const colleague = await asWorker.get('/institution');
    expect(colleague.text).toContain(head.name);
    expect(colleague.text).not.toContain('ważne do');
    expect(colleague.text).not.toContain('/institution/workers/');
    expect((await asHead.get('/institution?lang=en')).text).toContain('valid until 31 December 2099');
  });

  test('is for workers alone', async () => {
    expect((await app.visitor.get('/institution')).status).toBe(303);
  });

  test('says plainly who has no access', async () => {
    await makeWorker(app.adminUrl, ops, ['social_worker'], { scope: [] });
    const page = await asHead.get('/institution');
    expect(page.text).toContain('brak: bez dostępu do spraw');
    expect(page.text).toContain('1 pracownik nie ma ważnego upoważnienia');
  });
});

describe('rights', () => {
  test('whoever does not run the institution finds no page of management', async () => {
    for (const path of [
      '/institution/workers/new',
      person(head),
      `${person(head)}/leave`,
      '/institutions',
      '/audit',
    ])
      expect((await asWorker.get(path)).status, path).toBe(404);
    expect((await asWorker.post(`${person(head)}/functions`, { function: 'head' })).status).toBe(404);
  });

  test("another institution's head can neither see nor change mine", async () => {
    const before = await rows('select * from organisations.worker where id = $1', [worker.subjectId]);
    for (const path of ['', '/authorisation', '/absence', '/leave'])
      expect((await asOther.get(person(worker) + path)).status, path).toBe(404);
    const missing = `/institution/workers/${newId()}`;
    expect((await asOther.get(missing)).status).toBe(404);
    const attempts: [string, Record<string, string | string[]>][] = [
      ['', { given: 'X', family: 'Y', phone: '' }],
      ['/functions', { function: 'case_coordinator', from: '', to: '' }],
      ['/authorisation', { 'scope[]': ['D1'], from: '4.3.2026', to: '4.4.2026', document: 'x' }],
      ['/absence', { from: '4.3.2026', to: '5.3.2026', standIn: otherHead.subjectId }],
      ['/leave', { lastDay: '4.3.2026', successor: '' }],
      ['/invite', {}],
    ];
    for (const [path, values] of attempts)
      expect((await asOther.post(person(worker) + path, values)).status, path).toBe(404);
    expect(await rows('select * from organisations.worker where id = $1', [worker.subjectId])).toEqual(
      before,
    );
    const [auth] = await rows('select id from organisations.authorisation where worker_id = $1', [
      worker.subjectId,
    ]);
    expect((await asOther.get(`/institution/authorisations/${auth?.id}`)).status).toBe(404);
    expect((await asOther.post(`/institution/authorisations/${auth?.id}/revoke`)).status).toBe(404);
    expect((await permissionsNow(worker)).has('case.read')).toBe(true);
  });

  test('an institution cannot give the function that runs the system', async () => {
    const answer = await asHead.post(`${person(worker)}/functions`, {
      function: 'technical_admin',
      from: '',
      to: '',
    });
    expect(answer.status).toBe(422);
    expect((await asHead.get(person(worker))).text).not.toContain('value="technical_admin"');
  });

  test('a data protection officer does not supervise themselves', async () => {
    const answer = await asHead.post(`${person(head)}/functions`, { function: 'dpo', from: '', to: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('art. 38');
  });
});

describe('adding and inviting', () => {
  const values = {
    given: 'Ewa',
    family: 'Nowa',
    email: 'Ewa.Nowa@Example.org',
    phone: '600 000 123',
    'functions[]': ['social_worker'],
    from: '',
  };

  test('a new worker is invited by mail, joins by the link and has no access without an authorisation', async () => {
    const answer = await asHead.post('/institution/workers/new', values);
    expect(answer.status).toBe(303);
    const id = answer.location?.split('/').at(-1);
    const [mail] = await rows(
      `select to_address, body from kernel.mail where to_address = 'ewa.nowa@example.org'`,
    );
    expect(mail).toBeDefined();
    expect(String(mail?.body)).not.toContain('Nowa');
    const [invitation] = await rows('select id from organisations.invitation where worker_id = $1', [id]);
    const account = newId();
    const join = (actor: Actor, as: string) =>
      app.ctxAs(actor, (ctx) => joinInvited(ctx, String(invitation?.id), as));
    expect(await join(PUBLIC_ACTOR, account)).toBe(true);
    expect(await join(PUBLIC_ACTOR, newId())).toBe(false);
    const [actor] = await app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, account), { now: NOW });
    expect(actor?.subjectId).toBe(id);
    expect(actor?.permissions.has('case.read')).toBe(false);
    expect(actor?.permissions.has('work')).toBe(true);
  });

  test('a worker signed in elsewhere joins a second institution', async () => {
    const answer = await asHead.post('/institution/workers/new', { ...values, email: 'druga@example.org' });
    const id = answer.location?.split('/').at(-1);
    const [invitation] = await rows('select id from organisations.invitation where worker_id = $1', [id]);
    const joined = await app.ctxAs(otherHead, (ctx) =>
      joinInvited(ctx, String(invitation?.id), otherHead.accountId),
    );
    expect(joined).toBe(true);
    const both = await app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, otherHead.accountId), { now: NOW });
    expect(both).toHaveLength(2);
  });

  test('an invitation of somebody else joins nobody', async () => {
    expect(await app.ctxAs(PUBLIC_ACTOR, (ctx) => joinInvited(ctx, newId(), newId()))).toBe(false);
  });

  test('wrong input comes back with words and nothing lost', async () => {
    const answer = await asHead.post('/institution/workers/new', {
      given: 'Ewa',
      family: '',
      email: 'ewa',
      phone: '12',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('potrzebny jest jeden znak @');
    expect(answer.text).toContain('ma 9 cyfr');
    expect(answer.text).toContain('value="Ewa"');
    await asHead.post('/institution/workers/new', { ...values, email: 'raz@example.org' });
    const twice = await asHead.post('/institution/workers/new', { ...values, email: 'raz@example.org' });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('Ktoś z tym adresem');
  });

  test('the same e-mail in another institution says nothing about this one', async () => {
    await asHead.post('/institution/workers/new', { ...values, email: 'wspolna@example.org' });
    const answer = await asOther.post('/institution/workers/new', {
      ...values,
      email: 'wspolna@example.org',
    });
    expect(answer.status).toBe(303);
  });

  test('sending again makes the first link void', async () => {
    const answer = await asHead.post('/institution/workers/new', { ...values, email: 'znowu@example.org' });
    const path = answer.location ?? '';
    expect((await asHead.post(`${path}/invite`)).status).toBe(303);
    const links = await rows(`select id from auth.link where email = 'znowu@example.org'`);
    expect(links).toHaveLength(1);
    expect((await asHead.post(`${person(worker)}/invite`)).status).toBe(409);
  });
});

describe('authorisation', () => {
  const give = (values: Record<string, string | string[]>) =>
    asHead.post(`${person(worker)}/authorisation`, values);

  test('revoking takes access away at once, giving a new one returns it', async () => {
    const [auth] = await rows('select id from organisations.authorisation where worker_id = $1', [
      worker.subjectId,
    ]);
    expect((await asHead.get(`/institution/authorisations/${auth?.id}/revoke`)).status).toBe(200);
    expect((await asHead.post(`/institution/authorisations/${auth?.id}/revoke`)).status).toBe(303);
    expect((await permissionsNow(worker)).has('case.read')).toBe(false);
    expect((await asHead.get(person(worker))).text).toContain('odwołane 04.03.2026');
    expect((await asHead.post(`/institution/authorisations/${auth?.id}/revoke`)).status).toBe(409);
    const given = await give({
      'scope[]': ['D1', 'D3'],
      from: '4.3',
      to: '31.12',
      document: 'OPS.0131.7.2026',
    });
    expect(given.status).toBe(303);
    expect((await permissionsNow(worker)).has('case.read')).toBe(true);
    const paper = await asHead.get(given.location ?? '');
    expect(paper.text).toContain('OPS.0131.7.2026');
    expect(paper.text).toContain('sytuacja życiowa');
    expect(paper.text).not.toContain('zdrowie');
  });

  test('the last day belongs to it, the next one does not, and nobody has to do anything', async () => {
    const anew = await makeWorker(app.adminUrl, ops, ['social_worker'], { scope: [] });
    await asHead.post(`${person(anew)}/authorisation`, {
      'scope[]': ['D1'],
      from: '2026-03-04',
      to: '2026-03-10',
      document: 'U/1',
    });
    expect((await permissionsNow(anew, new Date('2026-03-10T22:59:59Z'))).has('case.read')).toBe(true);
    expect((await permissionsNow(anew, new Date('2026-03-10T23:00:00Z'))).has('case.read')).toBe(false);
    expect((await asHead.get('/institution')).text).toContain('kończy się 10.03.2026 (za 6 dni)');
  });

  test('two are never in force on one day', async () => {
    const answer = await give({ 'scope[]': ['D1'], from: '4.3.2026', to: '5.3.2026', document: 'x' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Najpierw je odwołaj');
    const anew = await makeWorker(app.adminUrl, ops, ['social_worker'], { scope: [] });
    const form = (from: string, to: string) =>
      asHead.post(`${person(anew)}/authorisation`, { 'scope[]': ['D1'], from, to, document: 'x' });
    expect((await form('4.3.2026', '10.3.2026')).status).toBe(303);
    expect((await form('10.3.2026', '20.3.2026')).status).toBe(422);
    expect((await form('11.3.2026', '20.3.2026')).status).toBe(303);
    expect((await form('1.3.2026', '3.3.2026')).status).toBe(303);
  });

  test('dates and scope are asked for in words', async () => {
    const answer = await give({ from: '31.02.2026', to: '', document: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Zaznacz przynajmniej jedną');
    const order = await give({ 'scope[]': ['D1'], from: '5.3.2026', to: '4.3.2026', document: 'x' });
    expect(order.text).toContain('Koniec nie może być wcześniejszy');
    const impossible = await give({ 'scope[]': ['D1'], from: '31.02.2026', to: 'jutro', document: 'x' });
    expect(impossible.text.match(/Wpisz datę jako dzień/g)?.length).toBeGreaterThanOrEqual(2);
    expect((await give({ 'scope[]': ['D0'], from: '5.3.2026', to: '4.4.2026', document: 'x' })).status).toBe(
      422,
    );
  });
});

describe('functions and the last who runs the institution', () => {
  const end = async (actor: Actor, to: string) => {
    const [row] = await rows('select id from organisations.worker_function where worker_id = $1', [
      actor.subjectId,
    ]);
    return asHead.post(`${person(actor)}/functions/${row?.id}/end`, { to });
  };

  test('a function ends with its day', async () => {
    expect((await end(worker, '10.3.2026')).status).toBe(303);
    expect((await permissionsNow(worker)).has('case.read')).toBe(true);
    expect((await permissionsNow(worker, new Date('2026-03-11T00:00:00Z'))).has('case.read')).toBe(false);
  });

  test('the last head cannot be removed, nor leave', async () => {
    const refused = await end(head, '10.3.2026');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('To ostatnia osoba');
    const leaving = await asHead.post(`${person(head)}/leave`, { lastDay: '4.3.2026', successor: '' });
    expect(leaving.status).toBe(422);
    expect(leaving.text).toContain('To ostatnia osoba');
  });

  test('a second one without an end makes it possible, one with an end does not', async () => {
    await asHead.post(`${person(worker)}/functions`, {
      function: 'institution_admin',
      from: '4.3.2026',
      to: '1.4.2026',
    });
    expect((await end(head, '10.3.2026')).status).toBe(422);
    const second = await makeWorker(app.adminUrl, ops, ['institution_admin']);
    expect(second.subjectId).toBeTruthy();
    expect((await end(head, '10.3.2026')).status).toBe(303);
  });

  test('two heads who remove each other at one moment do not both succeed', async () => {
    const second = await makeWorker(app.adminUrl, ops, ['head']);
    await makeAccount(app, second);
    const asSecond = await app.as(second.accountId);
    const [a] = await rows('select id from organisations.worker_function where worker_id = $1', [
      head.subjectId,
    ]);
    const [b] = await rows('select id from organisations.worker_function where worker_id = $1', [
      second.subjectId,
    ]);
    const answers = await Promise.all([
      asHead.post(`${person(second)}/functions/${b?.id}/end`, { to: '4.3.2026' }),
      asSecond.post(`${person(head)}/functions/${a?.id}/end`, { to: '4.3.2026' }),
    ]);
    expect(answers.map((x) => x.status).sort()).toEqual([303, 422]);
  });

  test('somebody changed the card meanwhile', async () => {
    const fields = { given: 'Anna', family: 'Zmieniona', phone: '' };
    expect((await asHead.post(person(worker), { ...fields, _version: '1' })).status).toBe(303);
    const late = await asHead.post(person(worker), { ...fields, family: 'Późna', _version: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Późna');
  });
});

describe('absence', () => {
  const plan = (who: Actor, standIn: Actor, from: string, to: string) =>
    asHead.post(`${person(who)}/absence`, { from, to, standIn: standIn.subjectId });

  test('only people with access are offered and accepted', async () => {
    const without = await makeWorker(app.adminUrl, ops, ['social_worker'], {
      scope: [],
      name: ['Jan', 'Bezdostępu'],
    });
    const page = await asHead.get(`${person(worker)}/absence`);
    expect(page.text).toContain(head.subjectId);
    expect(page.text).not.toContain(without.subjectId);
    expect(page.text).not.toContain(`value="${worker.subjectId}"`);
    const refused = await plan(worker, without, '5.3.2026', '10.3.2026');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('nie ma dostępu');
    expect((await plan(worker, otherHead, '5.3.2026', '10.3.2026')).status).toBe(422);
  });

  test('the stand-in must be there, and whoever stands in cannot go', async () => {
    const third = await makeWorker(app.adminUrl, ops, ['social_worker']);
    expect((await plan(worker, third, '5.3.2026', '10.3.2026')).status).toBe(303);
    expect((await plan(third, head, '10.3.2026', '12.3.2026')).text).toContain('zastępuje');
    expect((await plan(worker, head, '10.3.2026', '12.3.2026')).text).toContain('już zapisana');
    expect((await plan(head, worker, '6.3.2026', '7.3.2026')).text).toContain('też wtedy nie będzie');
    expect((await plan(third, head, '11.3.2026', '12.3.2026')).status).toBe(303);
  });

  test('the job finds it on its first day, and a stand-in while it lasts', async () => {
    await plan(worker, head, '5.3.2026', '10.3.2026');
    expect(begun).toEqual([]);
    const ask = <T>(work: Parameters<typeof app.ctxAs<T>>[1]) =>
      app.ctxAs<T>({ ...PUBLIC_ACTOR, kind: 'system', accountId: NIL_ID }, work);
    const mine = (list: Absence[]) => list.filter((a) => a.workerId === worker.subjectId);
    expect(mine(await ask((ctx) => absencesStarting(ctx, '2026-03-05')))).toHaveLength(1);
    expect(mine(await ask((ctx) => absencesStarting(ctx, '2026-03-06')))).toHaveLength(0);
    expect(mine(await ask((ctx) => absencesOn(ctx, '2026-03-10')))).toHaveLength(1);
    expect(await ask((ctx) => standInOf(ctx, worker.subjectId, '2026-03-10'))).toBe(head.subjectId);
    expect(await ask((ctx) => standInOf(ctx, worker.subjectId, '2026-03-11'))).toBeNull();
  });

  test('one that begins today is passed on at once; cancelled it is gone', async () => {
    await plan(worker, head, '4.3.2026', '10.3.2026');
    expect(begun.map((a) => a.standInId)).toEqual([head.subjectId]);
    const [row] = await rows('select id from organisations.absence where worker_id = $1', [worker.subjectId]);
    expect((await asOther.post(`${person(worker)}/absences/${row?.id}/end`)).status).toBe(404);
    expect((await asHead.post(`${person(worker)}/absences/${row?.id}/end`)).status).toBe(303);
    expect(
      await rows('select * from organisations.api_absence where worker_id = $1', [worker.subjectId]),
    ).toEqual([]);
    expect((await plan(worker, head, '4.3.2026', '10.3.2026')).status).toBe(303);
  });
});

describe('leaving', () => {
  const item: Obligation = { kind: 'coordinates', title: '2026/7', href: '/cases/x', until: null };
  const leave = (values: Record<string, string>) => asHead.post(`${person(worker)}/leave`, values);

  test('everything open is listed and must go to somebody with access', async () => {
    open = [item];
    expect((await asHead.get(`${person(worker)}/leave`)).text).toContain('2026/7');
    expect((await leave({ lastDay: '4.3.2026', successor: '' })).text).toContain(
      'Wybierz osobę, która je przejmie',
    );
    expect((await leave({ lastDay: '4.3.2026', successor: otherHead.subjectId })).status).toBe(422);
    expect(handed).toEqual([]);
    expect((await leave({ lastDay: '4.3.2026', successor: head.subjectId })).status).toBe(303);
    expect(handed).toEqual([[worker.subjectId, head.subjectId]]);
    expect((await permissionsNow(worker)).has('case.read')).toBe(false);
    expect((await asHead.get(`${person(worker)}/leave`)).status).toBe(200);
    app.setNow(new Date('2026-03-05T09:00:00Z'));
    expect((await (await app.as(worker.accountId)).get('/institution')).status).toBe(404);
    const back = await (await app.as(head.accountId)).post(`${person(worker)}/return`);
    expect(back.status).toBe(303);
    expect((await permissionsNow(worker, new Date('2026-03-05T09:00:00Z'))).has('case.read')).toBe(false);
  });

  test('it does not finish when something would stay without an owner', async () => {
    open = [item, item];
    keeps = 1;
    const answer = await leave({ lastDay: '4.3.2026', successor: head.subjectId });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('zostały bez opieki: 1 rzecz');
    const [row] = await rows('select employed_to from organisations.worker where id = $1', [
      worker.subjectId,
    ]);
    expect(row?.employed_to).toBeNull();
    expect((await permissionsNow(worker)).has('case.read')).toBe(true);
  });

  test('not while standing in for somebody, and not ahead of time', async () => {
    expect((await leave({ lastDay: '5.3.2026', successor: '' })).text).toContain('jeszcze nie minął');
    await asHead.post(`${person(head)}/absence`, {
      from: '6.3.2026',
      to: '7.3.2026',
      standIn: worker.subjectId,
    });
    expect((await leave({ lastDay: '4.3.2026', successor: '' })).text).toContain('kogoś zastępuje');
  });
});

describe('tokens', () => {
  const SHOWN = /splot_[\w-]{43}/;
  const make = (values: Record<string, string | string[]>) => asWorker.post('/account/tokens', values);
  const actorAt = (token: string, now = NOW) =>
    app.ctxAs(PUBLIC_ACTOR, (ctx) => actorOfToken(ctx, token), { now });

  test('shown once, kept as a hash, and narrower than the worker', async () => {
    const answer = await make({ name: 'import', 'scopes[]': ['api:cases.read'], until: '4.6.2026' });
    const token = SHOWN.exec(answer.text)?.[0] ?? '';
    expect(token).not.toBe('');
    expect((await asWorker.get('/account/tokens')).text).not.toMatch(SHOWN);
    expect(JSON.stringify(await rows('select * from organisations.api_token'))).not.toContain(token);
    const actor = await actorAt(token);
    expect(actor?.subjectId).toBe(worker.subjectId);
    expect([...(actor?.permissions ?? [])].sort()).toEqual([
      'api:cases.read',
      'case.read',
      'public',
      'signed-in',
    ]);
    expect(actor?.scope).toEqual(worker.scope);
    expect((await asWorker.get('/account/tokens')).text).not.toContain('jeszcze nie użyty');
  });

  test('a scope without cases carries no access to them; a scope above the worker gives nothing', async () => {
    const make1 = await make({ name: 'mapa', 'scopes[]': ['api:territory.read'], until: '4.6.2026' });
    const narrow = await actorAt(SHOWN.exec(make1.text)?.[0] ?? '');
    expect(narrow?.scope).toEqual([]);
    expect(narrow?.permissions.has('api:territory.read')).toBe(true);
    expect(narrow?.permissions.has('case.read')).toBe(false);
    const asBare = await app.as(head.accountId);
    const bare = await asBare.post('/account/tokens', {
      name: 'kierownik',
      'scopes[]': ['api:cases.write'],
      until: '4.6.2026',
    });
    const actor = await actorAt(SHOWN.exec(bare.text)?.[0] ?? '');
    expect(actor?.permissions.has('diagnosis.write')).toBe(false);
    expect(actor?.permissions.has('case.assign')).toBe(true);
  });

  test('ends by date, by revocation, with the authorisation and with the job', async () => {
    const answer = await make({ name: 'krótki', 'scopes[]': ['api:cases.read'], until: '10.3.2026' });
    const token = SHOWN.exec(answer.text)?.[0] ?? '';
    expect(await actorAt(token, new Date('2026-03-10T22:59:00Z'))).not.toBeNull();
    expect(await actorAt(token, new Date('2026-03-10T23:00:00Z'))).toBeNull();
    await rows(`update organisations.authorisation set revoked_on = '2026-03-04' where worker_id = $1`, [
      worker.subjectId,
    ]);
    expect((await actorAt(token))?.permissions.has('case.read')).toBe(false);
    await rows(`update organisations.worker set employed_to = '2026-03-03' where id = $1`, [
      worker.subjectId,
    ]);
    expect(await actorAt(token)).toBeNull();
    await rows('update organisations.worker set employed_to = null where id = $1', [worker.subjectId]);
    const [row] = await rows('select id from organisations.api_token where worker_id = $1', [
      worker.subjectId,
    ]);
    expect((await asHead.post(`/account/tokens/${row?.id}/revoke`)).status).toBe(404);
    expect((await asWorker.post(`/account/tokens/${row?.id}/revoke`)).status).toBe(303);
    expect(await actorAt(token)).toBeNull();
    expect(await actorAt('splot_nonsense')).toBeNull();
  });

  test('a year at most, a name once, a scope at least', async () => {
    const form = { name: 'a', 'scopes[]': ['api:cases.read'], until: '5.3.2027' };
    expect((await make(form)).text).toContain('najwyżej rok');
    expect((await make({ ...form, until: '4.3.2027' })).status).toBe(200);
    expect((await make({ ...form, until: '4.3.2027' })).status).toBe(422);
    expect((await make({ name: 'b', until: '4.6.2026' })).text).toContain('Zaznacz przynajmniej jedną');
    expect((await make({ ...form, name: 'c', until: '3.3.2026' })).text).toContain('Ta data już minęła');
  });
});

test('gminas of one name are told apart by their kind, others keep their bare name', () => {
  const rows = [
    { id: '1', name: 'Limanowa', kind: 'urban' },
    { id: '2', name: 'Limanowa', kind: 'rural' },
    { id: '3', name: 'Dobra', kind: 'rural' },
    { id: '4', name: null, kind: null },
  ];
  expect(gminaNames(rows, 'pl').map((g) => g.name)).toEqual([
    'Limanowa (miasto)',
    'Limanowa (gmina wiejska)',
    'Dobra',
    '4',
  ]);
});
