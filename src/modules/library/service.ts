import type { Actor, Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { listFiles } from '#kernel/files/files.ts';
import type { Lang } from '#kernel/i18n.ts';
import { factsOf } from './facts/schema.ts';
import * as queries from './queries.ts';
import {
  type Act,
  type Attachment,
  COMMENT_POLICIES,
  DOCUMENT_KINDS,
  type DocumentKind,
  LIST_PAGE,
  type Listed,
  type ListQuery,
  type Named,
  type Past,
  pathOf,
  SECTIONS,
  type Section,
  type Shown,
} from './schema.ts';
import { text } from './text.pl.ts';

const RELATED = 5;

export const kindOf = (kind: string): DocumentKind => DOCUMENT_KINDS.find((k) => k === kind) ?? 'page';

const asListed = (row: queries.ListedRow): Listed => ({
  id: row.id,
  kind: kindOf(row.kind),
  path: pathOf(kindOf(row.kind), row.slug, row.parentSlug),
  lang: row.lang,
  title: row.title,
  lead: row.lead,
  publishedAt: row.publishedAt ?? new Date(0),
  updatedAt: row.updatedAt ?? new Date(0),
});

const named = (ctx: Ctx, row: { code: string; namePl: string; nameEn: string }): Named => ({
  code: row.code,
  name: ctx.lang === 'en' ? row.nameEn : row.namePl,
});

export const themes = async (ctx: Ctx): Promise<readonly Named[]> =>
  (await queries.findThemes(ctx)).map((row) => named(ctx, row));

/** Documents of the kinds, newest first, in the reader's language where they have it; one page of them. */
export async function list(
  ctx: Ctx,
  kinds: readonly DocumentKind[],
  query: Partial<ListQuery>,
  size = LIST_PAGE,
): Promise<{ items: readonly Listed[]; more: boolean }> {
  const asked = query.kind && kinds.includes(query.kind) ? [query.kind] : kinds;
  const { theme, tag = null } = query;
  const page = [size + 1, ((query.page ?? 1) - 1) * size] as const;
  const rows =
    theme === undefined
      ? await queries.findNewest(ctx, asked, tag, ...page)
      : await queries.findNewestOn(ctx, theme, asked, tag, ...page);
  const items = await listedByIds(
    ctx,
    rows.slice(0, size).map(({ id }) => id),
  );
  return { items, more: rows.length > size };
}

export const listedByIds = async (ctx: Ctx, ids: readonly string[]): Promise<readonly Listed[]> =>
  (await queries.findByIds(ctx, ids)).map(asListed);

export interface Address {
  readonly section: Section;
  readonly slug: string;
  /** The slug of the publication of a chapter. */
  readonly parent?: string;
  /** The language wished, when it is not that of the page. */
  readonly lang?: string | undefined;
}

/**
 * What is read at an address now. Gives the path to go to when the document has moved.
 * Throws `not_found` when nothing is shown there.
 */
export async function read(ctx: Ctx, at: Address): Promise<Shown | { readonly movedTo: string }> {
  const kinds = at.parent === undefined ? SECTIONS[at.section] : (['chapter'] as const);
  const row = await queries.findShown(
    ctx,
    { kinds, slug: at.slug, parent: at.parent ?? null },
    at.lang ?? ctx.lang,
  );
  if (row) return shown(ctx, row);
  const path = `/${at.section}/${at.parent === undefined ? '' : `${at.parent}/`}${at.slug}`;
  const moved = await queries.findRedirect(ctx, path);
  if (!moved) throw notFound();
  return { movedTo: pathOf(kindOf(moved.kind), moved.slug, moved.parentSlug) };
}

async function shown(ctx: Ctx, row: queries.ShownRow): Promise<Shown> {
  const kind = kindOf(row.kind);
  const related = await queries.findRelated(ctx, row.id, RELATED);
  return {
    ...asListed(row),
    slug: row.slug,
    parent:
      row.parentId === null || row.parentSlug === null
        ? null
        : {
            id: row.parentId,
            slug: row.parentSlug,
            path: pathOf(kind === 'pilot' ? 'model' : 'publication', row.parentSlug, null),
            title: row.parentTitle ?? row.parentSlug,
          },
    versionId: row.versionId,
    number: row.number,
    langs: row.langs ?? [row.lang],
    body: row.body,
    facts: factsOf(kind, row.facts),
    imageId: row.imageId,
    imageAlt: row.imageAlt,
    imageLicence: row.imageLicence,
    legalStateOn: row.legalStateOn,
    reviewBy: row.reviewBy,
    changeNote: row.changeNote,
    comments: COMMENT_POLICIES.find((policy) => policy === row.comments) ?? 'off',
    themes: (await queries.findThemesOf(ctx, row.id)).map((theme) => named(ctx, theme)),
    tags: row.tags,
    acts: (await queries.findActsOf(ctx, row.id)).map((act) => asAct(ctx, act)),
    attachments: await attachmentsOf(ctx, row.id),
    related: await listedByIds(
      ctx,
      related.map(({ id }) => id),
    ),
  };
}

function asAct(ctx: Ctx, row: queries.ActRow): Act {
  const { namePl, nameEn, ...rest } = row;
  return { ...rest, name: ctx.lang === 'en' ? nameEn : namePl };
}

/** Every version of a document that readers have seen in a language, newest first. */
export const history = async (ctx: Ctx, documentId: string, lang: string): Promise<readonly Past[]> =>
  (await queries.findHistory(ctx, documentId, lang)).map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    changeNote: row.changeNote,
    from: row.from ?? new Date(0),
    to: row.to,
  }));

