import { z } from 'zod';

/** Why a letter waits for somebody to look at it instead of becoming a question. */
export const REASONS = [
  'own',
  'bounce',
  'automatic',
  'list',
  'forged',
  'no_sender',
  'too_many',
  'too_large',
  'broken',
  'duplicate',
  'empty',
] as const;
export type Reason = (typeof REASONS)[number];

/** A larger letter is not fetched; it waits in the mailbox and on the list. */
export const MAX_BYTES = 25 * 1024 * 1024;
export const MAX_WORDS = 20_000;
export const MAX_FILES = 10;

export interface LetterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A letter as it was understood. Texts are one well-formed Unicode text each, without control characters. */
export interface Letter {
  readonly from: { readonly address: string; readonly name: string } | null;
  /** Every address it was sent or delivered to, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly files: readonly LetterFile[];
  /** With angle brackets. */
  readonly messageId: string | null;
  /** Message-IDs of what it answers. */
  readonly references: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
}

/** Where a letter lies in the mailbox, and what the server says of it. */
export interface Lies {
  readonly mailbox: string;
  /** 32 bits, as the protocol has it. */
  readonly uidValidity: number;
  readonly uid: number;
  readonly size: number;
  readonly receivedAt: Date;
}

export interface SetAside {
  readonly id: string;
  readonly reason: Reason;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  readonly body: string;
  readonly receivedAt: Date;
}

export const letterParams = z.object({ letter: z.uuid() });
export const emptyBody = z.object({});
