/** Registers that can be asked over the network. Each is off until it has an address (and, where needed, a key). */
import type { RecordInput } from '../../schema.ts';
import type { Numbers, Source } from '../schema.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What the settings say about online registers; without an address a register is off. */
export interface RegisterSettings {
  readonly KRS_API_URL?: string | undefined;
  readonly BIR1_URL?: string | undefined;
  readonly BIR1_KEY?: string | undefined;
}

/** An answer kept as a file: it goes the way of every import, so that what is shown is what is written. */
export interface RegisterAnswer {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Register {
  readonly source: Extract<Source, 'krs' | 'regon'>;
  /** Whether it can be asked about an entity with these numbers. */
  asks(numbers: Numbers): boolean;
  /** Null when the register knows no such entity. Throws `RegisterError` when it does not answer. */
  fetch(numbers: Numbers): Promise<RegisterAnswer | null>;
}

export class RegisterError extends Error {
  readonly code: 'timeout' | 'status' | 'answer';
  constructor(code: 'timeout' | 'status' | 'answer') {
    super(code);
    this.code = code;
  }
}

/** A unit has no entry of its own: a register is asked about legal entities. */
export const numbersOf = (r: Pick<RecordInput, 'parentId' | 'krs' | 'nip' | 'regon'>): Numbers =>
  r.parentId === null
    ? { krs: r.krs, nip: r.nip, regon: r.regon?.slice(0, 9) ?? null }
    : { krs: null, nip: null, regon: null };

const PATIENCE = 8_000;
const MOST = 2 * 1024 * 1024;

/** One question to a register, with limited patience and a limit on what is listened to. */
export async function ask(
  fetcher: Fetch,
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> {
  let response: Response;
  let text: string;
  try {
    response = await fetcher(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    text = await response.text();
  } catch {
    throw new RegisterError('timeout');
  }
  if (text.length > MOST) throw new RegisterError('answer');
  if (response.status >= 500 || response.status === 429) throw new RegisterError('status');
  return { status: response.status, text };
}
