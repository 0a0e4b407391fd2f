import { z } from 'zod';

export const contactBody = z.object({ worker: z.uuid('choice') });
export const coordinatorBody = z.object({ coordinator: z.uuid('choice') });
export const memberParams = z.object({ id: z.uuid(), memberId: z.uuid() });
export const contactParams = z.object({ id: z.uuid(), contactId: z.uuid() });

export interface Choice {
  readonly id: string;
  readonly name: string;
}
