import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Ctx, SYSTEM_ACTOR } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { makePesel } from '#kernel/identifiers.ts';
import { writeXlsx } from '#kernel/tabular/write.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import {
  asAdmin,
  makeInstitution,
  makePartnership,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { loadPerson } from '../person/api.ts';
import { loadReferral } from '../referral/api.ts';
import { loadCase } from '../service.ts';
import { type CheckedList, checkList } from './check/service.ts';
import { listJobs } from './jobs.ts';
import {
  contentOf,
  createdBy,
  dropOldFiles,
  listImports,
  loadImport,
  queueImport,
  recipients,
  uploadList,
} from './run/service.ts';
import type { Reading } from './schema.ts';
import { errorFile, tell } from './service.ts';
import { importList, runImport } from './writing/service.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => t.ctxAs(actor, work, { purpose: 'P1' });

// A list of invented people, born in the 1800s, as an office writes it.
const HEADERS = [
  'Lp.',
  'Nazwisko',
  'Imię',
  'PESEL',
  'Data ur.',
  'Płeć',
  'Miejscowość',
  'Kod poczt.',
  'Gmina',
  'Telefon',
  'Znak sprawy',
  'Data skierowania',
  'Powód',
  'Pracownik socjalny',
  'Uwagi',
] as const;
type Header = (typeof HEADERS)[number];
type Row = Record<Header, string>;
const PLACES = [
  'Mordarka',
  'Sowliny',
  'Męcina',
  'Pasierbiec',
  'Młynne',
  'Łososina Górna',
  'Stara Wieś',
  'Siekierczyna',
];
const REASONS = [
  'długotrwałe bezrobocie',
  'brak kwalifikacji',
  'ubóstwo',
  'bezdomność',
  'samotne rodzicielstwo',
  'niepełnosprawność',
  'opuszczenie zakładu karnego',
  'uzależnienie w trakcie terapii',
];
let block = 0;
/** Different people each time: `block` moves their serial numbers. */
function people(count: number): Row[] {
  block += 1;
  return Array.from({ length: count }, (_, i) => {
    const [year, month, day] = [1801 + (i % 90), (i % 12) + 1, (i % 28) + 1];
    const two = (n: number) => String(n).padStart(2, '0');
    const woman = i % 2 === 0;
    return {
      'Lp.': String(i + 1),
      Nazwisko: ['Źrebięcka', 'Żuraw', 'Szczęsna-Łęcka', 'Ćwikła'][i % 4] ?? '',
      Imię: woman ? 'Łucja' : 'Świętopełk',
      PESEL: makePesel(`${year}-${two(month)}-${two(day)}`, woman ? 'female' : 'male', block * 20 + (i % 17)),
      'Data ur.': `${two(day)}.${two(month)}.${year}`,
      Płeć: woman ? 'K' : 'M',
      Miejscowość: PLACES[i % PLACES.length] ?? '',
      'Kod poczt.': '34-600',
      Gmina: 'Limanowa',
      Telefon: i % 3 === 0 ? '' : '600 000 123',
      'Znak sprawy': `OPS.4088.${block}.${i + 1}`,
      'Data skierowania': `${two((i % 27) + 1)}.02.2026`,
      Powód: REASONS[i % REASONS.length] ?? '',
      'Pracownik socjalny': 'Pracownik 3',
      Uwagi: i === 5 ? 'dzwonić po 16; prosi o kontakt\nz siostrą "Basią"' : '',
    };
  });
}
const quote = (cell: string, separator: string) =>
  cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const csv = (
  rows: readonly Row[],
  headers: readonly string[] = HEADERS,
  separator = ';',
  columns: readonly Header[] = HEADERS,
) =>
  `${[headers, ...rows.map((row) => columns.map((h) => row[h]))].map((cells) => cells.map((c) => quote(c, separator)).join(separator)).join('\r\n')}\r\n`;
const bytes = (text: string, encoding = 'windows-1250') => new Uint8Array(iconv.encode(text, encoding));
const check = (content: Uint8Array, reading?: Reading, actor = w.socialWorker) =>
  as(actor, (ctx) => checkList(ctx, content, { reading }));
const told = (list: CheckedList) =>
  list.rows.map((row) => ({
    row: row.row,
    errors: row.errors.map((p) => `${tell('pl', list, p).field}: ${p.code}`),
    warnings: row.warnings.map((p) => `${tell('pl', list, p).field}: ${p.code}`),
  }));
