import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { readTable } from '#kernel/tabular/read.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { importTerritory } from '../../../cli/import-territory.ts';
import { readTerc, xmlAsCsv } from './schema.ts';

const HEAD = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA';
const KIND_DIGIT: Readonly<Record<string, string>> = { urban: '1', rural: '2', 'urban-rural': '3' };

let app: TestApp;
let folder: string;
let lines: string[];
const said: string[] = [];

const ask = <T>(query: ReturnType<typeof sql>) => app.ctxAs(SYSTEM_ACTOR, (ctx) => ctx.tx.many<T>(query));
interface Row {
  id: string;
  name: string;
  county_code: string;
  kind: string;
  terc: string | null;
  source: string;
  as_of: string;
  valid_to: string | null;
}
const gminas = () =>
  ask<Row>(
    sql`select id, name, county_code, kind, terc, source, as_of, valid_to from territory.gmina order by id`,
  );

/** A file of TERC as eTERYT gives it, of the whole country, with numbers of our own where none are known. */
async function wholeRegister(): Promise<string[]> {
  const voivodeships = await ask<{ code: string; name: string }>(
    sql`select code, name from territory.voivodeship order by code`,
  );
  const counties = await ask<{ code: string; name: string; kind: string }>(
    sql`select code, name, kind from territory.county order by code`,
  );
  const next = new Map<string, number>();
  const split = (code: string) => `${code.slice(0, 2)};${code.slice(2)}`;
  return [
    ...voivodeships.map(({ code, name }) => `${code};;;;${name.toUpperCase()};województwo;2026-01-01`),
    ...counties.map(
      ({ code, name, kind }) =>
        `${split(code)};;;${name};${kind === 'city' ? 'miasto na prawach powiatu' : 'powiat'};2026-01-01`,
    ),
    ...(await gminas()).flatMap(({ name, county_code, kind, terc }) => {
      const own = 20 + (next.get(county_code) ?? 0);
      if (!terc) next.set(county_code, own - 19);
      const number = terc?.slice(4, 6) ?? String(own);
      const unit = (digit: string, what: string) =>
        `${split(county_code)};${number};${digit};${name};${what};2026-01-01`;
      const parts = kind === 'urban-rural' ? [unit('4', 'miasto'), unit('5', 'obszar wiejski')] : [];
      return [unit(KIND_DIGIT[kind] ?? '', 'gmina'), ...parts];
    }),
  ];
}

async function run(rows: readonly string[], ...options: string[]): Promise<number> {
  said.length = 0;
  const file = join(folder, 'TERC.csv');
  await writeFile(file, `\ufeff${[HEAD, ...rows].join('\r\n')}\r\n`);
  return importTerritory(app.parts, [file, ...options]);
}

beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'terc-'));
  lines = await wholeRegister();
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
  await app.drop();
});

describe('a damaged file', () => {
  let before: Row[];
  beforeEach(async () => {
    before = await gminas();
  });
  const at = (text: string) => lines.findIndex((line) => line.includes(text));
  const spoilt = (text: string, change: (line: string) => string) =>
    lines.map((line, i) => (i === at(text) ? change(line) : line));

  test.each<[string, () => string[], RegExp]>([
    ['a letter in a code', () => spoilt(';Słopnice;', (l) => l.replace(';11;', ';1l;')), /: GMI \[1l\]: Kod/],
    ['an unknown kind', () => spoilt(';Słopnice;', (l) => l.replace(';2;S', ';7;S')), /: RODZ \[7\]/],
    ['an empty name', () => spoilt(';Słopnice;', (l) => l.replace('Słopnice', '')), /: NAZWA: /],
    ['another day', () => spoilt(';Słopnice;', (l) => l.replace('2026-01', '2026-02')), /inny dzień/],
    [
      'no day',
      () => spoilt(';Słopnice;', (l) => l.replace('2026-01-01', '1.01.26')),
      /STAN_NA \[1\.01\.26\]/,
    ],
    ['a row twice', () => [...lines, lines[at(';Słopnice;')] ?? ''], /1207112\]: Ta jednostka/],
    ['no row of the county', () => lines.filter((l) => !l.includes(';limanowski;')), /wiersza powiatu/],
    ['half of the country', () => lines.filter((l) => !/^(2|3)/.test(l)), /Województw w pliku: 9/],
    [
      'only some gminas',
      () => lines.filter((l) => !/ów;gmina/.test(l) || l.includes(';01;')),
      /znikłoby gmin: \d{3}/,
    ],
    ['a lost column', () => spoilt(';Słopnice;', (l) => l.replace(';Słopnice', '')), /mniej kolumn/],
    [
      'garbled letters',
      () => spoilt(';Słopnice;', (l) => l.replace('Słopnice', 'SĹ‚opnice')),
      /zniekształcone/,
    ],
    ['an older file', () => lines.map((l) => l.replace('2026-01-01', '2025-01-01')), /starszy/],
  ])('with %s is refused with the row and the remedy, and changes nothing', async (_, rows, remedy) => {
    expect(await run(rows())).toBe(1);
    expect(said.join('\n')).toMatch(remedy);
    expect(said.at(-1)).toMatch(/^Nic nie zapisano\. Do poprawy: \d+\.$/);
    expect(await gminas()).toEqual(before);
  });

  test('with a heading missing, empty, or no table at all is refused', async () => {
    const file = join(folder, 'bad');
    for (const [content, remedy] of [
      ['WOJ;POW;NAZWA\n02;01;x\n03;01;y\n', /RODZ/],
      ['', /pusty/],
      ['%PDF-1.7', /PDF/],
    ] as const) {
      said.length = 0;
      await writeFile(file, content);
      expect(await importTerritory(app.parts, [file])).toBe(1);
      expect(said.join('\n')).toMatch(remedy);
    }
    expect(await importTerritory(app.parts, ['/no/such/file'])).toBe(1);
    expect(await importTerritory(app.parts, [])).toBe(2);
    expect(await importTerritory(app.parts, [file, '--kind', 'simc'])).toBe(2);
  });
});

