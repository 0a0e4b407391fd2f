import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { themes } from '#modules/library/api.ts';
import { contributed, lawActs } from '#modules/library/contributing/api.ts';
import { questionOf } from '../../service.ts';
import { FINDING_KINDS } from '../detecting/schema.ts';
import { mayChangeArticle, mayWriteArticles } from '../policy.ts';
import { text } from '../text.pl.ts';
import { cleaned, marked, wordsInstead } from './cleaning/service.ts';
import { standOf } from './listing/service.ts';
import * as queries from './queries.ts';
import { ACTS, type Article, type ArticleForm, type Finding } from './schema.ts';

export async function articleById(ctx: Ctx, id: string): Promise<Article> {
  const row = mayWriteArticles(ctx.actor).allowed ? await queries.findArticle(ctx, id) : null;
  if (!row) throw notFound();
  return {
    ...row,
    state: row.state === 'handed' ? 'handed' : 'writing',
    acts: row.acts
      .split('\n')
      .filter(Boolean)
      .map((line) => ({
        act: line.split(':', 1)[0] ?? '',
        articles: line.slice(line.indexOf(':') + 1).trim(),
      })),
  };
}
export const findingsOf = async (ctx: Ctx, id: string): Promise<readonly Finding[]> =>
  (await queries.findFindings(ctx, id)).map((row) => ({
    ...row,
    said: row.said.startsWith('#') ? '' : row.said,
    kind: FINDING_KINDS.find((kind) => kind === row.kind) ?? 'number',
    decision: row.decision === 'kept' || row.decision === 'removed' ? row.decision : null,
  }));
export const openIn = (findings: readonly Finding[]): number =>
  findings.filter((f) => f.decision === null).length;

export const openFindings = async (ctx: Ctx, id: string): Promise<number> =>
  openIn(await findingsOf(ctx, id));

/** The article of a question, when there is one. */
export const ofQuestion = (ctx: Ctx, questionId: string) => queries.findOfQuestion(ctx, questionId);

/** What was asked and what was answered, as the desk reads it, with what may tell of a person marked. */
export async function source(ctx: Ctx, questionId: string) {
  const messages = await queries.findMessages(ctx, questionId);
  const of = (direction: string) =>
    messages
      .filter((m) => m.direction === direction)
      .map((m) => m.body)
      .join('\n\n');
  return { asked: marked(of('in')), answered: marked(of('out')) };
}

/** Adds what is found new to the findings; gives the words with all that is not kept replaced. */
async function clean(
  ctx: Ctx,
  article: { readonly id: string; readonly deskId: string },
  words: queries.Words,
): Promise<queries.Words> {
  const known = await findingsOf(ctx, article.id);
  const { words: made, added } = cleaned(words, known, wordsInstead(ctx.lang === 'en' ? 'en' : 'pl'));
  for (const f of added)
    await queries.insertFinding(ctx, { id: newId(), articleId: article.id, deskId: article.deskId, ...f });
  return made;
}

/** Begins an article from an answered question. Gives its id; that of the article there is when somebody began before. */
export async function begin(ctx: Ctx, questionId: string): Promise<string> {
  if (!mayWriteArticles(ctx.actor).allowed) throw notFound();
  const question = await questionOf(ctx, questionId);
  const there = await ofQuestion(ctx, questionId);
  if (there) return there.id;
  if (question.answeredAt === null) throw new AppError('conflict', { reason: 'notAnswered' });
  const messages = await queries.findMessages(ctx, questionId);
  const of = (direction: string) =>
    messages
      .filter((m) => m.direction === direction)
      .map((m) => m.body)
      .join('\n\n');
  const t = text.pl.article;
  const id = newId();
  const article = { id, deskId: question.deskId, questionId, topicCode: question.topicCode };
  await queries.insertArticle(ctx, { ...article, title: '', body: '' });
  const words = {
    title: question.subject,
    lead: '',
    body: `## ${t.asked}\n\n${of('in')}\n\n## ${t.answered}\n\n${of('out')}`.slice(0, 60_000),
  };
  await queries.setWords(ctx, id, await clean(ctx, article, words));
  await record(ctx, {
    action: 'article.begin',
    objectType: 'question',
    objectId: questionId,
    classes: ['D1'],
  });
  return id;
}

