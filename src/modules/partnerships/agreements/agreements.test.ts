import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { clausesIn, idOf, join, SCOPE, writeDraft } from '#test/agreement.ts';
import { type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, type MadeInstitution, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { partnershipsRoutes } from '../routes.tsx';
import { dueAgreements } from './negotiation/service.ts';

let app: TestApp;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(resolve(tmpdir(), 'splot-agreements-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  app = await moduleApp(() => partnershipsRoutes({ openCases: async () => 0 }));
  await asAdmin(app.adminUrl, async (run) => {
    await run(`insert into territory.voivodeship values ('12', 'małopolskie') on conflict do nothing`);
    await run(
      `insert into territory.county values ('1207', 'limanowski', '12', 'county') on conflict do nothing`,
    );
    await run(
      `insert into territory.gmina (id, name, county_code, kind) values ('1207-laskowa', 'Laskowa', '1207', 'rural') on conflict do nothing`,
    );
  });
});
afterAll(async () => {
  await app.drop();
  await rm(dir, { recursive: true, force: true });
});

const WHO = ['ops', 'pup', 'ngo', 'outside'] as const;
type Who = (typeof WHO)[number];
interface Place {
  readonly institution: MadeInstitution;
  readonly head: Actor;
  readonly browser: Browser;
}
let at: Record<Who, Place>;
let path: string;
const SIGNED = { signedBy: 'Kierownik', signedOn: '4.3.2026', form: 'qualified' };

async function place(type: 'OPS' | 'PUP' | 'NGO'): Promise<Place> {
  const institution = await makeInstitution(app.adminUrl, type);
  const head = await makeWorker(app.adminUrl, institution, ['head']);
  await makeAccount(app, head);
  return { institution, head, browser: await app.as(head.accountId) };
}
beforeEach(async () => {
  at = {
    ops: await place('OPS'),
    pup: await place('PUP'),
    ngo: await place('NGO'),
    outside: await place('OPS'),
  };
  const made = await at.ops.browser.post('/partnerships/new', { name: 'Razem w Laskowej', county: '1207' });
  path = made.location ?? '';
  await at.ops.browser.post(`${path}/area`, { name: 'Razem w Laskowej', 'area[]': ['1207-laskowa'] });
  for (const who of ['pup', 'ngo'] as const)
    await join(at.ops.browser, at[who].browser, path, at[who].institution.id);
});
const draft = (given?: Parameters<typeof writeDraft>[3]) =>
  writeDraft(app.adminUrl, at.ops.browser, path, given);
const clauses = (version = 1) => clausesIn(app.adminUrl, path, version);
const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));

