import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { mayEdit } from '../../policy.ts';
import { pathOf, SECTIONS, type Section } from '../../schema.ts';
import { kindOf, listedByIds } from '../../service.ts';
import { lockDocument } from '../queries.ts';
import type { Arranged, AttachmentForm, NewActForm, SettingsForm } from '../schema.ts';
import * as queries from './queries.ts';

export const IMAGES = ['png', 'jpeg', 'webp'] as const;
export const DOWNLOADS = ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'txt'] as const;

/** A document as its editors arrange it. Throws `not_found`. */
export async function arranged(ctx: Ctx, id: string): Promise<Arranged> {
  const row = mayEdit(ctx.actor).allowed ? await queries.findArranged(ctx, id) : null;
  if (!row) throw notFound();
  const { parentSlug, ...rest } = row;
  const kind = kindOf(row.kind);
  const versions = await queries.findVersions(ctx, id);
  const related = await queries.findRelatedOf(ctx, id);
  return {
    ...rest,
    kind,
    path: pathOf(kind, row.slug, parentSlug),
    title: versions[0]?.title ?? row.slug,
    versions,
    themes: (await queries.findThemesOf(ctx, id)).map((row) => row.theme),
    acts: await queries.findActsOf(ctx, id),
    related: await listedByIds(
      ctx,
      related.map((r) => r.id),
    ),
  };
}

/** Words between commas, each once. */
export const tagsOf = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .split(',')
        .map((tag) => tag.trim().toLocaleLowerCase('pl').slice(0, 60))
        .filter(Boolean),
    ),
  ].slice(0, 20);

const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** `act: articles`, one a line. Throws `invalid` naming what is no act. */
async function actsOf(ctx: Ctx, typed: string): Promise<{ act: string; articles: string }[]> {
  const known = await queries.findActs(ctx);
  return linesOf(typed).map((line) => {
    const [name = '', ...rest] = line.split(':');
    const act = known.find((each) => each.code === name.trim() || each.short === name.trim());
    if (!act) throw invalid({ field: 'acts', message: 'choice' });
    return { act: act.code, articles: rest.join(':').trim().slice(0, 200) };
  });
}

/** The document at an address such as `/news/…`. Throws `invalid` on the field when there is none. */
async function documentAt(ctx: Ctx, path: string, field: string): Promise<string> {
  const [section = '', first = '', second] = path
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .filter(Boolean);
  const kinds = second === undefined ? SECTIONS[section as Section] : ['chapter'];
  const found =
    kinds && (await queries.findAt(ctx, kinds, second ?? first, second === undefined ? null : first));
  if (!found) throw invalid({ field, message: 'choice' });
  return found.id;
}

/** What is not words: address, subjects, acts, what is recommended. An old address goes on leading here. */
export async function arrange(ctx: Ctx, id: string, form: SettingsForm): Promise<void> {
  const held = mayEdit(ctx.actor).allowed ? await lockDocument(ctx, id) : null;
  if (!held) throw notFound();
  const before = await arranged(ctx, id);
  if (form._version !== undefined && form._version !== held.rowVersion) throw stale({ ...before });
  const acts = await actsOf(ctx, form.acts);
  const related = await Promise.all(linesOf(form.related).map((path) => documentAt(ctx, path, 'related')));
  if (form.slug !== before.slug) await move(ctx, before, form.slug);
  await queries.updateDocument(ctx, id, {
    slug: form.slug,
    position: form.position,
    comments: form.comments,
    tags: tagsOf(form.tags),
    imageLicence: form.image_licence,
  });
  await queries.clearThemes(ctx, id);
  await queries.insertThemes(ctx, id, form.themes);
  await queries.clearActs(ctx, id);
  for (const each of acts) await queries.insertAct(ctx, id, each.act, each.articles);
  await queries.clearRelated(ctx, id);
  for (const [i, other] of related.entries())
    if (other !== id) await queries.insertRelated(ctx, id, other, i);
  await record(ctx, { action: 'document.arrange', objectType: 'document', objectId: id });
}

async function move(ctx: Ctx, document: Arranged, slug: string): Promise<void> {
  const path = document.path.slice(0, -document.slug.length);
  const parts = path.split('/').filter(Boolean);
  const parent = document.kind === 'chapter' ? (parts[1] ?? null) : null;
  const kinds = document.kind === 'chapter' ? ['chapter'] : Object.values(SECTIONS).flat();
  if (await queries.findAt(ctx, kinds, slug, parent)) throw invalid({ field: 'slug', message: 'duplicate' });
  await queries.deleteRedirect(ctx, `${path}${slug}`);
  await queries.insertRedirect(ctx, document.path, document.id);
}

/** The picture of a document; everybody sees it. */
export async function setImage(ctx: Ctx, id: string, file: File | null): Promise<void> {
  if (!(await queries.findArranged(ctx, id)) || !mayEdit(ctx.actor).allowed) throw notFound();
  const stored =
    file &&
    (await storeFile(ctx, {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      allowed: IMAGES,
      isPublic: true,
      field: 'image',
    }));
  await queries.setImage(ctx, id, stored);
  await record(ctx, { action: 'document.image', objectType: 'document', objectId: id });
}

/** A file to download, public from now on. Throws `invalid` when there is none or it is not what its name says. */
export async function attach(ctx: Ctx, id: string, form: AttachmentForm, file: File | null): Promise<void> {
  if (!(await queries.findArranged(ctx, id)) || !mayEdit(ctx.actor).allowed) throw notFound();
  if (!file) throw invalid({ field: 'file', message: 'required' });
  const fileId = await storeFile(ctx, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    allowed: DOWNLOADS,
    isPublic: true,
  });
  await queries.insertAttachment(ctx, { id: newId(), documentId: id, fileId, ...form });
  await record(ctx, { action: 'document.attach', objectType: 'document', objectId: id });
}

export async function detach(ctx: Ctx, id: string, attachmentId: string): Promise<void> {
  if (!mayEdit(ctx.actor).allowed || (await queries.deleteAttachment(ctx, id, attachmentId)) === 0)
    throw notFound();
  await record(ctx, { action: 'document.detach', objectType: 'document', objectId: id });
}

export const acts = (ctx: Ctx) => queries.findActs(ctx);

/** Adds an act for texts to rest on. Throws `invalid` when the code is taken. */
export async function addAct(ctx: Ctx, form: NewActForm): Promise<void> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const added = await queries.insertNewAct(ctx, {
    code: form.code,
    short: form.short,
    namePl: form.name_pl,
    nameEn: form.name_en || form.name_pl,
    journal: form.journal,
    url: form.url || null,
    source: form.journal,
  });
  if (added === 0) throw invalid({ field: 'code', message: 'duplicate' });
  await record(ctx, { action: 'act.add', objectType: 'act', detail: { act: form.code } });
}

/** Notes that an act changed on a day; everything that rests on an older legal state goes to the desk. */
export async function actChanged(ctx: Ctx, code: string, typed: string, note: string): Promise<void> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const on = parseDate(typed, { today: warsawDate(ctx.now) });
  if (on === null) throw invalid({ field: 'on', message: 'date.invalid' });
  if ((await queries.markActChanged(ctx, code, on, note)) === 0) throw notFound();
  await record(ctx, { action: 'act.changed', objectType: 'act', detail: { act: code, on } });
}
