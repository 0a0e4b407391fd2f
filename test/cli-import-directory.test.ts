import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { importDirectory } from '../src/cli/import-directory.ts';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'splot-import-'));
});
afterAll(async () => {
  await app.drop();
  await rm(folder, { recursive: true });
});

const LIST =
  'Nazwa;NIP;Miejscowość;Data uzyskania statusu\nSpółdzielnia Socjalna Wiersz;122-078-13-42;Limanowa;05.03.2024\n;1234563218;Limanowa;05.03.2024\n';

async function run(content: string, ...args: string[]) {
  const file = join(folder, 'wykaz.csv');
  await writeFile(file, content);
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = await importDirectory(app.parts, [file, ...args]);
  const said = {
    code,
    out: out.mock.calls.join(''),
    log: log.mock.calls.join('\n'),
    err: err.mock.calls.join('\n'),
  };
  vi.restoreAllMocks();
  return said;
}

test('a register from the command line: dry run, then written, then nothing new', async () => {
  expect(await run(LIST, '--source', 'ps_list', '--dry-run')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--as EMAIL'),
  });
  const worker = await makeWorker(app.adminUrl, await makeInstitution(app.adminUrl, 'NGO'), ['editor']);
  await makeAccount(app, worker);
  const dry = await run(LIST, '--source', 'ps_list', '--dry-run', '--format', 'json');
  expect(dry.code).toBe(0);
  const report = JSON.parse(dry.out);
  expect(report).toMatchObject({ written: false, counts: { new: 1, bad: 1 } });
  expect(report.rows[1].errors[0]).toMatchObject({
    field: 'Nazwa',
    code: 'required',
    remedy: expect.any(String),
  });
  const count = () =>
    asAdmin(app.adminUrl, (query) => query(`select name from directory.entity where nip = '1220781342'`));
  expect(await count()).toHaveLength(0);
  expect((await run(LIST, '--source', 'ps_list')).log).toContain('Written: new 1');
  expect(await count()).toHaveLength(1);
  expect((await run(LIST, '--source', 'ps_list')).log).toContain('unchanged 1');
  expect(await count()).toHaveLength(1);
});

test('what cannot be done is said, and by the exit code', async () => {
  expect(await run(LIST)).toMatchObject({ code: 2, err: expect.stringContaining('--source') });
  expect((await run(LIST, '--source', 'ps_list', '--as-of', '2999-01-01')).code).toBe(2);
  expect((await run('%PDF-1.7', '--source', 'ps_list', '--format', 'json')).out).toContain('table.pdf');
  expect((await run('Kto\nNikt', '--source', 'ps_list')).code).toBe(1);
});
