import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { CHANNELS, type Channel, STATES, type State } from '../../schema.ts';

export const VIEWS = ['mine', 'unassigned', 'review', 'late', 'all'] as const;
export type View = (typeof VIEWS)[number];
export const PAGE_SIZE = 25;

/** Where the page before ended: a date or an instant, and an id. */
const after = z
  .string()
  .max(80)
  .transform((typed, issues) => {
    const [at = '', id = ''] = typed.split('~');
    if (!Number.isNaN(Date.parse(at)) && isId(id)) return { at, id };
    issues.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  });

const known = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,40}$/)
  .optional();
export const inboxQuery = z.object({
  view: z.enum(VIEWS).default('mine'),
  q: z.string().trim().max(100).default(''),
  state: z.enum(STATES).optional(),
  topic: known,
  county: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  channel: z.enum(CHANNELS).optional(),
  after: after.optional(),
});
export type InboxQuery = z.output<typeof inboxQuery>;

export interface Listed {
  readonly id: string;
  readonly number: string;
  readonly deskId: string;
  readonly channel: Channel;
  readonly state: State;
  readonly subject: string;
  readonly countyCode: string | null;
  readonly topicCode: string | null;
  readonly urgent: boolean;
  readonly inReview: boolean;
  readonly askedAt: Date;
  readonly dueOn: LocalDate | null;
  readonly callBackAt: Date | null;
  readonly assignedName: string | null;
}

/** How many wait in each view. */
export type Counts = Readonly<Record<Exclude<View, 'all'>, number>>;
export interface Inbox {
  readonly items: readonly Listed[];
  /** The value of `after` of the next page. */
  readonly next: string | null;
  readonly counts: Counts;
}
