import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isMessageCode, message } from '#kernel/messages.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import type { CheckedList } from './check/service.ts';
import { fieldName } from './columns/schema.ts';
import type { CellProblem, CheckedRow, Told } from './schema.ts';
import { text } from './text.pl.ts';

/** What is wrong in words: the heading of the file, the value, and what to do. */
export function tell(lang: Lang, list: Pick<CheckedList, 'table' | 'columns'>, problem: CellProblem): Told {
  const own: Readonly<Record<string, (args: Readonly<Record<string, string>>) => string>> =
    text[lang].problems;
  const { key, code, value, args = {} } = problem;
  const remedy = own[code]?.(args) ?? message(lang, isMessageCode(code) ? code : 'invalid', args);
  return { field: fieldName(list.table.headers, list.columns.mapping, key), code, value, remedy };
}

/** The sentence for a list that cannot be read at all. */
export function tellList(lang: Lang, code: NonNullable<CheckedList['problem']>): string {
  const own: Readonly<Record<string, string>> = text[lang].listProblems;
  return own[code] ?? message(lang, code);
}

export const isBad = (row: CheckedRow): boolean => row.errors.length > 0;

/** The rows to correct, with the columns of the file as they came and what is wrong; to be sent again once corrected. */
export function errorFile({ lang }: Pick<Ctx, 'lang'>, list: CheckedList): string {
  const t = text[lang].errorFile;
  const width = Math.max(list.table.headers.length, ...list.rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, i) => list.table.headers[i] ?? '');
  const words = (problems: readonly CellProblem[]) =>
    problems
      .map((problem) => tell(lang, list, problem))
      .map(({ field, remedy }) => t.told(field, remedy))
      .join(' ');
  return writeCsv(
    [...headers, t.columns.errors, t.columns.warnings],
    list.rows
      .filter(isBad)
      .map((row) => [...headers.map((_, i) => row.cells[i] ?? ''), words(row.errors), words(row.warnings)]),
  );
}
