import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type PartnershipsHost } from '../schema.ts';
import {
  agree,
  criterionView,
  dropCriterion,
  propose,
  putInForce,
  saveCriterion,
  saveSelection,
  takeBack,
  writingView,
} from './criteria/service.ts';
import { CriterionPage, ServicePage, WritePage } from './pages/forms.tsx';
import { SelectionPage, VersionPage } from './pages/selection.tsx';
import { saveService, serviceView } from './places/service.ts';
import {
  criterionBody,
  criterionParams,
  inForceBody,
  selectionBody,
  serviceBody,
  serviceParams,
  versionParams,
} from './schema.ts';
import { placeOf, selectionView, versionOf, versionsOf } from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
const BASE = '/partnerships/:id/selection';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const at = (id: string) => `/partnerships/${id}/selection`;

/** Whom a partnership helps and in what order people wait: rules and places, never a person. */
export const selectionRoutes = (host: PartnershipsHost): Route[] => [
  page(BASE, { ...work, params: idParams }, (ctx, { params }) => card(ctx, host, params.id, [])),
  page(`${BASE}/write`, { ...manage, params: idParams }, (ctx, { params }) => writePage(ctx, params.id, {})),
  form(
    `${BASE}/write`,
    { ...manage, params: idParams, body: selectionBody },
    async (ctx, { params, body }) => {
      await saveSelection(ctx, params.id, body);
      return redirect(at(params.id));
    },
    (ctx, { params, values, errors }) => writePage(ctx, params.id, { values, errors }),
  ),
  page(`${BASE}/criteria/new`, { ...manage, params: idParams }, (ctx, { params }) =>
    criterionPage(ctx, params.id, null, {}),
  ),
  form(
    `${BASE}/criteria/new`,
    { ...manage, params: idParams, body: criterionBody },
    async (ctx, { params, body }) => {
      await saveCriterion(ctx, params.id, null, body);
      return redirect(at(params.id));
    },
    (ctx, { params, values, errors }) => criterionPage(ctx, params.id, null, { values, errors }),
  ),
  page(`${BASE}/criteria/:criterionId`, { ...manage, params: criterionParams }, (ctx, { params }) =>
    criterionPage(ctx, params.id, params.criterionId, {}),
  ),
  form(
    `${BASE}/criteria/:criterionId`,
    { ...manage, params: criterionParams, body: criterionBody },
    async (ctx, { params, body }) => {
      await saveCriterion(ctx, params.id, params.criterionId, body);
      return redirect(at(params.id));
    },
    (ctx, { params, values, errors }) =>
      criterionPage(ctx, params.id, params.criterionId, { values, errors }),
  ),
  form(
    `${BASE}/criteria/:criterionId/remove`,
    { ...manage, params: criterionParams, body: emptyBody },
    async (ctx, { params }) => {
      await dropCriterion(ctx, params.id, params.criterionId);
      return redirect(at(params.id));
    },
  ),
  page(`${BASE}/versions/:versionId`, { ...work, params: versionParams }, (ctx, { params }) =>
    versionPage(ctx, params.id, params.versionId),
  ),
  act(host, 'propose', propose),
  act(host, 'take-back', takeBack),
  act(host, 'agree', agree),
  form(
    `${BASE}/versions/:versionId/in-force`,
    { ...manage, params: versionParams, body: inForceBody },
    async (ctx, { params, body }) => {
      await putInForce(ctx, params.id, params.versionId, body.from);
      return redirect(at(params.id));
    },
    (ctx, { params, errors }) => card(ctx, host, params.id, errors),
  ),
  page(`${BASE}/services/new`, { ...work, params: idParams }, (ctx, { params }) =>
    servicePage(ctx, params.id, null, {}),
  ),
  form(
    `${BASE}/services/new`,
    { ...work, params: idParams, body: serviceBody },
    async (ctx, { params, body }) => {
      await saveService(ctx, params.id, null, body);
      return redirect(at(params.id));
    },
    (ctx, { params, values, errors }) => servicePage(ctx, params.id, null, { values, errors }),
  ),
  page(`${BASE}/services/:serviceId`, { ...work, params: serviceParams }, (ctx, { params }) =>
    servicePage(ctx, params.id, params.serviceId, {}),
  ),
  form(
    `${BASE}/services/:serviceId`,
    { ...work, params: serviceParams, body: serviceBody },
    async (ctx, { params, body }) => {
      await saveService(ctx, params.id, params.serviceId, body);
      return redirect(at(params.id));
    },
    (ctx, { params, values, errors }) => servicePage(ctx, params.id, params.serviceId, { values, errors }),
  ),
];

/** A button beside a version; what stops it is shown on the page. */
const act = (
  host: PartnershipsHost,
  name: string,
  work: (ctx: Ctx, id: string, versionId: string) => Promise<void>,
): Route =>
  form(
    `${BASE}/versions/:versionId/${name}`,
    { ...manage, params: versionParams, body: emptyBody },
    async (ctx, { params }) => {
      await work(ctx, params.id, params.versionId);
      return redirect(at(params.id));
    },
    (ctx, { params, errors }) => card(ctx, host, params.id, errors),
  );

async function card(ctx: Ctx, host: PartnershipsHost, id: string, errors: readonly FieldError[]) {
  return (
    <SelectionPage
      view={await selectionView(ctx, host, id)}
      keys={[newId(), newId()]}
      errors={errors.length > 0 ? errors : undefined}
    />
  );
}

async function writePage(ctx: Ctx, id: string, sent: Sent) {
  return <WritePage {...(await writingView(ctx, id))} formKey={newId()} {...sent} />;
}

async function criterionPage(ctx: Ctx, id: string, criterionId: string | null, sent: Sent) {
  return <CriterionPage {...(await criterionView(ctx, id, criterionId))} formKey={newId()} {...sent} />;
}

async function servicePage(ctx: Ctx, id: string, serviceId: string | null, sent: Sent) {
  return <ServicePage {...(await serviceView(ctx, id, serviceId))} formKey={newId()} {...sent} />;
}

async function versionPage(ctx: Ctx, id: string, versionId: string) {
  const { partnership } = await placeOf(ctx, id);
  const selection = (await versionsOf(ctx, id)).find((v) => v.id === versionId);
  if (!selection) throw notFound();
  return <VersionPage partnership={partnership} version={await versionOf(ctx, selection)} />;
}
