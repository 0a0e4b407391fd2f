import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { adminQuery } from '../../test/cluster.ts';
import { checkStructure } from './check.ts';
import { checkDatabase } from './database.ts';

const sqlTag = '`';
const query = (text: string) =>
  `import { sql } from '#kernel/db/tx.ts';\nexport const q = () => sql${sqlTag}${text}${sqlTag};\n`;

/** A checkout with two modules in which every rule holds. */
const GOOD: Record<string, string> = {
  'src/kernel/ids.ts': 'export const newId = (): string => "";\n',
  'src/ui/page.tsx': `import { newId } from '#kernel/ids.ts';\nexport const Page = newId;\n`,
  'src/client/menu.ts': `export const menu = 1;\n`,
  'src/app.ts': `import { routes } from './modules/cases/routes.tsx';\nexport const all = routes;\n`,
  'src/modules/cases/routes.tsx': `import { open } from './service.ts';\nexport const routes = [open];\n`,
  'src/modules/cases/service.ts': `import { find } from '#modules/people/api.ts';\nimport { q } from './queries.ts';\nexport const open = [find, q];\n`,
  'src/modules/cases/queries.ts': query(
    `with x as (update cases.file set a = 1 returning id) insert into cases.file (id) select p.id from people.api_person p where kernel.today() > now() for update of p -- people.person`,
  ),
  'src/modules/cases/plan/pages/plan-view.tsx': `import { Page } from '#ui/page.tsx';\nexport const View = Page;\n`,
  'src/modules/cases/text.pl.ts': `export const text = {};\n`,
  'src/modules/cases/cases.test.ts': `import { pool } from '#kernel/ids.ts';\nexport const p = pool;\n`,
  'src/modules/people/api.ts': `export const find = 1;\n`,
  'db/migrations/0001_people.sql': `-- Module: people. Who.\ncreate schema people authorization o;\ncreate table people.person (id uuid);\n`,
  'db/migrations/0002_cases_core.sql': `-- Module: cases. What.\ncreate schema cases;\ncreate table cases.file (id uuid references people.person on delete restrict);\n-- create table people.x\ncreate policy p on kernel.file for select to w using (true);\ncreate function cases.f() returns void language sql as $$ update people.person set id = null $$;\n`,
};

