import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate } from '#kernel/time.ts';
import { today } from '../../service.ts';
import { CONCLUSIONS } from '../deciding/schema.ts';
import { comparisonsOf, conclusionsOf } from '../deciding/service.ts';
import type { Distribution, Shown } from '../results/schema.ts';
import { resultsOf, textsOf } from '../results/service.ts';
import { AUDIENCES, type Question, type Turnout } from '../schema.ts';
import { evaluationView, questionsOf } from '../service.ts';
import { text } from '../text.pl.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function audienceOf(
  ctx: Ctx,
  audience: (typeof AUDIENCES)[number],
  from: {
    turnout: readonly Turnout[];
    results: readonly Distribution[];
    texts: readonly Shown[];
    questions: readonly Question[];
  },
) {
  const t = text[ctx.lang];
  const group = from.turnout.find((each) => each.audience === audience);
  const said = from.texts.filter((each) => each.audience === audience && each.state === 'shown');
  return {
    title: t.audiences[audience],
    turnout: `${t.turnout(group?.answered ?? 0, group?.issued ?? 0)}${group && group.byHand > 0 ? ` ${t.byHand(group.byHand)}` : ''}`,
    questions: from.results
      .filter(({ question }) => question.audience === audience)
      .map(({ question, answers, total, agree, before }) => ({
        words: question.words,
        finding: [
          agree === null ? null : t.results.agree(percent(agree)),
          t.results.answers(total),
          before === null ? null : t.results.before(percent(before)),
        ]
          .filter(Boolean)
          .join('; '),
        rows: answers.map(({ label, n }) => ({ label, n, share: percent(n / total) })),
      })),
    texts: from.questions
      .filter(({ code }) => said.some(({ question }) => question === code))
      .map(({ code, words }) => ({
        words,
        items: said.filter(({ question }) => question === code).map(({ body }) => body),
      })),
  };
}

/** The report as an accessible PDF, once the time for answers is over. Throws `not_found` before. */
export async function reportPdf(ctx: Ctx, id: string, round: string): Promise<Uint8Array> {
  const t = text[ctx.lang];
  const view = await evaluationView(ctx, id, round);
  const { evaluation, turnout } = view;
  if (evaluation.state === 'open') throw notFound();
  const found = {
    turnout,
    results: await resultsOf(ctx, evaluation),
    texts: await textsOf(ctx, round),
    questions: await questionsOf(ctx, evaluation.openedOn),
  };
  const conclusions = await conclusionsOf(ctx, round);
  const c = t.compare;
  const data = {
    generated: formatDate(today(ctx), ctx.lang),
    decision: evaluation.decision,
    conclusions: CONCLUSIONS.flatMap((kind) => {
      const items = conclusions.filter((each) => each.kind === kind).map(({ body }) => body);
      return items.length > 0 ? [{ title: t.conclusions.kinds[kind], items }] : [];
    }),
    audiences: AUDIENCES.map((audience) => audienceOf(ctx, audience, found)),
    comparisons: (await comparisonsOf(ctx, round)).map((each) => [
      each.indicator,
      each.definition,
      each.here,
      `${each.there} (${each.other})`,
      each.source,
      each.caveat,
    ]),
    words: {
      decision: evaluation.decidedOn
        ? t.decide.on(formatDate(evaluation.decidedOn, ctx.lang))
        : t.decide.title,
      conclusions: t.conclusions.title,
      noConclusions: t.conclusions.none,
      few: t.results.few,
      barHead: [t.results.answer, t.results.count, '%'],
      compare: c.title,
      german: c.german,
      compareHead: [c.indicator, c.definition, c.here, c.there, c.source, c.caveat],
      noComparisons: c.none,
      method: t.method,
      methodText: t.methodText,
    },
  };
  return renderPdf('src/modules/partnerships/evaluation/print/pages/report.typ', data, {
    lang: ctx.lang,
    title: `${t.report(evaluation.title)}, ${view.partnership.name}`,
    at: ctx.now,
  });
}
