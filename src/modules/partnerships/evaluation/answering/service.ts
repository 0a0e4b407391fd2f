import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { fromPerson, type GuestForm } from '#kernel/forms/guest.ts';
import { hashOf } from '#kernel/ids.ts';
import { isAudience } from '../schema.ts';
import { questionsOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { isCode, type Opened, plainCode } from './schema.ts';

/** What a code opens; null when it was used, never was, or the time is over. Says nothing of who holds it. */
export async function openedBy(ctx: Ctx, code: string): Promise<Opened | null> {
  const row = await queries.findOpened(ctx, hashOf(code));
  if (!row?.round_id || !row.partnership_id || !isAudience(row.audience) || !row.opened_on || !row.closes_on)
    return null;
  const { audience } = row;
  return {
    roundId: row.round_id,
    partnershipId: row.partnership_id,
    partnership: row.partnership ?? '',
    audience,
    closesOn: row.closes_on,
    questions: (await questionsOf(ctx, row.opened_on)).filter((question) => question.audience === audience),
  };
}

/** The code as it was typed from paper. Throws `invalid` when it opens nothing. */
export async function enteredCode(ctx: Ctx, typed: string): Promise<string> {
  const code = plainCode(typed);
  if (!isCode(code) || !(await openedBy(ctx, code)))
    throw invalid({ field: 'code', message: text[ctx.lang].enter.unknown });
  return code;
}

/** What was answered, by the code of the question. Every question may be left out. Throws `invalid` when all were. */
function answersIn(
  ctx: Ctx,
  opened: Opened,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const said = Object.fromEntries(
    opened.questions.flatMap(({ code, kind, options }) => {
      const value = values[code];
      if (typeof value !== 'string' || value.trim() === '') return [];
      if (kind === 'text') {
        if (value.trim().length > 2000) throw invalid({ field: code, message: 'too_long' });
        return [[code, value.trim()]];
      }
      return options.some((option) => option.value === value) ? [[code, value]] : [];
    }),
  );
  if (Object.keys(said).length === 0) throw invalid({ field: '', message: text[ctx.lang].enter.empty });
  return said;
}

/** Keeps the answers and uses the code up; a program in the trap is answered as if all went well. */
export async function answer(
  ctx: Ctx,
  code: string,
  form: GuestForm,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const opened = await openedBy(ctx, code);
  if (!opened) throw notFound();
  if (!fromPerson(ctx, form)) return;
  const { taken } = await queries.putAnswers(ctx, hashOf(code), answersIn(ctx, opened, values), false);
  if (!taken) throw notFound();
}

/** A paper sheet typed in by the coordinator: the same, and counted as such. */
export async function typeIn(
  ctx: Ctx,
  partnershipId: string,
  code: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const opened = await openedBy(ctx, code);
  if (opened?.partnershipId !== partnershipId) throw notFound();
  const { taken } = await queries.putAnswers(ctx, hashOf(code), answersIn(ctx, opened, values), true);
  if (!taken) throw notFound();
}
