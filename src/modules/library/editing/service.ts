import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { plainText } from '#kernel/markdown/tree.ts';
import { instantAt, warsawDate } from '#kernel/time.ts';
import { plain, vector } from '#kernel/words/words.ts';
import { factsOf, typedFacts } from '../facts/schema.ts';
import { mayApprove, mayEdit, mayWrite } from '../policy.ts';
import { type Piece, pathOf, type Shown, VERSION_STATES } from '../schema.ts';
import { kindOf } from '../service.ts';
import { difference, shortened, textOf } from './difference/service.ts';
import * as queries from './queries.ts';
import type { Draft, DraftForm, NewForm } from './schema.ts';

/** A slug from a title: plain letters and figures, words joined by hyphens, not cut inside a word. */
export function slugFrom(title: string): string {
  const words = plain(title).match(/[a-z0-9]+/g) ?? ['dokument'];
  let made = '';
  for (const word of words) {
    const longer = made === '' ? word : `${made}-${word}`;
    if (longer.length > 80) break;
    made = longer;
  }
  return made || (words[0] ?? 'dokument').slice(0, 80);
}

async function freeSlug(ctx: Ctx, parentId: string | null, wished: string): Promise<string> {
  const taken = new Set((await queries.takenSlugs(ctx, parentId, wished)).map((row) => row.slug));
  if (!taken.has(wished)) return wished;
  for (let n = 2; ; n++) if (!taken.has(`${wished}-${n}`)) return `${wished}-${n}`;
}

/** The words with their stems; what stands in Markdown is found by what it says, not by its signs. */
export const withVector = (
  words: Omit<queries.Words, 'vector'>,
  tags: readonly string[] = [],
): queries.Words => ({
  ...words,
  vector: vector(
    {
      A: words.title,
      B: `${words.lead} ${tags.join(' ')}`,
      C: plainText(parseMarkdown(words.body)),
    },
    [],
  ),
});

const emptyWords = (title: string): queries.Words =>
  withVector({
    title,
    lead: '',
    body: '',
    facts: {},
    imageAlt: '',
    legalStateOn: null,
    reviewBy: null,
    changeNote: '',
  });

const demandEditor = (ctx: Ctx): void => {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
};

/** Begins a document with a draft of its first version; gives the id of the draft. */
export async function begin(ctx: Ctx, form: NewForm): Promise<string> {
  demandEditor(ctx);
  const parentId = form.parent === '' ? null : form.parent;
  if (form.kind === 'chapter' && parentId === null) throw invalid({ field: 'kind', message: 'choice' });
  const wished = form.slug === '' ? slugFrom(form.title) : form.slug;
  const slug = await freeSlug(ctx, parentId, wished);
  if (form.slug !== '' && slug !== form.slug) throw invalid({ field: 'slug', message: 'duplicate' });
  const documentId = newId();
  const comments = form.kind === 'page' ? 'off' : 'after';
  await queries.insertDocument(ctx, {
    id: documentId,
    kind: form.kind,
    slug,
    parentId,
    comments,
    position: 0,
    tags: [],
  });
  const id = newId();
  await queries.insertDraft(ctx, id, documentId, form.lang, emptyWords(form.title));
  await recordStep(ctx, 'document.begin', documentId, { kind: form.kind });
  return id;
}

const recordStep = (
  ctx: Ctx,
  action: string,
  documentId: string,
  detail: Record<string, string | number> = {},
): Promise<void> => record(ctx, { action, objectType: 'document', objectId: documentId, detail });

const asDraft = (row: queries.DraftRow): Draft => {
  const kind = kindOf(row.kind);
  const { slug, parentSlug, ...rest } = row;
  return {
    ...rest,
    kind,
    path: pathOf(kind, slug, parentSlug),
    state: VERSION_STATES.find((state) => state === row.state) ?? 'draft',
  };
};

