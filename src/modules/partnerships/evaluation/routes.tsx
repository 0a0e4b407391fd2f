import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { emptyBody, idParams } from '../schema.ts';
import { today } from '../service.ts';
import { placeOf } from '../standard/service.ts';
import { answeringRoutes } from './answering/routes.tsx';
import { decidingRoutes } from './deciding/routes.tsx';
import { comparisonsOf, conclusionsOf } from './deciding/service.ts';
import { invitingRoutes } from './inviting/routes.tsx';
import { hasTaken } from './inviting/service.ts';
import { EvaluationPage } from './pages/evaluation.tsx';
import { ClosePage, EvaluationsPage, OpenPage } from './pages/overview.tsx';
import { reportPdf } from './print/service.ts';
import { resultsOf, textsOf } from './results/service.ts';
import { evaluationParams, openBody } from './schema.ts';
import {
  closeEvaluation,
  coordinated,
  evaluationsOf,
  evaluationView,
  openEvaluation,
  questionsOf,
  turnoutOf,
} from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
const BASE = '/partnerships/:id/evaluation';
const ROUND = `${BASE}/:round`;

/** Evaluations: three audiences answer anonymously, then results, conclusions, a decision and a report. */
export const evaluationRoutes = ({ siteUrl = '' }: { readonly siteUrl?: string }): Route[] => [
  ...answeringRoutes,
  page(BASE, { ...work, params: idParams }, async (ctx, { params }) => {
    const place = await placeOf(ctx, params.id);
    const evaluations = await Promise.all(
      (await evaluationsOf(ctx, params.id)).map(async (evaluation) => ({
        evaluation,
        turnout: await turnoutOf(ctx, evaluation.id),
      })),
    );
    return <EvaluationsPage {...place} evaluations={evaluations} />;
  }),
  page(`${BASE}/new`, { ...manage, params: idParams }, async (ctx, { params }) => (
    <OpenPage {...(await mine(ctx, params.id))} formKey={newId()} />
  )),
  form(
    `${BASE}/new`,
    { ...manage, params: idParams, body: openBody },
    async (ctx, { params, body }) =>
      redirect(`/partnerships/${params.id}/evaluation/${await openEvaluation(ctx, params.id, body)}`),
    async (ctx, { params, values, errors }) => (
      <OpenPage {...(await mine(ctx, params.id))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page(ROUND, { ...work, params: evaluationParams }, (ctx, { params }) => report(ctx, params)),
  page(`${ROUND}/close`, { ...manage, params: evaluationParams }, async (ctx, { params }) => (
    <ClosePage view={await closing(ctx, params)} formKey={newId()} />
  )),
  form(
    `${ROUND}/close`,
    { ...manage, params: evaluationParams, body: emptyBody },
    async (ctx, { params }) => {
      await closeEvaluation(ctx, params.id, params.round);
      return redirect(`/partnerships/${params.id}/evaluation/${params.round}`);
    },
    async (ctx, { params, errors }) => (
      <ClosePage view={await closing(ctx, params)} formKey={newId()} errors={errors} />
    ),
  ),
  page(`${ROUND}/pdf`, { ...work, params: evaluationParams }, async (ctx, { params }) => {
    const bytes = await reportPdf(ctx, params.id, params.round);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(bytes.length),
        'content-disposition': 'attachment; filename="evaluation.pdf"',
        'cache-control': 'private, no-store',
      },
    });
  }),
  ...invitingRoutes(siteUrl),
  ...decidingRoutes,
];

async function mine(ctx: Ctx, id: string) {
  const place = await placeOf(ctx, id);
  if (!place.coordinates) throw notFound();
  return { ...place, due: addDays(today(ctx), 21) };
}

async function closing(ctx: Ctx, params: { id: string; round: string }) {
  const view = await coordinated(ctx, params.id, params.round);
  if (view.evaluation.state !== 'open') throw notFound();
  return view;
}

async function report(ctx: Ctx, params: { id: string; round: string }) {
  const view = await evaluationView(ctx, params.id, params.round);
  return (
    <EvaluationPage
      view={view}
      taken={view.evaluation.state === 'open' && (await hasTaken(ctx, params.round))}
      results={await resultsOf(ctx, view.evaluation)}
      texts={await textsOf(ctx, params.round)}
      questions={await questionsOf(ctx, view.evaluation.openedOn)}
      comparisons={await comparisonsOf(ctx, params.round)}
      conclusions={await conclusionsOf(ctx, params.round)}
    />
  );
}
