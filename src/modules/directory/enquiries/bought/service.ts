import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { fieldErrors } from '#kernel/forms/forms.ts';
import { warsawDate } from '#kernel/time.ts';
import { holdsNumber } from '../fields/schema.ts';
import { type Answer, costs, DECLINES, type EnquiryState, isExpired } from '../schema.ts';
import { letter, note, openBought, questionsOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type BuyerView, type CloseForm, type ListItem, type Row, reply } from './schema.ts';

function answerOf(row: queries.AnswerRow): Answer | null {
  if (row.kind === null || row.answeredAt === null) return null;
  return {
    kind: row.kind === 'quote' ? 'quote' : 'decline',
    price: row.price,
    priceBasis: row.priceBasis === 'unit' ? 'unit' : 'total',
    validUntil: row.validUntil,
    body: row.body ?? '',
    declineReason: DECLINES.find((reason) => reason === row.declineReason) ?? null,
    answeredAt: row.answeredAt,
  };
}

/** Prices from the lowest; what has none comes last either way. */
function sorted(rows: readonly Row[], sort: string): Row[] {
  const down = sort.startsWith('-');
  const value = (row: Row): number | string | null => {
    if (sort.endsWith('name')) return row.name;
    if (sort.endsWith('answered')) return row.answer?.answeredAt.getTime() ?? null;
    return sort.endsWith('unit') ? row.unit : (row.total ?? row.unit);
  };
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
  });
}

/** Everything the buyer sees: who has seen it, who answered what, questions. Throws `not_found` for others. */
export async function buyerView(ctx: Ctx, key: string, sort = 'total'): Promise<BuyerView> {
  const { enquiry, by } = await openBought(ctx, key);
  const found = await queries.findRows(ctx, enquiry.id);
  const questions = await questionsOf(ctx, enquiry.id);
  const rows = found.map((row): Row => {
    const { id, entityId, name, sentAt, seenAt } = row;
    const answer = answerOf(row);
    const cost = answer ? costs(answer, enquiry.quantity) : { total: null, unit: null };
    return { id, entityId, name, sentAt, seenAt, answer, ...cost };
  });
  await note(ctx, 'view', enquiry.id);
  const expired = isExpired(enquiry, warsawDate(ctx.now));
  return { key, by, enquiry, rows: sorted(rows, sort), questions, expired, sort };
}

/** Answers a question, for everybody asked to read. */
export async function replyTo(ctx: Ctx, key: string, question: string, typed: unknown): Promise<void> {
  const field = `reply-${question}`;
  const parsed = reply.safeParse(typed);
  if (!parsed.success) throw invalid(...fieldErrors(parsed.error).map(({ message }) => ({ field, message })));
  const { enquiry, rows } = await buyerView(ctx, key);
  if (enquiry.state !== 'sent') throw invalid({ field: '', message: text[ctx.lang].bought.over });
  if (holdsNumber(parsed.data)) throw invalid({ field, message: text[ctx.lang].need.number });
  if ((await queries.reply(ctx, enquiry.id, question, parsed.data)) === 0) return;
  for (const { id } of rows) await letter(ctx, 'replied', id);
}

/** Ends the enquiry: somebody is chosen, or nobody and why. Everybody who answered is told. */
export async function close(ctx: Ctx, key: string, form: CloseForm): Promise<void> {
  const t = text[ctx.lang].bought;
  const { enquiry, rows, by } = await buyerView(ctx, key);
  if (by === 'draft' || enquiry.state !== 'sent') return;
  if (form.chosen === undefined) throw invalid({ field: 'chosen', message: 'choice' });
  const chosen = rows.find(({ id, answer }) => id === form.chosen && answer?.kind === 'quote') ?? null;
  if (form.chosen !== 'none' && !chosen) throw invalid({ field: 'chosen', message: 'choice' });
  if (!chosen && form.reason === null) throw invalid({ field: 'reason', message: t.reasonNeeded });
  if (holdsNumber(form.note)) throw invalid({ field: 'note', message: text[ctx.lang].need.number });
  const done = await queries.close(ctx, enquiry.id, {
    outcome: chosen ? 'chosen' : 'none',
    chosenId: chosen?.id ?? null,
    reason: chosen ? null : form.reason,
    note: form.note,
  });
  if (done === 0) return;
  for (const { id } of rows) await letter(ctx, 'closed', id);
  await note(ctx, 'enquiry.close', enquiry.id);
}

export const PAGE = 25;

export async function ownEnquiries(
  ctx: Ctx,
  page: number,
): Promise<{ items: readonly ListItem[]; total: number }> {
  const today = warsawDate(ctx.now);
  const rows = await queries.findOwn(ctx, PAGE, (page - 1) * PAGE);
  const { n } = await queries.countOwn(ctx);
  return {
    total: n ?? 0,
    items: rows.map(({ asked, answered, ...row }) => ({
      ...row,
      state: row.state as EnquiryState,
      asked: asked ?? 0,
      answered: answered ?? 0,
      expired: row.state === 'sent' && row.answerBy < today,
    })),
  };
}
