import { z } from 'zod';

export const actingBody = z.object({ id: z.uuid(), next: z.unknown().optional() });
export const sessionParams = z.object({ id: z.uuid() });
export const changePasswordBody = z.object({
  passwordNow: z.string().min(1).max(1000),
  password: z.string().max(1000),
});
export const passwordBody = z.object({ passwordNow: z.string().min(1).max(1000) });
export const confirmBody = z.object({ code: z.string().trim().min(1).max(40) });
export const settingsQuery = z.object({
  done: z.enum(['password', 'sessions', 'totp_on', 'totp_off']).optional().catch(undefined),
});
