import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { waitingInvitations } from '../initiative/service.ts';
import {
  areaBody,
  emptyBody,
  idParams,
  listQuery,
  newBody,
  type PartnershipsHost,
  stateParams,
} from '../schema.ts';
import {
  changeArea,
  counties,
  createPartnership,
  gminasOf,
  otherPartnerships,
  ownPartnerships,
} from '../service.ts';
import { moveTo } from '../states/service.ts';
import { AreaPage, StatePage } from './pages/changes.tsx';
import { NewPartnershipPage, PartnershipsPage } from './pages/list.tsx';
import { PartnershipPage } from './pages/partnership.tsx';
import { partnershipView } from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** The list, one partnership, its founding, area and state. */
export const overviewRoutes = (host: PartnershipsHost): Route[] => [
  page('/partnerships', { ...work, query: listQuery }, async (ctx, { query }) => (
    <PartnershipsPage
      mine={await ownPartnerships(ctx)}
      others={await otherPartnerships(ctx, query)}
      query={query}
      invitations={await waitingInvitations(ctx)}
      mayFound={ctx.actor.permissions.has('partnership.manage')}
    />
  )),
  page('/partnerships/new', manage, async (ctx) => (
    <NewPartnershipPage counties={await counties(ctx)} formKey={newId()} />
  )),
  form(
    '/partnerships/new',
    { ...manage, body: newBody },
    async (ctx, { body }) => redirect(`/partnerships/${await createPartnership(ctx, body)}`),
    async (ctx, { values, errors }) => (
      <NewPartnershipPage counties={await counties(ctx)} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page('/partnerships/:id', { ...work, params: idParams }, async (ctx, { params }) => (
    <PartnershipPage view={await partnershipView(ctx, params.id)} />
  )),
  page('/partnerships/:id/area', { ...manage, params: idParams }, (ctx, { params }) =>
    areaPage(ctx, params.id, {}),
  ),
  form(
    '/partnerships/:id/area',
    { ...manage, params: idParams, body: areaBody },
    async (ctx, { params, body }) => {
      await changeArea(ctx, params.id, body);
      return redirect(`/partnerships/${params.id}`);
    },
    (ctx, { params, values, errors }) => areaPage(ctx, params.id, { values, errors }),
  ),
  page('/partnerships/:id/state/:to', { ...manage, params: stateParams }, (ctx, { params }) =>
    statePage(ctx, params, []),
  ),
  form(
    '/partnerships/:id/state/:to',
    { ...manage, params: stateParams, body: emptyBody },
    async (ctx, { params }) => {
      await moveTo(ctx, host, params.id, params.to);
      return redirect(`/partnerships/${params.id}`);
    },
    (ctx, { params, errors }) => statePage(ctx, params, errors),
  ),
];

async function areaPage(ctx: Ctx, id: string, sent: Sent) {
  const { partnership, area, coordinates } = await partnershipView(ctx, id);
  if (!coordinates) throw notFound();
  return (
    <AreaPage
      partnership={partnership}
      gminas={await gminasOf(ctx, partnership.countyCode)}
      chosen={area.map((g) => g.id)}
      formKey={newId()}
      {...sent}
    />
  );
}

async function statePage(
  ctx: Ctx,
  { id, to }: { id: string; to: 'negotiation' | 'operating' | 'suspended' | 'ended' },
  errors: readonly FieldError[],
) {
  const { partnership, moves } = await partnershipView(ctx, id);
  if (!moves.includes(to)) throw notFound();
  return <StatePage partnership={partnership} to={to} formKey={newId()} errors={errors} />;
}
