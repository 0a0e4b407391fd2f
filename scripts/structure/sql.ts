import { placeOf } from './place.ts';
import type { Finding, SourceFile } from './source.ts';

/** The database schema of a module: its folder with underscores. */
export const schemaOf = (module: string): string => module.replaceAll('-', '_');

/**
 * SQL stands in `queries.ts` of modules and in the kernel. A module writes to its own database schema; of others it
 * reads views and calls functions named `api_…`, and the functions of the kernel.
 * @param schemas every schema that some migration creates
 */
export function checkSql(files: readonly SourceFile[], schemas: ReadonlySet<string>): Finding[] {
  return files.flatMap((file) => {
    const { layer, kind, module } = placeOf(file.path);
    if (layer === 'ui' || layer === 'client' || (layer === 'module' && kind !== 'queries' && kind !== 'test'))
      return file.sql.map(({ line }) => ({ file: file.path, line, message: 'SQL stands in queries.ts' }));
    if (layer !== 'module' || kind !== 'queries' || !module) return [];
    return file.sql.flatMap(({ line, text }) =>
      problems(plain(text), schemaOf(module), schemas).map((message) => ({ file: file.path, line, message })),
    );
  });
}

/** Without comments, quoted texts, in which names mean nothing, and the quotes of names. */
export const plain = (text: string): string =>
  text
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/'(?:[^']|'')*'/g, (quoted) => `'${quoted.replace(/[^\n]/g, '')}'`)
    .replace(/"([a-z_][a-z0-9_]*)"/gi, '$1');

const WRITE =
  /\b(insert\s+into|merge\s+into|delete\s+from|truncate(?:\s+table)?|update)\s+(?:only\s+)?(?!set\b|of\b|skip\b|nowait\b)([a-z_][a-z0-9_]*)(\s*\.\s*([a-z_][a-z0-9_]*))?/gi;
const REFERENCE = /(?<![.\w])([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)(\s*\()?/gi;
const CTE_OR_LOCK = /\bfor\s+(no\s+key\s+)?update\b/gi;

function problems(text: string, own: string, schemas: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const [, verb, first = '', dotted] of text.replace(CTE_OR_LOCK, ' ').matchAll(WRITE)) {
    if (!dotted) found.add(`${words(verb)} ${first}: name the schema, ${own}.${first}`);
    else if (first !== own) found.add(`a module writes to its own schema, ${own}, not to ${first}`);
  }
  for (const [, schema = '', name = '', call] of text.matchAll(REFERENCE)) {
    if (schema === own || !schemas.has(schema) || name.startsWith('api_')) continue;
    if (schema === 'kernel' && call) continue;
    found.add(`${schema}.${name} belongs to another module; read ${schema}.api_…`);
  }
  return [...found];
}

const words = (verb = ''): string => verb.toLowerCase().replace(/\s+/g, ' ');
