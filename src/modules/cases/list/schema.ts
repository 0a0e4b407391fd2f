import { z } from 'zod';
import type { Mapping as TableMapping } from '#kernel/tabular/columns.ts';
import type { ImportState } from '#kernel/tabular/imports.ts';
import type { CellProblem as TableProblem } from '#kernel/tabular/problems.ts';
import { columnsBodyOf, readingOf, type Reading as TableReading } from '#kernel/tabular/reading.ts';
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

export type Mapping = TableMapping<ColumnKey>;

/** The job that writes a list. */
export const IMPORT_TASK = 'cases.list_import';

export const reading = readingOf(COLUMN_KEYS);
export type Reading = TableReading<ColumnKey>;

export type CellProblem = TableProblem<ColumnKey>;

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
export const columnsBody = columnsBodyOf(COLUMN_KEYS);
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
