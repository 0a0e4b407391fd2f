import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { clausesIn, join, SCOPE, writeDraft } from '#test/agreement.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import {
  asAdmin,
  type MadeInstitution,
  makeAccount,
  makeInstitution,
  makeWorker,
  makeWorld,
} from '#test/factories.ts';
import { areaOf, contactDuties, handOverContacts, membersOf, operatingPartnerships } from './api.ts';
import { missingFor } from './policy.ts';
import { partnershipsRoutes } from './routes.tsx';
import { type Facts, NEEDS, type Readiness, STATES, TRANSITIONS } from './schema.ts';

let app: TestApp;
let openCases = 0;
let narrowed: string[] = [];

beforeAll(async () => {
  app = await moduleApp(() =>
    partnershipsRoutes({
      openCases: async () => openCases,
      ceilingChanged: async (_, id) => {
        narrowed.push(id);
      },
    }),
  );
  await asAdmin(app.adminUrl, async (run) => {
    await run(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    await run(
      `insert into territory.county values ('1207', 'limanowski', '12', 'county') on conflict do nothing`,
    );
    await run(
      `insert into territory.gmina (id, name, county_code, kind) values ('1207-laskowa', 'Laskowa', '1207', 'rural'), ('1207-limanowa', 'Limanowa', '1207', 'rural') on conflict do nothing`,
    );
  });
});
afterAll(() => app.drop());

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));

describe('states', () => {
  const readinesses: (Readiness | null)[] = [null];
  for (let bits = 0; bits < 2 ** NEEDS.length; bits += 1) {
    const has = (need: (typeof NEEDS)[number]) => Boolean(bits & (1 << NEEDS.indexOf(need)));
    readinesses.push({
      welfare: has('welfare'),
      labour: has('labour'),
      other: has('other'),
      annex: has('annex'),
      contacts: has('contacts'),
    });
  }

  test('the table is that of the database', async () => {
    const stored = await rows('select from_state, to_state from partnerships.transition order by 1, 2');
    const own = STATES.flatMap((from) => TRANSITIONS[from].map((to) => ({ from_state: from, to_state: to })));
    const key = (t: Record<string, unknown>) => `${t.from_state} ${t.to_state}`;
    expect(stored.map(key).sort()).toEqual(own.map(key).sort());
  });

  test('every move under every set of facts is open exactly when its guard holds', () => {
    let looked = 0;
    for (const from of STATES)
      for (const to of STATES)
        for (const readiness of readinesses)
          for (const members of [1, 2])
            for (const open of [0, 1]) {
              const facts: Facts = { members, readiness, openCases: open };
              const signed = readiness?.welfare === true && readiness.labour && readiness.other;
              const whole = signed && readiness.annex && readiness.contacts;
              const expected =
                TRANSITIONS[from].includes(to) &&
                (to !== 'negotiation' || from !== 'initiative' || members >= 2) &&
                (to !== 'agreement_signed' || signed) &&
                (to !== 'operating' || whole) &&
                (to !== 'ended' || open === 0);
              expect(missingFor(from, to, facts).length === 0, `${from} ${to} ${JSON.stringify(facts)}`).toBe(
                expected,
              );
              looked += 1;
            }
    expect(looked).toBe(STATES.length ** 2 * readinesses.length * 4);
  });

  test('the database refuses a move that the table does not know', async () => {
    const world = await makeWorld(app.adminUrl);
    await expect(
      rows(`update partnerships.partnership set state = 'initiative' where id = $1`, [world.partnershipId]),
    ).rejects.toThrow('initiative does not follow operating');
  });
});

interface County {
  readonly ops: MadeInstitution;
  readonly pup: MadeInstitution;
  readonly ngo: MadeInstitution;
  readonly heads: { ops: Actor; pup: Actor; ngo: Actor };
  readonly as: { ops: Browser; pup: Browser; ngo: Browser };
}

async function county(): Promise<County> {
  const make = async (type: 'OPS' | 'PUP' | 'NGO') => {
    const institution = await makeInstitution(app.adminUrl, type);
    const head = await makeWorker(app.adminUrl, institution, ['head']);
    await makeAccount(app, head);
    return { institution, head, browser: await app.as(head.accountId) };
  };
  const [ops, pup, ngo] = [await make('OPS'), await make('PUP'), await make('NGO')];
  return {
    ops: ops.institution,
    pup: pup.institution,
    ngo: ngo.institution,
    heads: { ops: ops.head, pup: pup.head, ngo: ngo.head },
    as: { ops: ops.browser, pup: pup.browser, ngo: ngo.browser },
  };
}

