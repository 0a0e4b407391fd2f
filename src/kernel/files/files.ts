import { createHash } from 'node:crypto';
import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import { AppError, invalid, notFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { enqueue } from '../jobs.ts';
import { cleanName, contentMatches, type FileKind, kindOfName, MEDIA_TYPES } from './kinds.ts';
import { withoutMetadata } from './pictures.ts';
import { fileStore, newStorageKey } from './storage.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export interface NewFile {
  /** As the person's own device calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly allowed: readonly FileKind[];
  /** The institution that will keep the file; that of the actor when not given. A participant or the system names it. */
  readonly owner?: string;
  /** A picture that everybody may see from now on; set once. It is kept without what a camera wrote into it. */
  readonly isPublic?: boolean;
  /** The field of the form beside which a problem is shown; `file` when not given. */
  readonly field?: string;
}

/**
 * Stores a file and returns its id; it exists once the transaction has committed. The caller decides beforehand whether
 * the actor may attach it and where. Throws `invalid` when the file is empty, too large, of a kind not allowed, or not
 * what its name says.
 */
export async function storeFile(ctx: Ctx, file: NewFile): Promise<string> {
  const field = file.field ?? 'file';
  if (file.bytes.length === 0) throw invalid({ field, message: 'file' });
  if (file.bytes.length > MAX_FILE_BYTES) throw invalid({ field, message: 'file.too_large' });
  const name = cleanName(file.name);
  const kind = kindOfName(name);
  if (kind === null || !file.allowed.includes(kind)) throw invalid({ field, message: 'file.type' });
  const matches = await contentMatches(kind, file.bytes);
  const bytes = matches && file.isPublic ? withoutMetadata(kind, file.bytes) : file.bytes;
  if (!matches || bytes === null) throw invalid({ field, message: 'file.unsafe' });
  const { disk, scanner } = fileStore();
  const { actor } = ctx;
  const id = newId();
  const key = newStorageKey(ctx.now);
  await ctx.tx.run(sql`
    insert into kernel.file (id, owner_institution, owner_person, uploaded_by, name, kind, size, sha256, storage_key,
      scan_state, created_at, is_public)
    values (${id}, ${file.owner ?? actor.institutionId},
      ${actor.kind === 'participant' ? actor.subjectId : null}::uuid, ${actor.accountId}, ${name}, ${kind}, ${bytes.length},
      ${sha256(bytes)}, ${key}, ${scanner ? 'pending' : 'unscanned'}, ${ctx.now}, ${file.isPublic ?? false})`);
  if (scanner) await enqueue(ctx, 'file.scan', { id });
  // After the row: the database refuses first. Bytes whose row is rolled back afterwards are swept away later.
  await disk.put(key, bytes, { contentType: 'application/octet-stream' });
  return id;
}

export interface FileInfo {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly scanState: 'clean' | 'pending' | 'infected' | 'unscanned';
  readonly createdAt: Date;
}

interface FileRow {
  id: string;
  name: string;
  kind: string;
  size: number;
  sha256: string;
  scan_state: string;
  created_at: Date;
}

/** What is known of the files given, in the order of upload; those the actor may not see are left out. */
export async function listFiles(ctx: Ctx, ids: readonly string[]): Promise<FileInfo[]> {
  const rows = await ctx.tx.many<FileRow>(sql`
    select id, name, kind, size, sha256, scan_state, created_at from kernel.file
     where id = any(${ids}) order by created_at, id`);
  return rows.map(toInfo);
}

/** Which of the files are the institution's of the worker who asks: it alone may share and remove them. */
export async function ownFiles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx.many<{ id: string }>(sql`
    select id from kernel.file where id = any(${ids}) and owner_institution = ${ctx.actor.institutionId}`);
  return new Set(rows.map(({ id }) => id));
}

const toInfo = (row: FileRow): FileInfo => ({
  id: row.id,
  name: row.name,
  kind: row.kind as FileKind,
  size: row.size,
  sha256: row.sha256,
  scanState: row.scan_state as FileInfo['scanState'],
  createdAt: row.created_at,
});

/**
 * A file with its bytes. Row-level security knows institutions and persons; whether this worker may see this class of
 * data is for the caller to decide before. Throws `not_found` when there is none for the actor or when it is infected,
 * `unavailable` while it waits to be scanned, and Error when the bytes are not those that were stored.
 */
