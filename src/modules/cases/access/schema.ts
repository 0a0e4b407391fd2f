import { z } from 'zod';
import { DATA_CLASSES } from '#kernel/access.ts';
import { caseParams } from '../schema.ts';

export const LOCK_REASONS = ['conflict_of_interest', 'objection', 'restriction'] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export const accessParams = caseParams;
export const lockParams = caseParams.extend({ lockId: z.uuid() });
export const accessQuery = z.object({ class: z.enum(DATA_CLASSES).optional() });
export const lockBody = z.object({ worker: z.uuid('choice'), reason: z.enum(LOCK_REASONS, 'choice') });
export const noBody = z.object({});
