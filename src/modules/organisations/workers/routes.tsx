import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { addFunction, endFunction, offeredFunctions } from '../functions/service.ts';
import { emptyBody, idParams, type OrganisationsHost } from '../schema.ts';
import { today } from '../service.ts';
import { EndFunctionPage, NewWorkerPage } from './pages/new-worker.tsx';
import { type SentForm, WorkerPage } from './pages/worker.tsx';
import { endBody, functionBody, functionParams, newWorkerBody, workerBody } from './schema.ts';
import { addWorker, changeWorker, inviteAgain, workerView } from './service.ts';

const manage = { permission: 'institution.manage' } as const;
const one = { ...manage, params: idParams };
const NEW = '/institution/workers/new';
const ONE = '/institution/workers/:id';
const END = '/institution/workers/:id/functions/:functionId/end';

/** The people of the institution: adding, inviting, functions. */
export const workerRoutes = (host: OrganisationsHost): Route[] => [
  page(NEW, manage, async (ctx) => <NewWorkerPage offered={offeredFunctions(ctx)} formKey={newId()} />),
  form(
    NEW,
    { ...manage, body: newWorkerBody },
    async (ctx, { body }) => redirect(`/institution/workers/${await addWorker(ctx, host, body)}`),
    async (ctx, { values, errors }) => (
      <NewWorkerPage offered={offeredFunctions(ctx)} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page(ONE, one, (ctx, { params }) => workerPage(ctx, params.id)),
  form(
    ONE,
    { ...one, body: workerBody },
    async (ctx, { params, body }) => {
      await changeWorker(ctx, params.id, body);
      return redirect(`/institution/workers/${params.id}`);
    },
    (ctx, { params, values, errors }) => workerPage(ctx, params.id, { form: 'contact', values, errors }),
  ),
  form(
    `${ONE}/functions`,
    { ...one, body: functionBody },
    async (ctx, { params, body }) => {
      await addFunction(ctx, params.id, body);
      return redirect(`/institution/workers/${params.id}`);
    },
    (ctx, { params, values, errors }) => workerPage(ctx, params.id, { form: 'function', values, errors }),
  ),
  page(END, { ...manage, params: functionParams }, (ctx, { params }) => endPage(ctx, params)),
  form(
    END,
    { ...manage, params: functionParams, body: endBody },
    async (ctx, { params, body }) => {
      await endFunction(ctx, params.id, params.functionId, body.to);
      return redirect(`/institution/workers/${params.id}`);
    },
    (ctx, { params, values, errors }) => endPage(ctx, params, values, errors),
  ),
  form(`${ONE}/invite`, { ...one, body: emptyBody }, async (ctx, { params }) => {
    await inviteAgain(ctx, host, params.id);
    return redirect(`/institution/workers/${params.id}`);
  }),
];

async function workerPage(ctx: Ctx, id: string, sent?: SentForm) {
  const view = await workerView(ctx, id);
  return <WorkerPage view={view} today={today(ctx)} keys={[newId(), newId(), newId()]} sent={sent} />;
}

async function endPage(
  ctx: Ctx,
  params: { id: string; functionId: string },
  values?: FormValues,
  errors?: readonly FieldError[],
) {
  const view = await workerView(ctx, params.id);
  const held = view.held.find((f) => f.id === params.functionId);
  if (!held) throw notFound();
  return (
    <EndFunctionPage
      worker={view.worker}
      held={held}
      formKey={newId()}
      values={values ?? { to: formatDate(today(ctx), ctx.lang) }}
      errors={errors}
    />
  );
}
