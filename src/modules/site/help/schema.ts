import { z } from 'zod';

/** One thing somebody wants to do. `body` tells how, with the words that stand on the screen in quotation marks. */
export interface Step {
  readonly title: string;
  readonly body: string;
}
/** A chapter of the handbook, in the order in which things are done. */
export interface Chapter {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly Step[];
}

/** The chapters, by who opens them first. */
export const CHAPTERS = [
  'visitor',
  'person',
  'account',
  'cases',
  'access',
  'institution',
  'partnerships',
  'advice',
  'directory',
  'editing',
  'events',
] as const;
export type ChapterName = (typeof CHAPTERS)[number];

export const chapterParams = z.object({ chapter: z.enum(CHAPTERS) });
export const helpQuery = z.object({ from: z.string().max(300).startsWith('/').catch('/').default('/') });

/** Which chapter is about the page somebody comes from: the longest beginning of its address decides. */
const ABOUT: Readonly<Record<string, ChapterName>> = {
  '/my': 'person',
  '/work': 'cases',
  '/cases': 'cases',
  '/referrals': 'cases',
  '/sessions': 'cases',
  '/audit': 'access',
  '/emergency': 'access',
  '/institution': 'institution',
  '/account': 'account',
  '/sign-in': 'account',
  '/password': 'account',
  '/partnerships': 'partnerships',
  '/region': 'partnerships',
  '/network': 'partnerships',
  '/advice': 'visitor',
  '/advice/desk': 'advice',
  '/directory': 'directory',
  '/enquiries': 'directory',
  '/procurement': 'directory',
  '/library/edit': 'editing',
  '/exchange': 'editing',
  '/events': 'visitor',
  '/events/manage': 'events',
};

/** The chapter about a page; null where none is. */
export function chapterAbout(path: string): ChapterName | null {
  const begins = Object.keys(ABOUT)
    .filter((start) => path === start || path.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0];
  return begins === undefined ? null : (ABOUT[begins] ?? null);
}
