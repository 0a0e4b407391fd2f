import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId, newSecret } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import type { OfferInput } from '../schema.ts';
import { enquiryJobs } from './jobs.ts';
import { eraseOld } from './letters/service.ts';

const START = new Date('2026-03-04T09:00:00Z');
const EVIL = '"><script>alert(1)</script>\'; drop table directory.enquiry; --';
const offer: OfferInput = {
  category: 'catering',
  name: 'Obiady szkolne',
  description: '',
  priceFrom: 1500,
  priceTo: null,
  priceUnit: 'porcja',
  capacity: 300,
  capacityUnit: 'porcji',
  leadDays: 3,
  rangeKm: 25,
  reservedBasis: ['pzp_94', 'ues_26'],
  certificates: '',
  samples: '',
  active: true,
  codes: [{ taxonomy: 'cpv', code: '55500000' }],
};
const place = {
  name: '',
  kind: 'physical',
  isMain: true,
  street: '',
  postalCode: '34-600',
  localityId: null,
  locality: 'Limanowa',
  gminaId: null,
  countyCode: '1207',
  lat: 49.7,
  lon: 20.43,
  directions: '',
  access: [],
  opening: [],
} as const;

let app: TestApp;
let clerk: Browser;
let clerkActor: Actor;
let stranger: Browser;
let keeper: Browser;
let editor: Browser;
let strangerActor: Actor;
let kitchen: string;
let bistro: string;
let silent: string;

beforeAll(async () => {
  app = await testApp(START);
  const gmina = await makeInstitution(app.adminUrl, 'OPS');
  const ngo = await makeInstitution(app.adminUrl, 'NGO');
  const signedIn = async (actor: Actor) => {
    await makeAccount(app, actor);
    return app.as(actor.accountId);
  };
  clerkActor = await makeWorker(app.adminUrl, gmina, ['social_worker']);
  clerk = await signedIn(clerkActor);
  strangerActor = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'PUP'), ['head']);
  stranger = await signedIn(strangerActor);
  keeper = await signedIn(await makeWorker(app.adminUrl, ngo, ['unit_worker']));
  editor = await signedIn(
    await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'ROPS'), ['editor']),
  );
  const made = (shortName: string, email: string, institutionId: string | null = null) =>
    makeEntity(
      app,
      { name: `Spółdzielnia ${shortName}`, shortName, email, places: [place], offers: [offer] },
      { institutionId },
    );
  kitchen = await made('Kuchnia', 'kuchnia@example.org', ngo.id);
  bistro = await made('Bistro', 'bistro@example.org');
  silent = await made('Cicha', '');
}, 60_000);
afterAll(() => app.drop());

const queue = () =>
  runQueueOnce({
    adminUrl: app.adminUrl,
    db: app.db,
    jobs: enquiryJobs('http://splot.test'),
    clock: () => app.parts.clock(),
  });
const letters = (to: string) =>
  app.ctxAs(SYSTEM_ACTOR, async (ctx) => (await listMail(ctx, 500)).filter((mail) => mail.to === to));
const linkIn = (body: string) => /\/enquiries\/(?:received\/)?[\w-]{43}/.exec(body)?.[0] ?? '';
const newestLink = async (to: string) => {
  await queue();
  return linkIn((await letters(to))[0]?.body ?? '');
};

