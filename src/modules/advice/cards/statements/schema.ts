import { z } from 'zod';
import { needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CardChannel, CardState, ClientKind } from '../schema.ts';

export { emptyBody, idParams } from '../schema.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const id = z.string().refine(isId);
export const monthsQuery = z.object({ month: month.optional().catch(undefined) });
export const monthParams = z.object({ desk: id, worker: id, month });
export type MonthOf = z.output<typeof monthParams>;
export const returnBody = z.object({ note: needed(1000) });

export type StatementState = 'open' | 'handed' | 'returned' | 'approved';

/** A card as a statement has it: of a person neither name nor words. */
export interface MonthLine {
  /** Null when the reader may count the card and not open it. */
  readonly cardId: string | null;
  readonly number: string;
  readonly on: LocalDate;
  readonly type: string;
  readonly hours: number;
  readonly channel: CardChannel;
  readonly state: CardState;
  readonly clientKind: ClientKind;
  readonly client: string;
  readonly valueGrosze: number | null;
}
export interface Statement extends MonthOf {
  readonly state: StatementState;
  readonly deskName: string;
  readonly workerName: string;
  readonly institution: string;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly lines: readonly MonthLine[];
  readonly hours: number;
  readonly valueGrosze: number;
  /** Cards that are not ready: drafts hold back handing over, drafts and disputes approving. */
  readonly drafts: number;
  readonly disputed: number;
}
export interface AdviserMonth {
  readonly deskId: string;
  readonly desk: string;
  readonly workerId: string;
  readonly worker: string;
  readonly cards: number;
  readonly hours: number;
  readonly valueGrosze: number;
  readonly drafts: number;
  readonly waiting: number;
  readonly disputed: number;
  readonly state: StatementState;
}
