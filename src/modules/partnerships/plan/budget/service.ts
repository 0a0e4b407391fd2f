import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { membersOf, note } from '../../service.ts';
import { sharesProblem } from '../policy.ts';
import { type costBody, type Plan, SHARES, type Share } from '../schema.ts';
import { costsOf, holdDraft, sourcesOf, tasksOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

type CostForm = z.output<typeof costBody>;

/** The lines of the form that name a source, read; a line half filled in says what it lacks. */
async function sharesFrom(ctx: Ctx, id: string, form: CostForm): Promise<Share[]> {
  const sources = (await sourcesOf(ctx)).map((s) => s.code);
  const members = (await membersOf(ctx, id)).map((m) => m.institutionId);
  const typed = form as Readonly<Record<string, unknown>>;
  return SHARES.flatMap((n) => {
    const [source, payer] = [String(typed[`source${n}`] ?? ''), String(typed[`payer${n}`] ?? '')];
    const part = form[`part${n}`];
    if (source === '' && payer === '' && part === null) return [];
    if (!sources.includes(source)) throw invalid({ field: `source${n}`, message: 'choice' });
    if (!members.includes(payer)) throw invalid({ field: `payer${n}`, message: 'choice' });
    if (part === null || part === 0) throw invalid({ field: `part${n}`, message: 'amount' });
    return [{ source, institutionId: payer, amount: part }];
  });
}

/** Writes a cost with the sources that pay it; refuses what would be paid twice. */
export async function saveCost(
  ctx: Ctx,
  id: string,
  planId: string,
  costId: string | null,
  form: CostForm,
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  const t = text[ctx.lang].budget;
  if (form.amount === 0) throw invalid({ field: 'amount', message: 'amount' });
  const shares = await sharesFrom(ctx, id, form);
  const problem = sharesProblem(form.amount, shares);
  if (problem)
    throw invalid({ field: problem === 'over' ? 'amount' : 'source1', message: t.problems[problem] });
  if (form.task !== '' && !(await tasksOf(ctx, planId)).some((task) => task.id === form.task))
    throw invalid({ field: 'task', message: 'choice' });
  const costs = await costsOf(ctx, planId);
  const old = costId === null ? null : costs.find((c) => c.id === costId);
  if (old === undefined) throw notFound();
  if (old && form._version !== undefined && old.rowVersion !== form._version) throw stale({});
  const cost = {
    id: old?.id ?? newId(),
    taskId: form.task === '' ? null : form.task,
    title: form.title,
    document: form.document,
    amount: form.amount,
  };
  const same = costs.some(
    (c) => c.id !== cost.id && c.taskId === cost.taskId && c.title.toLowerCase() === cost.title.toLowerCase(),
  );
  if (same) throw invalid({ field: 'title', message: t.problems.words });
  const at = { planId: plan.id, partnershipId: id };
  try {
    if (old) {
      await queries.dropShares(ctx, old.id);
      await queries.updateCost(ctx, cost);
    } else await queries.insertCost(ctx, { ...cost, ...at });
    for (const share of shares)
      await queries.insertShare(ctx, { ...share, ...at, id: newId(), costId: cost.id });
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'plan_cost_document')
      throw invalid({ field: 'document', message: t.problems.document });
    throw error;
  }
  await note(ctx, 'plan.cost', id, { plan: planId, cost: cost.id, amount: cost.amount });
}

export async function dropCost(ctx: Ctx, id: string, planId: string, costId: string): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  if ((await queries.dropCost(ctx, plan.id, costId)) === 0) throw notFound();
  await note(ctx, 'plan.cost_dropped', id, { plan: planId });
}

/** The budget as a spreadsheet reads it: a line for each source of each cost, and what nobody pays yet. */
export async function budgetCsv(ctx: Ctx, plan: Plan): Promise<string> {
  const t = text[ctx.lang].budget;
  const [costs, tasks, sources] = [
    await costsOf(ctx, plan.id),
    await tasksOf(ctx, plan.id),
    await sourcesOf(ctx),
  ];
  const name = (code: string) => sources.find((s) => s.code === code)?.name ?? code;
  const rows = costs.flatMap((c) => {
    const task = tasks.find((one) => one.id === c.taskId)?.title ?? '';
    const lines = c.shares.map((s) => [name(s.source), s.institution, s.amount / 100] as const);
    const open = c.amount - c.financed;
    return [...lines, ...(open > 0 ? [[t.open, '', open / 100] as const] : [])].map((line) => [
      c.title,
      task,
      c.document,
      c.amount / 100,
      ...line,
    ]);
  });
  return writeCsv(t.csv, rows);
}
