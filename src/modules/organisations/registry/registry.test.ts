import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { organisationsRoutes } from '../routes.tsx';

const FILE = '0195555d-0000-7000-8000-000000000001';
const PERSON = '0195555d-0000-7000-8000-0000000000aa';

let app: TestApp;
let system: Browser;
let head: Browser;
let officer: Browser;
let dpo: Actor;
let worker: Actor;

beforeAll(async () => {
  app = await moduleApp((parts) =>
    organisationsRoutes({
      auth: parts.auth,
      obligationsOf: async () => [],
      handOver: async () => {},
      filesNumbered: async (_, number) => (number === '2026/1' ? [FILE] : []),
    }),
  );
  const operator = await makeInstitution(app.adminUrl, 'ROPS');
  const ops = await makeInstitution(app.adminUrl, 'OPS');
  const other = await makeInstitution(app.adminUrl, 'PUP');
  const technical = await makeWorker(app.adminUrl, operator, ['technical_admin'], { scope: [] });
  const boss = await makeWorker(app.adminUrl, ops, ['head']);
  dpo = await makeWorker(app.adminUrl, ops, ['dpo'], { scope: [] });
  worker = await makeWorker(app.adminUrl, ops, ['social_worker'], { name: ['=HYPERLINK("x")', 'Formuła'] });
  const stranger = await makeWorker(app.adminUrl, other, ['employment_adviser']);
  for (const actor of [technical, boss, dpo]) await makeAccount(app, actor);
  system = await app.as(technical.accountId);
  head = await app.as(boss.accountId);
  officer = await app.as(dpo.accountId);
  await asAdmin(app.adminUrl, async (run) => {
    await run(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    await run(
      `insert into territory.county values ('1207', 'limanowski', '12', 'county') on conflict do nothing`,
    );
    await run(
      `insert into territory.gmina (id, name, county_code, kind) values ('1207-limanowa-m', 'Limanowa (miasto)', '1207', 'urban'), ('1207-laskowa', 'Laskowa', '1207', 'rural') on conflict do nothing`,
    );
    const entry = (who: Actor, action: string, at: string, file: string | null) =>
      run(
        `insert into audit.entry (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id)
         values ($1, $2, $3, 'worker', $4, $5, $6, 'case', $7, $8, $7, '{D1,D7}', 'P3', $9, 'req')`,
        [
          newId(),
          at,
          action,
          who.accountId,
          who.subjectId,
          who.institutionId,
          file,
          PERSON,
          `/cases/${file}`,
        ],
      );
    await entry(worker, 'view', '2026-03-03T09:00:00Z', FILE);
    await entry(worker, 'plan.sign', '2026-03-03T10:00:00Z', newId());
    await entry(worker, 'view', '2025-12-03T10:00:00Z', FILE);
    await entry(stranger, 'view', '2026-03-03T11:00:00Z', FILE);
  });
});
afterAll(() => app.drop());

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));

