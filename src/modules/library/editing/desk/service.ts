import type { Ctx } from '#kernel/context.ts';
import { addDays, warsawDate } from '#kernel/time.ts';
import { brokenLinks, countBroken } from '../../links/api.ts';
import { mayEdit } from '../../policy.ts';
import { pathOf } from '../../schema.ts';
import { kindOf } from '../../service.ts';
import * as queries from '../queries.ts';
import type { DeskLine, DeskView } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Days before the day of a review from which it stands at the desk. */
const REVIEW_AHEAD = 30;
const dueBy = (ctx: Ctx): string => addDays(warsawDate(ctx.now), REVIEW_AHEAD);

/** Links are looked for in what readers see. */
const SHOWN = {
  state: 'published',
  returnedNote: '',
  from: null,
  reviewBy: null,
  legalStateOn: null,
  changedAct: null,
} as const;

/** What waits at the desk of the editors, one view of it. */
export async function desk(ctx: Ctx, view: DeskView): Promise<readonly DeskLine[]> {
  if (view === 'links') return (await brokenLinks(ctx)).map((line) => ({ ...line, ...SHOWN }));
  return (await queries.findDesk(ctx, view, dueBy(ctx))).map((row) => {
    const { slug, parentSlug, ...rest } = row;
    const kind = kindOf(row.kind);
    return { ...rest, kind, path: pathOf(kind, slug, parentSlug) };
  });
}

/** What waits for an editor, for the first page of the day. */
export async function dueTexts(ctx: Ctx) {
  if (!mayEdit(ctx.actor).allowed) return [];
  const t = text[ctx.lang].desk;
  return (await queries.findDue(ctx)).map(({ id, title, state }) => ({
    href: `/library/edit/${id}${state === 'proposed' ? '/look' : ''}`,
    what: state === 'proposed' ? t.dueApprove(title) : t.dueMend(title),
    until: null,
    late: false,
  }));
}

export const deskCounts = async (ctx: Ctx): Promise<Readonly<Record<DeskView, number>>> => {
  const n = await queries.countDesk(ctx, dueBy(ctx));
  return {
    drafts: n.drafts ?? 0,
    proposed: n.proposed ?? 0,
    planned: n.planned ?? 0,
    review: n.review ?? 0,
    links: await countBroken(ctx),
  };
};
