import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { readTable } from '#kernel/tabular/read.ts';
import { writeXlsx } from '#kernel/tabular/write.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { resultImportJobs } from './imports/jobs.ts';

let app: TestApp;
let anna: Browser;
let bogna: Browser;
let outsider: Browser;
let annaActor: Actor;
let bognaActor: Actor;
let cookie: string;
const HERE = '/library/edit/results';
const XSS = '<script>alert(1)</script>';
const made = (slug: string, title: string, facts: object) =>
  makeDocument(app.adminUrl, { kind: 'result', slug, title, lead: `O: ${title}`, facts });

beforeAll(async () => {
  app = await testApp();
  const office = await makeInstitution(app.adminUrl, 'OWES');
  annaActor = await makeWorker(app.adminUrl, office, ['editor']);
  bognaActor = await makeWorker(app.adminUrl, office, ['editor']);
  const account = await makeAccount(app, annaActor);
  anna = await app.as(account);
  cookie = await app.auth.sessionCookie(account);
  bogna = await app.as(await makeAccount(app, bognaActor));
  outsider = await app.as(await makeAccount(app, await makeWorker(app.adminUrl, office, ['head'])));
  await made('karta', 'Karta samooceny', {
    ...{ theme: 'Temat D', project: 'Krok', number: 'D0456', type: 'narzędzie' },
    ...{ licence: 'CC BY 4.0', partners: ['KIS „Krok”', 'Most'] },
  });
  await made('szkolenie', `Szkolenie ${XSS}`, {
    ...{ theme: 'Temat A', project: '=cmd|calc', number: 'A0001', type: 'szkolenie', licence: 'CC BY 4.0' },
  });
}, 60_000);
afterAll(() => app.drop());