async function operating(): Promise<void> {
  await draft();
  expect((await at.ops.browser.post(`${path}/agreements/1/open`)).status).toBe(303);
  for (const who of ['ops', 'pup', 'ngo'] as const)
    expect((await at[who].browser.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(303);
  expect((await at.ops.browser.post(`${path}/agreements/1/in-force`)).status).toBe(303);
}

describe('the builder', () => {
  test('a draft begins with what the act demands, says what is missing and fills the rest from data', async () => {
    const made = await at.ops.browser.post(`${path}/agreements/new`, { from: '1.3.2026' });
    expect(made.location).toBe(`${path}/agreements/1/edit`);
    const builder = await at.ops.browser.get(`${path}/agreements/1/edit`);
    expect(builder.text).toContain('wymaga ustawa');
    expect(builder.text).toContain('[nazwa]');
    expect(builder.text).toContain('Bez tego nie da się otworzyć do podpisu');
    const document = await at.pup.browser.get(`${path}/agreements/1`);
    expect(document.text).toContain('„Razem w Laskowej”');
    expect(document.text).toContain('Laskowa');
    expect(document.text).not.toContain('{obszar}');
    const { target_group: group, help_rules: help } = await clauses();
    const clause = await at.ops.browser.get(`${path}/agreements/1/clauses/${group?.id}`);
    expect(clause.text).toContain('RPSZ art. 198');
    expect(clause.text).toContain('szerzej: osoby w szczególnie trudnej sytuacji');
    await at.ops.browser.post(`${path}/agreements/1/clauses/${help?.id}/leave-out`);
    const refused = await at.ops.browser.post(`${path}/agreements/1/open`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Brakuje klauzuli, której wymaga ustawa: Zasady i zakres pomocy');
    await at.ops.browser.post(`${path}/agreements/1/clauses`, { code: 'help_rules' });
    expect((await at.ops.browser.get(`${path}/agreements/1/open`)).text).not.toContain('Zasady i zakres');
  });

  test('a wording replaces the text; an own clause has its place; neighbours change places', async () => {
    await draft();
    const { purpose, area } = await clauses();
    await at.ops.browser.post(`${path}/agreements/1/clauses/${purpose?.id}/variant`, {
      variant: 'purpose.2',
    });
    expect((await clauses()).purpose?.body).toContain('nie powtarzały');
    const wrong = await at.ops.browser.post(`${path}/agreements/1/clauses/${purpose?.id}/variant`, {
      variant: 'area.1',
    });
    expect(wrong.status).toBe(422);
    const own = { title: 'Dzień otwarty', section: 'work' };
    expect((await at.ops.browser.post(`${path}/agreements/1/clauses`, own)).status).toBe(303);
    expect((await at.ops.browser.post(`${path}/agreements/1/clauses`, { title: '' })).status).toBe(422);
    expect((await at.ops.browser.post(`${path}/agreements/1/open`)).text).toContain(
      'Klauzula nie ma tekstu: Dzień otwarty',
    );
    await at.ops.browser.post(`${path}/agreements/1/clauses/${purpose?.id}/move`, { to: 'up' });
    const page = (await at.ops.browser.get(`${path}/agreements/1`)).text;
    expect(page.indexOf('Cel i usługa')).toBeLessThan(page.indexOf('Obszar</h3>'));
    expect(area).toBeDefined();
  });

  test('commissioned reintegration is whole or not at all', async () => {
    await draft();
    await at.ops.browser.post(`${path}/agreements/1/clauses`, { code: 'reint_people' });
    const missing = (await at.ops.browser.get(`${path}/agreements/1/open`)).text;
    expect(missing).toContain('Reintegracja zlecona: kontrola');
    expect(missing).toContain('[liczba]');
  });

  test('what no clause permits cannot be in the scope of data', async () => {
    await draft({ scope: { ...SCOPE, 'ceiling_NGO[]': ['D1', 'D3'] } });
    const { annex_categories: table } = await clauses();
    const bounds = await at.ngo.browser.get(`${path}/agreements/1/ceiling`);
    expect(bounds.text).toContain('Kategorie danych i odbiorcy');
    const clause = await at.ngo.browser.get(`${path}/agreements/1/clauses/${table?.id}`);
    expect(clause.text).toContain('Co ta klauzula pozwala udostępniać');
    await at.ops.browser.post(`${path}/agreements/1/clauses/${table?.id}/leave-out`);
    expect((await at.ops.browser.post(`${path}/agreements/1/open`)).text).toContain(
      'Żadna klauzula na to nie pozwala',
    );
  });
});

describe('negotiation', () => {
  test('a remark and a proposal wait for an answer; an accepted proposal is the text', async () => {
    await draft();
    const { referral, standard } = await clauses();
    const clause = `${path}/agreements/1/clauses/${referral?.id}`;
    expect((await at.pup.browser.post(`${clause}/remarks`, { body: 'Za krótki termin.' })).status).toBe(303);
    const newText = (referral?.body ?? '').replace('7 dni roboczych', '10 dni roboczych');
    const proposal = { newText, why: 'Tyle trwa sprawdzenie.' };
    expect((await at.ngo.browser.post(`${clause}/proposals`, proposal)).status).toBe(303);
    const same = await at.ngo.browser.post(`${clause}/proposals`, {
      newText: referral?.body ?? '',
      why: 'x',
    });
    expect(same.text).toContain('taki sam jak teraz');
    const page = (await at.ops.browser.get(clause)).text;
    expect(page).toContain('<del>7</del>');
    expect(page).toContain('<ins>10</ins>');
    expect(await app.ctxAs(at.ops.head, dueAgreements)).toMatchObject([
      { href: `${path}/agreements/1/edit` },
    ]);
    expect(await app.ctxAs(at.pup.head, dueAgreements)).toEqual([]);
    const found = await rows('select id, kind from partnerships.agreement_remark where clause_id = $1', [
      referral?.id,
    ]);
    const remark = found.find((r) => r.kind === 'remark')?.id;
    const change = found.find((r) => r.kind === 'proposal')?.id;
    // Only the coordinator answers, and declines with a reason.
    expect((await at.pup.browser.post(`${clause}/remarks/${remark}`, { decision: 'accepted' })).status).toBe(
      404,
    );
    const bare = await at.ops.browser.post(`${clause}/remarks/${remark}`, { decision: 'declined' });
    expect(bare.status).toBe(422);
    const declined = { decision: 'declined', reason: 'Zmienimy razem z propozycją.' };
    expect((await at.ops.browser.post(`${clause}/remarks/${remark}`, declined)).status).toBe(303);
    expect((await at.ops.browser.post(`${clause}/remarks/${change}`, { decision: 'accepted' })).status).toBe(
      303,
    );
    expect((await clauses()).referral?.body).toContain('10 dni roboczych');
    expect((await at.ops.browser.post(`${clause}/remarks/${change}`, declined)).status).toBe(409);
    // A proposal to a text that moved on is not accepted as it stands.
    const other = `${path}/agreements/1/clauses/${standard?.id}`;
    await at.ngo.browser.post(`${other}/proposals`, { newText: 'Inaczej.', why: 'Prościej.' });
    await at.ops.browser.post(other, { title: 'Standard', body: 'Jeszcze inaczej.' });
    const [late] = await rows('select id from partnerships.agreement_remark where clause_id = $1', [
      standard?.id,
    ]);
    const moved = await at.ops.browser.post(`${other}/remarks/${late?.id}`, { decision: 'accepted' });
    expect(moved.text).toContain('zmienił się po tej propozycji');
    expect((await at.ngo.browser.post(`${other}/remarks/${late?.id}/withdraw`)).status).toBe(303);
  });

  test('a contact person without a function speaks; another worker of the institution does not', async () => {
    await draft();
    const { purpose } = await clauses();
    const address = `${path}/agreements/1/clauses/${purpose?.id}/remarks`;
    const workers = [];
    for (let n = 0; n < 2; n += 1) {
      const worker = await makeWorker(app.adminUrl, at.ngo.institution, ['ngo_specialist']);
      await makeAccount(app, worker);
      workers.push(worker);
    }
    const [named, other] = workers;
    await at.ngo.browser.post(`${path}/contacts`, { worker: named?.subjectId ?? '' });
    const browsers = [await app.as(named?.accountId ?? ''), await app.as(other?.accountId ?? '')];
    expect((await browsers[0]?.post(address, { body: 'Uwaga.' }))?.status).toBe(303);
    expect((await browsers[1]?.post(address, { body: 'Uwaga.' }))?.status).toBe(404);
    expect((await browsers[1]?.get(`${path}/agreements/1`))?.status).toBe(200);
  });

  test('nobody opens signing over what waits without saying why', async () => {
    await draft();
    const { purpose } = await clauses();
    await at.ngo.browser.post(`${path}/agreements/1/clauses/${purpose?.id}/remarks`, { body: 'Krócej.' });
    const silent = await at.ops.browser.post(`${path}/agreements/1/open`);
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('Napisz, dlaczego');
    const said = await at.ops.browser.post(`${path}/agreements/1/open`, { reason: 'Omówione na spotkaniu.' });
    expect(said.status).toBe(303);
    expect((await at.ngo.browser.get(`${path}/agreements/1`)).text).toContain('Omówione na spotkaniu.');
    expect(
      (await at.ngo.browser.post(`${path}/agreements/1/clauses/${purpose?.id}/remarks`, { body: 'x' }))
        .status,
    ).toBe(409);
  });
});

describe('versions and paper', () => {
  test('an amendment shows what it changes; an institution that joins later accedes', async () => {
    await operating();
    expect((await at.outside.browser.get(`${path}/agreements/1`)).status).toBe(404);
    await join(at.ops.browser, at.outside.browser, path, at.outside.institution.id);
    expect((await at.outside.browser.post(`${path}/agreements/1/sign`, SIGNED)).status).toBe(303);
    expect((await at.pup.browser.get(`${path}/agreements/1`)).text).toContain('przystąpienie');
    await draft({ changeNote: 'Dłuższy termin.' });
    const { referral, dispute } = await clauses(2);
    const body = (referral?.body ?? '').replace('7 dni', '10 dni');
    await at.ops.browser.post(`${path}/agreements/2/clauses/${referral?.id}`, { title: 'Skierowanie', body });
    await at.ops.browser.post(`${path}/agreements/2/clauses/${dispute?.id}/leave-out`);
    const changes = (await at.pup.browser.get(`${path}/agreements/2/changes`)).text;
    expect(changes).toContain('<ins>10</ins>');
    expect(changes).toContain('skreślona');
    expect(changes).toContain('Dłuższy termin.');
  });

  test('PDF and DOCX hold the text, its headings, language and the table of signatures', async () => {
    await draft();
    const get = async (name: string) => {
      const response = await app.fetch(
        new Request(`http://splot.test${path}/agreements/1/${name}`, {
          headers: { cookie: await app.auth.sessionCookie(at.pup.head.accountId) },
        }),
      );
      expect(response.status).toBe(200);
      return new Uint8Array(await response.arrayBuffer());
    };
    const pdf = await get('document.pdf');
    const text = readPdfText(pdf).join('\n');
    expect(text).toContain('Strony porozumienia');
    expect(text).toContain('SZKIC');
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid');
    const files = unzipSync(await get('document.docx'));
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('§ 1 Strony porozumienia');
    expect(document.match(/<w:numId /g)?.length ?? 0).toBeGreaterThan(10);
    expect(styles).toContain('w:val="pl-PL"');
  });

  test('a scan of the signed copy is for members', async () => {
    await draft();
    await at.ops.browser.post(`${path}/agreements/1/open`);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...SIGNED, form: 'paper' })) form.set(name, value);
    form.set('scan', new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'], 'skan.pdf'));
    const send = await app.fetch(
      new Request(`http://splot.test${path}/agreements/1/sign`, {
        method: 'POST',
        body: form,
        headers: {
          origin: 'http://splot.test',
          cookie: await app.auth.sessionCookie(at.pup.head.accountId),
        },
      }),
    );
    expect(send.status).toBe(303);
    const scan = `${path}/agreements/1/signatures/${at.pup.institution.id}`;
    expect((await at.ngo.browser.get(scan)).status).toBe(200);
    expect((await at.outside.browser.get(scan)).status).toBe(404);
    expect(
      (await at.ngo.browser.get(`${path}/agreements/1/signatures/${at.ngo.institution.id}`)).status,
    ).toBe(404);
  });
});

describe('rights', () => {
  test('who is no member sees nothing of a draft, its clauses and its remarks', async () => {
    await draft();
    const { purpose } = await clauses();
    const clause = `${path}/agreements/1/clauses/${purpose?.id}`;
    await at.pup.browser.post(`${clause}/remarks`, { body: 'Uwaga.' });
    const pages = ['', '/edit', '/ceiling', '/changes', '/open', '/document.pdf', '/document.docx'];
    for (const page of pages)
      expect((await at.outside.browser.get(`${path}/agreements/1${page}`)).status, page).toBe(404);
    expect((await at.outside.browser.get(clause)).status).toBe(404);
    expect((await at.outside.browser.get(`${path}/agreements`)).status).toBe(404);
    expect((await at.outside.browser.post(`${clause}/remarks`, { body: 'x' })).status).toBe(404);
    const seen = await app.ctxAs(at.outside.head, (ctx) =>
      ctx.tx.one<{
        versions: number | null;
        clauses: number | null;
        remarks: number | null;
        scopes: number | null;
      }>(sql`
        select (select count(*)::int from partnerships.agreement where partnership_id = ${idOf(path)}) as versions,
          (select count(*)::int from partnerships.agreement_clause where partnership_id = ${idOf(path)}) as clauses,
          (select count(*)::int from partnerships.agreement_remark where partnership_id = ${idOf(path)}) as remarks,
          (select count(*)::int from partnerships.agreement_scope s where not exists (select from partnerships.agreement a where a.id = s.agreement_id)) as scopes`),
    );
    expect(seen).toEqual({ versions: 0, clauses: 0, remarks: 0, scopes: 0 });
  });

  test('another member writes no clause and answers nothing; signed text cannot change in the database', async () => {
    await draft();
    const { purpose } = await clauses();
    const clause = `${path}/agreements/1/clauses/${purpose?.id}`;
    expect((await at.pup.browser.get(`${path}/agreements/1/edit`)).status).toBe(404);
    expect((await at.pup.browser.post(clause, { title: 'x', body: 'x' })).status).toBe(404);
    expect((await at.pup.browser.post(`${clause}/leave-out`)).status).toBe(404);
    const change = (who: Who) =>
      app.ctxAs(at[who].head, (ctx) =>
        ctx.tx.run(
          sql`update partnerships.agreement_clause set body = 'inny' where id = ${purpose?.id ?? ''}`,
        ),
      );
    expect(await change('pup')).toBe(0);
    await at.ops.browser.post(`${path}/agreements/1/open`);
    await expect(change('ops')).rejects.toThrow('cannot change');
    expect((await clauses()).purpose?.text).toContain('jeden wspólny plan');
    // Nobody speaks in the name of another institution.
    await expect(
      app.ctxAs(at.pup.head, (ctx) =>
        ctx.tx.run(sql`
          insert into partnerships.agreement_remark (id, partnership_id, agreement_id, clause_id, kind, institution_id, worker_id, body, made_at)
          select gen_random_uuid(), c.partnership_id, c.agreement_id, c.id, 'remark', ${at.ngo.institution.id}, ${at.ngo.head.subjectId}, 'x', now()
          from partnerships.agreement_clause c where c.id = ${purpose?.id ?? ''}`),
      ),
    ).rejects.toThrow('row-level security');
  });
});
