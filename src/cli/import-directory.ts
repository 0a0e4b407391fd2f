import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { PUBLIC_ACTOR } from '../kernel/context.ts';
import { parseDate } from '../kernel/date-input.ts';
import { type Scope, systemScope } from '../kernel/db/database.ts';
import { AppError } from '../kernel/errors.ts';
import { isLang, type Lang } from '../kernel/i18n.ts';
import { newRequestId } from '../kernel/ids.ts';
import { warsawDate } from '../kernel/time.ts';
import {
  type CheckedFile,
  checkFile,
  countRows,
  editorActor,
  editors,
  errorFile,
  importFile,
  nameIn,
  SOURCES,
  tell,
  tellFile,
} from '../modules/directory/imports/api.ts';
import type { Parts } from '../parts.ts';
import {
  guarded,
  printJson,
  Refusal,
  readingOf,
  TABLE_OPTIONS,
  TABLE_USAGE,
  tableOf,
  unreadable,
} from './input.ts';

const USAGE = `splot import directory FILE --source SOURCE [options]

  --source SOURCE        ${SOURCES.join(', ')}
  --as-of DATE           the day of which the source speaks (today otherwise)
  --whole                the whole list of its voivodeship: who is missing from it is marked for checking
  --dry-run              say what would change and write nothing
  --format json|text     json: {"counts", "rows": [{row, name, fate, changes, errors, warnings}], "vanished"}
  --as EMAIL             the editor in whose name it is done; the first one otherwise
${TABLE_USAGE}`;

const read = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...TABLE_OPTIONS,
      source: { type: 'string' },
      'as-of': { type: 'string' },
      whole: { type: 'boolean' },
    },
  });
type Options = ReturnType<typeof read>['values'];

/**
 * `splot import directory FILE`: says what a list or register would change in the public base and, unless told otherwise,
 * writes it in the name of an editor. Results go to standard output, everything else to standard error.
 * @returns 0 when the file could be read, also with bad rows; 1 when not; 2 when the command is not understood
 */
export const importDirectory = (parts: Parts, args: readonly string[]): Promise<number> =>
  guarded(async () => {
    const { values, positionals } = read(args);
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new Refusal(USAGE);
    return importOne(parts, file, values);
  });

async function importOne(parts: Parts, file: string, options: Options): Promise<number> {
  const lang: Lang = isLang(options.lang) ? options.lang : 'pl';
  const source = SOURCES.find((code) => code === options.source);
  if (!source) throw new Refusal(`--source: one of ${SOURCES.join(', ')}`);
  const today = warsawDate(parts.clock());
  const sourceOn = options['as-of'] ? parseDate(options['as-of']) : today;
  if (!sourceOn || sourceOn > today) throw new Refusal('--as-of: a day until today, for example 2026-03-05');
  const reading = readingOf(options);
  const bytes = await tableOf(file, options);
  if (typeof bytes === 'number') return bytes;
  const scope: Scope = {
    ...systemScope(parts.clock(), 'splot import directory'),
    lang,
    requestId: newRequestId(),
  };
  const actor = await editorOf(parts, scope, options.as);
  const as: Scope = { ...scope, actor };
  const upload = { source, sourceOn, isWhole: options.whole === true, reading };
  const checked = await parts.db.transaction(as, (ctx) => checkFile(ctx, bytes, upload));
  if (checked.problem) return unreadable(options, checked.problem, tellFile(lang, checked.problem));
  if (checked.columns.missing.length > 0)
    return unreadable(
      options,
      'import.columns',
      `${tellFile(lang, 'import.columns')} (${checked.columns.missing.join(', ')})`,
    );
  if (options.errors) await writeFile(options.errors, errorFile({ lang }, checked), { mode: 0o600 });
  if (options['dry-run']) return answer(checked, lang, options, false);
  try {
    await parts.db.transaction(as, (ctx) => importFile(ctx, { ...upload, fileName: basename(file), bytes }));
    return answer(checked, lang, options, true);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(
      `Nothing was imported: ${error.fields.map(({ message }) => message).join(' ') || error.message}.`,
    );
    return 1;
  }
}

async function editorOf(parts: Parts, scope: Scope, email: string | undefined) {
  const known = await parts.db.transaction(scope, editors);
  for (const { accountId, workerId, email: own } of known) {
    if (!accountId || (email && own?.toLowerCase() !== email.trim().toLowerCase())) continue;
    const actor = await parts.db.transaction({ ...scope, actor: PUBLIC_ACTOR }, (ctx) =>
      editorActor(ctx, accountId, workerId),
    );
    if (actor) return actor;
  }
  throw new Refusal(
    'No editor of the base has an account here. Appoint one first (function "editor"), or name one with --as EMAIL.',
  );
}

function answer(checked: CheckedFile, lang: Lang, options: Options, written: boolean): number {
  const counts = countRows(checked);
  const rows = checked.rows.map((row) => ({
    row: row.row,
    name: nameIn(checked, row),
    fate: row.fate,
    entity: row.entityId,
    changes: row.changes,
    differences: row.differences,
    candidates:
      row.fate === 'review' ? row.candidates.map((c) => ({ ...c, name: checked.names.get(c.id) ?? '' })) : [],
    errors: row.errors.map((problem) => tell(lang, checked, problem)),
    warnings: row.warnings.map((problem) => tell(lang, checked, problem)),
  }));
  if (printJson(options, { written, counts, rows, vanished: checked.vanished })) return 0;
  for (const { row, name, fate, changes, errors } of rows) {
    for (const c of changes) console.log(`${row}: ${name}: ${c.field}: ${c.before} → ${c.after}`);
    for (const e of errors) console.log(`${row}: ${e.field} [${e.value}]: ${e.remedy}`);
    if (fate === 'review') console.log(`${row}: ${name}: to decide in the browser`);
  }
  console.log(
    `${written ? 'Written' : 'Not written'}: ${Object.entries(counts)
      .map(([key, n]) => `${key} ${n}`)
      .join(', ')}.`,
  );
  return 0;
}
