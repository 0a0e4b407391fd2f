import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ENCODINGS, MAX_BYTES, SEPARATORS } from '../kernel/tabular/table.ts';

/** What cannot be done: said in one sentence, without a trace. */
export class Refusal extends Error {
  readonly exit: number;
  constructor(sentence: string, exit = 2) {
    super(sentence);
    this.exit = exit;
  }
}

/** Does the work, or says on standard error why not. @returns the exit code; 2 when the command is not understood */
export async function guarded(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(error.message);
      return error.exit;
    }
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error;
    console.error(error.message);
    return 2;
  }
}

/** A file named on the command line. Throws `Refusal` (exit 1) when it cannot be opened or is too large. */
export async function bytesOf(
  file: string,
  { most = MAX_BYTES, tooLarge = 'The file is larger than 10 MB.' } = {},
): Promise<Buffer> {
  // npm changes to the project's folder; the file was named from where the person stood.
  const path = resolve(process.env.INIT_CWD ?? '', file);
  try {
    if ((await stat(path)).size > most) throw new Refusal(tooLarge, 1);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The file cannot be opened (${(error as { code?: string }).code ?? 'error'}).`, 1);
  }
}

const TEXT = { type: 'string' } as const;
/** Options of every import of a table. */
export const TABLE_OPTIONS = {
  'dry-run': { type: 'boolean' },
  format: TEXT,
  as: TEXT,
  errors: TEXT,
  encoding: TEXT,
  separator: TEXT,
  sheet: TEXT,
  lang: TEXT,
} as const;
export const TABLE_USAGE = `  --errors FILE          write the rows to correct into a file, with what is wrong
  --encoding, --separator, --sheet   how to read the file, where it is not recognised well
  --lang pl|en           language of the messages (pl otherwise)`;

/** How the file is to be read. Throws `Refusal` for what is not known. */
export function readingOf(options: { encoding?: string; separator?: string; sheet?: string }) {
  const encoding = ENCODINGS.find((each) => each === options.encoding);
  const separator = SEPARATORS.find((each) => each === options.separator?.replace('\\t', '\t'));
  if (options.encoding && !encoding) throw new Refusal(`--encoding: one of ${ENCODINGS.join(', ')}`);
  if (options.separator && !separator) throw new Refusal('--separator: one of ; , \\t |');
  return {
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(options.sheet && { sheet: options.sheet }),
  };
}

/** The answer for programs, when they asked for one. */
export function printJson({ format }: { format?: string }, answer: unknown): boolean {
  if (format === 'json') process.stdout.write(`${JSON.stringify(answer)}\n`);
  return format === 'json';
}

/** A file of which nothing can be done. @returns the exit code */
export function unreadable(options: { format?: string }, code: string, message: string): number {
  console.error(message);
  printJson(options, { rows: [], problems: [{ code, message }] });
  return 1;
}

/** The table named on the command line, or the exit code when it cannot be opened. */
export async function tableOf(file: string, options: { format?: string }): Promise<Uint8Array | number> {
  try {
    return await bytesOf(file);
  } catch (error) {
    if (error instanceof Refusal) return unreadable(options, 'file', error.message);
    throw error;
  }
}
