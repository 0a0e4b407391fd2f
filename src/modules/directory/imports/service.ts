import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isMessageCode, message } from '#kernel/messages.ts';
import { problemFile, type Told, tellProblem } from '#kernel/tabular/problems.ts';
import { text as moduleText } from '../text.pl.ts';
import type { CheckedFile } from './check/service.ts';
import { fieldName } from './columns/schema.ts';
import type { CellProblem, CheckedRow, ImportFile } from './schema.ts';
import { text } from './text.pl.ts';

/** What is wrong in words: the heading of the file, the value, and what to do. */
export const tell = (lang: Lang, file: Pick<CheckedFile, 'table' | 'columns'>, problem: CellProblem): Told =>
  tellProblem(
    lang,
    text[lang].problems,
    fieldName(file.table.headers, file.columns.mapping, problem.key),
    problem,
  );

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

/** The rows to correct, to be sent again once corrected. */
export const errorFile = ({ lang }: Pick<Ctx, 'lang'>, file: CheckedFile): string =>
  problemFile(
    file.table.headers,
    file.rows,
    file.rows.filter((row) => row.fate === 'bad'),
    (problem) => tell(lang, file, problem),
    text[lang].errorFile,
  );
