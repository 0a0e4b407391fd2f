import iconv from 'iconv-lite';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM_ACTOR } from '#kernel/context.ts';
import { writeXlsx } from '#kernel/tabular/write.ts';
import { type Answer, type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeEntity, makeInstitution, makeWorker } from '#test/factories.ts';
import { readRecord } from '../record/api.ts';
import { importJobs } from './jobs.ts';
import { importRoutes } from './routes.tsx';

const HEAD =
  'Lp.;Nazwa przedsiębiorstwa społecznego;Forma prawna;NIP;REGON;Nr KRS;Adres siedziby;Data uzyskania statusu;Nr decyzji;Telefon';
/** NIP and REGON with right check digits, invented. */
const nip = (n: number): string => {
  for (let k = n * 7; ; k++) {
    const nine = String(550_000_000 + k);
    const sum = [6, 5, 7, 2, 3, 4, 5, 6, 7].reduce((all, w, i) => all + w * Number(nine[i]), 0) % 11;
    if (sum < 10) return nine + String(sum);
  }
};
const krs = (n: number): string => `00009${String(n).padStart(5, '0')}`;
const krsJson = (name: string, number: string, tax: string) => ({
  odpis: {
    rodzaj: 'Aktualny',
    naglowekA: { rejestr: 'RejP', numerKRS: number, dataRejestracjiWKRS: '12.03.2019' },
    dane: {
      dzial1: {
        danePodmiotu: { formaPrawna: 'SPÓŁDZIELNIA SOCJALNA', nazwa: name, identyfikatory: { nip: tax } },
        siedzibaIAdres: {
          siedziba: {
            kraj: 'POLSKA',
            wojewodztwo: 'MAŁOPOLSKIE',
            powiat: 'LIMANOWSKI',
            gmina: 'LIMANOWA',
            miejscowosc: 'LIMANOWA',
          },
          adres: { ulica: 'UL. NOWA', nrDomu: '7', miejscowosc: 'LIMANOWA', kodPocztowy: '34-600' },
        },
      },
      dzial6: {},
    },
  },
});

let app: TestApp;
let editor: Browser;
let editorActor: Actor;
let cookie: string;
let krsAnswer: (url: string) => Response = () => new Response('', { status: 404 });

beforeAll(async () => {
  app = await moduleApp(() => [
    ...importRoutes({ KRS_API_URL: 'https://krs.test' }, async (url) => krsAnswer(url)),
  ]);
  const office = await makeInstitution(app.adminUrl, 'NGO');
  editorActor = await makeWorker(app.adminUrl, office, ['editor']);
  const account = await makeAccount(app, editorActor);
  editor = await app.as(account);
  cookie = await app.auth.sessionCookie(account);
}, 60_000);
afterAll(() => app.drop());

async function upload(
  content: string | Uint8Array,
  values: Partial<Record<'source' | 'sourceOn' | 'whole' | 'name', string>> = {},
): Promise<Answer> {
  const body = new FormData();
  body.set('source', values.source ?? 'ps_list');
  body.set('sourceOn', values.sourceOn ?? '01.03.2026');
  if (values.whole) body.set('whole', values.whole);
  const bytes = typeof content === 'string' ? iconv.encode(content, 'win1250') : content;
  body.set('file', new File([new Uint8Array(bytes)], values.name ?? 'wykaz.csv'));
  const response = await app.fetch(
    new Request('http://splot.test/directory/imports', {
      method: 'POST',
      body,
      headers: { cookie, origin: 'http://splot.test' },
      redirect: 'manual',
    }),
  );
  return {
    status: response.status,
    location: response.headers.get('location'),
    text: await response.text(),
    headers: response.headers,
  };
}
async function sent(...args: Parameters<typeof upload>): Promise<string> {
  const { location, status, text } = await upload(...args);
  expect(status, text.slice(0, 4000)).toBe(303);
  return location ?? '';
}
async function apply(at: string): Promise<string> {
  expect((await editor.post(`${at}/apply`)).location).toBe(at);
  expect((await editor.get(at)).text).toContain('data-poll');
  const id = at.split('/').at(-1) ?? '';
  const [job] = importJobs({ db: app.db });
  await app.ctxAs(SYSTEM_ACTOR, async (ctx) =>
    job?.handle(ctx, { id, account: editorActor.accountId, worker: editorActor.subjectId }),
  );
  return (await editor.get(at)).text;
}
const main = (text: string): string =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const idOf = (number: string): Promise<{ id: string; row_version: number }[]> =>
  asAdmin(app.adminUrl, (run) =>
    run(`select id, row_version from directory.entity where nip = $1 or krs = $1`, [number]),
  ) as never;
