/** What is wrong with the rows of somebody's file, in words, and the file of rows to correct. */
import type { Lang } from '../i18n.ts';
import { isMessageCode, message } from '../messages.ts';
import { writeCsv } from './write.ts';

/** Something wrong or odd in one cell. Its sentence stands in the texts of a module or of the kernel. */
export interface CellProblem<Key extends string> {
  readonly key: Key;
  readonly code: string;
  /** The cell as it stands in the file. */
  readonly value: string;
  readonly args?: Readonly<Record<string, string>>;
}

/** The same with the heading of the file and the remedy in words: what a person or a program is told. */
export interface Told {
  readonly field: string;
  readonly code: string;
  readonly value: string;
  readonly remedy: string;
}

export type ProblemWords = Readonly<Record<string, (args: Readonly<Record<string, string>>) => string>>;

/** A problem in words: those of the module, else those of the kernel. */
export function tellProblem(
  lang: Lang,
  own: ProblemWords,
  field: string,
  { code, value, args = {} }: CellProblem<string>,
): Told {
  const remedy = own[code]?.(args) ?? message(lang, isMessageCode(code) ? code : 'invalid', args);
  return { field, code, value, remedy };
}

interface ProblemRow<P> {
  readonly cells: readonly string[];
  readonly errors: readonly P[];
  readonly warnings: readonly P[];
}
interface FileWords {
  readonly errors: string;
  readonly warnings: string;
  readonly told: (field: string, remedy: string) => string;
}

/** The bad rows with the columns of the file as they came and what is wrong; to be sent again once corrected. */
export function problemFile<P>(
  known: readonly string[],
  rows: readonly Pick<ProblemRow<P>, 'cells'>[],
  bad: readonly ProblemRow<P>[],
  tell: (problem: P) => Told,
  t: FileWords,
): string {
  const width = Math.max(known.length, ...rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, i) => known[i] ?? '');
  const words = (problems: readonly P[]) =>
    problems
      .map(tell)
      .map(({ field, remedy }) => t.told(field, remedy))
      .join(' ');
  return writeCsv(
    [...headers, t.errors, t.warnings],
    bad.map((row) => [...headers.map((_, i) => row.cells[i] ?? ''), words(row.errors), words(row.warnings)]),
  );
}

/** A table of personal or working data, to be saved and never kept on the way. */
export const csvDownload = (name: string, csv: string): Response =>
  new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
