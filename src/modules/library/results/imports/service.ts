import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { sha256 } from '#kernel/files/files.ts';
import type { Lang } from '#kernel/i18n.ts';
import { newId } from '#kernel/ids.ts';
import { isMessageCode, message } from '#kernel/messages.ts';
import type { Recognised } from '#kernel/tabular/columns.ts';
import { cleanFileName, enqueueImport, IMPORT_STATES } from '#kernel/tabular/imports.ts';
import { problemFile, type Told, tellProblem } from '#kernel/tabular/problems.ts';
import { kindOf, openTable } from '#kernel/tabular/reading.ts';
import { comparable, type Table } from '#kernel/tabular/table.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { resultFacts } from '../../facts/schema.ts';
import { mayEdit } from '../../policy.ts';
import * as queries from './queries.ts';
import {
  type CellProblem,
  type CheckedRow,
  type ColumnKey,
  HEADINGS,
  IMPORT_TASK,
  type ImportFile,
  MAX_ROWS,
  type Outcome,
  outcomeOf,
  partnersIn,
  type Reading,
  reading,
  readRow,
  recognise,
  type Said,
} from './schema.ts';
import { text } from './text.pl.ts';

const KEPT_DAYS = 90;

export interface CheckedFile {
  readonly table: Table;
  readonly columns: Recognised<ColumnKey>;
  /** Somebody should look at how the file was read before the rows. */
  readonly uncertain: boolean;
  readonly rows: readonly CheckedRow[];
  /** Why there are no rows at all. */
  readonly problem: string | null;
}

function must(ctx: Ctx): void {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
}

/** A project's number and the title name a result, however they are typed. */
const keyOf = (number: string, title: string): string => `${comparable(number)} ${comparable(title)}`;

/** What a result says in the words of a row. */
export const saidBy = (known: Pick<queries.KnownRow, 'title' | 'lead' | 'body' | 'facts'>) => {
  const { partners, ...facts } = resultFacts.parse(known.facts);
  const { title, lead, body } = known;
  return { title, lead, body, ...facts, partners: partners.join('; ') };
};

const same = (key: ColumnKey, a: string, b: string): boolean =>
  key === 'partners' ? partnersIn(a).join('; ') === partnersIn(b).join('; ') : a.trim() === b.trim();

/** Reads a file, finds the result of every row and says what it would change; writes nothing. */
export async function checkFile(
  ctx: Ctx,
  bytes: Uint8Array,
  file: { readonly lang: string; readonly reading: Reading },
): Promise<CheckedFile> {
  must(ctx);
  const { table, how, remembered } = await openTable(bytes, file.reading, async (kind) => {
    const before = await queries.findColumns(ctx, kind);
    return before ? (reading.safeParse(before.reading).data ?? null) : null;
  });
  const columns = recognise(table.headers, how.columns);
  const broken = table.problems.find(({ severity }) => severity === 'error')?.code ?? null;
  const problem = broken ?? (table.rows.length > MAX_ROWS ? 'import.too_many_rows' : null);
  const uncertain =
    problem === null &&
    !remembered &&
    (!table.confident || columns.guessed.length + columns.missing.length > 0);
  if (problem || columns.missing.length > 0) return { table, columns, uncertain, rows: [], problem };
  const known = new Map(
    (await queries.findKnown(ctx, file.lang)).map((row) => {
      const said = saidBy(row);
      return [keyOf(said.number, said.title), { row, said }] as const;
    }),
  );
  const seen = new Set<string>();
  const rows = table.rows.map(({ number, cells }): CheckedRow => {
    const { said, errors } = readRow(cells, columns.mapping);
    const key = keyOf(said.number ?? '', said.title ?? '');
    const repeated: CellProblem[] =
      errors.length === 0 && seen.has(key)
        ? [{ key: 'title', code: 'repeated', value: said.title ?? '' }]
        : [];
    seen.add(key);
    const all = [...errors, ...repeated];
    const base = { row: number, cells, errors: all, warnings: [], said };
    if (all.length > 0) return { ...base, fate: 'bad', documentId: null, changes: [] };
    const found = known.get(key);
    return found
      ? { ...base, ...compared(ctx, said, found), documentId: found.row.documentId }
      : { ...base, fate: 'new', documentId: null, changes: [] };
  });
  return { table, columns, uncertain, rows, problem };
}

function compared(
  ctx: Ctx,
  said: Said,
  { row, said: before }: { row: queries.KnownRow; said: ReturnType<typeof saidBy> },
): Pick<CheckedRow, 'fate' | 'changes'> {
  const changes = (Object.entries(said) as [ColumnKey, string][]).flatMap(([key, after]) =>
    // The title and the number named the result: another case of theirs is no change.
    key === 'title' || key === 'number' || same(key, before[key], after)
      ? []
      : [{ key, before: before[key], after }],
  );
  if (changes.length === 0) return { fate: 'unchanged', changes };
  const open = row.state === 'draft' || row.state === 'proposed';
  const mine = row.authors.every((author) => author === ctx.actor.subjectId);
  return { fate: open && !mine ? 'held' : 'changed', changes };
}

