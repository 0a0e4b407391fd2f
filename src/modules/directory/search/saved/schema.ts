import { z } from 'zod';

export const CADENCES = ['weekly', 'daily'] as const;
export type Cadence = (typeof CADENCES)[number];

export const followBody = z.object({
  email: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.email().max(254),
  ),
  cadence: z.enum(CADENCES),
  parameters: z.string().max(2000).default(''),
});
export const emptyBody = z.object({});

export interface Followed {
  readonly parameters: string;
  readonly cadence: Cadence;
  readonly kind: 'confirm' | 'leave';
  readonly confirmed: boolean;
}
