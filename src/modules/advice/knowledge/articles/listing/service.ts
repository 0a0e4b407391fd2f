import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addDays, warsawDate } from '#kernel/time.ts';
import { type Contributed, contributed } from '#modules/library/contributing/api.ts';
import { mayWriteArticles } from '../../policy.ts';
import { text } from '../../text.pl.ts';
import * as queries from '../queries.ts';
import type { ArticleLine, Stand } from '../schema.ts';

/** Days before its review from which an article is looked at again; as at the desk of the editors. */
const REVIEW_AHEAD = 30;

export function standOf(ctx: Ctx, state: string, given: Contributed | null): Stand {
  if (state === 'writing' || given === null) return 'writing';
  if (given.state === 'draft') return 'returned';
  if (given.state === 'proposed') return 'proposed';
  const due = given.reviewBy !== null && given.reviewBy <= addDays(warsawDate(ctx.now), REVIEW_AHEAD);
  return due || given.changedActs.length > 0 ? 'review' : 'published';
}

/** The articles of the actor's desks, the newest first. */
export async function listArticles(ctx: Ctx): Promise<readonly ArticleLine[]> {
  if (!mayWriteArticles(ctx.actor).allowed) throw notFound();
  const rows = await queries.findArticles(ctx);
  const given = new Map(
    (
      await contributed(
        ctx,
        rows.flatMap((row) => row.documentId ?? []),
      )
    ).map((each) => [each.documentId, each]),
  );
  await record(ctx, { action: 'view', objectType: 'advice_articles', detail: { rows: rows.length } });
  return rows.map((row) => {
    const of = row.documentId === null ? null : (given.get(row.documentId) ?? null);
    const stand = standOf(ctx, row.state, of);
    const mine = row.authors.includes(ctx.actor.subjectId);
    return {
      id: row.id,
      title: row.title,
      stand,
      open: row.open ?? 0,
      updatedAt: row.updatedAt,
      contributed: of,
      mine,
      waitsForMe: stand === 'proposed' && row.approves === true && !mine,
    };
  });
}

/** What waits for the actor: articles to approve, and one's own sent back or to be reviewed. */
export async function dueArticles(ctx: Ctx) {
  if (!mayWriteArticles(ctx.actor).allowed) return [];
  const t = text[ctx.lang].list;
  const line = (href: string, what: string) => [{ href, what, until: null, late: false }];
  return (await listArticles(ctx)).flatMap(({ id, title, waitsForMe, mine, stand, contributed: of }) => {
    if (waitsForMe && of) return line(`/library/edit/${of.versionId}/look`, t.dueApprove(title));
    if (mine && stand === 'returned') return line(`/advice/knowledge/${id}`, t.dueMend(title));
    return mine && stand === 'review' ? line(`/advice/knowledge/${id}`, t.dueReview(title)) : [];
  });
}