const recordOf = async (number: string) => {
  const [found] = await idOf(number);
  return app.ctxAs(SYSTEM_ACTOR, (ctx) => readRecord(ctx, found?.id ?? ''));
};
const ps = (
  n: number,
  name: string,
  more: Partial<Record<'krs' | 'nip' | 'address' | 'from' | 'phone', string>> = {},
) =>
  `${n};${name};spółdzielnia socjalna;${more.nip ?? nip(n)};;${more.krs ?? krs(n)};"${more.address ?? 'ul. Długa 5, 34-600 Limanowa'}";${more.from ?? '05.03.2024'};PS.${n}.2024;${more.phone ?? ''}`;

test('a list in Windows-1250: new, changed, the same again, vanished', async () => {
  const known = await makeEntity(app, {
    name: 'Sp. Soc. „Źródło”',
    shortName: 'Źródło',
    type: 'SPS',
    nip: nip(1),
    krs: null,
    regon: null,
    descriptionPl: 'Gotujemy.',
  });
  const list = [HEAD, ps(1, 'SPÓŁDZIELNIA SOCJALNA "ŹRÓDŁO"'), ps(2, 'Spółdzielnia Socjalna Ćma')].join(
    '\r\n',
  );
  const at = await sent(list, { whole: 'yes' });
  const dry = main((await editor.get(at)).text);
  expect(dry).toContain('Nowe w bazie 1');
  expect(dry).toContain('Zmienione 1');
  expect(await idOf(nip(2))).toHaveLength(0);
  expect(main(await apply(at))).toContain('nowe: 1, zmienione: 1');
  const record = await recordOf(nip(1));
  expect(record?.id).toBe(known);
  // The spelling of the base stays, what the register owns comes.
  expect(record).toMatchObject({
    name: 'Sp. Soc. „Źródło”',
    krs: krs(1),
    descriptionPl: 'Gotujemy.',
    sourceCode: 'ps_list',
    sourceOn: '2026-03-01',
  });
  expect(record?.statuses).toMatchObject([
    { status: 'PS', validFrom: '2024-03-05', decisionNumber: 'PS.1.2024' },
  ]);
  expect(record?.places[0]).toMatchObject({
    locality: 'Limanowa',
    countyCode: '1207',
    street: 'ul. Długa 5',
  });
  const before = await idOf(nip(1));
  const again = await sent(list, { whole: 'yes' });
  expect(main((await editor.get(again)).text)).toContain('Ten plik niczego nie zmienia');
  await apply(again);
  expect(await idOf(nip(1))).toEqual(before);
  // A month later one is gone and one has moved.
  const later = await sent(
    [HEAD, ps(1, 'Spółdzielnia Socjalna Źródło', { address: 'Rynek 1, 34-600 Limanowa' })].join('\n'),
    { whole: 'yes', sourceOn: '03.03.2026' },
  );
  const moved = main((await editor.get(later)).text);
  expect(moved).toContain('Rynek 1');
  expect(moved).toContain('Zniknęły ze źródła 1');
  expect(main(await apply(later))).toContain('zniknęły: 1');
  expect((await recordOf(nip(2)))?.state).toBe('active');
  const matters = () =>
    asAdmin(app.adminUrl, (run) =>
      run(
        'select m.note, m.state, m.cause from directory.matter m join directory.entity e on e.id = m.entity_id where e.nip = $1',
        [nip(2)],
      ),
    );
  const note = expect.stringContaining('stan na 03.03.2026');
  expect(await matters()).toEqual([{ note, state: 'open', cause: 'vanished' }]);
  expect(main((await editor.get('/directory/imports/checks')).text)).toContain('Nic do sprawdzenia');
  // The source names it again: nobody has to look any more.
  await apply(await sent(list, { whole: 'yes', sourceOn: '04.03.2026' }));
  expect(await matters()).toEqual([{ note, state: 'withdrawn', cause: 'vanished' }]);
});

