import { z } from 'zod';

export const calendarQuery = z.object({
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  lang: z.enum(['pl', 'en']).optional().catch(undefined),
});
