import type { Ctx } from '#kernel/context.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { helpLines } from '#modules/site/api.ts';
import { insertNotice, lastLetter } from '../../mail/api.ts';
import type { AdviceHost } from '../../schema.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

const KINDS = ['received', 'answered', 'closed'] as const;
export type LetterKind = (typeof KINDS)[number];

/** A link that opens the question, made for one letter. For the system alone. */
export async function linkFor(ctx: Ctx, host: AdviceHost, questionId: string): Promise<string> {
  const secret = newSecret();
  await queries.newLink(ctx, hashOf(secret), questionId);
  return `${host.siteUrl}/advice/q/${secret}`;
}

/** Whoever may be in a crisis reads first where somebody answers at once. */
async function helpFor(ctx: Ctx, urgent: boolean, read: Lang): Promise<string[]> {
  if (!urgent) return [];
  const lines = await helpLines({ ...ctx, lang: read });
  return [text[read].atOnce, ...lines.map(({ number, name }) => `${number} – ${name}`), ''];
}

/** Tells who asked that something happened, with a link and without a word of the content. */
export async function tell(
  ctx: Ctx,
  host: AdviceHost,
  { question, kind }: Readonly<Record<string, string>>,
): Promise<void> {
  const what = KINDS.find((known) => known === kind);
  if (!what || question === undefined) return;
  const to = await queries.findAddressee(ctx, question);
  if (!to) return;
  const lang = isLang(to.lang) ? to.lang : 'pl';
  const t = text[lang];
  const desk = (lang === 'en' && to.deskEn) || to.deskPl;
  const before = await lastLetter(ctx, question);
  const id = await sendMail(ctx, {
    to: to.email,
    inReplyTo: before?.mailId ?? undefined,
    subject: t[what].subject(to.number),
    body: [
      ...(await helpFor(ctx, to.urgent, lang)),
      t[what].body,
      '',
      await linkFor(ctx, host, question),
      '',
      t.keep,
      t.notYou,
      '',
      desk,
    ].join('\n'),
  });
  await insertNotice(ctx, id, question);
}
