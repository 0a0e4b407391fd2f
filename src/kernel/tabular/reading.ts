/** How somebody's file is to be read: as it looks, as somebody says, or as was said of such a file before. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid } from '../errors.ts';
import { mended, repairGarbled } from './likeness.ts';
import { readTable } from './read.ts';
import { comparable, ENCODINGS, type Encoding, SEPARATORS, type Separator, type Table } from './table.ts';

/** What was said of a file; what is not said is recognised. */
export interface Reading<Key extends string> {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly sheet?: string;
  readonly columns?: Readonly<Partial<Record<Key, number>>>;
}
export const readingOf = <const Key extends string>(keys: readonly Key[]): z.ZodType<Reading<Key>> =>
  z.object({
    encoding: z.enum(ENCODINGS).optional(),
    separator: z.enum(SEPARATORS).optional(),
    sheet: z.string().max(200).optional(),
    columns: z.partialRecord(z.enum(keys), z.number().int().min(0).max(1000)).optional(),
  });

const index = z
  .string()
  .regex(/^\d{0,4}$/, 'choice')
  .default('');
/** The form that asks about the columns: `c_<key>` holds the index of a column, or nothing. */
export const columnsBodyOf = <const Key extends string>(keys: readonly Key[]) =>
  z.object({
    encoding: z.union([z.enum(ENCODINGS), z.literal('')]).default(''),
    separator: z.union([z.enum(SEPARATORS), z.literal('')]).default(''),
    sheet: z.string().max(200).default(''),
    ...(Object.fromEntries(keys.map((key) => [`c_${key}`, index])) as Record<`c_${Key}`, typeof index>),
  });

interface Answered {
  readonly encoding: Encoding | '';
  readonly separator: Separator | '';
  readonly sheet: string;
}

/** What was answered in that form. Throws `invalid` with the sentence `twice` when one column was given two meanings. */
export function readingFrom<Key extends string>(
  keys: readonly Key[],
  body: Answered & Readonly<Record<string, string>>,
  twice: string,
): Reading<Key> {
  const columns: Partial<Record<Key, number>> = {};
  const taken = new Set<string>();
  for (const key of keys) {
    const field = `c_${key}`;
    const typed = body[field] ?? '';
    if (typed === '') continue;
    if (taken.has(typed)) throw invalid({ field, message: twice });
    taken.add(typed);
    columns[key] = Number(typed);
  }
  const { encoding, separator, sheet } = body;
  return {
    columns,
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(sheet && { sheet }),
  };
}

/** The form with the columns as they are recognised. */
export const asAnswered = <Key extends string>(
  keys: readonly Key[],
  mapping: Readonly<Record<Key, number | null>>,
  reading: Reading<Key>,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(keys.map((key) => [`c_${key}`, String(mapping[key] ?? '')])),
  encoding: reading.encoding ?? '',
  separator: reading.separator ?? '',
  sheet: reading.sheet ?? '',
});

/** Headings name a kind of file: what was answered about one is remembered for the next. */
const kindHash = ({ headers }: Table): string =>
  createHash('sha256')
    .update(headers.map((header) => comparable(repairGarbled(header))).join('\n'))
    .digest('hex');

/**
 * The kind of a file as it looks before anything is said, since that is how the next one will be recognised; null for one
 * without headings.
 */
export async function kindOf(bytes: Uint8Array): Promise<string | null> {
  const table = await readTable(bytes);
  return table.headers.some((header) => header !== '') ? kindHash(table) : null;
}

export interface Opened<Key extends string> {
  readonly table: Table;
  readonly how: Reading<Key>;
  /** The columns were named, now or before. */
  readonly remembered: boolean;
}
/** Reads the file as was said now, as `before` remembers such a file, or as it looks. */
export async function openTable<Key extends string>(
  bytes: Uint8Array,
  said: Reading<Key>,
  before: (kind: string) => Promise<Reading<Key> | null>,
): Promise<Opened<Key>> {
  const table = await readTable(bytes, said);
  if (Object.keys(said).length > 0)
    return { table: mended(table), how: said, remembered: said.columns !== undefined };
  const how = await before(kindHash(table));
  if (!how) return { table: mended(table), how: said, remembered: false };
  const { encoding, separator } = how;
  const again = encoding || separator ? await readTable(bytes, { encoding, separator }) : table;
  return { table: mended(again), how, remembered: true };
}
