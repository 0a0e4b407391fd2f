import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type PartnershipsHost } from '../schema.ts';
import { partnershipOf, today } from '../service.ts';
import { openSigning, putInForce, rightsOn, sign, withdraw } from '../signing/service.ts';
import { AgreementPage } from './pages/agreement.tsx';
import { WritePage } from './pages/write.tsx';
import { agreementBody, ceilingOf, signBody, versionParams } from './schema.ts';
import { agreementOf, ceilingTypes, versionsOf, writeDraft } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const ONE = '/partnerships/:id/agreements/:version';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const at = (id: string, version: number) => `/partnerships/${id}/agreements/${version}`;

/** The agreement and its amendments: writing, signing, putting in force, the card to print. */
export const agreementRoutes = (host: PartnershipsHost): Route[] => [
  page('/partnerships/:id/agreements/new', { ...manage, params: idParams }, (ctx, { params }) =>
    writePage(ctx, params.id, null, {}),
  ),
  form(
    '/partnerships/:id/agreements/new',
    { ...manage, params: idParams, body: agreementBody },
    async (ctx, { params, body, values }) => {
      const ceiling = ceilingOf(values, await ceilingTypes(ctx, params.id));
      return redirect(at(params.id, await writeDraft(ctx, params.id, null, body, ceiling)));
    },
    (ctx, { params, values, errors }) => writePage(ctx, params.id, null, { values, errors }),
  ),
  page(ONE, { permission: 'work', params: versionParams }, (ctx, { params }) => card(ctx, params, {}, [])),
  page(`${ONE}/edit`, { ...manage, params: versionParams }, (ctx, { params }) =>
    writePage(ctx, params.id, params.version, {}),
  ),
  form(
    `${ONE}/edit`,
    { ...manage, params: versionParams, body: agreementBody },
    async (ctx, { params: { id, version }, body, values }) => {
      const ceiling = ceilingOf(values, await ceilingTypes(ctx, id));
      return redirect(at(id, await writeDraft(ctx, id, version, body, ceiling)));
    },
    (ctx, { params, values, errors }) => writePage(ctx, params.id, params.version, { values, errors }),
  ),
  act('open', (ctx, id, version) => openSigning(ctx, id, version)),
  act('withdraw', (ctx, id, version) => withdraw(ctx, id, version)),
  act('in-force', (ctx, id, version) => putInForce(ctx, host, id, version)),
  form(
    `${ONE}/sign`,
    { permission: 'partnership.sign', params: versionParams, body: signBody },
    async (ctx, { params: { id, version }, body }) => {
      await sign(ctx, id, version, body);
      return redirect(at(id, version));
    },
    (ctx, { params, values, errors }) => card(ctx, params, { values, errors }, []),
  ),
];

/** A button on the card of a version; what stops it is shown there. */
const act = (name: string, work: (ctx: Ctx, id: string, version: number) => Promise<void>): Route =>
  form(
    `${ONE}/${name}`,
    { ...manage, params: versionParams, body: emptyBody },
    async (ctx, { params: { id, version } }) => {
      await work(ctx, id, version);
      return redirect(at(id, version));
    },
    (ctx, { params, errors }) => card(ctx, params, {}, errors),
  );

async function writePage(ctx: Ctx, id: string, version: number | null, sent: Sent) {
  const partnership = await partnershipOf(ctx, id);
  const { coordinates } = await rightsOn(ctx, id, null);
  if (!coordinates) throw notFound();
  const [latest] = await versionsOf(ctx, id);
  const number = version ?? latest?.version;
  const from = number === undefined ? null : await agreementOf(ctx, id, number);
  if (version !== null && from?.state !== 'draft') throw notFound();
  return (
    <WritePage
      partnership={partnership}
      from={from}
      version={version}
      types={await ceilingTypes(ctx, id)}
      formKey={newId()}
      {...sent}
    />
  );
}

async function card(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  signing: Sent,
  refused: readonly FieldError[],
) {
  const partnership = await partnershipOf(ctx, id);
  const agreement = await agreementOf(ctx, id, version);
  return (
    <AgreementPage
      partnership={partnership}
      agreement={agreement}
      {...(await rightsOn(ctx, id, agreement))}
      expired={agreement.state === 'in_force' && agreement.validTo !== null && agreement.validTo < today(ctx)}
      keys={[newId(), newId(), newId(), newId()]}
      signing={signing}
      refused={refused}
    />
  );
}