const SIGNED = { signedBy: 'Kierownik', signedOn: '4.3.2026', form: 'paper' };
const state = async (path: string) =>
  (await rows('select state from partnerships.partnership where id = $1', [path.split('/').at(-1)]))[0]
    ?.state;

let c: County;
beforeEach(async () => {
  openCases = 0;
  narrowed = [];
  c = await county();
});

async function found(): Promise<string> {
  const made = await c.as.ops.post('/partnerships/new', { name: 'Partnerstwo próbne', county: '1207' });
  expect(made.status).toBe(303);
  const path = made.location ?? '';
  const area = { name: 'Partnerstwo próbne', 'area[]': ['1207-laskowa'] };
  expect((await c.as.ops.post(`${path}/area`, area)).status).toBe(303);
  for (const who of ['pup', 'ngo'] as const) await join(c.as.ops, c.as[who], path, c[who].id);
  return path;
}

const draft = (path: string, given?: Parameters<typeof writeDraft>[3]) =>
  writeDraft(app.adminUrl, c.as.ops, path, given);

async function operating(): Promise<string> {
  const path = await found();
  await c.as.ops.post(`${path}/state/negotiation`);
  await draft(path);
  expect((await c.as.ops.post(`${path}/agreements/1/open`)).status).toBe(303);
  for (const who of ['ops', 'pup', 'ngo'] as const) await c.as[who].post(`${path}/agreements/1/sign`, SIGNED);
  expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).status).toBe(303);
  expect(await state(path)).toBe('operating');
  return path;
}

describe('from an initiative to a partnership that operates', () => {
  test('each state waits for what is missing, said in words', async () => {
    const path = await found();
    expect(await state(path)).toBe('initiative');
    expect((await c.as.ops.post(`${path}/state/negotiation`)).status).toBe(303);
    await draft(path);
    const [, second] = await rows('select id from partnerships.contact where institution_id = $1', [
      c.ngo.id,
    ]);
    expect(second).toBeUndefined();
    await rows('delete from partnerships.contact where institution_id = $1', [c.ngo.id]);
    // A draft cannot be signed, nor put in force.
    expect((await c.as.pup.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(409);
    expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).status).toBe(409);
    expect((await c.as.ops.post(`${path}/agreements/1/open`)).status).toBe(303);
    await c.as.ops.post(`${path}/agreements/1/sign`, SIGNED);
    await c.as.ngo.post(`${path}/agreements/1/sign`, SIGNED);
    expect(await state(path)).toBe('negotiation');
    const early = await c.as.ops.post(`${path}/agreements/1/in-force`);
    expect(early.status).toBe(422);
    expect(early.text).toContain('Brakuje podpisu PUP');
    expect(early.text).toContain('Nie każda instytucja');
    expect(early.text).not.toContain('Brakuje podpisu OPS');
    await c.as.pup.post(`${path}/agreements/1/sign`, SIGNED);
    expect(await state(path)).toBe('agreement_signed');
    expect((await c.as.pup.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(409);
    expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).status).toBe(422);
    await c.as.ngo.post(`${path}/contacts`, { worker: c.heads.ngo.subjectId });
    expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).status).toBe(303);
    expect(await state(path)).toBe('operating');
    expect(narrowed).toEqual([path.split('/').at(-1)]);
    const page = await c.as.ngo.get(path);
    expect(page.text).toContain('Wszystko jest');
    expect(page.text).toContain('To najwięcej, co partnerowi może dać');
    const english = await c.as.ngo.get(`${path}?lang=en`);
    expect(english.text).toContain('the most a single grant in a case can give');
    const operates = await app.ctxAs(c.heads.pup, (ctx) => operatingPartnerships(ctx));
    expect(operates.map((p) => p.name)).toEqual(['Partnerstwo próbne']);
  });

  test('without the annex it is signed but does not operate; a new version repairs it', async () => {
    const path = await found();
    await c.as.ops.post(`${path}/state/negotiation`);
    await draft(path);
    for (const [code, { id }] of Object.entries(await clausesIn(app.adminUrl, path, 1)))
      if (code.startsWith('annex_') && code !== 'annex_categories')
        await c.as.ops.post(`${path}/agreements/1/clauses/${id}/leave-out`);
    // The table of categories goes too; what it permitted must leave the scope.
    const { annex_categories: table } = await clausesIn(app.adminUrl, path, 1);
    await c.as.ops.post(`${path}/agreements/1/clauses/${table?.id}/leave-out`);
    expect((await c.as.ops.post(`${path}/agreements/1/open`)).text).toContain(
      'Żadna klauzula na to nie pozwala',
    );
    await c.as.ops.post(`${path}/agreements/1/ceiling`, {
      'ceiling_OPS[]': ['D1', 'D5'],
      'ceiling_PUP[]': ['D1'],
    });
    await c.as.ops.post(`${path}/agreements/1/open`);
    for (const who of ['ops', 'pup', 'ngo'] as const)
      await c.as[who].post(`${path}/agreements/1/sign`, SIGNED);
    expect(await state(path)).toBe('agreement_signed');
    expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).text).toContain('Brakuje załącznika');
    expect((await c.as.ops.get(`${path}/agreements/1/withdraw`)).text).toContain('Nie da się tego cofnąć');
    expect((await c.as.ops.post(`${path}/agreements/1/withdraw`)).status).toBe(303);
    expect((await c.as.ops.get(`${path}/agreements/1/withdraw`)).status).toBe(404);
    expect(await state(path)).toBe('negotiation');
    await draft(path);
    const next = await c.as.ops.get(`${path}/agreements/2`);
    expect(next.text).toContain('osób długotrwale bezrobotnych');
  });

  test('a version not valid yet does not come into force; wrong dates come back', async () => {
    const path = await found();
    expect((await c.as.ops.post(`${path}/agreements/new`, { from: '31.2.2026' })).status).toBe(422);
    expect(
      (await c.as.ops.post(`${path}/agreements/new`, { from: '1.3.2026', to: '1.1.2026' })).text,
    ).toContain('Koniec nie może');
    await draft(path, { from: '1.6.2026' });
    expect((await c.as.ops.post(`${path}/agreements/1/ceiling`)).text).toContain(
      'Zaznacz przynajmniej jeden',
    );
    await c.as.ops.post(`${path}/agreements/1/open`);
    expect(await state(path)).toBe('negotiation');
    for (const who of ['ops', 'pup', 'ngo'] as const)
      await c.as[who].post(`${path}/agreements/1/sign`, SIGNED);
    expect((await c.as.ops.post(`${path}/agreements/1/in-force`)).text).toContain('dopiero od 01.06.2026');
    const future = { ...SIGNED, signedOn: '5.3.2026' };
    expect((await c.as.ops.post(`${path}/agreements/1/sign`, future)).status).toBe(409);
  });
});

