import { z } from 'zod';
import { rowVersion } from '../../schema.ts';

export const groupParams = z.object({ groupId: z.uuid() });
export const memberParams = groupParams.extend({ memberId: z.uuid() });
const line = (max: number) => z.string().trim().max(max).default('');
export const groupBody = z.object({
  name: z.string().trim().min(1).max(120),
  place: line(200),
  service_code: z.string().min(1),
  worker_id: z.uuid(),
  active: z.literal('yes').optional(),
  _version: rowVersion.optional(),
});
export type GroupBody = z.output<typeof groupBody>;
export const memberBody = z.object({
  item: z.string().regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'choice'),
});
