import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { message } from '#kernel/messages.ts';
import { pageOf } from '#kernel/tabular/imports.ts';
import { problemFile, type Told, tellProblem } from '#kernel/tabular/problems.ts';
import type { CheckedList } from './check/service.ts';
import { fieldName } from './columns/schema.ts';
import type { CellProblem, CheckedRow, ImportQuery, ListImport } from './schema.ts';
import { text } from './text.pl.ts';

/** What is wrong in words: the heading of the file, the value, and what to do. */
export const tell = (lang: Lang, list: Pick<CheckedList, 'table' | 'columns'>, problem: CellProblem): Told =>
  tellProblem(
    lang,
    text[lang].problems,
    fieldName(list.table.headers, list.columns.mapping, problem.key),
    problem,
  );

/** The sentence for a list that cannot be read at all. */
export function tellList(lang: Lang, code: NonNullable<CheckedList['problem']>): string {
  const own: Readonly<Record<string, string>> = text[lang].listProblems;
  return own[code] ?? message(lang, code);
}

export const isBad = (row: CheckedRow): boolean => row.errors.length > 0;

/** The way back from a page of lists; `deep` for a page below that of the list. */
export const crumbs = (lang: Lang, list?: ListImport, deep = false) => [
  { href: '/referrals', label: text[lang].referrals },
  ...(list ? [{ href: '/referrals/import', label: text[lang].title }] : []),
  ...(list && deep ? [{ href: `/referrals/import/${list.id}`, label: list.fileName }] : []),
];

/** How many rows came out how; an empty numbered line of the file counts as left out. */
export const countRows = ({ rows, table }: CheckedList) => ({
  good: rows.filter((row) => !isBad(row) && row.fate === 'new').length,
  bad: rows.filter(isBad).length,
  known: rows.filter((row) => !isBad(row) && row.fate !== 'new').length,
  warned: rows.filter((row) => !isBad(row) && row.warnings.length > 0).length,
  skipped:
    table.rows.length -
    rows.length +
    table.problems.filter(({ code }) => /summary_row|note_row/.test(code)).length,
});

/** One page of the rows asked for, in words: those to correct first, unless there are none. */
export function shownRows(lang: Lang, list: CheckedList, query: ImportQuery) {
  const show = query.show ?? (list.rows.some(isBad) ? 'bad' : 'all');
  const chosen = list.rows.filter(
    (row) =>
      show === 'all' ||
      (show === 'bad' && isBad(row)) ||
      (show === 'good' && !isBad(row) && row.fate === 'new') ||
      (show === 'warned' && !isBad(row) && row.warnings.length > 0),
  );
  const { rows, ...page } = pageOf(chosen, query.page);
  const words = (problems: readonly CellProblem[]) => problems.map((problem) => tell(lang, list, problem));
  return {
    show,
    ...page,
    rows: rows.map((row) => ({
      row: row.row,
      who: nameIn(list, row),
      fate: isBad(row) ? ('bad' as const) : row.fate,
      errors: words(row.errors),
      warnings: words(row.warnings),
    })),
  };
}

/** The name as it stands in the file, however badly. */
function nameIn({ columns: { mapping } }: CheckedList, { entry, cells }: CheckedRow): string {
  if (entry) return `${entry.familyName} ${entry.givenName}`;
  const keys = ['family', 'given', 'familyGiven', 'givenFamily'] as const;
  return keys
    .map((key) => cells[mapping[key] ?? -1] ?? '')
    .filter(Boolean)
    .join(' ');
}

/** The rows to correct, to be sent again once corrected. */
export const errorFile = ({ lang }: Pick<Ctx, 'lang'>, list: CheckedList): string =>
  problemFile(
    list.table.headers,
    list.rows,
    list.rows.filter(isBad),
    (problem) => tell(lang, list, problem),
    text[lang].errorFile,
  );
