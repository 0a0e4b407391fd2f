import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { FILE_KINDS } from '#kernel/files/kinds.ts';
import { hashOf } from '#kernel/ids.ts';
import { vector } from '#kernel/words/words.ts';
import { cleanLine, cleanText, linksIn, type Personal, personalIn, sameText } from '../policy.ts';
import type { Subject } from '../schema.ts';
import { rules } from '../service.ts';
import { text } from '../writing/text.pl.ts';
import * as queries from './queries.ts';

export interface Words {
  readonly title: string;
  readonly body: string;
}
export const cleaned = ({ title, body }: Words): Words => ({
  title: cleanLine(title),
  body: cleanText(body),
});
export const hashOfWords = ({ title, body }: Words): string => hashOf(sameText(`${title} ${body}`));
const stemsIn = ({ title, body }: Words): string => vector({ A: title, B: '', C: body }, []);
/** Only what stands in groups is searched word by word. */
export const stemsOf = (subject: Subject, words: Words): string | null =>
  subject.kind === 'topic' ? stemsIn(words) : null;

/** What is wrong with a text, whoever wrote it; `personal` is what must be asked about. */
export async function problems(
  ctx: Ctx,
  words: Words,
  form: { readonly personal?: 'yes' | undefined },
  signature = '',
): Promise<{ errors: FieldError[]; personal: Personal[] }> {
  const t = text[ctx.lang];
  const all = `${words.title}\n${words.body}\n${signature}`;
  const most = (await rules(ctx))(ctx.actor.kind === 'public' ? 'links_guest' : 'links_author');
  const personal = personalIn(all);
  const errors: FieldError[] = [];
  if (words.body === '') errors.push({ field: 'body', message: 'required' });
  if (linksIn(all) > most) errors.push({ field: 'body', message: t.tooManyLinks(most) });
  if (personal.length > 0 && form.personal !== 'yes')
    errors.push({
      field: 'personal',
      message: t.personalFound(personal.map((kind) => t.personal[kind]).join(', ')),
    });
  return { errors, personal };
}

/** The first words of a topic, as they are stored. Throws `invalid` for what is wrong with them. */
export async function checkedWords(
  ctx: Ctx,
  form: Words & { readonly personal?: 'yes' | undefined },
): Promise<Words & { hash: string; stems: string }> {
  const words = cleaned(form);
  const { errors } = await problems(ctx, words, form);
  if (errors.length > 0) throw invalid(...errors);
  const hash = hashOfWords(words);
  const { repeated, today } = await queries.findWritten(ctx, null, hash);
  if (repeated) throw invalid({ field: 'body', message: text[ctx.lang].repeated });
  if ((today ?? 0) >= (await rules(ctx))('per_author_day'))
    throw invalid({ field: '', message: text[ctx.lang].tooMany });
  return { ...words, hash, stems: stemsIn(words) };
}

/** A number of a person is looked at by somebody before everybody sees it, whatever the author says. */
export const beginning = (subject: Subject, personal: readonly Personal[]): 'waiting' | 'shown' =>
  subject.policy === 'before' || personal.includes('pesel') ? 'waiting' : 'shown';

/** Keeps a file with a comment of a group; nothing when none was chosen. Throws `invalid` for one that may not be kept. */
export async function attachFile(ctx: Ctx, commentId: string, file: unknown): Promise<void> {
  if (!(file instanceof File) || file.size === 0) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  await queries.attach(ctx, commentId, await storeFile(ctx, { name: file.name, bytes, allowed: FILE_KINDS }));
}

/** How much whoever acts has written in a day, and whether this text stands somewhere. */
export const writtenBefore = queries.findWritten;