test('bad rows each say what to do, and come back corrected', async () => {
  const list = [
    HEAD,
    ps(10, 'Spółdzielnia Socjalna Dobra'),
    ps(11, '=HYPERLINK("http://zlo.example")'),
    ps(12, 'Spółdzielnia Socjalna Luty', { from: '31.02.2024' }),
    ps(13, 'Spółdzielnia Socjalna Jutro', { from: '01.01.2999' }),
    ps(14, 'Spółdzielnia Socjalna Pomyłka', { nip: '1234567890' }),
    ps(15, 'Spółdzielnia Socjalna Alfa', { krs: krs(99) }),
    ps(16, 'Spółdzielnia Socjalna Zupełnie Inna', { krs: krs(99) }),
    ps(10, 'Spółdzielnia Socjalna Dobra'),
    ps(17, 'Sp??dzielnia Soc?alna'),
  ].join('\r\n');
  const at = await sent(list);
  const shown = main((await editor.get(`${at}?show=bad`)).text);
  expect(shown).toContain('Do poprawy 7');
  for (const words of [
    'stoi formuła',
    'nie ma w kalendarzu',
    'w przyszłości',
    '1234567890',
    'dane są sprzeczne',
  ])
    expect(shown).toContain(words);
  expect((await editor.get(`${at}?show=bad`)).text).not.toContain('<a href="http://zlo');
  const errors = await editor.get(`${at}/errors`);
  expect(errors.headers.get('content-disposition')).toContain('attachment');
  expect(errors.text.split('\r\n').filter(Boolean)).toHaveLength(8);
  expect(errors.text).toContain("'=HYPERLINK");
  const corrected = errors.text.replace('31.02.2024', '29.02.2024');
  const next = await sent(new TextEncoder().encode(corrected), { name: 'poprawione.csv' });
  expect(main((await editor.get(next)).text)).toContain('Nowe w bazie 1');
  expect(main(await apply(at))).toContain('nowe: 1');
});

test('what the entity confirmed later stays, and an editor decides', async () => {
  const id = await makeEntity(
    app,
    {
      name: 'Spółdzielnia Socjalna Kontakt',
      shortName: 'Kontakt',
      type: 'SPS',
      nip: nip(30),
      krs: krs(30),
      regon: null,
      phone: '+48600100200',
    },
    { source: 'self', sourceOn: '2026-03-02', by: 'entity', confirmed: { on: '2026-03-02', by: 'entity' } },
  );
  const list = (phone: string) => [HEAD, ps(30, 'Spółdzielnia Socjalna Kontakt', { phone })].join('\n');
  const at = await sent(list('+48 600 300 400'));
  expect(main((await editor.get(`${at}?show=all`)).text)).toContain(
    'podmiot potwierdził „+48600100200” później',
  );
  await apply(at);
  const record = await app.ctxAs(SYSTEM_ACTOR, (ctx) => readRecord(ctx, id));
  expect(record).toMatchObject({ phone: '+48600100200', confirmedBy: 'entity', confirmedOn: '2026-03-02' });
  const checks = await editor.get('/directory/imports/checks');
  expect(checks.text).toContain('+48600300400');
  const check = /imports\/checks\/([0-9a-f-]{36})/.exec(checks.text)?.[1] ?? '';
  await editor.post(`/directory/imports/checks/${check}`, { verdict: 'take' });
  expect((await app.ctxAs(SYSTEM_ACTOR, (ctx) => readRecord(ctx, id)))?.phone).toBe('+48600300400');
});

