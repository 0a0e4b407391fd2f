import { z } from 'zod';
import { whole } from '#kernel/forms/fields.ts';
import { AUDIENCES } from '../schema.ts';

/** As many as fit a few sheets of paper. */
export const MOST_CODES = 60;
export const issueBody = z.object({
  audience: z.enum(AUDIENCES, 'choice'),
  count: whole(MOST_CODES, 1),
});
export const typeBody = z.record(z.string(), z.unknown());
