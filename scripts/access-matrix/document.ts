import pg from 'pg';
import { DATA_CLASSES, type DataClass } from '../../src/kernel/access.ts';
import type { Route } from '../../src/kernel/http/routes.ts';
import { acceptanceGrants, OWN_BASIS, senderGrants } from '../../src/modules/cases/referral/policy.ts';
import { FUNCTION_PERMISSIONS, PERMISSIONS } from '../../src/modules/organisations/policy.ts';
import { INSTITUTION_TYPES, WORKER_FUNCTIONS } from '../../src/modules/organisations/schema.ts';
import { SCOPE_PERMISSIONS } from '../../src/modules/organisations/tokens/policy.ts';
import { CEILING_CLASSES } from '../../src/modules/partnerships/schema.ts';
import { tableRules } from './policies.ts';

/** The whole of `docs/access-matrix.md`, from the code and the catalogue of a migrated database. */
export async function accessMatrix(routes: readonly Route[], url: string): Promise<string> {
  return `${[
    INTRODUCTION,
    section('1. What a function lets its holder do', FUNCTIONS, functions()),
    section('2. What a token’s scope opens', SCOPES, scopes()),
    section('3. What each address asks for', ROUTES, addresses(routes)),
    section('4. Who holds which class of data by default', CLASSES, `${CLASS_WORDS}\n\n${classes()}`),
    section('5. Legal bases', BASES, await bases(url)),
    section('6. What the database shows to whom', TABLES, tables(await tableRules(url))),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# Access matrix

Made by \`node --import tsx scripts/access-matrix.ts\` from the code that decides; a test fails when it is no longer true. Do
not edit it by hand. How access works: [architecture.md](architecture.md); the words: [glossary.md](glossary.md).

Two walls stand one behind the other. The application asks for a permission (sections 1–3) and decides each operation in
\`policy.ts\`; the database shows only the rows of section 6, whatever the application asks. Both need a grant in force
(sections 4 and 5), an assignment to the case, and a documented authorisation of the worker for the class.`;

const FUNCTIONS =
  'Permissions that touch cases are worth nothing without a documented authorisation in force. Every worker also has `work`, `signed-in` and `public`.';
const SCOPES =
  'A token never opens more than its worker may do: its permissions are those of the scope **and** of the worker.';
const ROUTES =
  'Whoever lacks the permission gets 404, as for an address that does not exist; who is not signed in is led to the sign-in, or gets 401. *Personal*: the answer does not leave without an access record. Purpose: P1 referral, P2 diagnosis, P3 plan and delivery, P4 review, P5 own duty, P7 statistics, P8 audit.';
const CLASSES =
  'W reads and writes, R reads, – nothing. *Sends*: what an institution that refers a person holds of its own. *Accepts*: what acceptance gives, at most: never more than the ceiling of the agreement (here all that an agreement may allow) and, on consent, for the first meeting alone until the consent is recorded.';
const BASES =
  'On what an institution of a type may receive which classes, for which purposes; as configured, with their sources.';
const TABLES =
  'Every table with row-level security: which rows a role reaches, in words, from the policies themselves. A table that is missing for a role is closed to it. *Always* names what holds besides, whatever opens the row.';
const CLASS_WORDS =
  'D1 existence and contact · D2 identity numbers · D3 situation · D4 vocational · D5 conclusions and plan · D6 participation · D7 health, disability, addiction · D8 violence, child protection, convictions · D9 own professional notes · D10 supervision';

const section = (title: string, words: string, body: string): string => `## ${title}\n\n${words}\n\n${body}`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const code = (text: string): string => `\`${text}\``;

const functions = (): string =>
  table(
    ['Function', ...PERMISSIONS.filter((p) => p !== 'work').map(code)],
    WORKER_FUNCTIONS.map((f) => [
      code(f),
      ...PERMISSIONS.filter((p) => p !== 'work').map((p) => (FUNCTION_PERMISSIONS[f].includes(p) ? '✓' : '')),
    ]),
  );

const scopes = (): string =>
  table(
    ['Scope', 'Permissions'],
    Object.entries(SCOPE_PERMISSIONS).map(([scope, opened]) => [
      code(scope),
      opened.map(code).join(' ') || '–',
    ]),
  );

const addresses = (routes: readonly Route[]): string =>
  table(
    ['Address', 'Permission', 'Scope', 'Purpose', 'Personal'],
    [...routes]
      .sort((a, b) => a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method, 'en'))
      .map((r) => [
        code(`${r.method} ${r.path}`),
        code(r.permission),
        r.scope ? code(r.scope) : '',
        r.purpose ?? '',
        r.personal ? 'personal' : '',
      ]),
  );

function classes(): string {
  const ceiling: readonly DataClass[] = CEILING_CLASSES;
  const rows = INSTITUTION_TYPES.flatMap((type) => {
    const basis = OWN_BASIS[type] ?? 'consent';
    const said = OWN_BASIS[type] ? code(basis) : 'chosen, here `consent`';
    return [
      [type, 'sends', said, ...cells([senderGrants(type, basis)])],
      [type, 'accepts', said, ...cells(acceptanceGrants(type, basis, ceiling))],
    ];
  });
  return table(['Institution', '', 'Basis', ...DATA_CLASSES.slice(1)], rows);
}

const cells = (plans: ReturnType<typeof acceptanceGrants>): string[] =>
  DATA_CLASSES.slice(1).map((c) =>
    plans.some((p) => p.writes.includes(c)) ? 'W' : plans.some((p) => p.classes.includes(c)) ? 'R' : '–',
  );

async function bases(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{
      code: string;
      article: string;
      kind: string;
      institution_types: string[];
      classes: string[];
      purposes: string[];
    }>(
      'select code, article, kind, institution_types, classes, purposes from cases.legal_basis order by code, valid_from',
    );
    return table(
      ['Basis', 'Source', 'Kind', 'Institutions', 'Classes', 'Purposes'],
      rows.map((b) => [
        code(b.code),
        b.article,
        b.kind,
        b.institution_types.join(' '),
        b.classes.join(' '),
        b.purposes.join(' '),
      ]),
    );
  } finally {
    await client.end();
  }
}

const tables = (rules: Awaited<ReturnType<typeof tableRules>>): string =>
  table(
    ['Table', 'Who', 'Does what', 'With which rows'],
    merged(rules).map((r) => [code(r.table), r.role, r.verb, r.rows]),
  );

/** Verbs of one role that reach the same rows stand in one line. */
function merged(rules: Awaited<ReturnType<typeof tableRules>>): Awaited<ReturnType<typeof tableRules>> {
  const lines = new Map<string, (typeof rules)[number]>();
  for (const rule of rules) {
    const key = `${rule.table} ${rule.role} ${rule.rows}`;
    const before = lines.get(key);
    lines.set(key, before ? { ...before, verb: `${before.verb}, ${rule.verb}` } : rule);
  }
  return [...lines.values()];
}
