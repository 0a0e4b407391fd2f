import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import type { MeasuresHost } from '../figures/schema.ts';
import { figuresOf } from '../figures/service.ts';
import { chapterBody, chapterParams, roundParams } from '../schema.ts';
import { roundView } from '../service.ts';
import { ConcludePage, FinishPage } from './pages/conclude.tsx';
import { finishBody } from './schema.ts';
import { concluded, concluding, finish, finishing, saveConclusions } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const ROUND = '/partnerships/:id/standard/:year';

/** One conclusion of all partners for each requirement and for the whole. */
export const concludingRoutes = (host: Partial<MeasuresHost>): Route[] => [
  page(`${ROUND}/conclude/:chapter`, { ...manage, params: chapterParams }, async (ctx, { params }) => {
    const view = concluding(await roundView(ctx, params.id, params.year), params.chapter);
    const figures = await figuresOf(ctx, host, params.id, params.year);
    return (
      <ConcludePage view={view} figures={figures} formKey={newId()} values={concluded(view, view.chapter)} />
    );
  }),
  form(
    `${ROUND}/conclude/:chapter`,
    { ...manage, params: chapterParams, body: chapterBody },
    async (ctx, { params, values }) => {
      const { next } = await saveConclusions(ctx, params.id, params.year, params.chapter, values);
      const path = `/partnerships/${params.id}/standard/${params.year}`;
      return redirect(next === null ? path : `${path}/conclude/${next}`);
    },
    async (ctx, { params, values, errors }) => {
      const view = concluding(await roundView(ctx, params.id, params.year), params.chapter);
      const figures = await figuresOf(ctx, host, params.id, params.year);
      return <ConcludePage view={view} figures={figures} formKey={newId()} values={values} errors={errors} />;
    },
  ),
  page(`${ROUND}/finish`, { ...manage, params: roundParams }, async (ctx, { params }) => (
    <FinishPage view={await finishing(ctx, params.id, params.year)} formKey={newId()} />
  )),
  form(
    `${ROUND}/finish`,
    { ...manage, params: roundParams, body: finishBody },
    async (ctx, { params, body }) => {
      await finish(ctx, host, params.id, params.year, body.summary);
      return redirect(`/partnerships/${params.id}/standard/${params.year}`);
    },
    async (ctx, { params, values, errors }) => (
      <FinishPage
        view={await finishing(ctx, params.id, params.year)}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
];
