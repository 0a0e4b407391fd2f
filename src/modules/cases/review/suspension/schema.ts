import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { rowVersion } from '../../schema.ts';

export interface Suspension {
  readonly id: string;
  readonly reason: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly resumedOn: LocalDate | null;
}
export interface NewSuspension {
  readonly reason: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly version?: number;
}

const day = z.string().trim().min(1, 'required').max(40);
export const suspendBody = z.object({
  reason: z.string().min(1, 'choice').max(60),
  from_on: day,
  until_on: day,
  _version: rowVersion,
});
export const resumeBody = z.object({ resumed_on: day, _version: rowVersion });