test('in between: side by side, decided once', async () => {
  const place = {
    name: '',
    kind: 'physical',
    isMain: true,
    street: 'Rynek 3',
    postalCode: '34-600',
    localityId: null,
    locality: 'Limanowa',
    gminaId: null,
    countyCode: '1207',
    lat: null,
    lon: null,
    directions: '',
    access: [],
    opening: [],
  } as const;
  const id = await makeEntity(app, {
    name: 'Spółdzielnia Socjalna Pod Lipą i Jaworem',
    shortName: 'Lipa',
    type: 'SPS',
    nip: null,
    krs: null,
    regon: null,
    places: [place],
  });
  const list = [HEAD, ps(40, 'Spn. s. Pod Lipą i Jaworami'), ps(41, 'Spn. s. Pod Lipami i Jaworem')].join(
    '\n',
  );
  const at = await sent(list);
  expect(main((await editor.get(at)).text)).toContain('Do rozstrzygnięcia 2');
  const asked = await editor.get(`${at}/review`);
  expect(main(asked.text)).toContain('podobna nazwa, ta sama miejscowość');
  expect((await editor.post(`${at}/review`, { row: '1', entity: id })).status).toBe(422);
  expect((await editor.post(`${at}/review`, { row: '1', entity: id, verdict: 'same' })).status).toBe(303);
  await editor.post(`${at}/review`, { row: '2', entity: id, verdict: 'different' });
  expect((await editor.get(`${at}/review`)).location).toBe(at);
  expect(main(await apply(at))).toContain('nowe: 1, zmienione: 1');
  expect((await recordOf(nip(40)))?.id).toBe(id);
  expect(await idOf(nip(41))).toHaveLength(1);
  expect(main((await editor.get(await sent(list, { sourceOn: '02.03.2026' }))).text)).toContain(
    'Bez zmian 2',
  );
});

test('a register of CIS in a workbook: units find those who run them', async () => {
  const founder = await makeEntity(app, {
    name: 'Fundacja Nowy Start',
    shortName: 'Nowy Start',
    type: 'NGO',
    nip: nip(50),
    krs: null,
    regon: null,
  });
  const book = await writeXlsx(
    [
      'Lp.',
      'Nazwa jednostki tworzącej CIS',
      'Nazwa CIS',
      'Miejsce prowadzenia działalności',
      'Data nadania statusu CIS',
      'Numer w rejestrze',
    ],
    [
      [
        1,
        'FUNDACJA NOWY START',
        'Centrum Integracji Społecznej w Limanowej',
        'Limanowa',
        '12.05.2020',
        'WPS-1/2020',
      ],
      [2, 'Gmina Nieznana', 'Centrum Integracji Społecznej Most', 'Mordarka', '13.05.2020', 'WPS-2/2020'],
    ],
  );
  const at = await sent(book, { source: 'cis_register', name: 'cis.xlsx' });
  expect(main(await apply(at))).toContain('nowe: 2');
  const units = (await asAdmin(app.adminUrl, (run) =>
    run(
      `select name, parent_id, founded_on::text from directory.entity where type = 'CIS' order by register_number`,
    ),
  )) as unknown[];
  expect(units).toMatchObject([
    { parent_id: founder, founded_on: '2020-05-12' },
    { name: 'Centrum Integracji Społecznej Most', parent_id: null },
  ]);
  expect(
    main((await editor.get(await sent(book, { source: 'cis_register', name: 'cis.xlsx' }))).text),
  ).toContain('Ten plik niczego nie zmienia');
});

test('columns that nobody recognises are asked about once for a source', async () => {
  const file = (n: number) => `Kto;Cyferki;Gdzie\nSpółdzielnia Socjalna Zagadka ${n};${nip(60 + n)};Limanowa`;
  const at = await sent(file(1), { source: 'partner' });
  expect((await editor.get(at)).location).toBe(`${at}/columns`);
  expect((await editor.get(`${at}/columns`)).text).toContain('Zagadka 1');
  expect((await editor.post(`${at}/columns`, { c_nip: '1' })).status).toBe(422);
  expect((await editor.post(`${at}/columns`, { c_name: '0', c_nip: '0' })).status).toBe(422);
  expect((await editor.post(`${at}/columns`, { c_name: '0', c_nip: '1', c_locality: '2' })).location).toBe(
    at,
  );
  expect(main((await editor.get(await sent(file(2), { source: 'partner' }))).text)).toContain(
    'Nowe w bazie 1',
  );
});

