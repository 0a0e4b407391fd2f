import { z } from 'zod';
import { day, line, maybe, needed, whole } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { cpv } from '../../enquiries/fields/schema.ts';
import { VALUE_BANDS, type ValueBand } from '../../enquiries/schema.ts';

export const CONTROLS = ['planned', 'kept', 'partly', 'broken', 'none'] as const;
export type Control = (typeof CONTROLS)[number];
export const PAGE = 25;

export const idParams = z.object({ id: z.string().refine(isId) });
export const registerQuery = z.object({
  rule: z
    .string()
    .regex(/^[a-z]+_\d+$/)
    .optional(),
  voivodeship: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  group: z
    .string()
    .regex(/^[a-z0-9_]{1,30}$/)
    .optional(),
  control: z.enum(CONTROLS).optional(),
  q: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(400).default(1),
});
export type RegisterQuery = z.output<typeof registerQuery>;
export const newQuery = z.object({
  enquiry: z.string().refine(isId).optional(),
  rule: z.string().max(20).default(''),
});

export const clauseBody = z.object({
  _version: z.coerce.number().int().optional(),
  enquiry: z.union([z.literal(''), z.string().refine(isId)]).default(''),
  buyer: needed(200),
  county: z.string().regex(/^\d{4}$/, 'choice'),
  subject: needed(300),
  cpv,
  valueBand: z.enum(VALUE_BANDS),
  rule: z.string().regex(/^[a-z]+_\d+$/, 'choice'),
  group: line(30),
  kind: maybe(['percent', 'persons']),
  required: whole(10_000, 1),
  startsOn: day,
  endsOn: day,
  /** A name, or the NIP, KRS or address of an entity of the base. */
  contractor: line(300),
  employed: whole(10_000, 0),
  control: z.enum(CONTROLS),
  controlNote: line(1000),
});
export type ClauseForm = z.output<typeof clauseBody>;

export interface Clause {
  readonly id: string;
  readonly buyer: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly subject: string;
  readonly cpv: string;
  readonly valueBand: ValueBand;
  readonly ruleCode: string;
  readonly ruleName: string;
  readonly groupCode: string | null;
  readonly groupName: string | null;
  readonly kind: 'percent' | 'persons' | null;
  readonly required: number | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly entityId: string | null;
  readonly contractor: string;
  readonly employed: number | null;
  readonly control: Control;
  readonly controlNote: string;
  readonly institutionId: string | null;
  readonly updatedAt: Date;
  readonly rowVersion: number;
}
export interface Figure {
  readonly rule: string;
  readonly voivodeship: string;
  readonly clauses: number;
  readonly employed: number;
}