/** An article that nobody else changes until the end of the transaction. */
export async function hold(ctx: Ctx, id: string, version?: number): Promise<Article> {
  const held = mayWriteArticles(ctx.actor).allowed ? await queries.lockArticle(ctx, id) : null;
  if (!held) throw notFound();
  const article = await articleById(ctx, id);
  if (version !== undefined && held.rowVersion !== version) throw stale({ ...article });
  return article;
}
async function holdToChange(ctx: Ctx, id: string, version?: number): Promise<Article> {
  const article = await hold(ctx, id, version);
  const decision = mayChangeArticle(ctx.actor, { ...article, open: 0 });
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
  return article;
}

/** Saves the words; what looks like personal data in them is replaced and waits for a decision. */
export async function saveArticle(ctx: Ctx, id: string, form: ArticleForm): Promise<void> {
  const article = await holdToChange(ctx, id, form._version);
  const known = new Set((await lawActs(ctx)).map(({ code }) => code));
  const acts = ACTS.flatMap((n) => {
    const act = form[`act_${n}`];
    if (act === '') return [];
    if (!known.has(act)) throw invalid({ field: `act_${n}`, message: 'choice' });
    return [`${act}: ${form[`articles_${n}`]}`];
  });
  if (form.theme !== '' && !(await themes(ctx)).some(({ code }) => code === form.theme))
    throw invalid({ field: 'theme', message: 'choice' });
  const { legal_state_on: legalStateOn, review_by: reviewBy } = form;
  await queries.saveArticle(ctx, id, {
    ...(await clean(ctx, article, form)),
    legalStateOn,
    reviewBy,
    theme: form.theme === '' ? null : form.theme,
    acts: acts.join('\n'),
  });
  await record(ctx, { action: 'article.write', objectType: 'advice_article', objectId: id, classes: ['D1'] });
}

/** Decides on findings: taken out, or put back and kept with a reason. Throws `invalid` beside a missing reason. */
export async function decide(
  ctx: Ctx,
  id: string,
  chosen: ReadonlyMap<string, { readonly decision: string; readonly reason: string }>,
): Promise<void> {
  const article = await holdToChange(ctx, id);
  let words: queries.Words = article;
  for (const finding of await findingsOf(ctx, id)) {
    const made = finding.decision === null ? chosen.get(finding.id) : undefined;
    if (made?.decision !== 'removed' && made?.decision !== 'kept') continue;
    const reason = made.reason.trim().slice(0, 300);
    if (made.decision === 'kept') {
      if (reason === '') throw invalid({ field: `r.${finding.id}`, message: 'required' });
      const back = (value: string) => value.replaceAll(finding.instead, finding.said);
      words = { title: back(words.title).slice(0, 200), lead: back(words.lead), body: back(words.body) };
    }
    await queries.decideFinding(ctx, finding.id, made.decision, made.decision === 'kept' ? reason : '');
  }
  await queries.setWords(ctx, id, words);
  await record(ctx, {
    action: 'article.decide',
    objectType: 'advice_article',
    objectId: id,
    classes: ['D1'],
  });
}

/** An article with all that its page shows, with its record. */
export async function openArticle(ctx: Ctx, id: string) {
  const article = await articleById(ctx, id);
  const [stands] = await contributed(ctx, article.documentId === null ? [] : [article.documentId]);
  await record(ctx, { action: 'view', objectType: 'advice_article', objectId: id, classes: ['D1'] });
  return {
    article,
    findings: await findingsOf(ctx, id),
    source: article.questionId === null ? null : await source(ctx, article.questionId),
    contributed: stands ?? null,
    review: standOf(ctx, article.state, stands ?? null) === 'review',
    acts: await lawActs(ctx),
    themes: await themes(ctx),
  };
}
