import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { dropDraft, type FormValues, listDrafts, saveDraft, typed } from '#kernel/forms/forms.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import type { CaseHead } from '../../../schema.ts';
import { caseHead, loadCase, recordView, team } from '../../../service.ts';
import { mayDirect } from '../../policy.ts';
import type { Plan } from '../../schema.ts';
import { editDecision, openPlan } from '../../service.ts';

/** A date as it is written in a field: figures, which every language reads back. */
export const written = (date: LocalDate | null) => (date ? formatDate(date, 'pl') : '');

export interface Typing {
  readonly values: Readonly<Record<string, unknown>>;
  readonly restored: boolean;
}

/** Typing is kept under the form it belongs to, for its author alone. */
const kindOf = (caseId: string, form: string) => `plan:${caseId}:${form}`;

/** What was typed into this form and never saved, otherwise `fresh`. */
export async function typingOf(
  ctx: Ctx,
  caseId: string,
  form: string,
  fresh: Readonly<Record<string, unknown>>,
): Promise<Typing> {
  const [draft] = await listDrafts(ctx, kindOf(caseId, form));
  return draft ? { values: draft.data, restored: true } : { values: fresh, restored: false };
}

/** Saved: the typing is needed no more. */
export async function forget(ctx: Ctx, caseId: string, form: string): Promise<void> {
  for (const draft of await listDrafts(ctx, kindOf(caseId, form))) await dropDraft(ctx, draft.id);
}

/** Keeps what is being typed; the first time only from a form that was opened (it carries its key). */
export async function keep(ctx: Ctx, caseId: string, form: string, values: FormValues): Promise<void> {
  await loadCase(ctx, caseId);
  const kind = kindOf(caseId, form);
  const [before] = await listDrafts(ctx, kind);
  if (typed(values, '_key') !== '' || before) await saveDraft(ctx, kind, before?.id ?? null, values);
}

/** The draft as a form shows it to whoever may send it, with its access record; otherwise `not_found`. */
export async function draftOf(
  ctx: Ctx,
  caseId: string,
  as: 'writer' | 'coordinator' = 'writer',
): Promise<{ head: CaseHead; plan: Plan }> {
  const c = await loadCase(ctx, caseId);
  const plan = await openPlan(ctx, caseId);
  if (plan?.state !== 'draft') throw notFound();
  const answer =
    as === 'writer' ? await editDecision(ctx, c, plan) : mayDirect(ctx.actor, c, await team(ctx, caseId));
  if (!answer.allowed) throw notFound();
  await recordView(ctx, c, 'plan', ['D1', 'D5'], plan.id);
  return { head: await caseHead(ctx, c), plan };
}

/** What every form of a draft carries. */
export const common = (head: CaseHead, form: string, path: string) => ({
  head,
  formKey: newId(),
  action: `/cases/${head.case.id}/plan${path}`,
  autosave: `/cases/${head.case.id}/plan/typing/${form}`,
});
