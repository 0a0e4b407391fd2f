import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { idOf } from '#test/agreement.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { partnershipsRoutes } from '../routes.tsx';
import { dueInvitations } from './service.ts';
import { dueStages } from './stage/service.ts';

let app: TestApp;
const place = async (type: 'OPS' | 'PUP' | 'NGO') => {
  const institution = await makeInstitution(app.adminUrl, type);
  const head = await makeWorker(app.adminUrl, institution, ['head']);
  await makeAccount(app, head);
  return { institution, head, browser: await app.as(head.accountId) };
};
let ops: { institution: MadeInstitution; head: Actor; browser: Browser };
let pup: typeof ops;
let ngo: typeof ops;
let path: string;
beforeAll(async () => {
  app = await moduleApp(() =>
    partnershipsRoutes({
      openCases: async () => 0,
      siteUrl: 'https://splot.test',
      unmetNeeds: async () => [{ name: 'mieszkanie', count: 7 }],
    }),
  );
  await asAdmin(app.adminUrl, async (run) => {
    await run(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    await run(
      `insert into territory.county values ('1207', 'limanowski', '12', 'county') on conflict do nothing`,
    );
    await run(
      `insert into territory.gmina (id, name, county_code, kind) values ('1207-laskowa', 'Laskowa', '1207', 'rural') on conflict do nothing`,
    );
    await run(
      `insert into territory.population values ('1207', '2024-12-31', 131000, 'GUS') on conflict do nothing`,
    );
  });
  [ops, pup, ngo] = [await place('OPS'), await place('PUP'), await place('NGO')];
  path = (await ops.browser.post('/partnerships/new', { name: 'Pierwsze', county: '1207' })).location ?? '';
});
afterAll(() => app.drop());
const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));

test('an institution is invited by letter, reads why, and answers for itself', async () => {
  expect((await ops.browser.get(path)).text).toContain('Zaproszenie pierwszych partnerów');
  expect((await ops.browser.post(`${path}/invitations`, { word: 'x' })).text).toContain('Wskaż przynajmniej');
  const sent = await ops.browser.post(`${path}/invitations`, {
    'institution[]': [pup.institution.id, ngo.institution.id],
    word: 'Chcemy działać razem.',
  });
  expect(sent.status).toBe(303);
  const letters = await rows('select to_address, subject, body from kernel.mail order by to_address');
  expect(letters.filter((l) => String(l.body).includes(`${path}/invitation`))).toHaveLength(2);
  for (const { subject, body } of letters) expect(`${subject} ${body}`).not.toContain(ops.head.name);
  expect((await pup.browser.get('/partnerships')).text).toContain('Zaproszenia dla mojej instytucji');
  expect(await app.ctxAs(pup.head, dueInvitations)).toMatchObject([{ href: `${path}/invitation` }]);
  const page = await pup.browser.get(`${path}/invitation`);
  expect(page.text).toContain('Chcemy działać razem.');
  // Invited, it reads what data say; it is no member yet and reads no agreement.
  expect((await pup.browser.get(`${path}/needs`)).text).toContain('mieszkanie');
  expect((await pup.browser.get(`${path}/agreements`)).status).toBe(404);
  expect((await ops.browser.get(path)).text).toContain('Odpowiedzi zaproszonych instytucji');
  expect((await pup.browser.post(`${path}/invitation`, { answer: 'accepted', word: 'Dobrze.' })).status).toBe(
    303,
  );
  expect(
    (await ngo.browser.post(`${path}/invitation`, { answer: 'declined', word: 'Nie teraz.' })).status,
  ).toBe(303);
  expect((await ngo.browser.post(`${path}/invitation`, { answer: 'accepted' })).status).toBe(404);
  const members = await rows('select institution_id from partnerships.member where partnership_id = $1', [
    idOf(path),
  ]);
  expect(members.map((m) => m.institution_id).sort()).toEqual(
    [ops.institution.id, pup.institution.id].sort(),
  );
  const list = await pup.browser.get(`${path}/invitations`);
  expect(list.text).toContain('Nie teraz.');
  expect((await pup.browser.get(path)).text).toContain('Rozpoczęcie uzgodnień');
  expect(await app.ctxAs(ops.head, dueStages)).toMatchObject([{ href: `${path}/agreements/new` }]);
  expect(await app.ctxAs(pup.head, dueStages)).toEqual([]);
});

test('nobody invites, answers or joins for another', async () => {
  expect((await pup.browser.post(`${path}/invitations`, { institution: ngo.institution.id })).status).toBe(
    404,
  );
  expect((await ngo.browser.get(`${path}/invitations`)).status).toBe(404);
  expect((await ngo.browser.get(`${path}/needs`)).status).toBe(404);
  await expect(
    app.ctxAs(ngo.head, (ctx) =>
      ctx.tx.run(sql`insert into partnerships.member (id, partnership_id, institution_id, joined_on)
        values (${newId()}, ${idOf(path)}, ${ngo.institution.id}, '2026-03-04')`),
    ),
  ).rejects.toThrow('row-level security');
  // Nor does the coordinator make a member of whom was not asked.
  await expect(
    app.ctxAs(ops.head, (ctx) =>
      ctx.tx.run(sql`insert into partnerships.member (id, partnership_id, institution_id, joined_on)
        values (${newId()}, ${idOf(path)}, ${ngo.institution.id}, '2026-03-04')`),
    ),
  ).rejects.toThrow('row-level security');
  await ops.browser.post(`${path}/invitations`, { institution: ngo.institution.id });
  const [waiting] = await rows(`select id from partnerships.invitation where state = 'sent'`);
  const paper = { answer: 'accepted', word: 'Pismo z 1 marca.' };
  // It has a head here, who answers for it.
  expect((await ops.browser.post(`${path}/invitations/${waiting?.id}/paper`, paper)).status).toBe(404);
  expect((await ops.browser.post(`${path}/invitations/${waiting?.id}/withdraw`)).status).toBe(303);
});

test('an institution without anybody in the system answers on paper', async () => {
  const kgw = await makeInstitution(app.adminUrl, 'NGO');
  await ops.browser.post(`${path}/invitations`, { institution: kgw.id });
  const [waiting] = await rows(`select id from partnerships.invitation where state = 'sent'`);
  const address = `${path}/invitations/${waiting?.id}/paper`;
  expect((await ops.browser.post(address, { answer: 'accepted', word: '' })).status).toBe(422);
  expect((await ops.browser.post(address, { answer: 'accepted', word: 'Pismo z 1 marca.' })).status).toBe(
    303,
  );
  expect((await ops.browser.get(`${path}/invitations`)).text).toContain('odpowiedź na piśmie');
});

test('the needs of the area have their numbers, days and sources', async () => {
  const { text } = await ops.browser.get(`${path}/needs`);
  for (const said of ['131', '31.12.2024', 'GUS', 'Instytucje, które pracują w Splocie', '04.03.2026'])
    expect(text).toContain(said);
  expect((await ops.browser.get(`${path}/needs?lang=en`)).text).toContain('Needs that nobody met');
});
