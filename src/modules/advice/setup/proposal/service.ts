import type { Ctx } from '#kernel/context.ts';
import { formatDate } from '#kernel/time.ts';
import { awayToday, onDutyNow } from '../../rota/api.ts';
import { note, topics } from '../../service.ts';
import { pathOf } from '../policy.ts';
import { propose } from './policy.ts';
import * as queries from './queries.ts';
import type { Candidate, Proposal, Reason } from './schema.ts';
import { text } from './text.pl.ts';

interface Asked {
  readonly deskId: string;
  readonly topicCode: string | null;
  readonly countyCode: string | null;
}

/**
 * Who could answer a question of the desk, best first, each with the reasons as codes and in the words of the reader.
 * Nobody absent is among them.
 */
export async function proposals(
  ctx: Ctx,
  { deskId, topicCode, countyCode }: Asked,
): Promise<(Proposal & { readonly words: string })[]> {
  const tree = await topics(ctx);
  const names = new Map(tree.map((t) => [t.code, ctx.lang === 'en' ? t.nameEn : t.namePl]));
  const found = propose(await candidatesOf(ctx, deskId), { topics: pathOf(topicCode, tree), countyCode });
  return found.map((proposal) => ({
    ...proposal,
    words: proposal.reasons.map((reason) => inWords(ctx, reason, names)).join('; '),
  }));
}

async function candidatesOf(ctx: Ctx, deskId: string): Promise<Candidate[]> {
  const expertise = await queries.findExpertise(ctx, deskId);
  const away = await awayToday(ctx, deskId);
  const onDuty = new Set((await onDutyNow(ctx, deskId)).map(({ person }) => person?.workerId));
  return (await queries.findCandidates(ctx, deskId)).map(({ workerId, name, institution, open }) => {
    const gone = away.get(workerId);
    return {
      workerId,
      name: name ?? '',
      institution: institution ?? '',
      open: open ?? 0,
      expertise: expertise
        .filter((known) => known.workerId === workerId)
        .map((known) => ({ topicId: known.topicCode, counties: known.counties })),
      away: gone ? { until: gone.to, standInId: gone.standIn?.workerId ?? null } : null,
      onDuty: onDuty.has(workerId),
    };
  });
}

function inWords(ctx: Ctx, reason: Reason, names: ReadonlyMap<string, string>): string {
  const t = text[ctx.lang];
  if (reason.kind === 'topic' || reason.kind === 'wider_topic')
    return t[reason.kind](names.get(reason.topicId) ?? reason.topicId);
  if (reason.kind === 'open') return t.open(reason.count);
  if (reason.kind === 'stand_in') return t.stand_in(reason.name, formatDate(reason.until, ctx.lang));
  return t[reason.kind];
}

/**
 * Gives a new question to the first proposed expert where the desk wishes so. Where nobody knows the topic, a person
 * decides. Gives who got it, or null.
 */
export async function assignByItself(ctx: Ctx, questionId: string): Promise<string | null> {
  const asked = await queries.findAutomatic(ctx, questionId);
  if (!asked) return null;
  const first = (await proposals(ctx, asked)).find(({ expert }) => expert);
  if (!first) return null;
  await queries.assign(ctx, questionId, first.workerId);
  await note(ctx, { id: questionId, deskId: asked.deskId }, 'assigned', {
    worker: first.workerId,
    by: 'rule',
  });
  return first.workerId;
}
