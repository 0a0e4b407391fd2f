import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { askInGroup, openGroups, topicHeads } from '#modules/exchange/api.ts';
import { listDocuments } from '#modules/library/api.ts';
import type { Term } from '../schema.ts';
import { terms } from '../service.ts';
import * as queries from './queries.ts';
import type { Question, QuestionForm } from './schema.ts';

const MOST_PRACTICES = 200;

export const practices = async (ctx: Ctx) =>
  (await listDocuments(ctx, ['practice'], {}, MOST_PRACTICES)).items.map(({ id, path, title }) => ({
    id,
    path,
    title,
  }));

/** Questions put to the network that the reader may read, the latest first. */
export async function questions(ctx: Ctx, term: string): Promise<Question[]> {
  const all = await terms(ctx);
  const known = await practices(ctx);
  const rows = await queries.findQuestions(ctx, term);
  const heads = await topicHeads(
    ctx,
    rows.map((row) => row.topicId),
  );
  return rows.flatMap((row) => {
    const head = heads.get(row.topicId);
    const about = all.find(({ code }) => code === row.code);
    if (!head || !about) return [];
    return [
      {
        ...head,
        topicId: row.topicId,
        term: about,
        partnership: row.partnership,
        practice: known.find(({ id }) => id === row.documentId) ?? null,
        links: head.solved && (head.asked || ctx.actor.permissions.has('library.edit')),
      },
    ];
  });
}

export interface AskView {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly terms: readonly Term[];
}
/** For the form: groups that all workers read and the actor belongs to. */
export const askView = async (ctx: Ctx): Promise<AskView> => ({
  groups: await openGroups(ctx),
  terms: await terms(ctx),
});

/** Puts a question to the network, in a group that everybody in it reads. Gives the id of the topic. */
export async function askNetwork(ctx: Ctx, form: QuestionForm): Promise<string> {
  const view = await askView(ctx);
  if (!view.groups.some(({ id }) => id === form.group)) throw invalid({ field: 'group', message: 'choice' });
  if (!view.terms.some(({ code }) => code === form.term)) throw invalid({ field: 'term', message: 'choice' });
  const topicId = await askInGroup(ctx, form.group, form);
  const own = await queries.findOwn(ctx);
  await queries.addQuestion(ctx, { topicId, partnershipId: own?.id ?? null, code: form.term });
  return topicId;
}

/** Says which practice card of the library answers a solved question, or none. */
export async function linkPractice(ctx: Ctx, topicId: string, practice: string): Promise<void> {
  const question = (await questions(ctx, '')).find((one) => one.topicId === topicId);
  if (!question?.links) throw notFound();
  if (practice !== '' && !(await practices(ctx)).some(({ id }) => id === practice))
    throw invalid({ field: 'practice', message: 'choice' });
  await queries.linkPractice(ctx, topicId, practice === '' ? null : practice);
  await record(ctx, { action: 'question.practice', objectType: 'topic', objectId: topicId });
}
