import { z } from 'zod';
import type { ListedEvent } from '#modules/events/api.ts';
import type { Named, Shelf } from '#modules/library/api.ts';

/** Addresses in one file; the protocol allows fifty thousand, and a smaller file is a shorter question. */
export const IN_FILE = 10_000;
/** Of each shelf; the rest is one link away. */
export const ON_SHELF = 30;

export const partQuery = z.object({ part: z.coerce.number().int().min(1).max(5000).default(1) });

/** Pages that are there whatever is published. */
export const STILL = [
  '/',
  '/advice',
  '/directory',
  '/directory/statistics',
  '/data',
  '/territory',
  '/procurement/assistant',
  '/procurement/register',
  '/enquiries/new',
  '/knowledge',
  '/news',
  '/library',
  '/practices',
  '/models',
  '/pilots',
  '/results-base',
  '/consultations',
  '/events',
  '/network',
  '/network/calls',
  '/network/announcements',
  '/newsletter',
  '/help',
  '/contact',
  '/accessibility',
  '/privacy',
  '/legal',
  '/site-map',
] as const;

export interface Address {
  readonly path: string;
  readonly updatedAt?: Date | null;
}

/** What the map of the site shows beside what is always there. */
export interface MapData {
  readonly themes: readonly Named[];
  readonly shelves: readonly Shelf[];
  readonly events: readonly ListedEvent[];
}
