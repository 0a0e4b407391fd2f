import { z } from 'zod';

/** A calendar of one subject, one voivodeship or county, or of both. */
export const feedQuery = z.object({
  theme: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default(''),
  region: z
    .string()
    .regex(/^(\d{2}|\d{4})?$/)
    .default(''),
  lang: z.enum(['pl', 'en']).optional(),
});
export type FeedQuery = z.output<typeof feedQuery>;
