import { z } from 'zod';
import { day, line, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { Block } from '#kernel/markdown/tree.ts';

/** The whole part, for what is said of no single paragraph. */
export const WHOLE = 'whole';

export const ROUND_STATES = ['planned', 'open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** A round of consultation. Both instants are exact; the second one no longer belongs to it. */
export interface Round {
  readonly id: string;
  readonly documentId: string;
  readonly lang: string;
  readonly title: string;
  /** Where the text is read that readers see. */
  readonly path: string;
  readonly source: 'shown' | 'proposed';
  readonly invitation: string;
  readonly guestsWait: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly state: RoundState;
  /** Remarks that readers see, and those of them answered. */
  readonly remarks: number;
  readonly answered: number;
  /** Remarks that wait for an editor; known to editors alone. */
  readonly waiting: number;
  readonly rowVersion: number;
}

/** A round as a page of its document mentions it. */
export type RoundBeside = Pick<Round, 'id' | 'opensAt' | 'closesAt' | 'state'>;

export interface PartLine {
  readonly position: number;
  readonly title: string;
  readonly remarks: number;
}

/** A paragraph of a part with the key that names it as long as its words stay. */
export interface Paragraph {
  readonly key: string;
  readonly block: Block;
  /** Its words, shortened to a line. */
  readonly excerpt: string;
}

/** A paragraph away from its text, where a heading would lead nowhere: its words in bold. */
export const away = (block: Block): Block =>
  block.type === 'heading'
    ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }] }
    : block;

export const stateOf = (round: { opensAt: Date; closesAt: Date }, now: Date): RoundState =>
  now < round.opensAt ? 'planned' : now < round.closesAt ? 'open' : 'closed';

export const roundParams = z.object({ id: z.string().refine(isId) });
export const partParams = z.object({
  id: z.string().refine(isId),
  position: z.coerce.number().int().min(1).max(1000),
});

const hour = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || /^([01]?\d|2[0-3]):[0-5]\d$/.test(typed), 'time');

const times = { opensOn: day, opensAt: hour, closesOn: day, closesAt: hour };
export const newRoundBody = z.object({
  document: z.string().refine(isId, 'choice'),
  lang: z.enum(['pl', 'en'], 'choice'),
  source: z.enum(['shown', 'proposed'], 'choice'),
  invitation: needed(3000),
  guests: z.enum(['wait', 'once'], 'choice'),
  ...times,
});
export const roundBody = z.object({
  invitation: needed(3000),
  guests: z.enum(['wait', 'once'], 'choice'),
  ...times,
  _version: z.coerce.number().int().optional(),
});
export type RoundForm = Omit<z.output<typeof roundBody>, '_version'>;
export type NewRoundForm = z.output<typeof newRoundBody>;
export const newRoundQuery = z.object({ document: line(40).catch('') });