test('what is no table is refused beside the field, and nothing is kept', async () => {
  const before = main((await editor.get('/directory/imports')).text);
  const book = await writeXlsx(['Nazwa', 'NIP'], [['Spółdzielnia', nip(70)]]);
  for (const content of [
    '',
    '%PDF-1.7',
    '<html></html>',
    book.slice(0, book.length / 2),
    new Uint8Array(11 * 1024 * 1024).fill(65),
  ]) {
    const refused = await upload(content);
    expect([422, 413]).toContain(refused.status);
    expect(refused.text).toContain('f-file-error');
  }
  expect((await upload(HEAD, { sourceOn: '01.01.2999' })).status).toBe(422);
  expect((await upload(HEAD, { source: 'demo' })).status).toBe(422);
  expect(main((await editor.get('/directory/imports')).text)).toBe(before);
});

describe('the National Court Register', () => {
  test('an answer shows the differences before anything is written', async () => {
    const id = await makeEntity(app, {
      name: 'Spółdzielnia Socjalna Dawna',
      shortName: 'Dawna',
      type: 'SPS',
      nip: nip(80),
      krs: krs(80),
      regon: null,
    });
    const asked: string[] = [];
    krsAnswer = (url) => {
      asked.push(url);
      return url.includes('rejestr=P')
        ? Response.json(krsJson('SPÓŁDZIELNIA SOCJALNA "DAWNA"', krs(80), nip(80)))
        : new Response('', { status: 404 });
    };
    const { location } = await editor.post(`/directory/${id}/registers`, { register: 'krs' });
    expect(asked).toEqual([`https://krs.test/api/krs/OdpisAktualny/${krs(80)}?rejestr=P&format=json`]);
    const shown = main((await editor.get(`${location}?show=all`)).text);
    expect(shown).toContain('2019');
    expect((await app.ctxAs(SYSTEM_ACTOR, (ctx) => readRecord(ctx, id)))?.foundedOn).toBeNull();
    await apply(location ?? '');
    const record = await app.ctxAs(SYSTEM_ACTOR, (ctx) => readRecord(ctx, id));
    expect(record).toMatchObject({
      name: 'Spółdzielnia Socjalna Dawna',
      foundedOn: '2019-03-12',
      sourceCode: 'krs',
    });
    expect(record?.places[0]).toMatchObject({ countyCode: '1207', postalCode: '34-600' });
  });
  test('silence, nonsense and unknown numbers are said in words', async () => {
    const id = await makeEntity(app, {
      name: 'Spółdzielnia Socjalna Cicha',
      shortName: 'Cicha',
      type: 'SPS',
      nip: null,
      krs: krs(81),
      regon: null,
    });
    for (const [answer, words] of [
      [() => new Response('', { status: 404 }), 'nie zna podmiotu'],
      [() => new Response('oops', { status: 503 }), 'nie odpowiada'],
      [() => new Response('<html>', { status: 200 }), 'inaczej niż zwykle'],
      [() => Response.json([1, null, { odpis: 7 }]), 'inaczej niż zwykle'],
    ] as const) {
      krsAnswer = answer;
      const refused = await editor.post(`/directory/${id}/registers`, { register: 'krs' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(words);
    }
    expect((await editor.post(`/directory/${id}/registers`, { register: 'regon' })).status).toBe(422);
  });
});

test('nobody but an editor', async () => {
  const at = await sent([HEAD, ps(90, 'Spółdzielnia Socjalna Tajna')].join('\n'));
  const office = await makeInstitution(app.adminUrl, 'OPS');
  const stranger = await app.as(
    await makeAccount(app, await makeWorker(app.adminUrl, office, ['institution_admin', 'head'])),
  );
  for (const path of [
    '/directory/imports',
    '/directory/imports/checks',
    at,
    `${at}/errors`,
    `${at}/columns`,
    `${at}/review`,
    `${at}/apply`,
  ])
    for (const browser of [stranger, app.visitor])
      expect((await browser.get(path)).text).not.toContain('Tajna');
  expect((await stranger.post(`${at}/apply`)).status).not.toBe(303);
  const actor = await makeWorker(app.adminUrl, office, ['head']);
  const rows = await app.ctxAs(actor, (ctx) =>
    ctx.tx.many({ text: 'select 1 from directory.import_file', values: [] } as never),
  );
  expect(rows).toHaveLength(0);
});
