import { z } from 'zod';
import type { Need, RegistrationState } from '../registering/schema.ts';

export interface Person {
  readonly id: string;
  readonly state: RegistrationState;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly organisation: string;
  readonly code: string;
  readonly walkIn: boolean;
  readonly rowVersion: number;
  readonly needs: readonly Need[];
  readonly note: string;
  /** Dates on which the person was there. */
  readonly attended: readonly string[];
}

/** Somebody with a place, as the door needs to know them. */
export interface AtDoor {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly code: string;
  /** When they came on the date of the door. */
  readonly cameAt: Date | null;
}

/** What an offline door sends when the network is back: who came where, by code. Codes and ids only. */
export const marksBody = z.object({
  marks: z
    .string()
    .max(200_000)
    .transform((json, ctx) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'invalid' });
        return z.NEVER;
      }
    })
    .pipe(z.array(z.object({ code: z.string().max(20), at: z.iso.datetime(), date: z.uuid() })).max(5000)),
});
export type Mark = z.output<typeof marksBody>['marks'][number];

const code = z
  .string()
  .trim()
  .max(200)
  // What a camera reads is the whole address.
  .transform((typed) => (typed.split('/').at(-1) ?? '').toUpperCase().replace(/[^0-9A-Z]/g, ''));
export const codeBody = z.object({ code, date: z.uuid('choice') });
export const markBody = z.object({ registration: z.uuid(), date: z.uuid(), present: z.enum(['yes', 'no']) });
export const doorQuery = z.object({
  date: z.uuid().optional(),
  code: code.optional(),
  said: z.enum(['marked', 'already', 'unknown', 'back']).optional(),
});
export const keepQuery = z.object({ date: z.uuid().optional() });
export const walkInBody = z.object({
  givenName: z.string().trim().min(1, 'required').max(100),
  familyName: z.string().trim().min(1, 'required').max(100),
  email: z.union([z.literal(''), z.email('email.at').max(254)]).default(''),
  organisation: z.string().trim().max(200).default(''),
  date: z.uuid('choice'),
});
export const decideBody = z.object({
  decision: z.enum(['confirmed', 'declined', 'cancelled']),
  _version: z.coerce.number().int(),
});
export const doorParams = z.object({ code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/) });