/** The text of a version the reader may see. Throws `not_found`. */
export async function versionText(ctx: Ctx, id: string) {
  const row = await queries.findVersionText(ctx, id);
  if (!row) throw notFound();
  return row;
}

export const imageOf = async (ctx: Ctx, fileId: string): Promise<boolean> =>
  (await queries.findImage(ctx, fileId)) !== null;

/** The id of the stored file of an attachment. Throws `not_found`. */
export async function fileOf(ctx: Ctx, attachmentId: string): Promise<string> {
  const row = await queries.findFile(ctx, attachmentId);
  if (!row) throw notFound();
  return row.fileId;
}

/** Files to download with a document. */
export async function attachmentsOf(ctx: Ctx, documentId: string): Promise<readonly Attachment[]> {
  const rows = await queries.findAttachments(ctx, documentId);
  if (rows.length === 0) return [];
  const files = await listFiles(
    ctx,
    rows.map((row) => row.fileId),
  );
  return rows.flatMap((row) => {
    const file = files.find(({ id }) => id === row.fileId);
    return file ? [{ ...row, kind: file.kind, size: file.size }] : [];
  });
}

/** What the discussion under a document needs to know of it; null when readers do not see it. */
export async function documentSubject(ctx: Ctx, id: string) {
  const [listed] = await listedByIds(ctx, [id]);
  const policy = listed && (await queries.findPolicy(ctx, id))?.comments;
  return listed
    ? {
        title: listed.title,
        path: listed.path,
        policy: COMMENT_POLICIES.find((each) => each === policy) ?? ('off' as const),
        guests: true,
      }
    : null;
}

/** What the head of a page offers: knowledge for everybody, the desk for editors. */
export function librarySections(actor: Pick<Actor, 'kind' | 'permissions'>, path: string, lang: Lang) {
  const t = text[lang];
  const within = Object.keys(SECTIONS).some(
    (section) => section !== 'pages' && (path === `/${section}` || path.startsWith(`/${section}/`)),
  );
  const editing = path.startsWith('/library/edit');
  return [
    ...(actor.kind === 'participant'
      ? []
      : [
          {
            href: '/knowledge',
            label: t.nav,
            current: !editing && (within || path.startsWith('/knowledge')),
          },
        ]),
    ...(actor.permissions.has('library.edit')
      ? [{ href: '/library/edit', label: t.desk, current: editing }]
      : []),
  ];
}