let turn = 0;
const need = (given: Record<string, string> = {}) => ({
  token: newSecret(),
  _shown: String(START.getTime() - 60_000),
  company: '',
  wanted: '',
  category: 'catering',
  cpv: '55524000-9',
  subject: `Obiady dla szkoły ${++turn}`,
  description: `Obiady dwudaniowe przez pięć dni w tygodniu, wariant ${turn}`,
  quantity: '120',
  quantityUnit: 'porcji',
  place: 'Limanowa',
  startsOn: '',
  answerBy: '18.03.2026',
  valueBand: 'to_130',
  reservedBasis: '',
  name: 'Szkoła Podstawowa nr 2',
  role: 'sekretarz szkoły',
  email: `szkola${turn}@example.org`,
  phone: '',
  ...given,
});
/** Step one; gives the address of the enquiry. */
const begin = async (who: Browser, given: Record<string, string> = {}) => {
  const answer = await who.post('/enquiries/new', need(given));
  expect(answer.status, answer.text.slice(0, 3000).match(/class="errors"[\s\S]*?<\/div>/)?.[0]).toBe(303);
  return (answer.location ?? '').replace(/\/recipients$/, '');
};
/** An enquiry of the clerk to the kitchen and the bistro, sent. */
const sent = async (given: Record<string, string> = {}) => {
  const path = await begin(clerk, given);
  const answer = await clerk.post(`${path}/recipients`, { 'entity[]': [kitchen, bistro] });
  expect(answer.location).toBe(path);
  return path;
};
const count = (query: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, async (run) => Number((await run(query, values))[0]?.n));