async function problemsIn(changes: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'splot-structure-'));
  try {
    for (const [path, text] of Object.entries({ ...GOOD, ...changes })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const findings = await checkStructure(root);
    return findings.map((f) => `${f.warning ? 'warning ' : ''}${f.file}: ${f.message}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a checkout that follows the rules passes', async () => {
  expect(await problemsIn({})).toEqual([]);
});

const use = (specifier: string) => `import { a } from '${specifier}';\nexport const b = a;\n`;
const ownedByNobody = '// nothing\n';
test.each<[string, string, string, string]>([
  ['an unknown name', 'src/modules/cases/helpers.ts', ownedByNobody, 'a module holds only'],
  ['a view that is no tsx', 'src/modules/cases/pages/list.ts', ownedByNobody, 'a module holds only'],
  ['a folder in pages', 'src/modules/cases/pages/more/list.tsx', ownedByNobody, 'a module holds only'],
  ['the inside of a module', 'src/modules/cases/jobs.ts', use('#modules/people/service.ts'), 'only api.ts'],
  ['the same by a path', 'src/modules/cases/jobs.ts', use('../people/queries.ts'), 'only api.ts'],
  [
    'the inside, as a type',
    'src/modules/cases/jobs.ts',
    `import type { A } from '../people/schema.ts';`,
    'only api.ts',
  ],
  [
    'the inside, later',
    'src/modules/cases/jobs.ts',
    `export const f = () => import('../people/service.ts');`,
    'only api.ts',
  ],
  ['a cycle', 'src/modules/people/service.ts', use('#modules/cases/api.ts'), 'cases → people → cases'],
  [
    'modules in the kernel',
    'src/kernel/x.ts',
    use('#modules/cases/api.ts'),
    'the kernel imports only itself',
  ],
  ['views in the kernel', 'src/kernel/x.ts', use('#ui/page.tsx'), 'the kernel imports only itself'],
  ['modules in ui', 'src/ui/x.ts', use('#modules/cases/api.ts'), 'ui imports only the kernel'],
  ['the server in the client', 'src/client/x.ts', use('#kernel/ids.ts'), 'imports nothing of the server'],
  ['Node in the client', 'src/client/x.ts', use('node:fs'), 'imports nothing of the server'],
  [
    'the application in a module',
    'src/modules/cases/jobs.ts',
    use('#app'),
    'does not import the application',
  ],
  [
    'the inside of a module in app',
    'src/boot.ts',
    use('./modules/cases/service.ts'),
    'its api, routes and jobs',
  ],
  ['tests in code', 'src/modules/cases/jobs.ts', use('#test/database.ts'), 'only tests import'],
  ['a pool', 'src/modules/cases/service.ts', use('#kernel/db/database.ts'), 'by ctx.tx alone'],
  ['the driver', 'src/modules/cases/queries.ts', use('pg'), 'by ctx.tx alone'],
  ['a policy that reads', 'src/modules/cases/policy.ts', use('./queries.ts'), 'policy.ts may import'],
  [
    'a policy that asks others',
    'src/modules/cases/policy.ts',
    use('#modules/people/api.ts'),
    'policy.ts does not import api.ts',
  ],
  [
    'routes that skip the service',
    'src/modules/cases/routes.tsx',
    use('./queries.ts'),
    'routes.tsx may import',
  ],
  ['queries that show', 'src/modules/cases/queries.ts', use('#ui/page.tsx'), 'queries.ts does not import ui'],
  [
    'a page that reads',
    'src/modules/cases/pages/x.tsx',
    use('#kernel/audit/record.ts'),
    'no input and no output',
  ],
  ['a text that thinks', 'src/modules/cases/text.en.ts', use('./policy.ts'), 'texts import'],
  ['SQL in a service', 'src/modules/people/service.ts', query('select 1'), 'SQL stands in queries.ts'],
  [
    'a write elsewhere',
    'src/modules/cases/queries.ts',
    query('update people.person set a = 1'),
    'writes to its own schema, cases',
  ],
  [
    'a write without a schema',
    'src/modules/cases/queries.ts',
    query('insert into file (id) values (1)'),
    'name the schema',
  ],
  [
    'a read elsewhere',
    'src/modules/cases/queries.ts',
    query('select * from people.person'),
    'read people.api_',
  ],
  [
    'a function elsewhere',
    'src/modules/cases/queries.ts',
    query('select people.find(1)'),
    'read people.api_',
  ],
  [
    'a table of the kernel',
    'src/modules/cases/queries.ts',
    query('select * from kernel.mail'),
    'read kernel.api_',
  ],
  ['no module', 'db/migrations/0003_cases_x.sql', 'select 1;\n', 'the first line must be'],
  ['another name', 'db/migrations/0003_people_x.sql', '-- Module: cases. X.\n', '0003_cases_'],
  ['a number twice', 'db/migrations/0002_people_x.sql', '-- Module: people. X.\n', 'is taken by'],
  [
    'a foreign table',
    'db/migrations/0003_cases_x.sql',
    '-- Module: cases. X.\nalter table people.person add a int;\n',
    'people.person does not belong to cases',
  ],
  [
    'a foreign index',
    'db/migrations/0003_cases_x.sql',
    '-- Module: cases. X.\ncreate index i on people.person (id);\n',
    'does not belong to cases',
  ],
  [
    'a foreign policy',
    'db/migrations/0003_cases_x.sql',
    '-- Module: cases. X.\ncreate policy p on people.person using (true);\n',
    'does not belong to cases',
  ],
  [
    'a second schema',
    'db/migrations/0003_cases_x.sql',
    '-- Module: cases. X.\ncreate schema more;\n',
    'the schema of cases is cases',
  ],
  ['unfinished work', 'src/kernel/x.ts', `// ${'TO'}${'DO'}: later\n`, 'unfinished'],
  ['a silenced compiler', 'src/kernel/x.ts', `// @ts-${'ignore'}\nexport const a = 1;\n`, 'silenced'],
  ['silence without a reason', 'src/kernel/x.ts', `// biome-${'ignore'} lint/a: no\n`, 'say in words'],
  ['any', 'src/kernel/x.ts', `export const a = 1 as ${'any'};\n`, 'as any'],
  [
    'a route without a permission',
    'src/modules/cases/routes.tsx',
    `export const r = page('/', { permission: '' }, f);\n`,
    'names its permission',
  ],
  [
    'a route made by hand',
    'src/modules/cases/routes.tsx',
    `export const r = { path: '/' } as Route;\n`,
    'page, form or api',
  ],
  ['a file too long', 'src/kernel/x.ts', '// x\n'.repeat(401), 'too many'],
])('%s is reported', async (_, path, text, message) => {
  const problems = await problemsIn({ [path]: text });
  expect(problems.filter((p) => p.includes(message))).toHaveLength(1);
});

test('a file of 201 lines is a warning', async () => {
  const problems = await problemsIn({
    'src/kernel/x.ts': '// x\n'.repeat(201),
    'src/kernel/x.test.ts': '// x\n'.repeat(900),
  });
  expect(problems).toEqual(['warning src/kernel/x.ts: 201 lines; 200 are enough, 400 too many']);
});

describe('the database', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
    await adminQuery(
      t.adminUrl,
      `create schema people;
       create table people.open_data (id int primary key); comment on table people.open_data is 'Towns. Public data.';
       create table people.unreachable (id int primary key); comment on table people.unreachable is 'Nobody may.';
       create table people.person (id int primary key, town int references people.open_data, father int references people.person on delete restrict);
       create index on people.person (town);
       grant select, delete on people.person to splot_worker, splot_system;
       create policy all_of_it on people.person to splot_worker using (true);
       create policy expiry on people.person for delete to splot_system using (true);
       alter table people.person enable row level security;
       create function people.f() returns int language sql security definer as 'select 1';`,
    );
  });
  afterAll(() => t.drop());

  test('is held to the rules about comments, rows, keys, functions and deleting', async () => {
    const findings = await checkDatabase(t.adminUrl, ['kernel', 'audit', 'auth']);
    const problems = findings
      .filter((f) => f.file.startsWith('people.'))
      .map((f) => `${f.file}: ${f.message}`);
    expect(problems).toEqual([
      expect.stringMatching(/^people\.person: a table says/),
      expect.stringMatching(/^people\.person: needs row-level security, enabled and forced/),
      expect.stringMatching(/^people\.person\.person_town_fkey: a foreign key says/),
      expect.stringMatching(/^people\.person\.person_father_fkey: a foreign key needs an index/),
      expect.stringMatching(/^people\.f\(\): .* search_path/),
      expect.stringMatching(
        /^people\.person\.all_of_it: nothing personal is deleted by people.*\(splot_worker\)/,
      ),
    ]);
  });
});
