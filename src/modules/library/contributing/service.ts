import type { Ctx } from '#kernel/context.ts';
import { AppError, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { findOpenDraft, insertDocument, lockDocument, setState } from '../editing/queries.ts';
import { freeSlug, recordStep, slugFrom, withVector } from '../editing/service.ts';
import { clearActs, clearThemes, insertAct, insertThemes } from '../editing/settings/queries.ts';
import { pathOf, VERSION_STATES } from '../schema.ts';
import * as queries from './queries.ts';
import type { Contributed, Contribution } from './schema.ts';

/** Slugs of drafts of others are not seen, so a few signs of the id keep the address one's own. */
const slugOf = async (ctx: Ctx, title: string, id: string): Promise<string> =>
  freeSlug(ctx, null, `${slugFrom(title)}-${id.slice(-4)}`);

/**
 * Gives a text of an adviser to the library as a document of the kind `advice`, proposed: a second pair of eyes, one of
 * `approvers` or an editor, publishes it. With a document it becomes the next version of it.
 * Throws `conflict` when the actor may not approve nor write there, `not_found` for a document that is none of theirs.
 */
export async function contribute(
  ctx: Ctx,
  documentId: string | null,
  given: Contribution,
): Promise<{ readonly documentId: string; readonly versionId: string }> {
  const id = documentId ?? newId();
  if (!given.authors.includes(ctx.actor.subjectId)) throw new AppError('conflict', { reason: 'notAuthor' });
  if (documentId === null) {
    const slug = await slugOf(ctx, given.title, id);
    await insertDocument(ctx, {
      id,
      kind: 'advice',
      slug,
      parentId: null,
      comments: 'after',
      position: 0,
      tags: [],
    });
    await queries.addContributors(ctx, id, [ctx.actor.subjectId], false);
  } else if (!(await lockDocument(ctx, id))) throw notFound();
  await queries.addContributors(ctx, id, [...given.authors, ...given.writers], false);
  await queries.addContributors(
    ctx,
    id,
    given.approvers.filter((each) => !given.authors.includes(each)),
    true,
  );
  const words = withVector('advice', { ...given, facts: {}, imageAlt: '', changeNote: '' });
  const open = await findOpenDraft(ctx, id, given.lang);
  const versionId = open?.id ?? newId();
  if (open) await queries.updateVersion(ctx, versionId, given.authors, words);
  else await queries.insertVersion(ctx, { id: versionId, documentId: id, ...given }, words);
  await clearThemes(ctx, id);
  if (given.theme !== null) await insertThemes(ctx, id, [given.theme]);
  await clearActs(ctx, id);
  for (const { act, articles } of given.acts) await insertAct(ctx, id, act, articles);
  await setState(ctx, versionId, 'proposed', '');
  await recordStep(ctx, 'document.contribute', id, { lang: given.lang });
  return { documentId: id, versionId };
}

/** How far documents of the kind `advice` have come, those the actor may see. */
export const contributed = async (ctx: Ctx, ids: readonly string[]): Promise<readonly Contributed[]> =>
  ids.length === 0
    ? []
    : (await queries.findContributed(ctx, ids)).map(({ slug, publishedAt, changedActs, ...row }) => ({
        ...row,
        path: pathOf('advice', slug, null),
        published: publishedAt !== null && publishedAt <= ctx.now,
        state: VERSION_STATES.find((state) => state === row.state) ?? 'draft',
        changedActs: changedActs ?? [],
        writes: row.writes === true,
      }));

export const lawActs = queries.findActs;
