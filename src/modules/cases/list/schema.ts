import { z } from 'zod';
import { ENCODINGS, SEPARATORS } from '#kernel/tabular/table.ts';
import type { LocalDate } from '#kernel/time.ts';

/** What a column of a list may hold. */
export const COLUMN_KEYS = [
  'number',
  'family',
  'given',
  'familyGiven',
  'givenFamily',
  'pesel',
  'document',
  'birth',
  'sex',
  'locality',
  'postal',
  'gmina',
  'street',
  'phone',
  'email',
  'sign',
  'referred',
  'reason',
  'worker',
  'notes',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Column → index in the file; null where the file has none. */
export type Mapping = Readonly<Record<ColumnKey, number | null>>;

/** How a file is to be read, as somebody said it; what is not said is recognised. */
export const reading = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  sheet: z.string().max(200).optional(),
  columns: z.partialRecord(z.enum(COLUMN_KEYS), z.number().int().min(0).max(1000)).optional(),
});
export type Reading = z.output<typeof reading>;

/** Something wrong or odd in one cell. The sentence for the code stands in the texts of lists or of the kernel. */
export interface CellProblem {
  readonly key: ColumnKey;
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

/** Who is referred, with what: only of a row without errors. */
export interface ListEntry {
  readonly familyName: string;
  readonly givenName: string;
  readonly identifier: { readonly kind: 'pesel' | 'document'; readonly value: string };
  readonly birthDate: LocalDate | null;
  readonly sex: 'f' | 'm' | null;
  readonly gminaId: string;
  readonly locality: string;
  readonly postalCode: string;
  readonly street: string;
  readonly phone: string;
  readonly email: string;
  readonly sign: string;
  readonly referredOn: LocalDate;
  readonly needs: readonly string[];
  readonly reason: string;
  readonly notes: string;
  readonly worker: string;
}

/** `new`: to be imported; `imported`: this very row was before; `open`: the person has an open case already. */
export type RowFate = 'new' | 'imported' | 'open';

export interface CheckedRow {
  /** The record's own number in the list. */
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly errors: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
  /** Null when there are errors. */
  readonly entry: ListEntry | null;
  readonly fate: RowFate;
  readonly fingerprint: string;
}

/** More in one transaction would hold the office's other work up. */
export const MAX_LIST_ROWS = 5_000;

export const IMPORT_STATES = ['uploaded', 'queued', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ListImport {
  readonly id: string;
  readonly workerId: string;
  readonly fileName: string;
  readonly reading: Reading;
  readonly partnershipId: string | null;
  readonly recipientId: string | null;
  readonly informedForm: string | null;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly rowsCreated: number | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** The file is still kept. */
  readonly kept: boolean;
}

const optionalId = z.union([z.uuid(), z.literal('')], 'choice').default('');
export const importParams = z.object({ id: z.uuid() });
export const uploadBody = z.object({ file: z.instanceof(File, { message: 'file' }) });
/** `c_<key>`: index of the column, or empty. */
export const columnsBody = z.object({
  encoding: z.union([z.enum(ENCODINGS), z.literal('')]).default(''),
  separator: z.union([z.enum(SEPARATORS), z.literal('')]).default(''),
  sheet: z.string().max(200).default(''),
  ...(Object.fromEntries(
    COLUMN_KEYS.map((key) => [
      `c_${key}`,
      z
        .string()
        .regex(/^\d{0,4}$/, 'choice')
        .default(''),
    ]),
  ) as Record<`c_${ColumnKey}`, z.ZodDefault<z.ZodString>>),
});
export type ColumnsForm = z.output<typeof columnsBody>;
export const confirmBody = z.object({
  partnership: optionalId,
  recipient: z.uuid('choice'),
  informed_form: z.string().min(1, 'choice').max(40),
});
export type ConfirmForm = z.output<typeof confirmBody>;
export const ROW_SHOWS = ['bad', 'warned', 'good', 'all'] as const;
export const importQuery = z.object({
  show: z.enum(ROW_SHOWS).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ImportQuery = z.output<typeof importQuery>;
