import { createHash } from 'node:crypto';
import { currentRequest } from '#kernel/auth/request.ts';
import { type Ctx, PUBLIC_ACTOR } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { fromPerson, type GuestForm, sourceOfDay } from '#kernel/forms/guest.ts';
import { hashOf, newId } from '#kernel/ids.ts';
import * as queries from './queries.ts';
import { FILES_MAX } from './schema.ts';
import { text } from './text.pl.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;
/** The code of a secret, to be written down: it and the number open the question as the link does. 50 bits. */
export const codeOf = (secret: string): string => {
  const code = [...createHash('sha256').update(`code ${secret}`).digest().subarray(0, CODE_LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
};
/** As somebody types it from paper. */
const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
export const codeHash = (code: string): string => hashOf(`advice ${plainCode(code)}`);

/** Whose forms of a day are counted together: an account's, or those of a network without one. */
export const sourceOf = (ctx: Ctx): string =>
  sourceOfDay(ctx, ctx.actor.kind === 'public' ? currentRequest().address : ctx.actor.accountId);

/** Throws `invalid` above the limit of a day. False for a program that is to think all went well. */
export async function admitted(ctx: Ctx, form: GuestForm): Promise<boolean> {
  if (!fromPerson(ctx, form)) return false;
  const { admitted: taken } = await queries.admit(ctx, newId(), sourceOf(ctx));
  if (!taken) throw invalid({ field: '', message: text[ctx.lang].tooMany });
  return true;
}

/** The files chosen in a form. Throws `invalid` when there are too many. */
export function filesIn(ctx: Ctx, value: unknown): readonly File[] {
  const files = (Array.isArray(value) ? value : [value]).filter(
    (file): file is File => file instanceof File && file.size > 0,
  );
  if (files.length > FILES_MAX) throw invalid({ field: 'files', message: text[ctx.lang].tooManyFiles });
  return files;
}

/** The files of a form, stored for the desk; what is wrong with one stops it before anything was written. */
export async function keepFiles(
  ctx: Ctx,
  files: readonly File[],
  owner: string,
  messageId: string,
): Promise<void> {
  // Who asks gives a file away: it is the desk's, not of their own window.
  const giver =
    ctx.actor.kind === 'participant' ? { ...ctx, actor: { ...ctx.actor, kind: PUBLIC_ACTOR.kind } } : ctx;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = await storeFile(giver, { name: file.name, bytes, allowed: FILE_KINDS, owner, field: 'files' });
    await queries.attach(ctx, id, messageId);
  }
}
