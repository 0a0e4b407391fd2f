import type { Ctx } from '#kernel/context.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { addDays, formatDate, warsawDate } from '#kernel/time.ts';
import type { LetterKind } from '../schema.ts';
import { limits } from '../service.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

/** What somebody typed goes into a letter without what may be a number of a person, and in one line. */
const safe = (typed: string): string =>
  typed
    .replace(/\d{11,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

async function link(
  ctx: Ctx,
  siteUrl: string,
  enquiryId: string,
  recipientId: string | null,
): Promise<string> {
  const token = newSecret();
  await queries.addToken(ctx, hashOf(token), enquiryId, recipientId);
  return `${siteUrl}/enquiries/${recipientId === null ? '' : 'received/'}${token}`;
}

const TO_BUYER = ['confirm', 'answered', 'question'] as const;
type ToBuyer = (typeof TO_BUYER)[number];
const isToBuyer = (kind: LetterKind): kind is ToBuyer => TO_BUYER.some((one) => one === kind);

/** The enquiry a letter is about: its id, or the id of an asked entity, or of a question. */
async function enquiryOf(ctx: Ctx, kind: ToBuyer, id: string): Promise<string | null> {
  if (kind === 'confirm') return id;
  const row =
    kind === 'question' ? await queries.findQuestionEnquiry(ctx, id) : await queries.findRecipient(ctx, id);
  return row?.enquiryId ?? null;
}

async function toBuyer(ctx: Ctx, kind: ToBuyer, id: string, siteUrl: string): Promise<void> {
  const enquiryId = await enquiryOf(ctx, kind, id);
  const about = enquiryId === null ? null : await queries.findForLetter(ctx, enquiryId);
  if (!about?.buyerEmail || (kind === 'confirm') !== (about.state === 'confirming')) return;
  const lang = about.lang === 'en' ? 'en' : 'pl';
  const t = text[lang].buyer[kind];
  const category = lang === 'en' ? about.categoryEn : about.categoryPl;
  await sendMail(ctx, {
    to: about.buyerEmail,
    subject: t.subject,
    body: t.body(category, safe(about.place), await link(ctx, siteUrl, about.enquiryId, null)),
  });
}

/** A reminder before its day reminds of nothing. */
const early = (ctx: Ctx, answerBy: string): boolean => warsawDate(ctx.now) < addDays(answerBy, -1);

/** Entities read Polish; the language of the buyer says nothing about theirs. */
const LANG = 'pl';

async function toEntity(
  ctx: Ctx,
  kind: Exclude<LetterKind, ToBuyer>,
  id: string,
  siteUrl: string,
): Promise<void> {
  const recipient = await queries.findRecipient(ctx, id);
  // Without an address it stands in Splot alone, for the institution that keeps the record.
  if (!recipient || recipient.email === '') return;
  const about = await queries.findForLetter(ctx, recipient.enquiryId);
  if (!about || about.state === 'stopped') return;
  if (kind === 'remind' && (recipient.answered || about.state !== 'sent' || early(ctx, about.answerBy)))
    return;
  const said =
    kind !== 'closed' ? kind : about.chosenId === id ? 'chosen' : recipient.answered ? 'notChosen' : 'ended';
  const t = text[LANG].entity[said];
  await sendMail(ctx, {
    to: recipient.email,
    subject: t.subject,
    body: t.body({
      who: safe(about.buyerName ?? ''),
      what: about.categoryPl,
      where: safe(about.place),
      until: formatDate(about.answerBy, LANG),
      link: await link(ctx, siteUrl, about.enquiryId, id),
    }),
  });
}

/** Writes the letter a job asks for; nothing when it has become pointless since. */
export async function write(ctx: Ctx, kind: LetterKind, id: string, siteUrl: string): Promise<void> {
  if (isToBuyer(kind)) await toBuyer(ctx, kind, id, siteUrl);
  else await toEntity(ctx, kind, id, siteUrl);
}

/** Erases what is kept no longer: contacts after their months, their links, drafts nobody sent. */
export async function eraseOld(ctx: Ctx): Promise<void> {
  await queries.eraseDrafts(ctx);
  await queries.eraseContacts(ctx, (await limits(ctx))('contact_months', 24));
  await queries.eraseTokens(ctx);
}
