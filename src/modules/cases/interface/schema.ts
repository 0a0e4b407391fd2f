import { z } from 'zod';
import { DATA_CLASSES } from '#kernel/access.ts';
import { CASE_STATES, WAITS } from '../schema.ts';

/** Building blocks of what the JSON interface takes and gives, in the words of the glossary. */

/** A calendar day of Warsaw, `2026-03-05`. */
export const day = z.iso.date('date.invalid');
/** An instant with its offset, `2026-03-05T09:30:00.000Z`. */
export const instant = z.iso.datetime();
export const code = (max = 60) => z.string().min(1, 'required').max(max, 'too_long');
export const line = (max = 200) => z.string().trim().max(max, 'too_long');
export const long = line(8000);
export const dataClass = z.enum(DATA_CLASSES, 'choice');
/** The version of the row the caller has read; a newer one answers 409. */
export const version = z.int('number.whole').min(1, 'number.min');
export const maybeVersion = version.optional();

export const named = z.object({ name: z.string(), type: z.string() });

export const waits = z.object({
  for: z.enum(WAITS),
  institutionId: z.uuid().nullable(),
  workerId: z.uuid().nullable(),
  until: day.nullable(),
});

/** Where a case stands after a call that changed it; null when the caller no longer sees the case. */
export const standing = z.object({
  case: z.object({ id: z.uuid(), state: z.enum(CASE_STATES), waits, rowVersion: z.int() }).nullable(),
});
/** The same, with the id of what was made. */
export const made = standing.extend({ id: z.uuid() });

export const empty = z.strictObject({});
