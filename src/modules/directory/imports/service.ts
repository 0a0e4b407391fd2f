import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isMessageCode, message } from '#kernel/messages.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { text as moduleText } from '../text.pl.ts';
import type { CheckedFile } from './check/service.ts';
import { fieldName } from './columns/schema.ts';
import type { CellProblem, CheckedRow, ImportFile, Told } from './schema.ts';
import { text } from './text.pl.ts';

/** What is wrong in words: the heading of the file, the value, and what to do. */
export function tell(lang: Lang, file: Pick<CheckedFile, 'table' | 'columns'>, problem: CellProblem): Told {
  const own: Readonly<Record<string, (args: Readonly<Record<string, string>>) => string>> =
    text[lang].problems;
  const { key, code, value, args = {} } = problem;
  const remedy = own[code]?.(args) ?? message(lang, isMessageCode(code) ? code : 'invalid', args);
  return { field: fieldName(file.table.headers, file.columns.mapping, key), code, value, remedy };
}

/** The sentence for a file that cannot be read at all. */
export function tellFile(lang: Lang, code: NonNullable<CheckedFile['problem']>): string {
  const own: Readonly<Record<string, string>> = text[lang].fileProblems;
  return own[code] ?? message(lang, isMessageCode(code) ? code : 'invalid');
}

const top = (lang: Lang) => ({ href: '/directory', label: moduleText[lang].nav });
const imports = (lang: Lang) => ({ href: '/directory/imports', label: text[lang].title });
/** The way back from a page below the list of imports. */
export const listCrumbs = (lang: Lang) => [top(lang), imports(lang)];

/** The way back from the list, or from a page of a file; `deep` for a page below that. */
export const crumbs = (lang: Lang, file?: ImportFile, deep = false) => [
  top(lang),
  ...(file ? [imports(lang)] : []),
  ...(file && deep ? [{ href: `/directory/imports/${file.id}`, label: file.fileName }] : []),
];

/** The name as it stands in the file, however badly. */
export function nameIn(
  { columns: { mapping } }: Pick<CheckedFile, 'columns'>,
  { draft, cells }: CheckedRow,
): string {
  return draft?.name ?? cells[mapping.name ?? mapping.founder ?? -1] ?? '';
}

/** The rows to correct, with the columns of the file as they came and what is wrong; to be sent again once corrected. */
export function errorFile({ lang }: Pick<Ctx, 'lang'>, file: CheckedFile): string {
  const t = text[lang].errorFile;
  const width = Math.max(file.table.headers.length, ...file.rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, i) => file.table.headers[i] ?? '');
  const words = (problems: readonly CellProblem[]) =>
    problems
      .map((problem) => tell(lang, file, problem))
      .map(({ field, remedy }) => t.told(field, remedy))
      .join(' ');
  return writeCsv(
    [...headers, t.errors, t.warnings],
    file.rows
      .filter((row) => row.fate === 'bad')
      .map((row) => [...headers.map((_, i) => row.cells[i] ?? ''), words(row.errors), words(row.warnings)]),
  );
}
