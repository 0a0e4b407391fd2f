import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, listFiles } from './source.ts';
import { plain } from './sql.ts';

export interface MigrationFile {
  readonly file: string;
  readonly text: string;
  /** The module named in the first line; empty when there is none. */
  readonly module: string;
}

export function readMigrationFiles(root: string): MigrationFile[] {
  return listFiles(root, 'db/migrations')
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { file, text, module: /^-- Module: ([a-z][a-z0-9_-]*)/.exec(text)?.[1] ?? '' };
    });
}

const CREATE_SCHEMA = /\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)/gi;

const createdIn = (text: string): string[] => [...plain(text).matchAll(CREATE_SCHEMA)].map((m) => m[1] ?? '');

/** Every schema with the module whose migration creates it; `kernel` is created before all migrations. */
export function schemaOwners(migrations: readonly MigrationFile[]): Map<string, string> {
  const owners = new Map([['kernel', 'kernel']]);
  for (const { text, module } of migrations)
    for (const schema of createdIn(text)) if (!owners.has(schema)) owners.set(schema, module);
  return owners;
}

/**
 * The first line names the module, which is also in the file's name; numbers are unique; a migration makes and changes
 * only what lies in its module's own schemas. Foreign keys may point anywhere.
 */
export function checkMigrations(migrations: readonly MigrationFile[]): Finding[] {
  const owners = schemaOwners(migrations);
  const numbers = new Map<string, string>();
  return migrations.flatMap(({ file, text, module }) => {
    const findings: Finding[] = [];
    const [, number = '', rest = ''] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(basename(file)) ?? [];
    if (!number) findings.push({ file, message: 'the name must be NNNN_<module>_<what>.sql' });
    const other = numbers.get(number);
    if (number && other) findings.push({ file, message: `the number ${number} is taken by ${other}` });
    numbers.set(number, basename(file));
    const own = module.replaceAll('-', '_');
    if (!module)
      findings.push({ file, line: 1, message: 'the first line must be: -- Module: <name>. What it does.' });
    // Sign-in and its like belong to the kernel: 0002_auth_accounts.sql may name the schema instead.
    else if (rest !== own && ![own, ...ownedBy(module, owners)].some((name) => rest.startsWith(`${name}_`)))
      findings.push({
        file,
        message: `the name must be ${number}_${own}_<what>.sql, as its first line says`,
      });
    for (const schema of createdIn(text))
      if (module !== 'kernel' && schema !== own)
        findings.push({ file, message: `the schema of ${module} is ${own}, not ${schema}` });
    return [...findings, ...foreignChanges({ file, text, module }, owners)];
  });
}

const ownedBy = (module: string, owners: ReadonlyMap<string, string>): string[] =>
  [...owners].filter(([, owner]) => owner === module).map(([schema]) => schema);

const CHANGE =
  /\b(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:materialized\s+)?(table|view|function|procedure|sequence|type|domain)\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z_][a-z0-9_]*)(?:\.([a-z_][a-z0-9_]*))?/gi;
const ON_TABLE =
  /\b(create\s+(?:unique\s+)?index|create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger|(?:create|alter|drop)\s+policy)\s[^;]*?\bon\s+(?:only\s+)?([a-z_][a-z0-9_]*)(?:\.([a-z_][a-z0-9_]*))?/gi;

function foreignChanges(migration: MigrationFile, owners: ReadonlyMap<string, string>): Finding[] {
  const { file, module } = migration;
  const text = withoutBodies(plain(migration.text));
  const findings: Finding[] = [];
  const judge = (schema: string, name: string | undefined, index: number) => {
    const line = text.slice(0, index).split('\n').length;
    if (!name) findings.push({ file, line, message: `${schema}: name the schema` });
    else if (owners.get(schema) !== module)
      findings.push({
        file,
        line,
        message: `${schema}.${name} does not belong to ${module || 'this migration'}`,
      });
  };
  for (const m of text.matchAll(CHANGE)) judge(m[2] ?? '', m[3], m.index);
  for (const m of text.matchAll(ON_TABLE)) {
    // The kernel knows no case and no institution: who reads its rows because of them, the module must say.
    const opens = /^create\s+policy/i.test(m[0]) && owners.get(m[2] ?? '') === 'kernel';
    if (!opens) judge(m[2] ?? '', m[3], m.index);
  }
  return findings;
}

/** The bodies of functions work on temporary things and are checked by PostgreSQL; lines stay where they were. */
const withoutBodies = (text: string): string =>
  text.replace(/(\$[a-z]*\$)[\s\S]*?\1/gi, (body) => body.replace(/[^\n]/g, ' '));
