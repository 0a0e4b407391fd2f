import { z } from 'zod';

export const absenceBody = z.object({
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  standIn: z.uuid('choice'),
});
export const absenceParams = z.object({ id: z.uuid(), absenceId: z.uuid() });
