import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, formatDateTime, type LocalDate } from '#kernel/time.ts';
import type { Partnership } from '../../schema.ts';
import { note } from '../../service.ts';
import type { BudgetSource, Reading, WholePlan } from '../schema.ts';
import { text } from '../text.pl.ts';

const TEMPLATE = 'src/modules/partnerships/plan/pages/plan.typ';

interface Printed {
  readonly partnership: Partnership;
  readonly whole: WholePlan;
  readonly sources: readonly BudgetSource[];
  readonly budget: {
    readonly bySource: ReadonlyMap<string, number>;
    readonly total: number;
    readonly open: number;
  };
}

/** The plan as PDF/UA: what it wants, who does what, what it costs. */
export async function planPdf(ctx: Ctx, printed: Printed | null): Promise<Response> {
  if (!printed) throw notFound();
  const { partnership, whole, sources, budget } = printed;
  const { plan, goals, indicators, tasks, costs } = whole;
  const lang = ctx.lang === 'en' ? 'en' : 'pl';
  const t = text[lang];
  const day = (date: LocalDate) => formatDate(date, lang);
  const digits = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'pl-PL', {
    useGrouping: 'always',
    maximumFractionDigits: 2,
  });
  const money = (grosze: number) => `${digits.format(grosze / 100)}\u00a0zł`;
  const value = (n: number | null, unit: string) =>
    n === null ? '' : [digits.format(n), unit].filter(Boolean).join('\u00a0');
  const now = (r: Reading | null, unit: string) =>
    r === null
      ? t.unknown
      : r.few
        ? t.few
        : r.value === null
          ? t.unknown
          : `${value(r.value, unit)} (${day(r.on)})`;
  const name = (code: string) => sources.find((s) => s.code === code)?.name ?? code;
  const data = {
    generated: formatDateTime(ctx.now, lang),
    partnership: partnership.name,
    version: String(plan.version),
    facts: [
      [t.timeline.state, t.states[plan.state]],
      [t.form.from, day(plan.startsOn)],
      [t.form.to, day(plan.endsOn)],
      ...(plan.adoptedOn ? [[t.life.decision, t.adoptedOn(day(plan.adoptedOn), plan.decision)]] : []),
    ],
    summary: plan.summary,
    goals: goals.map((g) => ({
      title: g.title,
      description: g.description,
      until: `${day(g.startsOn)} – ${day(g.dueOn)}`,
      indicators: indicators
        .filter((i) => i.goalId === g.id)
        .map((i) => [
          `${i.name}\n${i.definition}`,
          value(i.baseline, i.unit),
          value(i.target, i.unit),
          now(i.reading, i.unit),
        ]),
      tasks: tasks
        .filter((task) => task.goalId === g.id)
        .map((task) => [
          task.title,
          [task.worker, task.institution].filter(Boolean).join(', '),
          `${day(task.startsOn)} – ${day(task.dueOn)}`,
          [t.tasks.states[task.state], task.doneNote].filter(Boolean).join('. '),
        ]),
    })),
    heads: {
      indicators: [t.indicators.name, t.indicators.baseline, t.indicators.target, t.indicators.value],
      tasks: [t.tasks.one, t.tasks.owner, t.tasks.due, t.tasks.state],
      costs: [t.budget.cost, t.budget.amount, t.budget.shares],
      sources: [t.budget.source, t.budget.amount, t.budget.basis],
    },
    budget: t.budget.title,
    costs: costs.map((c) => [
      c.title,
      money(c.amount),
      [
        ...c.shares.map((s) => `${name(s.source)}, ${s.institution}: ${money(s.amount)}`),
        ...(c.amount > c.financed ? [`${t.budget.open}: ${money(c.amount - c.financed)}`] : []),
      ].join('\n'),
    ]),
    sources: [
      ...sources
        .filter((s) => budget.bySource.has(s.code))
        .map((s) => [s.name, money(budget.bySource.get(s.code) ?? 0), s.source]),
      ...(budget.open > 0 ? [[t.budget.open, money(budget.open), '']] : []),
      [t.budget.total, money(budget.total), ''],
    ],
    assessmentTitle: t.assessment,
    assessment: plan.assessment,
  };
  await note(ctx, 'plan.print', partnership.id, { plan: plan.id, lang });
  const bytes = await renderPdf(TEMPLATE, data, { lang, title: plan.title, at: ctx.now });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="splot-plan-${plan.startsOn}-v${plan.version}.pdf"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
    },
  });
}
