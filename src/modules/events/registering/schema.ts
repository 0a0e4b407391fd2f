import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { neededEmail as email } from '#kernel/forms/fields.ts';
import { guestFields, tokenParams } from '#kernel/forms/guest.ts';

/** What somebody may need to take part. */
export const NEEDS = [
  'pjm',
  'captions',
  'loop',
  'large_print',
  'wheelchair',
  'assistant',
  'seat',
  'quiet',
  'vegetarian',
  'vegan',
  'gluten_free',
  'transport',
] as const;
export type Need = (typeof NEEDS)[number];

export const STATES = ['unconfirmed', 'requested', 'waiting', 'confirmed', 'declined', 'cancelled'] as const;
export type RegistrationState = (typeof STATES)[number];

/** The signs of Crockford: none of them looks like another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A code for the door or for a certificate; from chance unless other bytes are given. */
export const newCode = (length: number, bytes: Uint8Array = randomBytes(length)): string =>
  [...bytes.subarray(0, length)].map((byte) => SIGNS[byte % 32]).join('');

const name = z.string().trim().min(1, 'required').max(100, 'too_long');
export const needFields = {
  needs: z.preprocess(
    (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
    z.array(z.enum(NEEDS)).max(NEEDS.length),
  ),
  note: z.string().trim().max(1000, 'too_long').default(''),
};
export const needsBody = z.object(needFields);
export type NeedsForm = z.output<typeof needsBody>;

/** A private person asks for a place. */
export const askBody = z.object({
  ...guestFields,
  givenName: name,
  familyName: name,
  email,
  organisation: z.string().trim().max(200, 'too_long').default(''),
  ...needFields,
  agree: z.literal('yes', 'confirm'),
});
export type AskForm = z.output<typeof askBody>;

/** One place that an institution books, or gives to somebody else. */
export const personBody = z.object({ givenName: name, familyName: name, email });
export type PersonForm = z.output<typeof personBody>;

export const substituteBody = personBody.extend({ _version: z.coerce.number().int() });
export const tokenFileParams = tokenParams.extend({ id: z.uuid() });

/** Rows of a booking: those left empty are no wish. */
export const MOST_ROWS = 10;
const part = z.string().trim().max(254).default('');
export const bookBody = z.object(
  Object.fromEntries(
    Array.from({ length: MOST_ROWS }, (_, n) => [
      [`givenName${n}`, part],
      [`familyName${n}`, part],
      [`email${n}`, part],
    ]).flat(),
  ) as Record<string, typeof part>,
);
