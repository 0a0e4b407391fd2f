import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Base } from '../boot.ts';
import { type Scope, systemScope } from '../kernel/db/database.ts';
import { AppError } from '../kernel/errors.ts';
import { isLang, type Lang } from '../kernel/i18n.ts';
import { newRequestId } from '../kernel/ids.ts';
import {
  type CheckedList,
  errorFile,
  importList,
  recipients,
  tell,
  tellList,
} from '../modules/cases/list/api.ts';
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
import { checked, type Run, same, sendersOf } from './list-sender.ts';

const USAGE = `splot import referrals FILE [options]

  --dry-run              check the list and write nothing
  --format json|text     json: {"rows": [{row, ok, errors, warnings}]} on standard output (use npm run --silent)
  --institution NAME     the office that sends the list; needed only where it is not obvious
  --as EMAIL             the worker in whose name it is done; the first of the office who may import lists otherwise
  --partnership NAME     to which partnership; the one whose area fits the list otherwise
  --to NAME              who receives the referrals; the labour office of the partnership otherwise
  --informed CODE        how the people were told: oral, phone, paper, electronic (oral otherwise)
${TABLE_USAGE}`;

type Options = ReturnType<typeof read>['values'];

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...TABLE_OPTIONS, institution: text, partnership: text, to: text, informed: text },
  });
}

/**
 * `splot import referrals FILE`: checks a list of people to refer and, unless told otherwise, refers them in the name
 * of a worker, within what that worker may do. Results go to standard output, everything else to standard error.
 * @returns 0 when the file could be read, also with bad rows; 1 when not; 2 when the command is not understood
 */
export const importReferrals = (parts: Parts, _base: Base, args: readonly string[]): Promise<number> =>
  guarded(async () => {
    const { values: options, positionals } = read(args[0] === 'referrals' ? args.slice(1) : args);
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new Refusal(USAGE);
    const lang: Lang = isLang(options.lang) ? options.lang : 'pl';
    const scope: Scope = {
      ...systemScope(parts.clock(), 'splot import referrals'),
      lang,
      purpose: 'P1',
      requestId: newRequestId(),
    };
    const run: Run = (actor, work) => parts.db.transaction({ ...scope, actor }, work);
    return importFile(run, scope, file, options);
  });

async function importFile(run: Run, scope: Scope, file: string, options: Options): Promise<number> {
  const bytes = await tableOf(file, options);
  if (typeof bytes === 'number') return bytes;
  const reading = readingOf(options);
  const offices = await sendersOf(run, scope, options);
  const { actor, list } = await checked(run, offices, bytes, reading, options);
  if (list.problem) return unreadable(options, list.problem, tellList(scope.lang, list.problem));
  console.error(`${actor.institutionName}, ${list.partnership?.name ?? ''}`);
  if (options.errors) await writeFile(options.errors, errorFile(scope, list), { mode: 0o600 });
  if (options['dry-run']) return answer(list, scope.lang, options, null);
  const { partnership } = list;
  if (!partnership) throw new Refusal(USAGE);
  try {
    const created = await run(actor, async (ctx) => {
      const all = await recipients(ctx, partnership.id);
      const to = options.to ? all.find((m) => same(m.name, options.to) || m.id === options.to) : all[0];
      if (!to) throw new Refusal(`--to: one of ${all.map(({ name }) => name).join(', ')}`);
      const how = {
        partnershipId: partnership.id,
        recipientId: to.id,
        informedForm: options.informed ?? 'oral',
      };
      return importList(ctx, basename(file), bytes, reading, how);
    });
    return answer(list, scope.lang, options, created);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const row = typeof error.detail.row === 'number' ? ` (row ${error.detail.row})` : '';
    console.error(
      `Nothing was imported: ${error.fields.map(({ field }) => field).join(', ') || error.message}${row}.`,
    );
    return 1;
  }
}

function answer(list: CheckedList, lang: Lang, options: Options, created: number | null): number {
  const rows = list.rows.map(({ row, errors, warnings }) => ({
    row,
    ok: errors.length === 0,
    errors: errors.map((problem) => tell(lang, list, problem)),
    warnings: warnings.map((problem) => tell(lang, list, problem)),
  }));
  if (printJson(options, { rows, ...(created !== null && { created }) })) return 0;
  for (const { row, errors, warnings } of rows) {
    for (const e of errors) console.log(`${row}: ${e.field} [${e.value}]: ${e.remedy}`);
    for (const w of warnings) console.log(`${row}: (${w.field} [${w.value}]: ${w.remedy})`);
  }
  const bad = rows.filter(({ ok }) => !ok).length;
  console.log(
    `${rows.length} rows, ${rows.length - bad} good, ${bad} to correct${created === null ? '' : `, ${created} referrals created`}.`,
  );
  return 0;
}
