// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the cases are source text with templates in it.
import { ESLint } from 'eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { adminQuery } from '../../test/cluster.ts';
import { noteViewNulls } from './view-nulls.ts';

let t: TestDatabase;
let eslint: ESLint;
const previous = process.env.SPLOT_LINT_DATABASE;

beforeAll(async () => {
  t = await testDatabase();
  await adminQuery(
    t.adminUrl,
    `create view kernel.api_try as select d.id, m.problem, m.id as mail, coalesce(m.problem, '') as told, count(*) as n
     from kernel.draft d left join kernel.mail m on m.id = d.id group by 1, 2, 3`,
  );
  await noteViewNulls(t.adminUrl);
  process.env.SPLOT_LINT_DATABASE = t.adminUrl;
  eslint = new ESLint();
  // The first file takes as long as all the rest: the program is read for its types.
  await lint('run(sql`select 1`)');
});
afterAll(async () => {
  if (previous === undefined) delete process.env.SPLOT_LINT_DATABASE;
  else process.env.SPLOT_LINT_DATABASE = previous;
  await t.drop();
});

/** What the linter says to one query; empty when it is content. */
async function lint(call: string): Promise<string> {
  const text = `import type { Ctx } from '../context.ts';
    import { sql } from '../db/tx.ts';
    type Kind = 'a' | 'b';
    type Id = string & { readonly brand: 'Id' };
    export interface Row { readonly id: Id; readonly kind: Kind }
    declare const ids: readonly string[], at: Date, n: number, maybe: string | null, nothing: string | undefined;
    export const f = (ctx: Ctx, id: string) => ctx.tx.${call};`;
  const [result] = await eslint.lintText(text, { filePath: 'src/kernel/forms/forms.ts' });
  return result?.messages.map((m) => m.message).join('\n') ?? 'not linted';
}

test.each([
  [
    'a wrong column',
    'many<{ idd: string }>(sql`select idd from kernel.draft`)',
    'column "idd" does not exist',
  ],
  [
    'a wrong table',
    'many<{ id: string }>(sql`select id from kernel.drafts`)',
    '"kernel.drafts" does not exist',
  ],
  [
    'a wrong type',
    'many<{ id: number }>(sql`select id from kernel.draft`)',
    'id is uuid: the driver gives string',
  ],
  [
    'a sum of large numbers',
    'one<{ s: number | null }>(sql`select sum(octet_length(body)::int8) as s from kernel.mail`)',
    's is numeric',
  ],
  [
    'a wrong function',
    'one<{ m: number | null }>(sql`select max(sent_at) as m from kernel.mail`)',
    'm is timestamptz: the driver gives Date',
  ],
  ['a number for text', 'run(sql`update kernel.draft set kind = ${n}`)', 'n stands for text: string'],
  ['text for a number', 'run(sql`update kernel.mail set attempts = ${id}`)', 'id stands for int4: number'],
  [
    'an instant for a day',
    'many<{ id: string }>(sql`select id from kernel.mail where created_at::date = ${at}`)',
    'at stands for date: string',
  ],
  [
    'one for many',
    'many<{ id: string }>(sql`select id from kernel.draft where id = any(${id})`)',
    'id stands for uuid[]: string[]',
  ],
  [
    'a forgotten null',
    'many<{ sent_at: Date }>(sql`select sent_at from kernel.mail`)',
    'sent_at: Date | null',
  ],
  ['a column too many', 'many<{ id: string }>(sql`select id, kind from kernel.draft`)', 'kind: string'],
  [
    'a column too few',
    'many<{ id: string; kind: string }>(sql`select id from kernel.draft`)',
    '{ id: string }',
  ],
  ['a missing row type', 'one(sql`select id from kernel.draft`)', 'missing type annotation'],
  ['json without parsing', 'one<{ data: Row }>(sql`select data from kernel.draft`)', 'data: Json'],
  ['a write to a wrong column', 'run(sql`update kernel.draft set knd = ${id}`)', 'column "knd"'],
  ['a fragment of SQL', 'many<{ id: string }>(sql`select id from kernel.draft where ${sql`true`}`)', '"Sql"'],
  ['a value that may be undefined', 'run(sql`update kernel.draft set kind = ${nothing}`)', '"undefined"'],
  ['a null in a view', 'many<{ problem: string }>(sql`select problem from kernel.api_try`)', 'string | null'],
])('reports %s', async (_, call, message) => {
  expect(await lint(call)).toContain(message);
});

test.each([
  ['unions and brands over text', 'maybe<Row>(sql`select id, kind from kernel.draft where id = ${id}`)'],
  [
    'optional filters',
    'many<{ id: string }>(sql`select id from kernel.mail where (${maybe}::text is null or subject = ${maybe}) and created_at > ${at} limit ${n}`)',
  ],
  ['lists', 'many<{ id: string }>(sql`select id from kernel.draft where id = any(${ids})`)'],
  [
    'counts and sums',
    'one<{ n: number; s: number | null; m: Date | null }>(sql`select count(*) as n, sum(attempts) as s, max(sent_at) as m from kernel.mail`)',
  ],
  [
    'functions of the database',
    'one<{ d: string; s: number }>(sql`select kernel.today() as d, public.similarity(${id}, ${id}) as s`)',
  ],
  ['json as unknown', 'many<{ data: unknown }>(sql`select data from kernel.draft`)'],
  [
    'json that a query builds',
    "many<{ j: { at: string }[] }>(sql`select coalesce(json_agg(json_build_object('at', updated_at)), '[]') as j from kernel.draft`)",
  ],
  [
    'never null in a view',
    'many<{ id: string; told: string; n: number; mail: string | null }>(sql`select id, told, n, mail from kernel.api_try`)',
  ],
  [
    'set-returning functions',
    'many<{ id: string; n: number }>(sql`select t.id, t.n from unnest(${ids}::uuid[], array[1, 2]) as t(id, n)`)',
  ],
  [
    'ten settings in one run',
    "run(sql`select set_config('a.b', ${id}, true), set_config('a.c', ${id}, true)`)",
  ],
])('accepts %s', async (_, call) => {
  expect(await lint(call)).toBe('');
});
