import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { contribute, contributed } from '#modules/library/contributing/api.ts';
import { findPersonal } from '../../detecting/service.ts';
import { mayHandOver } from '../../policy.ts';
import { text } from '../../text.pl.ts';
import { withoutNumbers } from '../cleaning/service.ts';
import * as queries from '../queries.ts';
import type { Article } from '../schema.ts';
import { findingsOf, hold, openIn } from '../service.ts';

/** A legal state of a day that has come, and a promise to look again on one that has not passed. */
function wrongDays({ legalStateOn, reviewBy }: Article, today: string) {
  const wrong = (field: string, message: string | false) => (message ? [{ field, message }] : []);
  return [
    ...wrong('legal_state_on', legalStateOn === null ? 'required' : legalStateOn > today && 'date.future'),
    ...wrong('review_by', reviewBy === null ? 'required' : reviewBy < today && 'date.past'),
  ];
}

/**
 * Hands the article over to a second pair of eyes: the reviewers of the desk and editors. Throws `conflict` while a
 * finding is open, `invalid` for what an article must say.
 */
export async function handOver(ctx: Ctx, id: string): Promise<void> {
  const article = await hold(ctx, id);
  const findings = await findingsOf(ctx, id);
  const decision = mayHandOver(ctx.actor, { ...article, open: openIn(findings) });
  const t = text[ctx.lang].article;
  if (!decision.allowed) {
    if (decision.reason === 'openFindings')
      throw invalid({ field: '', message: t.openFindings(openIn(findings)) });
    throw new AppError('conflict', { reason: decision.reason });
  }
  const wrong = wrongDays(article, warsawDate(ctx.now));
  if (wrong.length > 0) throw invalid(...wrong);
  const words = {
    title: withoutNumbers(article.title, findings),
    lead: withoutNumbers(article.lead, findings),
    body: withoutNumbers(article.body, findings),
  };
  const kept = new Set(findings.filter((f) => f.decision === 'kept').map((f) => f.said));
  const left = findPersonal(`${words.title}\n${words.lead}\n${words.body}`).filter((f) => !kept.has(f.text));
  if (left.length > 0) throw invalid({ field: '', message: t.openFindings(left.length) });
  await queries.setWords(ctx, id, words);
  const workers = await queries.findDeskWorkers(ctx, article.deskId);
  const given = await contribute(ctx, article.documentId, {
    lang: 'pl',
    ...words,
    legalStateOn: article.legalStateOn,
    reviewBy: article.reviewBy,
    theme: article.theme,
    acts: article.acts,
    authors: [...new Set([...article.authors, ctx.actor.subjectId])],
    writers: workers.filter((each) => !each.reviews).map(({ workerId }) => workerId),
    approvers: workers.filter((each) => each.reviews).map(({ workerId }) => workerId),
  });
  await queries.handOver(ctx, id, given.documentId, given.versionId);
  await queries.forgetRemoved(ctx, id);
  await record(ctx, { action: 'article.hand', objectType: 'advice_article', objectId: id });
}

/** Takes an article that was sent back, or is public, to be written anew. */
export async function takeBack(ctx: Ctx, id: string): Promise<void> {
  const article = await hold(ctx, id);
  if (article.state !== 'handed') throw new AppError('conflict', { reason: 'writing' });
  const [given] = await contributed(ctx, article.documentId === null ? [] : [article.documentId]);
  if (!given?.writes) throw new AppError('conflict', { reason: 'notAuthor' });
  await queries.takeBack(ctx, id);
  await record(ctx, { action: 'article.again', objectType: 'advice_article', objectId: id });
}
