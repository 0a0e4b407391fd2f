import { z } from 'zod';
import { neededEmail, ticked } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import type { DocumentKind } from '#modules/library/api.ts';

export const CADENCES = ['weekly', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** What a letter tells of. Chapters come out with their publication, pages are not news. */
export const TOLD: readonly DocumentKind[] = [
  'news',
  'commentary',
  'advice',
  'publication',
  'practice',
  'model',
  'pilot',
  'result',
];
/** So many of each in a letter; the rest is one link away. */
export const MOST_TOLD = 20;
/** After so many letters that a server refused for good, the address is forgotten. */
export const MOST_RETURNED = 3;

const theme = z.string().regex(/^[a-z0-9_]{1,40}$/);
/** Two digits of TERYT are a voivodeship, four a county, none the whole country. */
const region = z.string().regex(/^(\d{2}|\d{4})?$/, 'choice');

export const wishQuery = z.object({
  theme: theme.optional().catch(undefined),
  region: region.catch('').default(''),
});
export const wishBody = z.object({
  email: neededEmail,
  cadence: z.enum(CADENCES),
  themes: ticked,
  region: region.default(''),
  ...guestFields,
});
export type WishForm = z.output<typeof wishBody>;
export const emptyBody = z.object({});

/** What somebody asked for; never who. */
export interface Wish {
  readonly cadence: Cadence;
  /** Names of subjects; none is all. */
  readonly themes: readonly string[];
  /** Empty is the whole country. */
  readonly region: string;
  readonly confirmed: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** What the form offers. */
export interface Offered {
  readonly themes: readonly Choice[];
  readonly regions: readonly { readonly label: string; readonly options: readonly Choice[] }[];
}
