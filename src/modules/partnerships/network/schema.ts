import { z } from 'zod';
import { line, ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';

export const TERM_KINDS = ['topic', 'group', 'problem'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A word in which partnerships describe themselves, in the reader's language. */
export interface Term {
  readonly code: string;
  readonly kind: TermKind;
  readonly name: string;
}

export interface ListedCard {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly countyCode: string;
  readonly lead: string;
  readonly hosts: boolean;
  readonly startedOn: LocalDate;
  readonly members: number;
  readonly terms: readonly Term[];
}

export interface CardMember {
  readonly institutionId: string;
  readonly name: string;
  readonly type: string;
  readonly thread: ThreadKey | undefined;
  /** Where the public base tells of it. */
  readonly entityId: string | null;
}

/** Whom to ask about a topic: a role in an office. Never a person. */
export interface TopicContact {
  readonly term: Term;
  readonly role: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly email: string;
  readonly phone: string;
}

/** The card of a partnership as it introduces itself. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly countyCode: string;
  readonly voivodeship: string;
  readonly state: string;
  readonly startedOn: LocalDate;
  readonly lead: string;
  readonly specialises: string;
  readonly targetNote: string;
  readonly proudOf: string;
  readonly site: string;
  readonly hosts: boolean;
  readonly hostOffer: string;
  readonly publishedOn: LocalDate | null;
  readonly updatedAt: Date;
  readonly rowVersion: number;
  readonly terms: readonly Term[];
  readonly members: readonly CardMember[];
  readonly area: readonly string[];
  readonly contacts: readonly TopicContact[];
}

export const PAGE_SIZE = 12;
export const networkQuery = z.object({
  q: z.string().trim().max(100).default(''),
  term: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .catch('')
    .default(''),
  region: z
    .string()
    .regex(/^(\d{2})?$/)
    .catch('')
    .default(''),
  county: z
    .string()
    .regex(/^(\d{4})?$/)
    .catch('')
    .default(''),
  hosts: z.enum(['', 'yes']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type NetworkQuery = z.output<typeof networkQuery>;

export const CONTACT_ROWS = [0, 1, 2, 3, 4, 5] as const;
const row = <N extends number>(n: N) => ({
  [`topic${n}`]: line(60),
  [`institution${n}`]: line(60),
  [`role${n}`]: line(120),
});
type Rows = Record<
  `${'topic' | 'institution' | 'role'}${(typeof CONTACT_ROWS)[number]}`,
  ReturnType<typeof line>
>;
// The names are put together above; no type follows them.
const rows = Object.assign({}, ...CONTACT_ROWS.map(row)) as Rows;
export const cardBody = z.object({
  ...rows,
  lead: line(400),
  specialises: line(3000),
  topic: ticked,
  group: ticked,
  problem: ticked,
  targetNote: line(2000),
  proudOf: line(3000),
  site: z
    .string()
    .trim()
    .max(300, 'too_long')
    .refine((typed) => typed === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(typed), 'url')
    .default(''),
  hosts: z.enum(['yes', '']).default(''),
  hostOffer: line(2000),
  publish: z.enum(['yes', '']).default(''),
  _version: z.coerce.number().int().optional(),
});
export type CardForm = z.output<typeof cardBody>;
