import { z } from 'zod';
import { day, email, line, needed, phone } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { hoursTyped, nip } from '../schema.ts';

export { emptyBody, idParams } from '../schema.ts';

const id = z.string().refine(isId);
export const goalParams = z.object({ id, goal: id });

export const clientBody = z.object({
  name: needed(200),
  email,
  phone,
  nip,
  undertaking: line(3).transform((value) => value === 'yes'),
});
export type ClientForm = z.output<typeof clientBody>;
export const pathBody = z.object({
  _version: z.coerce.number().int().optional(),
  diagnosis: line(8000),
  next_steps: line(4000),
});
export const goalBody = z.object({ goal: needed(500), due: day });
export const poolBody = z.object({
  type: z.string().regex(/^[a-z_]{1,40}$/, 'choice'),
  planned: hoursTyped,
  source: line(200),
});
export const adviserBody = z.object({ worker: z.string().refine(isId, 'choice'), key: line(3) });
export const closeBody = z.object({ outcome: needed(2000) });

export interface Path {
  readonly id: string;
  readonly diagnosis: string;
  readonly nextSteps: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: string;
  readonly rowVersion: number;
}
export interface Goal {
  readonly id: string;
  readonly goal: string;
  readonly dueOn: LocalDate | null;
  readonly reachedOn: LocalDate | null;
}
export interface Pool {
  readonly id: string;
  readonly typeCode: string;
  readonly type: string;
  readonly planned: number;
  readonly used: number;
  readonly source: string;
}
export interface ClientAdviser {
  readonly workerId: string;
  readonly name: string;
  readonly isKey: boolean;
}
