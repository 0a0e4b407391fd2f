import { z } from 'zod';
import { needed, ticked } from '#kernel/forms/fields.ts';

/** What a token may be given to do; names as the routes of the JSON interface ask for them. */
export const TOKEN_SCOPES = [
  'api:territory.read',
  'api:organisations.read',
  'api:referrals.read',
  'api:referrals.write',
  'api:cases.read',
  'api:cases.write',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const MAX_TOKENS = 20;
export const MAX_DAYS = 365;

export const tokenBody = z.object({
  name: needed(80),
  scopes: ticked.pipe(z.array(z.enum(TOKEN_SCOPES)).min(1, 'choices')),
  until: z.string().max(40).default(''),
});

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly usedAt: Date | null;
}
