import { z } from 'zod';
import { needed, neededEmail, phone, ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Absence, version, WORKER_FUNCTIONS, type WorkerFunction, type WorkerLine } from '../schema.ts';

const date = z.string().trim().max(40).default('');

export const newWorkerBody = z.object({
  given: needed(100),
  family: needed(100),
  email: neededEmail,
  phone,
  functions: ticked.pipe(z.array(z.enum(WORKER_FUNCTIONS)).min(1, 'choices')),
  from: date,
});
export const workerBody = z.object({
  given: needed(100),
  family: needed(100),
  phone,
  _version: version,
});
export const functionBody = z.object({ function: z.enum(WORKER_FUNCTIONS), from: date, to: date });
export const endBody = z.object({ to: date });
export const leaveBody = z.object({
  lastDay: date,
  successor: z.union([z.uuid(), z.literal('')]).default(''),
});
export const functionParams = z.object({ id: z.uuid(), functionId: z.uuid() });

export interface HeldFunction {
  readonly id: string;
  readonly function: WorkerFunction;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface Authorisation {
  readonly id: string;
  readonly scope: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly document: string;
  readonly revokedOn: LocalDate | null;
}

/** One worker with the history that a manager sees. */
export interface WorkerView {
  readonly worker: WorkerLine;
  readonly given: string;
  readonly family: string;
  readonly employedFrom: LocalDate;
  readonly rowVersion: number;
  readonly left: boolean;
  readonly held: readonly HeldFunction[];
  readonly offered: readonly WorkerFunction[];
  readonly authorisations: readonly Authorisation[];
  readonly absences: readonly (Absence & { readonly standIn: string })[];
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
}
