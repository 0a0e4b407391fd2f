import { z } from 'zod';
import { FEED_TYPES, type FeedFormat } from '#kernel/feed/feed.ts';
import { type DocumentKind, SECTIONS } from '../schema.ts';

export const FEED_FORMATS = Object.keys(FEED_TYPES) as readonly FeedFormat[];

/** What has a feed, and which kinds are in it. Chapters come out with their publication, pages are not news. */
export const FEEDS = {
  knowledge: ['news', 'commentary', 'advice', 'publication', 'practice', 'model', 'pilot', 'result'],
  news: SECTIONS.news,
  library: SECTIONS.library,
  practices: SECTIONS.practices,
  models: SECTIONS.models,
  pilots: SECTIONS.pilots,
  'results-base': SECTIONS['results-base'],
} as const satisfies Record<string, readonly DocumentKind[]>;
export type FeedName = keyof typeof FEEDS;
export const FEED_NAMES = Object.keys(FEEDS) as readonly FeedName[];

export const feedQuery = z.object({
  theme: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/, 'choice')
    .optional(),
});

export interface FeedHost {
  readonly siteUrl: string;
  /** Who keeps this Splot, for programs that harvest it. */
  readonly ownerName: string;
  readonly ownerEmail: string;
}