const changed = (rows: readonly Row[], number: number, change: Partial<Row>): Row[] =>
  rows.map((row, i) => (i === number - 1 ? { ...row, ...change } : row));
/** What is said about a list of three in which the first row was changed. */
async function said(change: Partial<Row>, position = 1) {
  const list = await check(bytes(csv(changed(people(3), position, change))));
  const [first] = told(list).slice(position - 1);
  return first ? [...first.errors, ...first.warnings.map((text) => `(${text})`)] : null;
}

describe('a list without damage', () => {
  test('is good in every row', async () => {
    const list = await check(bytes(csv(people(40))));
    expect(told(list).filter(({ errors, warnings }) => errors.length + warnings.length > 0)).toEqual([]);
    expect(list).toMatchObject({ uncertain: false, problem: null });
    expect(list.rows.map(({ row }) => row)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(list.rows[5]?.entry?.notes).toBe('dzwonić po 16; prosi o kontakt\nz siostrą "Basią"');
  });
});

describe('damage in a cell is named beside its heading', () => {
  test.each<[Partial<Row>, string[]]>([
    [{ PESEL: '6,18315E+10' }, ['PESEL: pesel.scientific']],
    [{ PESEL: '12345678901' }, ['PESEL: pesel.date']],
    [{ PESEL: '' }, ['PESEL: required']],
    [{ PESEL: 'brak' }, ['PESEL: required']],
    [{ PESEL: '5485' }, ['PESEL: pesel.length']],
    [{ 'Data skierowania': '31.02.2026' }, ['Data skierowania: date.impossible']],
    [{ 'Data skierowania': '05.03.2026' }, ['Data skierowania: date.future']],
    [{ 'Data skierowania': '04.02.1826' }, ['Data skierowania: date.too_old']],
    [{ 'Data skierowania': '04.02' }, ['Data skierowania: date.year']],
    [{ 'Data skierowania': 'wczoraj' }, ['Data skierowania: date.invalid']],
    [{ 'Data skierowania': '' }, ['Data skierowania: required']],
    [{ 'Data skierowania': '4.02.26 r.' }, []],
    [{ 'Data skierowania': '2026-02-04 00:00:00' }, []],
    [{ 'Data skierowania': '46057' }, ['(Data skierowania: date.serial)']],
    [{ 'Data ur.': '31.02.1801' }, ['Data ur.: date.impossible']],
    [{ 'Data ur.': '02.01.1801' }, ['(Data ur.: pesel.birth_date)']],
    [{ 'Data ur.': '01.01.01' }, []],
    [{ 'Data ur.': '' }, []],
    [{ Płeć: 'M' }, ['(Płeć: pesel.sex)']],
    [{ Płeć: 'kobieta' }, []],
    [{ Płeć: '?' }, []],
    [{ Nazwisko: '   ' }, ['Nazwisko: required']],
    [{ Nazwisko: '=cmd|calc' }, ['Nazwisko: name.characters']],
    [{ Imię: '<b>Anna</b>' }, ['Imię: name.characters']],
    [{ Imię: '?ucja' }, ['Imię: name.lost_letters']],
    [{ Miejscowość: 'Nibylandia Dolna' }, ['Miejscowość: locality.unknown']],
    [{ Miejscowość: '' }, ['Miejscowość: required']],
    [{ Miejscowość: '  lososina GORNA ' }, []],
    [{ Miejscowość: 'Mordarka 15a' }, []],
    [{ Miejscowość: '34-600 Mordarka, ul. Kwiatowa 2' }, []],
    [{ Miejscowość: 'Mordrka' }, ['(Miejscowość: locality.corrected)']],
    [{ Miejscowość: 'Łososina Grn.' }, ['Miejscowość: locality.unknown']],
    [{ Miejscowość: 'Łososina G.' }, ['(Miejscowość: locality.corrected)']],
    [{ Gmina: '' }, []],
    [{ Gmina: 'gm. Limanowa' }, []],
    [{ Gmina: 'Tymbark' }, ['Gmina: gmina.outside_area']],
    [{ Gmina: 'Xyz' }, ['(Gmina: gmina.not_known)']],
    [{ 'Kod poczt.': 'abc' }, ['(Kod poczt.: postal_code.characters)']],
    [{ Telefon: '123' }, ['(Telefon: phone.length)']],
    [{ Telefon: '600 000 123, 600 000 124' }, ['(Telefon: phone.first)']],
    [{ Powód: 'bo tak' }, ['Powód: reason.unknown']],
    [{ Powód: '' }, ['Powód: required']],
    [{ Powód: 'Bezdomny' }, []],
    [{ Powód: 'UBOSTWO' }, []],
    [{ Powód: 'dlugotrwałe bezrobocei' }, []],
  ])('%j', async (change, expected) => {
    expect(await said(change)).toEqual(expected);
  });

  test('a zero lost from the front comes back when the birth date agrees', async () => {
    const [first] = people(1);
    if (!first) return;
    const lost = first.PESEL.replace(/^0+/, '');
    expect(lost.length).toBeLessThan(11);
    expect(await said({ PESEL: lost, 'Data ur.': first['Data ur.'] })).toEqual(['(PESEL: pesel.restored)']);
    expect(await said({ PESEL: lost, 'Data ur.': '' })).toEqual(['PESEL: pesel.zeros_lost']);
  });

  test('names written in capitals are put right, others are left', async () => {
    const rows = changed(people(2), 1, { Nazwisko: '  SZCZĘSNA-ŁĘCKA ', Imię: 'łucja' });
    const [entry] = (await check(bytes(csv(rows)))).rows.map((row) => row.entry);
    expect(entry).toMatchObject({ familyName: 'Szczęsna-Łęcka', givenName: 'Łucja' });
  });

  test('the same person twice: the later row is refused and names the first', async () => {
    const rows = people(4);
    const list = await check(bytes(csv(changed(rows, 4, { PESEL: rows[1]?.PESEL ?? '', Płeć: 'M' }))));
    expect(list.rows[3]?.errors).toMatchObject([
      { key: 'pesel', code: 'duplicate.file', args: { row: '2' } },
    ]);
    expect(list.rows[1]?.errors).toEqual([]);
  });
});

describe('damage of the whole file changes nothing about its rows', () => {
  const base = () => {
    const rows = people(14);
    return [
      [3, { PESEL: '6,18315E+10' }],
      [4, { Miejscowość: 'Nibylandia Dolna' }],
      [7, { 'Data skierowania': '31.02.2026' }],
      [8, { Płeć: 'K' }],
      [10, { Powód: 'bo tak' }],
      [12, { Nazwisko: '   ' }],
    ].reduce<Row[]>((all, [n, change]) => changed(all, Number(n), change as Partial<Row>), rows);
  };
  const codes = (list: CheckedList) =>
    list.rows.map(({ row, errors, warnings }) => [
      row,
      errors.map((e) => `${e.key} ${e.code}`),
      warnings.map((e) => `${e.key} ${e.code}`),
    ]);

  test('encoding, separator, order of columns, line ends, titles, sums, further columns', async () => {
    const rows = base();
    const expected = codes(await check(bytes(csv(rows))));
    expect(expected.filter(([, errors]) => (errors as string[]).length > 0)).toHaveLength(5);
    const shuffled = fc.shuffledSubarray([...HEADERS], { minLength: HEADERS.length });
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.constantFrom('windows-1250', 'iso-8859-2', 'cp852', 'utf-8', 'utf-16le'),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (order, encoding, separator, unix, framed, quoted) => {
          let text = csv(rows, order, separator, order);
          if (quoted)
            text = text.replace(
              order.map((h) => quote(h, separator)).join(separator),
              order.map((h) => `"${h}"`).join(separator),
            );
          if (framed) text = `Wykaz osób skierowanych\r\n\r\n${text}Razem${separator}14\r\n`;
          if (unix) text = text.replaceAll('\r\n', '\n');
          const bom = encoding.startsWith('utf') ? '\ufeff' : '';
          expect(codes(await check(bytes(bom + text, encoding)))).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('other headings, double encoding, lost letters in headings, none at all, a workbook', async () => {
    const rows = base();
    const expected = codes(await check(bytes(csv(rows))));
    const renamed = [
      'Nr',
      'NAZWISKO',
      'Imiona',
      'Nr PESEL',
      'Data urodzenia',
      'PLEC',
      'Miejsce zamieszkania',
      'Kod',
      'gmina',
      'Tel.',
      'Sygnatura',
      'Data wystawienia',
      'Przyczyna',
      'Prowadzący',
      'Komentarz',
    ];
    expect(codes(await check(bytes(csv(rows, renamed))))).toEqual(expected);
    const twice = new TextDecoder('windows-1250').decode(new TextEncoder().encode(csv(rows)));
    expect(codes(await check(new TextEncoder().encode(twice)))).toEqual(expected);
    const lost = HEADERS.map((h) => h.replace(/[ęłśćóń]/g, '?'));
    expect(codes(await check(bytes(csv(rows, lost), 'utf-8')))).toEqual(expected);
    const book = await writeXlsx(
      [...HEADERS],
      rows.map((row) => HEADERS.map((h) => row[h])),
    );
    expect(codes(await check(book))).toEqual(expected);
    const bare = await check(bytes(csv(rows).split('\r\n').slice(1).join('\r\n')));
    expect(bare.uncertain).toBe(true);
    expect(bare.columns.missing).toEqual([]);
    expect(bare.rows.map(({ row, errors }) => [row, errors.map((e) => e.code)])).toEqual(
      expected.map(([row], i) => [row, bare.rows[i]?.errors.map((e) => e.code)]),
    );
    expect(bare.rows[0]?.errors).toEqual([]);
  });

  test('a missing column, a heading for both names, rows moved by a separator', async () => {
    const rows = people(3);
    const without = HEADERS.filter((h) => h !== 'Powód');
    const list = await check(bytes(csv(rows, without, ';', without)));
    expect(list.uncertain).toBe(true);
    expect(told(list)[0]?.errors).toEqual(['Powód: column.missing']);
    const both = `Nazwisko i imię;PESEL;Miejscowość;Data skierowania;Powód\r\n${rows.map((r) => `${r.Nazwisko} ${r.Imię};${r.PESEL};${r.Miejscowość};${r['Data skierowania']};${r.Powód}`).join('\r\n')}`;
    expect((await check(bytes(both))).rows.map((r) => r.entry?.givenName)).toEqual(rows.map((r) => r.Imię));
    const split = csv(changed(rows, 2, { Uwagi: 'pierwsza' })).replace(
      'pierwsza',
      'pierwsza; druga; trzecia',
    );
    const [, moved] = (await check(bytes(split))).rows;
    expect(moved?.errors).toEqual([]);
    expect(moved?.warnings.map((p) => p.code)).toEqual(['row.joined']);
  });

  test('what is no list is refused with a reason', async () => {
    for (const [content, code] of [
      [new Uint8Array(), 'table.empty'],
      [new TextEncoder().encode('%PDF-1.7'), 'table.pdf'],
      [new TextEncoder().encode('<html><body>'), 'table.html'],
      [new TextEncoder().encode(csv(Array<Row[]>(5001).fill(people(1)).flat())), 'list.too_many_rows'],
    ] as const)
      expect((await check(content)).problem).toBe(code);
  });
});

describe('an import', () => {
  const how = async (ctx: Ctx) => {
    const [to] = await recipients(ctx, w.partnershipId);
    return { partnershipId: w.partnershipId, recipientId: to?.id ?? '', informedForm: 'oral' };
  };
  const importNow = (content: Uint8Array, actor = w.socialWorker) =>
    as(actor, async (ctx) => importList(ctx, 'lista.csv', content, {}, await how(ctx)));
  const count = async (table: string) =>
    Number((await asAdmin(t.adminUrl, (run) => run(`select count(*)::int as n from ${table}`)))[0]?.n);

  test('refers the good rows to the labour office; again it changes nothing', async () => {
    const colleague = await makeWorker(t.adminUrl, w.ops, ['social_worker'], { name: ['Zofia', 'Listowa'] });
    const rows = changed(changed(people(6), 2, { Powód: 'bo tak' }), 3, {
      'Pracownik socjalny': 'Listowa Zofia',
    });
    const content = bytes(csv(rows));
    const audited = await count('audit.entry');
    expect(await importNow(content)).toBe(5);
    expect((await count('audit.entry')) - audited).toBeGreaterThan(10);
    const [list] = await as(w.socialWorker, listImports);
    expect(list).toMatchObject({ state: 'done', rowsCreated: 5 });
    const created = await as(w.socialWorker, (ctx) => createdBy(ctx, list?.id ?? ''));
    expect(created.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6]);
    const third = created[1];
    const seen = await as(w.socialWorker, async (ctx) => {
      const c = await loadCase(ctx, third?.caseId ?? '');
      return { c, r: await loadReferral(ctx, third?.referralId ?? ''), p: await loadPerson(ctx, c.personId) };
    });
    expect(seen.c).toMatchObject({ state: 'referred', officeSign: rows[2]?.['Znak sprawy'] });
    expect(seen.r).toMatchObject({
      state: 'sent',
      needs: ['poverty'],
      packet: { informed: { on: '2026-02-03', form: 'oral' } },
    });
    expect(seen.p).toMatchObject({
      familyName: 'Szczęsna-Łęcka',
      identifier: { kind: 'pesel', value: rows[2]?.PESEL },
      gminaId: '1207-limanowa',
    });
    expect((await as(colleague, (ctx) => loadCase(ctx, third?.caseId ?? ''))).id).toBe(third?.caseId);
    const [cases, referrals, persons] = [
      await count('cases.shared_case'),
      await count('cases.referral'),
      await count('cases.person'),
    ];
    expect(await importNow(content)).toBe(0);
    expect([
      await count('cases.shared_case'),
      await count('cases.referral'),
      await count('cases.person'),
    ]).toEqual([cases, referrals, persons]);
    const again = await check(content);
    expect(again.rows.map(({ fate, errors }) => (errors.length > 0 ? 'bad' : fate))).toEqual([
      'imported',
      'bad',
      'imported',
      'imported',
      'imported',
      'imported',
    ]);
    // The same people under another sign: their cases are open, so there is nothing to do either.
    const other = await check(
      bytes(csv(rows.map((row) => ({ ...row, 'Znak sprawy': `${row['Znak sprawy']}/2` })))),
    );
    expect(other.rows[0]).toMatchObject({ fate: 'open', warnings: [{ code: 'already.open' }] });
    const stranger = await check(
      bytes(csv(rows.map((row) => ({ ...row, Nazwisko: 'Kowalczyk', Imię: 'Xawery' })))),
    );
    expect(stranger.rows[0]?.errors).toMatchObject([{ key: 'pesel', code: 'pesel.other_name' }]);
  });

  test('goes in as a whole or not at all', async () => {
    const before = [
      await count('cases.shared_case'),
      await count('cases.person'),
      await count('cases.list_row'),
    ];
    const content = bytes(csv(people(4)));
    const id = await as(w.socialWorker, (ctx) => uploadList(ctx, 'lista.csv', content));
    await as(w.socialWorker, async (ctx) => queueImport(ctx, await loadImport(ctx, id), await how(ctx), 4));
    await asAdmin(t.adminUrl, async (run) => {
      await run(`create function cases.test_break() returns trigger language plpgsql as $$ begin
        if (select count(*) from cases.list_row where import_id = new.import_id) >= 2 then raise exception 'broken'; end if; return new; end $$`);
      await run(
        'create trigger test_break before insert on cases.list_row for each row execute function cases.test_break()',
      );
    });
    await expect(as(w.socialWorker, (ctx) => runImport(ctx, id, async () => {}))).rejects.toThrow();
    expect([
      await count('cases.shared_case'),
      await count('cases.person'),
      await count('cases.list_row'),
    ]).toEqual(before);
    const [job] = listJobs({ db: t.db });
    const payload = { id, account: w.socialWorker.accountId, worker: w.socialWorker.subjectId };
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => job?.handle(ctx, payload));
    expect(await as(w.socialWorker, (ctx) => loadImport(ctx, id))).toMatchObject({
      state: 'failed',
      problem: 'import.failed',
    });
    await asAdmin(t.adminUrl, (run) => run('drop trigger test_break on cases.list_row'));
    await as(w.socialWorker, async (ctx) => queueImport(ctx, await loadImport(ctx, id), await how(ctx), 4));
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => job?.handle(ctx, payload));
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) => job?.handle(ctx, payload));
    expect(await as(w.socialWorker, (ctx) => loadImport(ctx, id))).toMatchObject({
      state: 'done',
      rowsCreated: 4,
    });
  });

  test('is nobody else’s to see: not another institution’s, not a colleague’s, not without authorisation', async () => {
    const content = bytes(csv(people(2)));
    const id = await as(w.socialWorker, (ctx) => uploadList(ctx, '../../etc/lista.csv', content));
    expect((await as(w.socialWorker, (ctx) => loadImport(ctx, id))).fileName).toBe('lista.csv');
    const colleague = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    const narrow = await makeWorker(t.adminUrl, w.ops, ['social_worker'], { scope: ['D1'] });
    for (const actor of [w.adviser, colleague, narrow]) {
      await expect(as(actor, (ctx) => loadImport(ctx, id))).rejects.toMatchObject({ code: 'not_found' });
      await expect(as(actor, (ctx) => contentOf(ctx, id))).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await as(w.opsHead, (ctx) => loadImport(ctx, id))).id).toBe(id);
    await expect(check(content, undefined, narrow)).rejects.toBeInstanceOf(AppError);
    await expect(check(content, undefined, w.specialist)).rejects.toMatchObject({ code: 'not_found' });
    expect(
      await as(colleague, async (ctx) =>
        queueImport(ctx, { ...(await as(w.socialWorker, (c) => loadImport(c, id))) }, await how(ctx), 2),
      ),
    ).toBe(false);
  });

  test('a job whose worker may no longer import fails and says so', async () => {
    const leaving = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    const id = await as(leaving, async (ctx) => {
      const made = await uploadList(ctx, 'lista.csv', bytes(csv(people(2))));
      await queueImport(ctx, await loadImport(ctx, made), await how(ctx), 2);
      return made;
    });
    await asAdmin(t.adminUrl, (run) =>
      run(`update organisations.authorisation set revoked_on = '2026-03-01' where worker_id = $1`, [
        leaving.subjectId,
      ]),
    );
    const [job] = listJobs({ db: t.db });
    await t.ctxAs(SYSTEM_ACTOR, async (ctx) =>
      job?.handle(ctx, { id, account: leaving.accountId, worker: leaving.subjectId }),
    );
    expect(await as(leaving, (ctx) => loadImport(ctx, id))).toMatchObject({
      state: 'failed',
      problem: 'import.forbidden',
    });
  });

  test('files go after thirty days, what came of them stays', async () => {
    const id = await as(w.socialWorker, (ctx) => uploadList(ctx, 'lista.csv', bytes(csv(people(2)))));
    const later = (days: number) => new Date(TEST_NOW.getTime() + days * 86_400_000);
    await t.ctxAs(SYSTEM_ACTOR, dropOldFiles, { now: later(29) });
    expect((await as(w.socialWorker, (ctx) => loadImport(ctx, id))).kept).toBe(true);
    await t.ctxAs(SYSTEM_ACTOR, dropOldFiles, { now: later(31) });
    expect((await as(w.socialWorker, (ctx) => loadImport(ctx, id))).kept).toBe(false);
    await expect(as(w.socialWorker, (ctx) => contentOf(ctx, id))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('chooses the partnership in whose area the people live', async () => {
    const ops = await makeInstitution(t.adminUrl, 'OPS');
    const far = await makePartnership(t.adminUrl, [ops, w.pup]);
    const near = await makePartnership(t.adminUrl, [ops, w.pup]);
    await asAdmin(t.adminUrl, async (run) => {
      await run(
        `update partnerships.area set gmina_id = '1207-' || case gmina_id when '1207-limanowa' then 'dobra' else 'tymbark' end where partnership_id = $1`,
        [far],
      );
    });
    const worker = await makeWorker(t.adminUrl, ops, ['social_worker']);
    expect((await check(bytes(csv(people(3))), undefined, worker)).partnership?.id).toBe(near);
  });
});

describe('the error file', () => {
  test('holds the bad rows as they came, says what is wrong, and can be sent again', async () => {
    const rows = changed(changed(people(4), 2, { Powód: '=HYPERLINK("x")' }), 3, { PESEL: '6,18315E+10' });
    const list = await check(bytes(csv(rows)));
    const file = errorFile({ lang: 'pl' }, list);
    expect(file).toContain('"\'=HYPERLINK(""x"")"');
    const again = await check(new TextEncoder().encode(file));
    expect(again.rows.map(({ row, errors }) => [row, errors.map((e) => e.code)])).toEqual([
      [2, ['reason.unknown']],
      [3, ['pesel.scientific']],
    ]);
    const mended = file.replace(/"'=HYPERLINK[^;]*/, 'ubóstwo').replace('6,18315E+10', rows[2]?.PESEL ?? '');
    expect(mended).not.toBe(file);
  });
});
