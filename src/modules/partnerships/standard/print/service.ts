import type { Ctx } from '#kernel/context.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate } from '#kernel/time.ts';
import { today } from '../../service.ts';
import type { Figure, MeasuresHost } from '../figures/schema.ts';
import { figuresOf } from '../figures/service.ts';
import { LEVELS, tally } from '../schema.ts';
import { roundView } from '../service.ts';
import { tasksOf } from '../tasks/service.ts';
import { text } from '../text.pl.ts';

/** A round as its reader may see it, on paper. Before the disclosure it holds the own answers alone. */
export async function checkPdf(
  ctx: Ctx,
  host: Partial<MeasuresHost>,
  id: string,
  year: number,
): Promise<Uint8Array> {
  const t = text[ctx.lang];
  const view = await roundView(ctx, id, year);
  const { round, conclusions, answers, own } = view;
  const figures = await figuresOf(ctx, host, id, year);
  const tasks = round.state === 'answering' ? [] : await tasksOf(ctx, round.id);
  const count = tally(conclusions);
  const day = (date: string) => formatDate(date, ctx.lang);
  const period = figures[0]?.period;
  const data = {
    version: '',
    generated: day(today(ctx)),
    facts: [
      [t.standardColumn, t.version(round.standard, round.version)],
      [t.state, t.states[round.state]],
      ...LEVELS.map((level) => [t.levels[level], t.requirements(count[level])]),
    ],
    summary: round.summary,
    chapters: view.chapters.map((chapter) => ({
      title: t.answer.title(chapter.number, chapter.title),
      rows: chapter.requirements.map((r) => {
        const mine = answers.find((a) => a.code === r.code && a.institutionId === own?.institutionId);
        const common = conclusions.find(({ code }) => code === r.code);
        return [
          `${r.code}. ${r.title}`,
          mine ? t.levels[mine.level] : t.noAnswer,
          common ? t.levels[common.level] : '',
          common?.note ?? '',
        ];
      }),
    })),
    figures: figures.map((figure) => [`${figure.name} (${figure.requirement})`, ...numbers(ctx, figure)]),
    definitions: figures.map((f) => `${f.name}. ${f.definition} ${t.figures.source(f.source)}`),
    tasks: tasks.map((task) => [task.what, task.institution, day(task.dueOn), t.tasks.states[task.state]]),
    words: {
      overall: t.conclude.overall,
      requirementHead: [t.requirement, t.ownAnswer, t.common, t.conclude.note],
      figures: t.figures.title,
      figuresLead: `${t.figures.lead} ${period ? t.figures.period(day(period.from), day(period.to)) : ''}`,
      figureHead: [t.figures.measure, t.figures.share, t.figures.counted, t.figures.total],
      tasks: t.tasks.title,
      taskHead: [t.tasks.what, t.tasks.institution, t.tasks.due, t.tasks.state],
      noTasks: t.tasks.none,
    },
  };
  return renderPdf('src/modules/partnerships/standard/print/pages/check.typ', data, {
    lang: ctx.lang,
    title: `${t.year(year)}: ${view.partnership.name}`,
    at: ctx.now,
  });
}

/** Share, numerator, denominator as words; a small one is never a number. */
function numbers(ctx: Ctx, { share, counted, total }: Figure): string[] {
  const t = text[ctx.lang].figures;
  if (total === null) return ['–', t.hidden, t.few];
  return [
    share === null ? '–' : `${Math.round(share * 100)} %`,
    counted === null ? t.hidden : String(counted),
    String(total),
  ];
}