export const countRows = ({ rows }: Pick<CheckedFile, 'rows'>): Outcome => {
  const count = (fate: CheckedRow['fate']) => rows.filter((row) => row.fate === fate).length;
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    held: count('held'),
    bad: count('bad'),
  };
};

const fromRow = (row: queries.ImportRow): ImportFile => ({
  id: row.id,
  lang: row.lang === 'en' ? 'en' : 'pl',
  workerName: row.workerName ?? '',
  fileName: row.fileName,
  reading: reading.safeParse(row.reading).data ?? {},
  state: IMPORT_STATES.find((state) => state === row.state) ?? 'failed',
  problem: row.problem,
  rowsTotal: row.rowsTotal ?? 0,
  rowsDone: row.rowsDone,
  result: outcomeOf.safeParse(row.result).data ?? null,
  createdAt: row.createdAt,
  kept: row.kept === true,
});

export async function listImports(ctx: Ctx): Promise<readonly ImportFile[]> {
  must(ctx);
  return (await queries.findImports(ctx, null)).map(fromRow);
}

export async function loadImport(ctx: Ctx, id: string): Promise<ImportFile> {
  must(ctx);
  const [row] = await queries.findImports(ctx, id);
  if (!row) throw notFound();
  return fromRow(row);
}

/** A file with what it would do now. Throws `not_found` once its time has passed. */
export async function openImport(ctx: Ctx, id: string, how?: Reading) {
  const file = await loadImport(ctx, id);
  const row = await queries.findContent(ctx, id);
  if (!row?.content) throw notFound();
  const checked = await checkFile(ctx, row.content, how ? { ...file, reading: how } : file);
  return { file, checked, bytes: row.content };
}

export const isOpen = (file: ImportFile): boolean =>
  file.kept && (file.state === 'uploaded' || file.state === 'failed');

/** Keeps a file that an editor sent. Throws `invalid` beside `file` when it cannot be read. */
export async function uploadFile(
  ctx: Ctx,
  form: { readonly lang: 'pl' | 'en'; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<string> {
  const { lang, bytes } = form;
  const checked = await checkFile(ctx, bytes, { lang, reading: {} });
  if (checked.problem) {
    const own: Readonly<Record<string, string>> = text[ctx.lang].fileProblems;
    throw invalid({
      field: 'file',
      message:
        own[checked.problem] ?? message(ctx.lang, isMessageCode(checked.problem) ? checked.problem : 'file'),
    });
  }
  const id = newId();
  const fileName = cleanFileName(form.fileName, 'rezultaty.csv');
  const rows = checked.rows.length;
  await queries.insertImport(ctx, { id, lang, fileName, fileHash: sha256(bytes), content: bytes, rows });
  await record(ctx, {
    action: 'results.upload',
    objectType: 'result_import',
    objectId: id,
    detail: { rows },
  });
  return id;
}

/** Says how the file is read, and remembers it for files with the same headings. Throws `invalid`. */
export async function answerColumns(ctx: Ctx, id: string, how: Reading): Promise<void> {
  const { file, checked, bytes } = await openImport(ctx, id, how);
  if (!isOpen(file)) throw notFound();
  const [missing] = checked.columns.missing;
  if (missing) throw invalid({ field: `c_${missing}`, message: 'required' });
  await queries.setReading(ctx, id, JSON.stringify(how), checked.rows.length);
  const kind = await kindOf(bytes);
  if (kind !== null) await queries.saveColumns(ctx, kind, JSON.stringify({ ...how, sheet: undefined }));
}

/** Decides that the file goes in, once: a second click finds it under way. */
export async function apply(ctx: Ctx, id: string): Promise<void> {
  const { file } = await openImport(ctx, id);
  if ((await queries.queueImport(ctx, id, file.rowsTotal)) === 0) return;
  await record(ctx, { action: 'results.import', objectType: 'result_import', objectId: id });
  await enqueueImport(ctx, IMPORT_TASK, id);
}

/** The worker of an account, as they may act today; null when they may no longer edit. */
export async function editorActor(ctx: Ctx, accountId: string, workerId: string): Promise<Actor | null> {
  const actor = (await actorsOf(ctx, accountId)).find(({ subjectId }) => subjectId === workerId);
  return actor && mayEdit(actor).allowed ? actor : null;
}

export const dropOldFiles = (ctx: Ctx): Promise<number> =>
  queries.dropOld(ctx, new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000));

/** What is wrong with a cell in words: the heading of the file, the value, and what to do. */
export function tell(lang: Lang, { table, columns }: CheckedFile, problem: CellProblem): Told {
  const index = columns.mapping[problem.key];
  const heading = index === null ? '' : (table.headers[index] ?? '');
  return tellProblem(lang, text[lang].problems, heading || (HEADINGS[problem.key][0] ?? ''), problem);
}

/** The rows to correct, to be sent again once corrected. */
export const errorFile = (ctx: Ctx, checked: CheckedFile): string =>
  problemFile(
    checked.table.headers,
    checked.rows,
    checked.rows.filter((row) => row.fate === 'bad'),
    (problem) => tell(ctx.lang, checked, problem),
    text[ctx.lang].errorFile,
  );

export const { failImport, noteProgress, startImport } = queries;
