import { z } from 'zod';
import { needed, ticked } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { basicsBody } from '../record/edit/schema.ts';
import type { RecordView } from '../record/schema.ts';

export const MATTER_KINDS = ['proposal', 'report', 'claim', 'check'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];
export const REPORT_CAUSES = ['gone', 'moved', 'contact', 'hours', 'other'] as const;
export const CHECK_CAUSES = ['not_ours', 'bounced', 'vanished', 'struck_off', 'duplicate', 'other'] as const;
export type CheckCause = (typeof CHECK_CAUSES)[number];
export type MatterState = 'open' | 'accepted' | 'rejected' | 'withdrawn';

/** Why something is turned down; the author gets the reason in words. */
export const REASONS = [
  'already_true',
  'not_confirmed',
  'no_proof',
  'kept_by_other',
  'not_for_base',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** The few fields that somebody without an account may propose to change. */
export const PROPOSABLE = ['contactRole', 'phone', 'email', 'website', 'descriptionPl'] as const;
export type Proposable = (typeof PROPOSABLE)[number];
export type Proposed = Partial<Record<Proposable, string>>;
export const proposalFields = basicsBody.pick({
  contactRole: true,
  phone: true,
  email: true,
  website: true,
  descriptionPl: true,
});
export const proposedShape = z.partialRecord(z.enum(PROPOSABLE), z.string()).catch({});

/** What is said differently from the record; with `filled`, an empty field says nothing. */
export function proposedOf(
  record: Pick<RecordView, Proposable>,
  said: Readonly<Record<Proposable, string>>,
  filled = false,
): Proposed {
  const changed = PROPOSABLE.filter((f) => said[f] !== record[f] && !(filled && said[f] === ''));
  return Object.fromEntries(changed.map((f) => [f, said[f]]));
}

export interface Matter {
  readonly id: string;
  readonly kind: MatterKind;
  readonly cause: string;
  readonly byKind: 'entity' | 'reader' | 'editor' | 'import';
  readonly note: string;
  readonly proposed: Proposed;
  readonly otherId: string | null;
  readonly otherName: string | null;
  readonly institutionId: string | null;
  readonly institution: string | null;
  readonly worker: string | null;
  readonly fileId: string | null;
  readonly state: MatterState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedCode: string | null;
  readonly closedNote: string;
  /** Shown for requests of newcomers alone; null when no answer is wanted. */
  readonly email: string | null;
  readonly rowVersion: number;
}

/** Everything the page of one matter shows. */
export interface MatterView {
  readonly matter: Matter;
  readonly record: RecordView;
  readonly keeper: string | null;
  /** Other open claims of the same record. */
  readonly competing: readonly { readonly id: string; readonly institution: string }[];
  /** Of the matter and of the record: whoever decides must have seen both as they are. */
  readonly version: string;
  readonly today: LocalDate;
  readonly runsSystem: boolean;
}

export interface QueueRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly cause: string;
  readonly name: string;
  readonly locality: string;
  readonly institution: string | null;
  readonly state: MatterState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export const PAGE_SIZE = 25;
export const queueQuery = z.object({
  kind: z.enum(MATTER_KINDS).optional(),
  closed: z.literal('yes').optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type QueueQuery = z.output<typeof queueQuery>;

const note = z.string().trim().max(3000, 'too_long').default('');
const _version = z.string().max(40).optional();
export const matterParams = z.object({ id: z.string().refine(isId) });
export const acceptBody = z.object({ _version, fields: ticked, note });
export const rejectBody = z.object({
  _version,
  reason: z.enum(REASONS, 'choice'),
  rejectNote: note,
});
export const checkBody = z.object({ note: needed(3000) });

/** A text that may hold what looks like somebody's number does not leave in a letter. */
export const safe = (text: string): string => text.replace(/\d{11,}/g, '…');