/** A version as editors see it, of any state. Throws `not_found`. */
export async function readDraft(ctx: Ctx, id: string): Promise<Draft> {
  demandEditor(ctx);
  const row = await queries.findDraft(ctx, id);
  if (!row) throw notFound();
  return asDraft(row);
}

/** The words of any version, as they are written again into another. */
const again = (draft: Draft): queries.Words => withVector({ ...draft, changeNote: '' }, draft.tags);

/** The open draft of a document in a language; when there is none, a new one with the words that readers see. */
export async function correct(ctx: Ctx, documentId: string, lang: string): Promise<string> {
  demandEditor(ctx);
  if (!(await queries.lockDocument(ctx, documentId))) throw notFound();
  const open = await queries.findOpenDraft(ctx, documentId, lang);
  if (open) return open.id;
  const latest = await queries.findLatestWords(ctx, documentId, lang);
  const words = latest ? again(await readDraft(ctx, latest.id)) : emptyWords('–');
  const id = newId();
  await queries.insertDraft(ctx, id, documentId, lang, words);
  await recordStep(ctx, 'document.draft', documentId, { lang });
  return id;
}

function typedDay(field: string, typed: string): string | null {
  if (typed === '') return null;
  const day = parseDate(typed);
  if (day === null) throw invalid({ field, message: 'date' });
  return day;
}

const typedWords = (draft: Draft, form: DraftForm): queries.Words =>
  withVector(
    {
      title: form.title,
      lead: form.lead,
      body: form.body.replaceAll('\r\n', '\n'),
      facts: typedFacts(draft.kind, form, draft.facts),
      imageAlt: form.image_alt,
      legalStateOn: typedDay('legal_state_on', form.legal_state_on),
      reviewBy: typedDay('review_by', form.review_by),
      changeNote: form.change_note,
    },
    draft.tags,
  );

/** Throws `stale` with what stands there when somebody else saved meanwhile. */
async function hold(ctx: Ctx, id: string, version: number | undefined): Promise<Draft> {
  demandEditor(ctx);
  const held = await queries.lockVersion(ctx, id);
  if (!held) throw notFound();
  const draft = await readDraft(ctx, id);
  if (version !== undefined && held.rowVersion !== version) throw stale({ ...draft });
  return draft;
}

/** Saves the words of a draft. Throws `invalid`, `stale`, and `conflict` when it is no draft any more. */
export async function save(ctx: Ctx, id: string, form: DraftForm): Promise<Draft> {
  const draft = await hold(ctx, id, form._version);
  const decision = mayWrite(ctx.actor, draft);
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
  await queries.saveWords(ctx, id, typedWords(draft, form));
  await recordStep(ctx, 'document.write', draft.documentId, { lang: draft.lang, version: draft.number });
  return readDraft(ctx, id);
}

/** Keeps what is being typed. Gives false when the draft is somebody else's by now or was saved elsewhere. */
export async function keepTyping(ctx: Ctx, id: string, form: DraftForm): Promise<boolean> {
  const draft = await readDraft(ctx, id);
  const legal = { legal_state_on: draft.legalStateOn ?? '', review_by: draft.reviewBy ?? '' };
  return (
    (await queries.keepTyped(ctx, id, form._version ?? -1, typedWords(draft, { ...form, ...legal }))) > 0
  );
}

/** Hands a draft over to a second pair of eyes. */
export async function propose(ctx: Ctx, id: string, version: number | undefined): Promise<void> {
  const draft = await hold(ctx, id, version);
  if (!mayWrite(ctx.actor, draft).allowed) throw new AppError('conflict', { reason: 'notDraft' });
  await queries.setState(ctx, id, 'proposed', '');
  await recordStep(ctx, 'document.propose', draft.documentId, { lang: draft.lang, version: draft.number });
}