test('an official file gives codes, corrects, adds and ends; the second time nothing changes', async () => {
  const register = lines
    .filter((line) => !line.includes(';Tymbark;'))
    .map((line) =>
      line
        .replace(';2;Słopnice;gmina', ';3;Słopnice;gmina')
        .replace(';Laskowa;', ';Laskowa Górna;')
        .replace(';limanowski;', ';limanowski górski;'),
    )
    .concat('12;07;40;2;Nowa Łąka;gmina wiejska;2026-01-01');
  const before = await gminas();

  expect(await run(register, '--dry-run')).toBe(0);
  const told = said.slice();
  expect(told.at(-1)).toContain('próba');
  expect(await gminas()).toEqual(before);

  expect(await run(register)).toBe(0);
  expect(said.slice(0, -1)).toEqual(told.slice(0, -1));
  expect(said).toEqual([
    'Stan na 01.01.2026.',
    '~ 1207 limanowski → 1207 limanowski górski',
    '~ 1207062 Laskowa (gmina wiejska) → 1207062 Laskowa Górna (gmina wiejska)',
    '~ 1207112 Słopnice (gmina wiejska) → 1207113 Słopnice (gmina miejsko-wiejska)',
    '+ 1207402 Nowa Łąka (gmina wiejska)',
    '- 1207122 Tymbark (gmina wiejska)',
    expect.stringMatching(/^Nowe: 1, zniesione: 1, zmienione: 3, z nowym kodem: 2401, potwierdzone: 47\d\.$/),
    'Zapisano.',
  ]);
  const now = new Map((await gminas()).map((row) => [row.id, row]));
  expect(now.size).toBe(2480);
  expect(now.get('1207-nowa-laka')).toMatchObject({ terc: '1207402', source: 'terc' });
  expect(now.get('1207-laskowa')).toMatchObject({ name: 'Laskowa Górna', terc: '1207062' });
  expect(now.get('1207-tymbark')).toMatchObject({ valid_to: '2026-01-01', terc: '1207122' });
  const inForce = [...now.values()].filter((row) => row.valid_to === null);
  expect(inForce.every((row) => row.terc && row.source === 'terc' && row.as_of === '2026-01-01')).toBe(true);

  expect(await run(register)).toBe(0);
  expect(said.at(-1)).toContain('Nic się nie zmieniło');
  expect(said[1]).toBe('Nowe: 0, zniesione: 0, zmienione: 0, z nowym kodem: 0, potwierdzone: 0.');

  const page = (await app.visitor.get('/territory/county/1207')).text;
  expect(page).toContain('limanowski górski');
  expect(page).toContain('Główny Urząd Statystyczny, stan na 01.01.2026');
  expect(page).not.toContain('Tymbark');
});

test('a year later two gminas exchange codes, one moves to another county, one comes back', async () => {
  const later = lines
    .map((line) =>
      line
        .replace('2026-01-01', '2027-01-01')
        .replace('12;07;03;2;Dobra', '12;07;04;2;Dobra!')
        .replace('12;07;04;2;Jodłownik', '12;07;03;2;Jodłownik')
        .replace('Dobra!', 'Dobra')
        .replace('12;07;09;2;Mszana Dolna', '12;09;40;2;Mszana Dolna'),
    )
    .filter((line) => !line.includes(';Brzesko;'));
  expect(await run(later)).toBe(0);
  const now = new Map((await gminas()).map((row) => [row.id, row]));
  expect(now.get('1207-tymbark')).toMatchObject({ valid_to: null, terc: '1207122' });
  expect(now.get('1207-mszana-dolna')).toMatchObject({ county_code: '1209', terc: '1209402' });
  expect(now.get('1207-dobra')).toMatchObject({ name: 'Dobra', terc: '1207042' });
  expect(now.get('1207-jodlownik')).toMatchObject({ name: 'Jodłownik', terc: '1207032' });
  expect(now.get('1202-brzesko')).toMatchObject({ valid_to: '2027-01-01' });
  expect(now.get('1207-nowa-laka')).toMatchObject({ valid_to: '2027-01-01' });
});

test('the older form, XML, is the same table', async () => {
  const xml = (cells: readonly string[]) =>
    `<row>${HEAD.split(';')
      .map((name, i) => (cells[i] ? `<col name="${name}">${cells[i]}</col>` : `<col name="${name}"/>`))
      .join('')}</row>`;
  const text = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<teryt><catalog name="TERC">\n${lines
    .map((line) => xml(line.split(';')))
    .join('\n')}\n</catalog></teryt>`;
  const csv = xmlAsCsv(text) ?? '';
  expect(csv.split('\n')).toEqual([HEAD, ...lines]);
  expect(xmlAsCsv('<html><body>')).toBeNull();
  const { register, problems } = readTerc(await readTable(Buffer.from(csv)));
  expect(problems).toEqual([]);
  expect([register?.voivodeships.length, register?.counties.length, register?.gminas.length]).toEqual([
    16, 380, 2479,
  ]);
});

test('zeros lost in a spreadsheet are put back', async () => {
  const bare = lines.map((line) => line.replace(/^0/, '').replaceAll(';0', ';'));
  const { register, problems } = readTerc(await readTable(Buffer.from([HEAD, ...bare].join('\n'))));
  expect(problems).toEqual([]);
  expect(register?.gminas).toContainEqual({
    terc: '1207112',
    countyCode: '1207',
    name: 'Słopnice',
    kind: 'rural',
  });
});
