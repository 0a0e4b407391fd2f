import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { isId } from '#kernel/ids.ts';
import type { Mapping as TableMapping } from '#kernel/tabular/columns.ts';
import type { ImportState } from '#kernel/tabular/imports.ts';
import type { CellProblem as TableProblem } from '#kernel/tabular/problems.ts';
import { columnsBodyOf, readingOf, type Reading as TableReading } from '#kernel/tabular/reading.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ChangedField } from '../record/api.ts';
import type { EntityState, FounderKind, RecordInput } from '../schema.ts';

/** What can be imported from; the names stand in `directory.source`. */
export const SOURCES = ['ps_list', 'cis_register', 'kis_register', 'krs', 'regon', 'partner'] as const;
export type Source = (typeof SOURCES)[number];

/** What a column of a file may hold. */
export const COLUMN_KEYS = [
  'name',
  'shortName',
  'type',
  'legalForm',
  'krs',
  'nip',
  'regon',
  'registerNumber',
  'decisionNumber',
  'statusFrom',
  'statusTo',
  'authority',
  'founder',
  'founderNumber',
  'foundedOn',
  'state',
  'stateSince',
  'address',
  'street',
  'house',
  'postal',
  'locality',
  'gmina',
  'county',
  'voivodeship',
  'phone',
  'email',
  'website',
  'pkd',
  'description',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
export type Mapping = TableMapping<ColumnKey>;

/** The job that writes a file. */
export const IMPORT_TASK = 'directory.import';

export const reading = readingOf(COLUMN_KEYS);
export type Reading = TableReading<ColumnKey>;

export type CellProblem = TableProblem<ColumnKey>;

/** Where an entity has its seat, as a row says it. */
export interface SeatText {
  readonly street: string;
  readonly postalCode: string;
  readonly locality: string;
  readonly gmina: string;
  readonly county: string;
  readonly voivodeship: string;
}
/** The same, found on the map. */
export interface Seat extends Pick<SeatText, 'street' | 'postalCode' | 'locality'> {
  readonly localityId: number | null;
  readonly gminaId: string | null;
  readonly countyCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface Numbers {
  readonly krs: string | null;
  readonly nip: string | null;
  /** Nine digits. */
  readonly regon: string | null;
}

/** What a row says of an entity; null and empty mean that it says nothing. */
export interface Draft {
  readonly type: string;
  /** A unit (CIS, KIS): the numbers are those of who runs it. */
  readonly isUnit: boolean;
  readonly name: string;
  readonly shortName: string;
  readonly legalForm: string | null;
  readonly numbers: Numbers;
  /** The number of a local unit, 14 digits. */
  readonly unitRegon: string | null;
  readonly registerNumber: string | null;
  readonly status: RecordInput['statuses'][number] | null;
  readonly foundedOn: LocalDate | null;
  readonly state: EntityState | null;
  readonly stateSince: LocalDate | null;
  readonly founder: { readonly kind: FounderKind; readonly name: string } | null;
  readonly seat: SeatText | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly pkd: RecordInput['pkd'];
  readonly description: string;
}

export const OWN_MODES = ['owns', 'newer', 'fills'] as const;
/** What a source may change in a record: its rows of `directory.source_rule`. */
export type Rules = ReadonlyMap<string, (typeof OWN_MODES)[number]>;

/** Why a row may be this record, and how sure that is, 0–100. */
export const REASONS = [
  'krs',
  'nip',
  'regon',
  'register_number',
  'remembered',
  'name',
  'name_like',
  'locality',
  'county',
  'founder',
  'other_name',
  'other_number',
] as const;
export type Reason = (typeof REASONS)[number];
export interface Candidate {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What the entity confirmed later than the source said something else. */
export interface Difference {
  readonly field: 'phone' | 'email' | 'website' | 'name' | 'descriptionPl';
  readonly ours: string;
  readonly theirs: string;
}

export const FATES = ['new', 'changed', 'unchanged', 'review', 'bad', 'repeated'] as const;
export type Fate = (typeof FATES)[number];
export interface CheckedRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly errors: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
  /** Null when there are errors. */
  readonly draft: Draft | null;
  /** What names the row within its source. */
  readonly key: string;
  readonly fate: Fate;
  readonly entityId: string | null;
  readonly candidates: readonly Candidate[];
  readonly changes: readonly ChangedField[];
  readonly differences: readonly Difference[];
  /** What is to be written; null when nothing is. */
  readonly input: RecordInput | null;
}

/** More in one transaction would hold up everybody else who writes. */
export const MAX_IMPORT_ROWS = 20_000;
export const resultOf = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  vanished: z.number(),
  review: z.number(),
  bad: z.number(),
});
export type ImportResult = z.output<typeof resultOf>;

export interface ImportFile {
  readonly id: string;
  readonly source: Source;
  readonly sourceOn: LocalDate;
  readonly isWhole: boolean;
  readonly workerName: string;
  readonly fileName: string;
  readonly reading: Reading;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly result: ImportResult | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** The file is still kept. */
  readonly kept: boolean;
}

export const idParams = z.object({ id: z.string().refine(isId) });
export const ROW_SHOWS = ['changed', 'new', 'review', 'bad', 'unchanged', 'all'] as const;
export const importQuery = z.object({
  show: z.enum(ROW_SHOWS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

const day = z
  .string()
  .default('')
  .transform((typed, check) => {
    const read = parseDate(typed);
    if (read) return read;
    check.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'date.invalid' });
    return z.NEVER;
  });
export const uploadBody = z.object({
  source: z.enum(SOURCES, 'choice'),
  sourceOn: day,
  whole: z.string().default(''),
  file: z.instanceof(File, { message: 'file' }),
});
export const emptyBody = z.object({});
export const columnsBody = columnsBodyOf(COLUMN_KEYS);

export const VERDICTS = ['same', 'different', 'new'] as const;
export const reviewQuery = z.object({ after: z.coerce.number().int().min(0).catch(0).default(0) });
export const reviewBody = z.object({
  row: z.coerce.number().int(),
  entity: z.string().refine(isId),
  verdict: z.enum(VERDICTS, 'choice'),
});
export const settleBody = z.object({ verdict: z.enum(['keep', 'take'], 'choice') });
export const fetchBody = z.object({ register: z.enum(['krs', 'regon'], 'choice') });