async function upload(content: string | Uint8Array, name = 'rezultaty.csv', lang = 'pl') {
  const body = new FormData();
  body.set('lang', lang);
  const bytes = typeof content === 'string' ? iconv.encode(content, 'win1250') : content;
  body.set('file', new File([new Uint8Array(bytes)], name));
  const response = await app.fetch(
    new Request(`http://splot.test${HERE}`, {
      method: 'POST',
      body,
      headers: { cookie, origin: 'http://splot.test' },
      redirect: 'manual',
    }),
  );
  return {
    status: response.status,
    at: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}
async function applied(at: string): Promise<string> {
  expect((await anna.post(`${at}/apply`)).location).toBe(at);
  expect((await anna.get(at)).text).toContain('data-poll');
  const [job] = resultImportJobs({ db: app.db });
  const payload = {
    id: at.split('/').at(-1) ?? '',
    account: annaActor.accountId,
    worker: annaActor.subjectId,
  };
  await app.ctxAs(SYSTEM_ACTOR, async (ctx) => void (await job?.handle(ctx, payload)));
  return (await anna.get(at)).text;
}
const drafts = () =>
  app.ctxAs(annaActor, (ctx) =>
    ctx.tx.many<{
      id: string;
      title: string;
      state: string;
      facts: Record<string, unknown>;
      body: string;
      number: number;
    }>(sql`
      select v.id, v.title, v.state, v.facts, v.body, v.number from library.version v join library.document d on d.id = v.document_id
      where d.kind = 'result' and v.state in ('draft', 'proposed') order by v.title`),
  );
const HEAD = 'Lp.;Nazwa rezultatu;Opis;Temat;Projekt;Numer projektu;Rodzaj;Partnerzy;Warunki;Licencja';
const row = (n: number, title: string, number: string, more = 'Opis.') =>
  `${n};${title};${more};Temat F;Łączymy;${number};model;"Gmina Łąka; Stowarzyszenie Źródło";Zgoda autora;CC BY 4.0`;

describe('the base', () => {
  test('is narrowed by what results say, and taken away as CSV and JSON', async () => {
    const all = await app.visitor.get('/results-base');
    expect(all.text).toContain('Karta samooceny');
    expect(all.text).toContain('Szkolenie &lt;script&gt;');
    expect(all.text).not.toContain(XSS);
    const some = await app.visitor.get(
      `/results-base?theme=${encodeURIComponent('Temat D')}&licence=CC+BY+4.0`,
    );
    expect(some.text).toContain('Karta samooceny');
    expect(some.text).not.toContain('Szkolenie &lt;');
    expect((await app.visitor.get('/results-base?type=nic')).text).toContain('Nie ma takich rezultatów');
    const csv = await app.visitor.get('/results-base/export.csv');
    const table = await readTable(new TextEncoder().encode(csv.text));
    expect(table.rows.length).toBe(2);
    // A project named like a formula runs nothing in a spreadsheet.
    expect(csv.text).toContain("'=cmd|calc");
    const json = JSON.parse((await app.visitor.get('/results-base/export.json?number=x')).text);
    expect(json.status).toBe(400);
    const records = JSON.parse(
      (await app.visitor.get('/results-base/export.json?project=Krok&lang=en')).text,
    );
    expect(records.results).toMatchObject([
      { title: 'Karta samooceny', number: 'D0456', partners: ['KIS „Krok”', 'Most'] },
    ]);
    for (const odd of ["'", '%', 'ż'.repeat(300), '<b>'])
      expect((await app.visitor.get(`/results-base?theme=${encodeURIComponent(odd)}`)).status).toBe(200);
  });
});

describe('an import', () => {
  test('makes drafts that somebody else approves, and publishes nothing', async () => {
    const { at, status, text } = await upload(
      [
        HEAD,
        row(1, 'Żłobek spółdzielczy', 'F0001'),
        row(2, 'KARTA  samooceny', 'd0456', 'Nowy opis.'),
        row(3, '', 'F0002'),
        row(4, 'Żłobek spółdzielczy', 'F0001'),
        row(5, 'x'.repeat(201), 'F0003'),
        row(6, 'PESEL', 'F0004', '44051401359'),
      ].join('\r\n'),
    );
    expect([status, text]).toEqual([303, '']);
    const bad = await anna.get(at);
    expect(bad.text).toContain('Najwyżej 200 znaków');
    expect(bad.text).toContain('stoją już w pliku wyżej');
    expect(bad.text).toContain('to może być PESEL');
    expect(bad.text).not.toContain('44051401359');
    expect((await anna.get(`${at}?show=changed`)).text).toContain('<ins>Nowy opis.</ins>');
    const errors = await readTable(new TextEncoder().encode((await anna.get(`${at}/errors`)).text));
    expect(errors.rows.length).toBe(4);
    expect(await drafts()).toEqual([]);
    const done = await applied(at);
    expect(done).toContain('nowe 1, zmienione 1');
    expect(await drafts()).toMatchObject([
      {
        title: 'Karta samooceny',
        state: 'proposed',
        number: 2,
        body: 'Nowy opis.',
        facts: { theme: 'Temat F', number: 'D0456', partners: ['Gmina Łąka', 'Stowarzyszenie Źródło'] },
      },
      {
        title: 'Żłobek spółdzielczy',
        state: 'proposed',
        facts: { project: 'Łączymy', conditions: 'Zgoda autora' },
      },
    ]);
    expect((await app.visitor.get('/results-base')).text).not.toContain('Żłobek');
    expect((await app.visitor.get('/results-base/karta')).text).not.toContain('Nowy opis.');
  });

  test('sent again it updates its own drafts and never doubles them', async () => {
    const same = await upload(`${HEAD}\r\n${row(1, 'Żłobek spółdzielczy', 'F0001')}`);
    expect((await anna.get(same.at)).text).toContain('Ten plik niczego nie zmienia.');
    const { at } = await upload(`${HEAD}\r\n${row(1, 'żłobek spółdzielczy', 'F0001', 'Lepszy opis.')}`);
    await applied(at);
    const all = (await drafts()).filter(({ title }) => title === 'Żłobek spółdzielczy');
    expect(all).toMatchObject([{ state: 'proposed', body: 'Lepszy opis.', number: 1 }]);
    // A second click, or the job once more, does nothing.
    expect((await anna.post(`${at}/apply`)).status).toBe(303);
    expect((await anna.get(at)).text).toContain('nowe 0, zmienione 1');
  });

  test('the importer approves nothing of it; another editor does, and readers see it', async () => {
    const [, nursery] = await drafts();
    const path = `/library/edit/${nursery?.id}`;
    const version = async (by: Browser) =>
      /name="_version" value="(\d+)"/.exec((await by.get(`${path}/look`)).text)?.[1] ?? '';
    const form = { on: '', at: '' };
    expect((await anna.post(`${path}/approve`, { ...form, _version: await version(anna) })).status).toBe(409);
    expect((await bogna.post(`${path}/approve`, { ...form, _version: await version(bogna) })).status).toBe(
      303,
    );
    const page = await app.visitor.get('/results-base/zlobek-spoldzielczy');
    expect(page.text).toContain('Lepszy opis.');
    expect(page.text).toContain('Gmina Łąka');
  });

  test('a result is found by the number of its project and by its partners, in the base and in all knowledge', async () => {
    const found = (page: string) =>
      ['Żłobek spółdzielczy', 'Karta samooceny'].filter((title) => page.includes(title));
    for (const q of ['f0001', 'źródło', 'żłobka', 'łączymy']) {
      const asked = encodeURIComponent(q);
      const base = await app.visitor.get(`/results-base?q=${asked}`);
      expect(found(base.text), q).toEqual(['Żłobek spółdzielczy']);
      expect(base.text).toContain(`/results-base/export.csv?q=${asked}`);
      expect((await app.visitor.get(`/results-base/export.csv?q=${asked}`)).text).toContain('F0001');
      expect((await app.visitor.get(`/knowledge?q=${asked}`)).text, q).toContain('Żłobek spółdzielczy');
    }
    expect((await app.visitor.get('/results-base?q=f0001&type=nic')).text).toContain('Nie ma takich');
    for (const odd of ["'", '%', "a'b:*&|!", 'ż'.repeat(300)])
      expect((await app.visitor.get(`/results-base?q=${encodeURIComponent(odd)}`)).status).toBe(200);
  });

  test('somebody else’s open draft is left alone and named', async () => {
    const id = /\/library\/edit\/documents\/([0-9a-f-]{36})/.exec(
      (await bogna.get('/results-base/szkolenie')).text,
    )?.[1];
    await bogna.post(`/library/edit/documents/${id}/correct`, { lang: 'pl' });
    const file = await writeXlsx(
      ['Title', 'Project number', 'Description'],
      [[`Szkolenie ${XSS}`, 'A0001', 'Inny opis']],
    );
    const { at } = await upload(file, 'results.xlsx');
    const page = await anna.get(at);
    expect(page.text).toContain('Ktoś inny ma otwarty szkic');
    expect(page.text).not.toContain(XSS);
  });

  test('a file without the needed headings asks, and remembers the answer', async () => {
    const odd = 'Kolumna A;Kolumna B;Kolumna C\r\nPrzewodnik;Z0001;CC0\r\nPodręcznik;Z0002;CC0';
    const { at } = await upload(odd);
    expect((await anna.get(at)).location).toBe(`${at}/columns`);
    const answer = { c_title: '0', c_number: '1', c_licence: '1' };
    expect((await anna.post(`${at}/columns`, answer)).status).toBe(422);
    expect((await anna.post(`${at}/columns`, { ...answer, c_number: '', c_licence: '2' })).status).toBe(422);
    expect((await anna.post(`${at}/columns`, { ...answer, c_licence: '2' })).location).toBe(at);
    expect((await anna.get(at)).text).toContain('Podręcznik');
    const again = await upload(odd.replace('Z0002', 'Z0003'));
    expect((await anna.get(again.at)).status).toBe(200);
  });

  test('what is no table, too long, or empty is refused beside the file', async () => {
    for (const bad of ['', '\0\0\0', '%PDF-1.7 nothing', 'x'.repeat(100)])
      expect([bad.slice(0, 5), (await upload(bad)).status === 303]).toEqual([
        bad.slice(0, 5),
        bad.startsWith('x'),
      ]);
    const many = [HEAD, ...Array.from({ length: 2001 }, (_, i) => row(i, `R${i}`, `N${i}`))].join('\r\n');
    const refused = await upload(many);
    expect([refused.status, refused.text.includes('ponad 2000 wierszy')]).toEqual([422, true]);
  });
});

describe('walls', () => {
  test('only editors send files; ids of nothing are missing pages', async () => {
    const { at } = await upload(`${HEAD}\r\n${row(1, 'Ściana', 'W0001')}`);
    for (const path of [HERE, at, `${at}/columns`, `${at}/errors`]) {
      expect((await outsider.get(path)).status, path).toBe(404);
      expect((await app.visitor.get(path)).location).toContain('/sign-in');
    }
    expect((await outsider.post(`${at}/apply`)).status).toBe(404);
    for (const tail of ['', '/columns', '/errors'])
      expect((await anna.get(`${HERE}/${newId()}${tail}`)).status).toBe(404);
  });

  test('the database shows files to editors alone', async () => {
    const count = sql`select count(*)::int as n from library.result_import`;
    await expect(app.ctxAs(PUBLIC_ACTOR, (ctx) => ctx.tx.one(count))).rejects.toThrow(/permission denied/);
    const head = { ...bognaActor, subjectId: newId() };
    expect(await app.ctxAs(head, (ctx) => ctx.tx.one(count))).toEqual({ n: 0 });
    await expect(
      app.ctxAs(SYSTEM_ACTOR, (ctx) => ctx.tx.many(sql`select content from library.result_import`)),
    ).rejects.toThrow(/permission denied/);
  });
});
