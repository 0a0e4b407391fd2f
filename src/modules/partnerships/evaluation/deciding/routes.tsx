import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody } from '../../schema.ts';
import { TextsPage } from '../results/pages/texts.tsx';
import { judgeText, textsOf } from '../results/service.ts';
import { evaluationParams } from '../schema.ts';
import { questionsOf } from '../service.ts';
import { ComparisonPage, ConclusionPage, DecisionPage, type Sent } from './pages/forms.tsx';
import {
  comparisonBody,
  conclusionBody,
  decisionBody,
  removeParams,
  textBody,
  textParams,
} from './schema.ts';
import { addComparison, addConclusion, decide, deciding, removeLine } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const ROUND = '/partnerships/:id/evaluation/:round';
type At = z.output<typeof evaluationParams>;
const pathOf = (p: At) => `/partnerships/${p.id}/evaluation/${p.round}`;

/** After the answers: texts looked through, comparisons, conclusions, the decision. All by the coordinator. */
export const decidingRoutes: Route[] = [
  page(`${ROUND}/texts`, { ...manage, params: evaluationParams }, (ctx, { params }) => texts(ctx, params)),
  form(
    `${ROUND}/texts/:text`,
    { ...manage, params: textParams, body: textBody },
    async (ctx, { params, body }) => {
      await judgeText(ctx, params, body.what === 'show' ? body.body : '');
      return redirect(`${pathOf(params)}/texts`);
    },
    (ctx, { params }) => texts(ctx, params),
  ),
  ...oneForm('conclusions/new', conclusionBody, addConclusion, (sent) => <ConclusionPage {...sent} />),
  ...oneForm('comparisons/new', comparisonBody, addComparison, (sent) => <ComparisonPage {...sent} />),
  ...oneForm(
    'decide',
    decisionBody,
    (ctx, at, body) => decide(ctx, at, body.decision),
    (sent) => <DecisionPage {...sent} />,
  ),
  form(
    `${ROUND}/:what/:line/remove`,
    { ...manage, params: removeParams, body: emptyBody },
    async (ctx, { params }) => {
      await removeLine(ctx, params);
      return redirect(pathOf(params));
    },
  ),
];

/** A page with a form at `tail`, and what it does. */
function oneForm<B extends z.ZodType>(
  tail: string,
  body: B,
  act: (ctx: Ctx, at: At, form: z.output<B>) => Promise<void>,
  show: (sent: Sent) => unknown,
): Route[] {
  const at = { ...manage, params: evaluationParams };
  return [
    page(`${ROUND}/${tail}`, at, async (ctx, { params }) =>
      show({ view: await deciding(ctx, params), formKey: newId() }),
    ),
    form(
      `${ROUND}/${tail}`,
      { ...at, body },
      async (ctx, { params, body: typed }) => {
        await act(ctx, params, typed);
        return redirect(pathOf(params));
      },
      async (ctx, { params, values, errors }) =>
        show({ view: await deciding(ctx, params), formKey: newId(), values, errors }),
    ),
  ];
}

async function texts(ctx: Ctx, params: At) {
  const view = await deciding(ctx, params);
  const questions = await questionsOf(ctx, view.evaluation.openedOn);
  return <TextsPage view={view} texts={await textsOf(ctx, params.round)} questions={questions} />;
}