/** Back to writing: the author takes it back, or the second pair of eyes says what to mend. */
export async function sendBack(
  ctx: Ctx,
  id: string,
  version: number | undefined,
  note: string,
): Promise<void> {
  const draft = await hold(ctx, id, version);
  if (draft.state !== 'proposed') throw new AppError('conflict', { reason: 'notProposed' });
  await queries.setState(ctx, id, 'draft', note);
  await recordStep(ctx, 'document.return', draft.documentId, { lang: draft.lang, version: draft.number });
}

/**
 * Approves a proposed version, to be read from an instant on (now when `on` is empty). What was shown before ends then.
 * Throws `invalid` for a day that is none or has passed, `conflict` with `ownWords` when the approver wrote in it.
 */
export async function approve(
  ctx: Ctx,
  id: string,
  form: { readonly _version?: number | undefined; readonly on: string; readonly at: string },
): Promise<Draft> {
  const draft = await hold(ctx, id, form._version);
  const decision = mayApprove(ctx.actor, draft);
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
  const from = shownFrom(ctx, form.on, form.at);
  await queries.lockDocument(ctx, draft.documentId);
  await queries.giveWay(ctx, draft.documentId, draft.lang, from);
  await queries.endEarlier(ctx, draft.documentId, draft.lang, from);
  await queries.publish(ctx, id, from);
  await queries.markPublished(ctx, draft.documentId, from);
  await recordStep(ctx, 'document.publish', draft.documentId, { lang: draft.lang, version: draft.number });
  return readDraft(ctx, id);
}

function shownFrom(ctx: Ctx, on: string, at: string): Date {
  const day = typedDay('on', on);
  if (day === null) return ctx.now;
  if (at !== '' && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(at)) throw invalid({ field: 'at', message: 'time' });
  const from = instantAt(day, at === '' ? '00:00' : at.padStart(5, '0'));
  if (from >= ctx.now) return from;
  if (day < warsawDate(ctx.now)) throw invalid({ field: 'on', message: 'date.past' });
  return ctx.now;
}

/** Takes a document from readers in a language, with a reason that stays. */
export async function withdraw(ctx: Ctx, documentId: string, lang: string, reason: string): Promise<void> {
  demandEditor(ctx);
  if (!(await queries.lockDocument(ctx, documentId))) throw notFound();
  await queries.withdraw(ctx, documentId, lang, reason);
  await queries.hideWhenEmpty(ctx, documentId);
  await recordStep(ctx, 'document.withdraw', documentId, { lang });
}

export async function drop(ctx: Ctx, id: string): Promise<void> {
  const draft = await readDraft(ctx, id);
  if (!mayWrite(ctx.actor, draft).allowed) throw new AppError('conflict', { reason: 'notDraft' });
  await queries.deleteDraft(ctx, id);
  await recordStep(ctx, 'document.drop', draft.documentId, { lang: draft.lang, version: draft.number });
}

/** Why the reader may not approve a version; null when they may. */
export function refusal(ctx: Ctx, draft: Draft): string | null {
  const decision = mayApprove(ctx.actor, draft);
  return decision.allowed ? null : decision.reason;
}

/** What a version changes beside what readers see, or saw last; null when they never saw anything. */
export async function changes(ctx: Ctx, draft: Draft): Promise<readonly Piece[] | null> {
  const latest = await queries.findLatestWords(ctx, draft.documentId, draft.lang);
  if (!latest || latest.id === draft.id) return null;
  const before = await readDraft(ctx, latest.id);
  return shortened(difference(textOf(before), textOf(draft)));
}

/** A version as the page of readers takes it. */
export const shownDraft = (draft: Draft): Shown => ({
  ...draft,
  id: draft.documentId,
  slug: '',
  parent: null,
  versionId: draft.id,
  langs: [draft.lang],
  publishedAt: draft.updatedAt,
  facts: factsOf(draft.kind, draft.facts),
  imageId: null,
  imageLicence: '',
  comments: 'off',
  themes: [],
  acts: [],
  attachments: [],
  related: [],
});