test('the form begins with what its address says, whatever that is', async () => {
  const page = await app.visitor.get('/enquiries/new?q=obiady&place=Limanowa&category=catering');
  expect(page.text).toMatch(/name="place"[^>]*value="Limanowa"/);
  expect(page.text).toMatch(/value="catering" selected/);
  for (const query of [
    `entities=a,b&entity=zzz&offer=1&q=${encodeURIComponent(EVIL)}`,
    `entity=${newId()}&offer=%00&place=${'x'.repeat(5000)}&category=${encodeURIComponent(EVIL)}`,
  ]) {
    const answer = await app.visitor.get(`/enquiries/new?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('<script>alert');
  }
});

describe('without an account', () => {
  test('describes, sees reasons, confirms by mail, compares and closes', async () => {
    const form = need({ wanted: kitchen });
    const first = await app.visitor.post('/enquiries/new', form);
    expect(first.location).toBe(`/enquiries/${form.token}/recipients`);
    // Sent twice it is one draft.
    expect((await app.visitor.post('/enquiries/new', form)).location).toBe(first.location);
    expect(
      await count('select count(*) as n from directory.enquiry where subject = $1', [form.subject]),
    ).toBe(1);

    const choice = await app.visitor.get(first.location ?? '');
    expect(choice.text).toContain('oferta w tej kategorii');
    expect(choice.text).toContain('wydajność 300');
    expect(choice.text).toContain('bez adresu e-mail');
    expect(choice.text).toMatch(new RegExp(`value="${kitchen}"[^>]*checked`));
    expect(choice.text).not.toMatch(new RegExp(`value="${bistro}"[^>]*checked`));

    const draft = `/enquiries/${form.token}`;
    await app.visitor.post(`${draft}/recipients`, { 'entity[]': [kitchen, bistro, silent] });
    await queue();
    const waiting = (await app.visitor.get(draft)).text;
    expect(waiting).toContain('Sprawdź pocztę');
    // Nobody has got it yet, so nobody has left it unopened.
    expect(waiting).not.toContain('jeszcze nie otwarto');
    expect(await letters('bistro@example.org')).toEqual([]);
    // The key of the draft sends nothing.
    await app.visitor.post(`${draft}/confirm`);
    expect(await count("select count(*) as n from directory.enquiry where state = 'sent'")).toBe(0);

    const [letter] = await letters(form.email);
    expect(letter?.subject).not.toContain(form.email);
    const own = linkIn(letter?.body ?? '');
    expect((await app.visitor.get(own)).text).toContain('Potwierdzam adres i wysyłam');
    await app.visitor.post(`${own}/confirm`);
    await app.visitor.post(`${own}/confirm`);
    await queue();
    expect(await letters('bistro@example.org')).toHaveLength(1);
    // What the form left in the browser opens nothing any more.
    expect((await app.visitor.get(draft)).status).toBe(404);

    const invited = linkIn((await letters('bistro@example.org'))[0]?.body ?? '');
    const received = await app.visitor.get(invited);
    expect(received.text).toContain(form.email);
    expect(received.text).toContain('Waszej odpowiedzi'.toLowerCase().slice(1));
    expect((await app.visitor.post(`${invited}/quote`, { price: 'dużo', basis: 'unit' })).status).toBe(422);
    const quote = { price: '17,50', basis: 'unit', valid: '30.04.2026', body: 'Z dowozem.' };
    expect((await app.visitor.post(`${invited}/quote`, quote)).location).toBe(invited);
    await app.visitor.post(`${invited}/quote`, quote);
    await queue();
    expect((await letters(form.email)).filter((m) => m.subject.includes('odpowiedź'))).toHaveLength(1);

    // The institution that keeps the other record answers in Splot.
    const list = await keeper.get('/enquiries/received');
    expect(list.text).toContain(form.subject);
    const inSplot = /\/enquiries\/received\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? '';
    const question = { id: '018f0000-0000-7000-8000-000000000001', question: 'Czy jest kuchnia?' };
    for (const _ of [1, 2]) await keeper.post(`${inSplot}/ask`, question);
    await keeper.post(`${inSplot}/quote`, { price: '1 800', basis: 'total', valid: '', body: '' });

    const compared = await app.visitor.get(own);
    expect(compared.text).toContain('2\u00a0100,00\u00a0zł');
    expect(compared.text).toContain('15,00\u00a0zł');
    expect(compared.text.indexOf('>Kuchnia<')).toBeLessThan(compared.text.indexOf('>Bistro<'));
    const down = await app.visitor.get(`${own}?sort=-total`);
    expect(down.text.indexOf('>Bistro<')).toBeLessThan(down.text.indexOf('>Kuchnia<'));
    expect(compared.text.split('Czy jest kuchnia?')).toHaveLength(2);
    const field = `reply-${question.id}`;
    expect((await app.visitor.post(`${own}/questions/${question.id}`, { [field]: '' })).status).toBe(422);
    await app.visitor.post(`${own}/questions/${question.id}`, { [field]: 'Tak, z wyposażeniem.' });
    const everybody = await app.visitor.get(invited);
    expect(everybody.text).toContain('Tak, z wyposażeniem.');
    // Nobody reads who asked, nor what others quote.
    expect(everybody.text).not.toContain('Kuchnia');
    expect(everybody.text).not.toContain('1\u00a0800');

    const chosen = /name="chosen" value="([0-9a-f-]{36})"/.exec(
      (await app.visitor.get(`${own}/close`)).text,
    )?.[1];
    expect((await app.visitor.post(`${own}/close`, { chosen: 'none' })).status).toBe(422);
    await app.visitor.post(`${own}/close`, { chosen: chosen ?? '', reason: '', note: '' });
    await app.visitor.post(`${own}/close`, { chosen: 'none', reason: 'other', note: '' });
    expect((await app.visitor.get(own)).text).toContain('Wybrano: Kuchnia');
    await queue();
    const subjects = async (to: string) => (await letters(to)).map(({ subject }) => subject);
    expect(await subjects('kuchnia@example.org')).toContain('Splot: Wasza oferta została wybrana');
    expect(await subjects('bistro@example.org')).toContain('Splot: zapytanie jest zakończone');
    expect((await app.visitor.post(`${invited}/quote`, quote)).status).toBe(422);
  }, 60_000);

  test('what was typed comes back with what is wrong', async () => {
    const form = need({ place: 'Nigdzieland', answerBy: '1.03.2026', email: 'bez małpy', description: EVIL });
    const answer = await app.visitor.post('/enquiries/new', form);
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('<script>alert(1)');
    expect(answer.text).toContain(`value="${form.token}"`);
    expect(answer.text).toContain('bez małpy');
    const number = await app.visitor.post('/enquiries/new', need({ description: 'PESEL 44051401359' }));
    expect(number.status).toBe(422);
    const past = await app.visitor.post('/enquiries/new', need({ answerBy: '1.03.2026' }));
    expect(past.text).toContain('już minęła');
    const nowhere = await app.visitor.post('/enquiries/new', need({ place: 'Qqqqq' }));
    expect(nowhere.text).toContain('Nie znamy takiej miejscowości');
  });
});

describe('who must not get in', () => {
  test('another’s enquiry and a guessed key are missing pages', async () => {
    const path = await sent();
    expect((await clerk.get(path)).status).toBe(200);
    const recipient = await asAdmin(app.adminUrl, async (run) =>
      String(
        (await run('select id from directory.enquiry_recipient where entity_id = $1 limit 1', [kitchen]))[0]
          ?.id,
      ),
    );
    for (const who of [stranger, app.visitor, keeper]) {
      for (const page of ['', '/need', '/recipients', '/close'])
        expect((await who.get(path + page)).status, page).toBe(404);
      expect((await who.post(`${path}/close`, { chosen: 'none', reason: 'other', note: '' })).status).toBe(
        404,
      );
    }
    for (const who of [stranger, app.visitor, clerk]) {
      expect((await who.get(`/enquiries/received/${recipient}`)).status).toBe(404);
      expect((await who.post(`/enquiries/received/${recipient}/quote`, { price: '1' })).status).toBe(404);
    }
    for (const key of [newSecret(), 'x'.repeat(43)])
      for (const page of [`/enquiries/${key}`, `/enquiries/received/${key}`])
        expect((await app.visitor.get(page)).status).toBe(404);
    expect((await app.visitor.get('/enquiries')).location).toContain('/sign-in');
    expect((await stranger.get('/enquiries/reports')).status).toBe(404);
  });

  test('the database shows nothing without a key and changes nothing of others', async () => {
    await sent();
    for (const actor of [PUBLIC_ACTOR, strangerActor]) {
      const rows = async (table: string) =>
        app.ctxAs(actor, (ctx) =>
          ctx.tx.many(sql([`select * from directory.${table}`] as unknown as TemplateStringsArray)),
        );
      for (const table of [
        'enquiry',
        'enquiry_contact',
        'enquiry_recipient',
        'enquiry_answer',
        'enquiry_question',
      ])
        expect(await rows(table), table).toEqual([]);
      const attempt = (query: Parameters<typeof sql>[0]) =>
        app.ctxAs(actor, (ctx) => ctx.tx.run(sql(query))).catch((e: { code?: string }) => e.code);
      expect(
        await attempt`update directory.enquiry set state = 'closed', outcome = 'none', outcome_reason = 'other'`,
      ).toBe(0);
      expect(await attempt`delete from directory.enquiry_recipient`).toBe(0);
      expect(await attempt`select * from directory.enquiry_token`).toBe('42501');
      expect(await attempt`update directory.enquiry_question set answer = 'x'`).toBe(0);
      expect(
        await attempt`insert into directory.enquiry_block (entity_id, address_hash, blocked_at)
        select id, 'x', now() from directory.entity limit 1`,
      ).toBe('42501');
      expect(
        await attempt`insert into directory.enquiry_answer (recipient_id, kind, decline_reason, answered_at)
        values (gen_random_uuid(), 'decline', 'other', now())`,
      ).toBe('42501');
    }
  });

  test('what was sent does not change', async () => {
    const id = (await sent()).replace('/enquiries/', '');
    const change = app.ctxAs(SYSTEM_ACTOR, (ctx) =>
      ctx.tx.run(sql`update directory.enquiry set description = 'inne' where id = ${id}`),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

describe('abuse', () => {
  test('a machine, a repeated text, too many a day and a blocked sender are refused', async () => {
    expect((await app.visitor.post('/enquiries/new', need({ company: 'http://spam' }))).status).toBe(422);
    const fast = await app.visitor.post('/enquiries/new', need({ _shown: String(START.getTime()) }));
    expect(fast.text).toContain('przyszedł za szybko');

    const same = { subject: 'To samo', description: 'Dokładnie to samo zapytanie' };
    await sent(same);
    const again = await begin(clerk, { ...same, description: 'DOKŁADNIE  to samo, zapytanie!' });
    const refused = await clerk.post(`${again}/recipients`, { 'entity[]': [kitchen] });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Nie dotrze do: Kuchnia');

    const email = 'natret@example.org';
    const path = await sent({ email });
    const invitation = await newestLink('bistro@example.org');
    await app.visitor.post(`${invitation}/abuse`, { what: 'report', reportNote: 'To reklama' });
    const next = await begin(clerk, { email });
    const blocked = await clerk.post(`${next}/recipients`, { 'entity[]': [bistro] });
    expect(blocked.text).toContain('Nie dotrze do: Bistro');

    const reports = await editor.get('/enquiries/reports');
    expect(reports.text).toContain('To reklama');
    await editor.post(`/enquiries/reports/${path.replace('/enquiries/', '')}/stop`);
    expect((await app.visitor.get(invitation)).text).toContain('nie są już przyjmowane');
    expect((await clerk.get(path)).text).toContain('zatrzymane przez redakcję');

    const often = { email: 'czesto@example.org' };
    for (let n = 0; n < 5; n++) await sent(often);
    const sixth = await begin(clerk, often);
    expect((await clerk.post(`${sixth}/recipients`, { 'entity[]': [kitchen] })).text).toContain(
      'tyle zapytań, ile można',
    );
  }, 60_000);

  test('one network address begins ten a day', async () => {
    let status = 0;
    for (let n = 0; n < 12 && status !== 422; n++)
      ({ status } = await app.visitor.post('/enquiries/new', need()));
    expect(status).toBe(422);
  }, 60_000);
});

describe('time', () => {
  test('a reminder the day before, no answers after the date, and contacts are erased after their months', async () => {
    const path = await sent({ answerBy: '10.03.2026', email: 'czas@example.org' });
    const id = path.replace('/enquiries/', '');
    const invitation = await newestLink('bistro@example.org');
    await app.visitor.post(`${invitation}/decline`, { reason: 'too_far', declineNote: '' });
    app.setNow(new Date('2026-03-11T09:00:00Z'));
    clerk = await app.as(clerkActor.accountId);
    expect((await clerk.get(path)).text).toContain('minął termin odpowiedzi');
    expect((await app.visitor.post(`${invitation}/quote`, { price: '1' })).status).toBe(422);
    const erase = (now: string) => app.ctxAs(SYSTEM_ACTOR, eraseOld, { now: new Date(now) });
    const contacts = () =>
      count('select count(*) as n from directory.enquiry_contact where enquiry_id = $1', [id]);
    await erase('2028-03-09T09:00:00Z');
    expect(await contacts()).toBe(1);
    await erase('2028-03-12T09:00:00Z');
    expect(await contacts()).toBe(0);
    expect((await clerk.get(path)).text).toContain('Dane kontaktowe usunięto');
    expect((await app.visitor.get(invitation)).status).toBe(404);
    app.setNow(START);
  });
});

test('how soon an entity answers is told from five answers on', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push((await sent()).replace('/enquiries/', ''));
  const answer = (enquiry: string) =>
    asAdmin(app.adminUrl, (run) =>
      run(
        `with r as (insert into directory.enquiry_recipient (id, enquiry_id, entity_id, sent_at)
           values (gen_random_uuid(), $1, $2, '2026-03-04T09:00:00Z') returning id)
         insert into directory.enquiry_answer (recipient_id, kind, decline_reason, answered_at)
         select id, 'decline', 'term', '2026-03-05T06:00:00Z' from r`,
        [enquiry, silent],
      ),
    );
  const page = async () => (await app.visitor.get(`/directory/${silent}`)).text;
  for (const id of ids.slice(0, 4)) await answer(id);
  expect(await page()).not.toContain('Na zapytania odpowiada');
  await answer(ids[4] ?? '');
  expect(await page()).toContain('w 21 godz. (mediana z 5 odpowiedzi)');
});

test('without a code of CPV the category finds them', async () => {
  const path = await begin(clerk, { cpv: '' });
  const { text } = await clerk.get(`${path}/recipients`);
  expect(text).toMatch(new RegExp(`value="${kitchen}"[^>]*checked`));
});
