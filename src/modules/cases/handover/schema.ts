import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { rowVersion } from '../schema.ts';

export const OBLIGATIONS = ['coordinates', 'works_on', 'referral', 'session', 'contact'] as const;
/** Something a worker answers for that must not be left without an owner. Numbers of cases, nothing of persons. */
export interface Obligation {
  readonly kind: (typeof OBLIGATIONS)[number];
  readonly title: string;
  readonly href: string | null;
  readonly until: LocalDate | null;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly functions: readonly string[];
}
export interface Assigned {
  readonly workerId: string;
  readonly name: string;
  readonly role: string;
}

export const assignBody = z.object({ worker: z.uuid('choice'), _version: rowVersion });
export const coordinatorBody = z.object({ coordinator: z.uuid('choice'), _version: rowVersion });
export const endBody = z.object({ worker: z.uuid('choice') });