export async function openFile(ctx: Ctx, id: string): Promise<FileInfo & { readonly bytes: Uint8Array }> {
  const row = await ctx.tx.one<FileRow & { storage_key: string }>(sql`
    select id, name, kind, size, sha256, scan_state, created_at, storage_key from kernel.file where id = ${id}`);
  if (row.scan_state === 'infected') throw notFound();
  if (row.scan_state === 'pending') throw new AppError('unavailable', { reason: 'file_pending' });
  const bytes = await fileStore().disk.getBytes(row.storage_key);
  if (sha256(bytes) !== row.sha256)
    throw new Error('files: the bytes in storage are not those that were stored');
  return { ...toInfo(row), bytes };
}

/** The answer that hands a file over: always to save, never to show, and powerless should a browser show it anyway. */
export function fileResponse(file: FileInfo & { readonly bytes: Uint8Array }): Response {
  const plain = file.name.normalize('NFKD').replace(/[^\w. ()-]/g, (c) => (/\p{M}/u.test(c) ? '' : '_'));
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      'content-type': MEDIA_TYPES[file.kind],
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}

/** The answer that shows a public picture; it never changes under its id. */
export function imageResponse(file: FileInfo & { readonly bytes: Uint8Array }): Response {
  const { headers, body } = fileResponse(file);
  headers.set('content-disposition', 'inline');
  headers.set('cache-control', 'public, max-age=31536000, immutable');
  return new Response(body, { headers });
}

export type Recipient =
  | { readonly institutionId: string; readonly until?: Date }
  | { readonly personId: string; readonly until?: Date };

/**
 * Lets another institution or a person read a file that the actor's institution owns; again to move its end. Throws
 * `not_found` when the file is not theirs.
 */
export async function shareFile(ctx: Ctx, id: string, recipient: Recipient): Promise<void> {
  await unshareFile(ctx, id, recipient);
  const institution = 'institutionId' in recipient ? recipient.institutionId : null;
  const person = 'personId' in recipient ? recipient.personId : null;
  const shared = await ctx.tx.run(sql`
    insert into kernel.file_access (id, file_id, granted_by, institution_id, person_id, valid_to, created_at)
    select ${newId()}, id, owner_institution, ${institution}, ${person}, ${recipient.until ?? null}, ${ctx.now}
      from kernel.file where id = ${id} and owner_institution = ${ctx.actor.institutionId}`);
  if (shared === 0) throw notFound();
}

/** Takes the access back at once. Nothing happens when there was none. */
export async function unshareFile(ctx: Ctx, id: string, recipient: Recipient): Promise<void> {
  const institution = 'institutionId' in recipient ? recipient.institutionId : null;
  const person = 'personId' in recipient ? recipient.personId : null;
  await ctx.tx.run(sql`
    delete from kernel.file_access
     where file_id = ${id} and granted_by = ${ctx.actor.institutionId}
       and (institution_id = ${institution} or person_id = ${person})`);
}

/** Forgets a file of the actor's institution; its bytes go after the commit. Throws `not_found` when it is not theirs. */
export async function removeFile(ctx: Ctx, id: string): Promise<void> {
  const { storage_key: key } = await ctx.tx.one<{ storage_key: string }>(
    sql`delete from kernel.file where id = ${id} returning storage_key`,
  );
  await enqueue(ctx, 'file.erase', { key });
}

/** The system forgets the files, and what was shared with them, of persons who are erased: row-level security says who. */
export async function forgetFiles(ctx: Ctx): Promise<void> {
  await ctx.tx.run(sql`delete from kernel.file_access where person_id is not null`);
  const rows = await ctx.tx.many<{ storage_key: string }>(
    sql`delete from kernel.file where owner_person is not null returning storage_key`,
  );
  for (const { storage_key: key } of rows) await enqueue(ctx, 'file.erase', { key });
}

/** The system forgets these files, as far as row-level security lets it: only what hangs on what was erased. */
export async function forgetGiven(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const rows = await ctx.tx.many<{ storage_key: string }>(
    sql`delete from kernel.file where id = any(${ids}::uuid[]) returning storage_key`,
  );
  for (const { storage_key: key } of rows) await enqueue(ctx, 'file.erase', { key });
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