describe('amendment', () => {
  test('the new version supersedes the old one and is the ceiling', async () => {
    const path = await operating();
    await draft(path, { changeNote: 'mniej danych', scope: { ...SCOPE, 'ceiling_PUP[]': ['D1'] } });
    expect((await c.as.ops.post(`${path}/agreements/new`, { from: '1.3.2026' })).status).toBe(409);
    await c.as.ops.post(`${path}/agreements/2/open`);
    for (const who of ['ops', 'pup'] as const) await c.as[who].post(`${path}/agreements/2/sign`, SIGNED);
    // The signatures of the version in force do not count for this one.
    expect((await c.as.ops.post(`${path}/agreements/2/in-force`)).text).toContain('organizacji pozarządowej');
    expect(await state(path)).toBe('operating');
    await c.as.ngo.post(`${path}/agreements/2/sign`, SIGNED);
    expect((await c.as.ops.post(`${path}/agreements/2/in-force`)).status).toBe(303);
    const id = path.split('/').at(-1);
    const versions = await rows(
      'select version, state from partnerships.agreement where partnership_id = $1 order by 1',
      [id],
    );
    expect(versions).toEqual([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'in_force' },
    ]);
    const ceiling = await asAdmin(app.adminUrl, async (run) => {
      await run(`select set_config('app.now', now()::text, false)`);
      return run(
        `select classes from partnerships.api_ceiling where partnership_id = $1 and institution_type = 'PUP'`,
        [id],
      );
    });
    expect(ceiling).toEqual([{ classes: ['D1'] }]);
    expect((await c.as.ngo.get(`${path}/agreements/2`)).text).toContain('mniej danych');
  });

  test('what is open for signing does not change, in the application and in the database', async () => {
    const path = await operating();
    expect((await c.as.ops.get(`${path}/agreements/1/edit`)).status).toBe(404);
    expect((await c.as.ops.post(`${path}/agreements/1/edit`, { from: '1.3.2026' })).status).toBe(409);
    const id = path.split('/').at(-1) ?? '';
    const attempt = (statement: string) =>
      app.ctxAs(c.heads.ops, async (ctx) => {
        const { sql } = await import('#kernel/db/tx.ts');
        await ctx.tx.run(
          statement === 'text'
            ? sql`update partnerships.agreement_clause set body = 'inny' where partnership_id = ${id}`
            : sql`delete from partnerships.agreement_scope s using partnerships.agreement a where a.id = s.agreement_id and a.partnership_id = ${id}`,
        );
      });
    await expect(attempt('text')).rejects.toThrow('cannot change');
    await expect(attempt('scope')).rejects.toThrow('cannot change');
  });

  test('a stale draft is refused with what was typed', async () => {
    const path = await found();
    await draft(path);
    const { purpose } = await clausesIn(app.adminUrl, path, 1);
    const edit = `${path}/agreements/1/clauses/${purpose?.id}`;
    const typed = { title: 'Cel', _version: '1' };
    expect((await c.as.ops.post(edit, { ...typed, body: 'drugi' })).status).toBe(303);
    const late = await c.as.ops.post(edit, { ...typed, body: 'spóźniony' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('spóźniony');
  });
});

describe('rights', () => {
  test('an outsider sees the public facts and finds no page of management', async () => {
    const path = await operating();
    const outside = await county();
    expect((await outside.as.ops.get(path)).status).toBe(200);
    for (const page of ['/area', '/invitations', '/contacts', '/agreements/new', '/state/suspended'])
      expect((await outside.as.ops.get(path + page)).status, page).toBe(404);
    expect((await outside.as.ops.post(`${path}/state/suspended`)).status).toBe(404);
    expect((await outside.as.ops.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(404);
    expect((await outside.as.ops.post(`${path}/contacts`, { worker: c.heads.ops.subjectId })).status).toBe(
      404,
    );
    expect((await outside.as.ops.get(`/partnerships/${newId()}`)).status).toBe(404);
    expect(await state(path)).toBe('operating');
    expect((await app.visitor.get(path)).status).toBe(303);
  });

  test("another member's head speaks only for the own institution", async () => {
    const path = await operating();
    // The maker coordinates, so the others manage nothing common.
    for (const page of ['/area', '/agreements/new', '/state/ended'])
      expect((await c.as.pup.get(path + page)).status, page).toBe(404);
    expect((await c.as.pup.post(`${path}/contacts`, { worker: c.heads.ngo.subjectId })).status).toBe(422);
    const [ngo] = await rows('select id from partnerships.member where institution_id = $1', [c.ngo.id]);
    expect((await c.as.pup.post(`${path}/members/${ngo?.id}/leave`)).status).toBe(404);
    const [contact] = await rows('select id from partnerships.contact where institution_id = $1', [c.ngo.id]);
    expect((await c.as.pup.post(`${path}/contacts/${contact?.id}/end`)).status).toBe(404);
  });

  test('the list shows the own ones whole, and others by pages and by words', async () => {
    const path = await operating();
    const named = `update partnerships.partnership set name = 'Żółta Łódź' where id = $1`;
    await rows(named, [path.split('/').at(-1)]);
    const outside = await county();
    const link = `href="${path}"`;
    expect((await c.as.ops.get('/partnerships?q=nikt')).text).toContain(link);
    const other = async (query: string) => (await outside.as.ops.get(`/partnerships?${query}`)).text;
    expect(await other('q=zolta+lodz')).toContain(link);
    expect(await other('q=nikt')).toContain('Nie ma tu partnerstwa z takimi słowami');
    expect(await other('page=900')).not.toContain(link);
  });

  test('a worker without the function manages nothing; the database lets nobody sign for another', async () => {
    const path = await operating();
    const worker = await makeWorker(app.adminUrl, c.ops, ['social_worker']);
    await makeAccount(app, worker);
    const browser = await app.as(worker.accountId);
    expect((await browser.get('/partnerships')).status).toBe(200);
    expect((await browser.get('/partnerships/new')).status).toBe(404);
    expect((await browser.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(404);
    const [agreement] = await rows('select id from partnerships.agreement where partnership_id = $1', [
      path.split('/').at(-1),
    ]);
    await expect(
      app.ctxAs(c.heads.pup, async (ctx) => {
        const { sql } = await import('#kernel/db/tx.ts');
        await ctx.tx.run(
          sql`insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form) values (${newId()}, ${agreement?.id}, ${c.ngo.id}, 'x', '2026-03-04', 'paper')`,
        );
      }),
    ).rejects.toThrow('only a member signs');
  });

  test('the coordinator hands the function over, and then no longer has it', async () => {
    const path = await operating();
    expect((await c.as.ops.post(`${path}/coordinator`, { coordinator: c.heads.pup.subjectId })).status).toBe(
      303,
    );
    app.setNow(new Date('2026-03-05T09:00:00Z'));
    const ops = await app.as(c.heads.ops.accountId);
    const pup = await app.as(c.heads.pup.accountId);
    expect((await ops.get(`${path}/area`)).status).toBe(404);
    expect((await pup.get(`${path}/area`)).status).toBe(200);
    app.setNow(new Date('2026-03-04T09:00:00Z'));
  });
});

describe('members, area and states by hand', () => {
  test('a member with open cases does not leave; without one that is needed the partnership is suspended', async () => {
    const path = await operating();
    const [pup] = await rows('select id from partnerships.member where institution_id = $1', [c.pup.id]);
    openCases = 3;
    const refused = await c.as.ops.post(`${path}/members/${pup?.id}/leave`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('otwarte sprawy (3)');
    openCases = 0;
    await rows(`update partnerships.member set joined_on = '2026-01-01'`);
    expect((await c.as.pup.post(`${path}/members/${pup?.id}/leave`)).status).toBe(303);
    expect(await state(path)).toBe('suspended');
    const resume = await c.as.ops.post(`${path}/state/operating`);
    expect(resume.status).toBe(422);
    expect(resume.text).toContain('Brakuje podpisu PUP');
    const members = await app.ctxAs(c.heads.ops, (ctx) => membersOf(ctx, path.split('/').at(-1) ?? ''));
    expect(members.map((m) => m.type).sort()).toEqual(['NGO', 'OPS']);
  });

  test('suspending, resuming and ending; ended only without open cases', async () => {
    const path = await operating();
    expect((await c.as.ops.post(`${path}/state/suspended`)).status).toBe(303);
    expect(await app.ctxAs(c.heads.pup, (ctx) => operatingPartnerships(ctx))).toEqual([]);
    expect((await c.as.ops.post(`${path}/state/operating`)).status).toBe(303);
    openCases = 1;
    const refused = await c.as.ops.post(`${path}/state/ended`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Są otwarte sprawy');
    openCases = 0;
    expect((await c.as.ops.post(`${path}/state/ended`)).status).toBe(303);
    expect(await state(path)).toBe('ended');
    for (const page of ['/area', '/state/operating', '/agreements/new'])
      expect((await c.as.ops.get(path + page)).status).toBe(404);
    expect((await c.as.ops.post(`${path}/area`, { name: 'x' })).status).toBe(409);
  });

  test('the area is ticked and only gminas of the county count', async () => {
    const path = await found();
    const id = path.split('/').at(-1) ?? '';
    const values = { name: 'Nowa nazwa', 'area[]': ['1207-laskowa', '0201-gromadka'], _version: '2' };
    expect((await c.as.ops.post(`${path}/area`, values)).status).toBe(303);
    const area = await app.ctxAs(c.heads.ops, (ctx) => areaOf(ctx, id));
    expect(area).toEqual([{ id: '1207-laskowa', name: 'Laskowa' }]);
    expect((await c.as.ops.post(`${path}/area`, values)).status).toBe(409);
    expect((await c.as.ops.get(path)).text).toContain('Nowa nazwa');
  });

  test('who leaves an institution hands the contacts over', async () => {
    const path = await operating();
    const second = await makeWorker(app.adminUrl, c.ops, ['partnership_coordinator'], { scope: [] });
    const duties = await app.ctxAs(c.heads.ops, (ctx) => contactDuties(ctx, c.heads.ops.subjectId));
    expect(duties.map((d) => d.href)).toEqual([path, path]);
    await app.ctxAs(c.heads.ops, (ctx) => handOverContacts(ctx, c.heads.ops.subjectId, second.subjectId));
    expect(await app.ctxAs(c.heads.ops, (ctx) => contactDuties(ctx, c.heads.ops.subjectId))).toEqual([]);
    expect(await app.ctxAs(c.heads.ops, (ctx) => contactDuties(ctx, second.subjectId))).toHaveLength(2);
  });
});
