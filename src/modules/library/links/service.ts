import type { Ctx } from '#kernel/context.ts';
import { type DocumentKind, type Listed, pathOf, SECTIONS, type Section } from '../schema.ts';
import { kindOf, list } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type Broken, OUTCOMES } from './schema.ts';

/** How many documents readers find. */
export const countAddresses = async (ctx: Ctx): Promise<number> => (await queries.countShown(ctx)).n ?? 0;

/** Addresses of what readers find, a part of them. */
export const addresses = async (
  ctx: Ctx,
  limit: number,
  offset: number,
): Promise<{ path: string; updatedAt: Date | null }[]> =>
  (await queries.findAddresses(ctx, limit, offset)).map((row) => ({
    path: pathOf(kindOf(row.kind), row.slug, row.parentSlug),
    updatedAt: row.updatedAt,
  }));

export interface Shelf {
  readonly section: Section;
  readonly label: string;
  readonly items: readonly Listed[];
  readonly more: boolean;
}

/** What stands on each shelf, the newest first, at most so much of each. */
export async function shelves(ctx: Ctx, most: number): Promise<readonly Shelf[]> {
  const made: Shelf[] = [];
  for (const [section, kinds] of Object.entries(SECTIONS) as [Section, readonly DocumentKind[]][])
    made.push({ section, label: text[ctx.lang].sections[section], ...(await list(ctx, kinds, {}, most)) });
  return made;
}

const MOST_BROKEN = 200;

/** Where links stand that an editor should look at: gone ones first, moved ones last. */
export const brokenLinks = async (ctx: Ctx) =>
  (await queries.findBroken(ctx, MOST_BROKEN)).map((row) => {
    const { slug, parentSlug, url, outcome, status, movedTo, checkedAt, ...line } = row;
    const kind = kindOf(row.kind);
    const link: Broken = {
      url,
      outcome: OUTCOMES.find((each) => each === outcome) ?? 'silent',
      status,
      movedTo,
      checkedAt: checkedAt ?? row.updatedAt,
    };
    return { ...line, kind, path: pathOf(kind, slug, parentSlug), link };
  });
export const countBroken = async (ctx: Ctx): Promise<number> => (await queries.countBroken(ctx)).n ?? 0;