describe('institutions of the system', () => {
  const form = {
    entity: '',
    entityName: 'Gmina Laskowa',
    legalForm: 'gmina',
    nip: 'PL 122-078-13-42',
    regon: '730295378',
    krs: '',
    type: 'OPS',
    name: 'Gminny Ośrodek Pomocy Społecznej w Laskowej',
    shortName: 'GOPS Laskowa',
    county: '1207',
    address: '34-602 Laskowa 643',
    phone: '18 333 30 20',
    email: 'gops@example.org',
    activeFrom: '1.1.2020',
    given: 'Maria',
    family: 'Pierwsza',
    adminEmail: 'maria.pierwsza@example.org',
  };

  test('only whoever runs the system finds them', async () => {
    for (const path of ['/institutions', '/institutions/new']) {
      expect((await head.get(path)).status).toBe(404);
      expect((await system.get(path)).status).toBe(200);
    }
    expect((await head.post('/institutions/new', form)).status).toBe(404);
  });

  test.each([
    ['nip', '1234567890', 'Cyfra kontrolna numeru NIP'],
    ['nip', '1234560020', 'Cyfra kontrolna numeru NIP'],
    ['nip', '12345', 'Numer NIP ma 10 cyfr'],
    ['regon', '123456789', 'Cyfra kontrolna numeru REGON'],
    ['regon', '12345678512340', 'Cyfra kontrolna numeru REGON'],
    ['krs', '0000000000', 'Same zera to nie numer KRS'],
    ['krs', '12345', 'Numer KRS ma 10 cyfr'],
  ])('%s %s is refused with what is wrong', async (field, value, words) => {
    const answer = await system.post('/institutions/new', { ...form, [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('GOPS Laskowa');
  });

  test('a legal person and its unit are two things; the first administrator is invited', async () => {
    const made = await system.post('/institutions/new', form);
    expect(made.status).toBe(303);
    const id = made.location?.split('/').at(-1) ?? '';
    const [row] = await rows(
      'select e.nip, e.regon, e.id, i.phone from organisations.institution i join organisations.legal_entity e on e.id = i.legal_entity_id where i.id = $1',
      [id],
    );
    expect(row).toMatchObject({ nip: '1220781342', regon: '730295378', phone: '+48183333020' });
    expect(
      await rows(`select 1 from kernel.mail where to_address = 'maria.pierwsza@example.org'`),
    ).toHaveLength(1);
    expect(
      await rows(
        `select 1 from organisations.invitation v join organisations.worker w on w.id = v.worker_id where w.institution_id = $1`,
        [id],
      ),
    ).toHaveLength(1);
    const same = await system.post('/institutions/new', { ...form, name: 'Inna', adminEmail: '' });
    expect(same.text).toContain('Ten numer ma już: Gmina Laskowa');
    const kis = await system.post('/institutions/new', {
      ...form,
      entity: String(row?.id),
      entityName: '',
      legalForm: '',
      nip: '',
      regon: '',
      type: 'KIS',
      name: 'KIS Laskowa',
      adminEmail: '',
    });
    expect(kis.status).toBe(303);
    expect(
      await rows('select 1 from organisations.institution where legal_entity_id = $1', [row?.id]),
    ).toHaveLength(2);
    // Somebody runs the first one, so no outsider appoints anybody there; the second is still open.
    const admin = { given: 'Obcy', family: 'Człowiek', adminEmail: 'obcy@example.org' };
    expect((await system.post(`/institutions/${id}/admin`, admin)).status).toBe(409);
    expect((await system.get(kis.location ?? '')).text).toContain('Pierwszy administrator');
    expect((await system.post(`${kis.location}/admin`, admin)).status).toBe(303);
  });

  test('the area is ticked, versions are kept apart, ending needs the right order', async () => {
    const made = await system.post('/institutions/new', { ...form, nip: '', regon: '', adminEmail: '' });
    const path = made.location ?? '';
    const page = await system.get(path);
    expect(page.text).toContain('Laskowa');
    const values = { ...form, nip: '', regon: '', activeTo: '', 'area[]': ['1207-laskowa'], _version: '1-1' };
    expect((await system.post(path, values)).status).toBe(303);
    const late = await system.post(path, values);
    expect(late.status).toBe(409);
    const order = await system.post(path, { ...values, _version: '2-2', activeTo: '1.1.2019' });
    expect(order.status).toBe(422);
    const area = await rows('select gmina_id from organisations.institution_area where institution_id = $1', [
      path.split('/').at(-1),
    ]);
    expect(area).toEqual([{ gmina_id: '1207-laskowa' }]);
    expect((await system.get('/institutions?q=laskowej&type=OPS')).text).toContain(path);
    expect((await system.get('/institutions?q=nic-takiego')).text).toContain('Nic nie pasuje');
  });
});

describe('the access log', () => {
  test('is the officer’s, of the own institution, in the period asked', async () => {
    expect((await head.get('/audit')).status).toBe(404);
    const page = await officer.get(`/audit?worker=${worker.subjectId}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 wpisy');
    expect(page.text).toContain('zdrowie, niepełnosprawność');
    expect(
      (await officer.get(`/audit?worker=${worker.subjectId}&from=1.12.2025&to=31.12.2025`)).text,
    ).toContain('1 wpis');
    expect((await officer.get(`/audit?worker=${worker.subjectId}&kind=change`)).text).toContain('1 wpis');
    expect((await officer.get('/audit?from=nonsense&worker=nonsense&page=x')).status).toBe(200);
  });

  test('shows whose data only by the number of a case', async () => {
    const page = await officer.get('/audit');
    for (const secret of [FILE, PERSON]) expect(page.text).not.toContain(secret);
    const found = await officer.get('/audit?number=2026/1');
    expect(found.text).toContain(FILE);
    expect(found.text).not.toContain(PERSON);
    expect(found.text).toContain('1 wpis');
    expect((await officer.get('/audit?number=2026/999')).text).toContain('0 wpisów');
  });

  test('notes that it was read, and exports without formulas', async () => {
    const before = await rows(`select 1 from audit.entry where object_type = 'audit' and worker_id = $1`, [
      dpo.subjectId,
    ]);
    await officer.get('/audit');
    const file = await officer.get(`/audit/export.csv?worker=${worker.subjectId}`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain(`"'=HYPERLINK(""x"") Formuła"`);
    expect(file.text).not.toContain(PERSON);
    const after = await rows(
      `select action from audit.entry where object_type = 'audit' and worker_id = $1 order by at`,
      [dpo.subjectId],
    );
    expect(after.length - before.length).toBe(2);
    expect(after.map((r) => r.action)).toContain('audit.export');
  });

  test('without the purpose of supervision the database shows nothing', async () => {
    const seen = await app.ctxAs(dpo, async (ctx) => {
      const { findEntries } = await import('../log/queries.ts');
      return findEntries(ctx, {
        from: new Date(0),
        until: new Date(4e12),
        worker: null,
        kind: null,
        files: null,
        limit: 9,
        offset: 0,
      });
    });
    expect(seen).toEqual([]);
    expect(PUBLIC_ACTOR.permissions.has('audit.read')).toBe(false);
  });
});
