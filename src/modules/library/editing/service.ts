import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { plainText } from '#kernel/markdown/tree.ts';
import { warsawDate } from '#kernel/time.ts';
import { plain, vector } from '#kernel/words/words.ts';
import { factsOf, factWords, typedFacts } from '../facts/schema.ts';
import { mayEdit, mayLook, mayWrite } from '../policy.ts';
import { type DocumentKind, pathOf, type Shown, VERSION_STATES } from '../schema.ts';
import { kindOf } from '../service.ts';
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

export async function freeSlug(ctx: Ctx, parentId: string | null, wished: string): Promise<string> {
  const taken = new Set((await queries.takenSlugs(ctx, parentId, wished)).map((row) => row.slug));
  if (!taken.has(wished)) return wished;
  for (let n = 2; ; n++) if (!taken.has(`${wished}-${n}`)) return `${wished}-${n}`;
}

/** The words with their stems; what stands in Markdown is found by what it says, not by its signs, and facts by theirs. */
export const withVector = (
  kind: DocumentKind,
  words: Omit<queries.Words, 'vector'>,
  tags: readonly string[] = [],
): queries.Words => ({
  ...words,
  vector: vector(
    {
      A: words.title,
      B: `${words.lead} ${tags.join(' ')}`,
      C: `${plainText(parseMarkdown(words.body))}\n${factWords(kind, words.facts)}`,
    },
    [],
  ),
});

const emptyWords = (title: string): queries.Words =>
  withVector('page', {
    title,
    lead: '',
    body: '',
    facts: {},
    imageAlt: '',
    legalStateOn: null,
    reviewBy: null,
    changeNote: '',
  });

export const demandEditor = (ctx: Ctx): void => {
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

/** Writes the access record of a step in the life of a document. */
export const recordStep = (
  ctx: Ctx,
  action: string,
  documentId: string,
  detail: Record<string, string | number> = {},
): Promise<void> => record(ctx, { action, objectType: 'document', objectId: documentId, detail });

const asDraft = (row: queries.DraftRow): Draft => {
  const kind = kindOf(row.kind);
  const { slug, parentSlug, facts, approves, ...rest } = row;
  return {
    ...rest,
    // A check of the database says that it is an object.
    facts: facts as Readonly<Record<string, unknown>>,
    kind,
    path: pathOf(kind, slug, parentSlug),
    state: VERSION_STATES.find((state) => state === row.state) ?? 'draft',
    hand: approves === null ? null : approves ? 'approves' : 'writes',
  };
};

/** A version as editors see it, of any state, and whoever has a hand in it. Throws `not_found`. */
export async function readDraft(ctx: Ctx, id: string): Promise<Draft> {
  const row = await queries.findDraft(ctx, id);
  const draft = row && asDraft(row);
  if (!draft || !mayLook(ctx.actor, draft).allowed) throw notFound();
  return draft;
}

/** The words of any version, as they are written again into another. */
const again = (draft: Draft): queries.Words =>
  withVector(draft.kind, { ...draft, changeNote: '' }, draft.tags);

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

/** A day as the hint of the field says it may be typed, `5.3` too. Throws `invalid` on the field when it is no day. */
export function typedDay(ctx: Ctx, field: string, typed: string, yearless: 'past' | 'future'): string | null {
  if (typed === '') return null;
  const day = parseDate(typed, { today: warsawDate(ctx.now), yearless });
  if (day === null) throw invalid({ field, message: 'date.invalid' });
  return day;
}

const typedWords = (ctx: Ctx, draft: Draft, form: DraftForm): queries.Words =>
  withVector(
    draft.kind,
    {
      title: form.title,
      lead: form.lead,
      body: form.body.replaceAll('\r\n', '\n'),
      facts: typedFacts(draft.kind, form, draft.facts),
      imageAlt: form.image_alt,
      legalStateOn: typedDay(ctx, 'legal_state_on', form.legal_state_on, 'past'),
      reviewBy: typedDay(ctx, 'review_by', form.review_by, 'future'),
      changeNote: form.change_note,
    },
    draft.tags,
  );

/** Throws `stale` with what stands there when somebody else saved meanwhile. */
export async function hold(ctx: Ctx, id: string, version: number | undefined): Promise<Draft> {
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
  await queries.saveWords(ctx, id, typedWords(ctx, draft, form));
  await recordStep(ctx, 'document.write', draft.documentId, { lang: draft.lang, version: draft.number });
  return readDraft(ctx, id);
}

/** Keeps what is being typed. Gives false when the draft is somebody else's by now or was saved elsewhere. */
export async function keepTyping(ctx: Ctx, id: string, form: DraftForm): Promise<boolean> {
  const draft = await readDraft(ctx, id);
  const legal = { legal_state_on: draft.legalStateOn ?? '', review_by: draft.reviewBy ?? '' };
  return (
    (await queries.keepTyped(ctx, id, form._version ?? -1, typedWords(ctx, draft, { ...form, ...legal }))) > 0
  );
}

export async function drop(ctx: Ctx, id: string): Promise<void> {
  const draft = await readDraft(ctx, id);
  if (!mayWrite(ctx.actor, draft).allowed) throw new AppError('conflict', { reason: 'notDraft' });
  await queries.deleteDraft(ctx, id);
  await recordStep(ctx, 'document.drop', draft.documentId, { lang: draft.lang, version: draft.number });
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
