import { createHash } from 'node:crypto';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { plainText } from '#kernel/markdown/tree.ts';
import { instantAt, warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../policy.ts';
import { pathOf } from '../schema.ts';
import { kindOf } from '../service.ts';
import { mayMoveOpening } from './policy.ts';
import * as queries from './queries.ts';
import {
  type NewRoundForm,
  type Paragraph,
  type PartLine,
  type Round,
  type RoundBeside,
  type RoundForm,
  stateOf,
  WHOLE,
} from './schema.ts';
import { text } from './text.pl.ts';

const MOST_ROUNDS = 200;
const EXCERPT = 160;

const asRound = (ctx: Ctx, row: queries.RoundRow): Round => {
  const { kind, slug, parentSlug, ...rest } = row;
  return {
    ...rest,
    path: pathOf(kindOf(kind), slug, parentSlug),
    source: row.source === 'proposed' ? 'proposed' : 'shown',
    state: stateOf(row, ctx.now),
    remarks: row.remarks ?? 0,
    answered: row.answered ?? 0,
    waiting: mayEdit(ctx.actor).allowed ? (row.waiting ?? 0) : 0,
  };
};

/** Rounds the reader sees, those that end last first; editors also those ahead. */
export const rounds = async (ctx: Ctx): Promise<readonly Round[]> =>
  (await queries.findRounds(ctx, null, MOST_ROUNDS)).map((row) => asRound(ctx, row));

/** Rounds that have begun in which a document was, as a whole or as a part of its publication. */
export const roundsBeside = async (ctx: Ctx, documentId: string): Promise<readonly RoundBeside[]> =>
  (await queries.findBeside(ctx, documentId)).map((row) => ({ ...row, state: stateOf(row, ctx.now) }));

/** Throws `not_found`, also for a round that readers do not see yet. */
export async function readRound(ctx: Ctx, id: string): Promise<Round> {
  const [row] = await queries.findRounds(ctx, id, 1);
  if (!row) throw notFound();
  return asRound(ctx, row);
}

export const partsOf = async (ctx: Ctx, id: string): Promise<readonly PartLine[]> =>
  (await queries.findParts(ctx, id)).map((part) => ({ ...part, remarks: part.remarks ?? 0 }));

/**
 * The paragraphs of a text. A key is made of the words alone, so it is the same wherever the paragraph moves and in the
 * next version as well; the second of two equal ones carries its number.
 */
export function paragraphsOf(body: string): Paragraph[] {
  const seen = new Map<string, number>();
  return parseMarkdown(body).flatMap((block): Paragraph[] => {
    const words = plainText([block]).replace(/\s+/g, ' ').trim();
    if (words === '' || block.type === 'notes') return [];
    const hash = `p${createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/\s\S*$/, '')}…` : words;
    return [{ key: times === 1 ? hash : `${hash}-${times}`, block, excerpt }];
  });
}

/** The text of a part as it was put to readers. Throws `not_found`. */
export async function readPart(ctx: Ctx, id: string, position: number) {
  const part = await queries.findPart(ctx, id, position);
  if (!part) throw notFound();
  return { title: part.title, number: part.versionNumber, position, paragraphs: paragraphsOf(part.body) };
}

function demandEditor(ctx: Ctx): void {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
}

export async function consultable(ctx: Ctx) {
  demandEditor(ctx);
  return queries.findConsultable(ctx);
}

/** The instants a form says, in the time of Warsaw. Throws `invalid`. */
function spanOf(
  ctx: Ctx,
  form: Pick<RoundForm, 'opensOn' | 'opensAt' | 'closesOn' | 'closesAt'>,
  opened?: Date,
) {
  if (form.opensOn === null && !opened) throw invalid({ field: 'opensOn', message: 'required' });
  if (!opened && form.opensOn !== null && form.opensOn < warsawDate(ctx.now))
    throw invalid({ field: 'opensOn', message: 'date.past' });
  if (form.closesOn === null) throw invalid({ field: 'closesOn', message: 'required' });
  const opensAt =
    opened ?? instantAt(form.opensOn ?? form.closesOn, (form.opensAt || '00:00').padStart(5, '0'));
  const closesAt = instantAt(form.closesOn, (form.closesAt || '23:59').padStart(5, '0'));
  if (closesAt <= opensAt) throw invalid({ field: 'closesOn', message: text[ctx.lang].edit.order });
  if (closesAt <= ctx.now) throw invalid({ field: 'closesOn', message: 'date.past' });
  return { opensAt, closesAt };
}

/**
 * Puts a text to readers: it is copied, so that it stays as it is while they write about it. Gives the id of the round.
 * Throws `invalid` when there is no such text in that language.
 */
export async function openRound(ctx: Ctx, form: NewRoundForm): Promise<string> {
  demandEditor(ctx);
  const t = text[ctx.lang].edit;
  const span = spanOf(ctx, form);
  const proposed = form.source === 'proposed';
  const texts = await queries.findTexts(ctx, form.document, form.lang, proposed);
  const [first] = texts;
  if (!first) throw invalid({ field: 'lang', message: t.noText });
  if (proposed && !(await queries.findProposed(ctx, form.document, form.lang)))
    throw invalid({ field: 'source', message: t.noProposed });
  const parts = texts
    .map((each) => ({ each, paragraphs: paragraphsOf(each.body) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  if (parts.length === 0) throw invalid({ field: 'document', message: t.empty });
  const id = newId();
  const { invitation, lang, source } = form;
  await queries.insertRound(ctx, {
    ...{ id, documentId: form.document, lang, title: first.title, source, invitation },
    guestsWait: form.guests === 'wait',
    ...span,
  });
  for (const [i, { each, paragraphs }] of parts.entries())
    await queries.insertPart(ctx, id, i + 1, each, [WHOLE, ...paragraphs.map(({ key }) => key)]);
  await record(ctx, {
    action: 'consultation.open',
    objectType: 'consultation',
    objectId: id,
    detail: { source, parts: parts.length },
  });
  return id;
}

/** Changes the words of invitation, the rule for guests and the end of a round; its beginning while it is ahead. */
export async function changeRound(
  ctx: Ctx,
  id: string,
  form: RoundForm,
  version: number | undefined,
): Promise<void> {
  demandEditor(ctx);
  const held = await queries.lockRound(ctx, id);
  if (!held) throw notFound();
  const round = await readRound(ctx, id);
  if (version !== undefined && held.rowVersion !== version) throw stale({ ...round });
  const span = spanOf(ctx, form, mayMoveOpening(round).allowed ? undefined : round.opensAt);
  await queries.updateRound(ctx, id, {
    invitation: form.invitation,
    guestsWait: form.guests === 'wait',
    ...span,
  });
  await record(ctx, {
    action: 'consultation.change',
    objectType: 'consultation',
    objectId: id,
    detail: { closes: span.closesAt.toISOString() },
  });
}

export const editsRounds = (ctx: Ctx): boolean => mayEdit(ctx.actor).allowed;
