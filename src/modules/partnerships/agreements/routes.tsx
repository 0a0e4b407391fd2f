import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { fileResponse } from '#kernel/files/files.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, type PartnershipsHost } from '../schema.ts';
import { today } from '../service.ts';
import { openSigning, putInForce, rightsOn, scanOf, sign, withdraw } from '../signing/service.ts';
import { BoundsPage } from './bounds/pages/bounds.tsx';
import { boundsOf, ceilingTypes, writeCeiling } from './bounds/service.ts';
import { changesOf } from './changes/service.ts';
import { clauseRoutes } from './clauses/routes.tsx';
import { clausesOf, lacksOf } from './clauses/service.ts';
import { documentOf } from './documents/service.ts';
import { openRemarks } from './negotiation/service.ts';
import { AgreementPage } from './pages/agreement.tsx';
import { ChangesPage } from './pages/changes.tsx';
import { OpenPage } from './pages/open.tsx';
import { WithdrawPage } from './pages/withdraw.tsx';
import { openBody, scanParams, signBody, versionParams } from './schema.ts';
import { agreementForMembers } from './service.ts';
import { startingRoutes } from './starting/routes.tsx';

const manage = { permission: 'partnership.manage' } as const;
const work = { permission: 'work' } as const;
const ONE = '/partnerships/:id/agreements/:version';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
interface At {
  readonly id: string;
  readonly version: number;
}
const at = ({ id, version }: At) => `/partnerships/${id}/agreements/${version}`;

/** The agreement and its amendments: writing, signing, putting in force, the card to print. */
export const agreementRoutes = (host: PartnershipsHost): Route[] => [
  ...startingRoutes,
  page(ONE, { ...work, params: versionParams }, (ctx, { params }) => card(ctx, params, {}, [])),
  page(`${ONE}/changes`, { ...work, params: versionParams }, async (ctx, { params }) => {
    const found = await agreementForMembers(ctx, params.id, params.version);
    return <ChangesPage {...found} found={await changesOf(ctx, found.agreement)} />;
  }),
  page(`${ONE}/ceiling`, { ...work, params: versionParams }, (ctx, { params }) => bounds(ctx, params, {})),
  form(
    `${ONE}/ceiling`,
    { ...manage, params: versionParams, body: emptyBody },
    async (ctx, { params, values }) => {
      await writeCeiling(ctx, params.id, params.version, values);
      return redirect(`${at(params)}/edit`);
    },
    (ctx, { params, values, errors }) => bounds(ctx, params, { values, errors }),
  ),
  ...clauseRoutes,
  page(`${ONE}/open`, { ...manage, params: versionParams }, (ctx, { params }) => openPage(ctx, params, {})),
  form(
    `${ONE}/open`,
    { ...manage, params: versionParams, body: openBody },
    async (ctx, { params, body }) => {
      await openSigning(ctx, params.id, params.version, body.reason);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => openPage(ctx, params, { values, errors }),
  ),
  ...(['pdf', 'docx'] as const).map((format) =>
    page(`${ONE}/document.${format}`, { ...work, params: versionParams }, (ctx, { params }) =>
      documentOf(ctx, params.id, params.version, format),
    ),
  ),
  page(`${ONE}/withdraw`, { ...manage, params: versionParams }, (ctx, { params }) =>
    withdrawPage(ctx, params),
  ),
  form(
    `${ONE}/withdraw`,
    { ...manage, params: versionParams, body: emptyBody },
    async (ctx, { params }) => {
      await withdraw(ctx, params.id, params.version);
      return redirect(at(params));
    },
    (ctx, { params, errors }) => withdrawPage(ctx, params, errors),
  ),
  form(
    `${ONE}/in-force`,
    { ...manage, params: versionParams, body: emptyBody },
    async (ctx, { params }) => {
      await putInForce(ctx, host, params.id, params.version);
      return redirect(at(params));
    },
    (ctx, { params, errors }) => card(ctx, params, {}, errors),
  ),
  form(
    `${ONE}/sign`,
    { permission: 'partnership.sign', params: versionParams, body: signBody },
    async (ctx, { params, body }) => {
      await sign(ctx, params.id, params.version, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => card(ctx, params, { values, errors }, []),
  ),
  page(`${ONE}/signatures/:institution`, { ...work, params: scanParams }, async (ctx, { params }) =>
    fileResponse(await scanOf(ctx, params.id, params.version, params.institution)),
  ),
];

async function bounds(ctx: Ctx, { id, version }: At, sent: Sent) {
  const { partnership, agreement } = await agreementForMembers(ctx, id, version);
  const { coordinates } = await rightsOn(ctx, id, agreement);
  return (
    <BoundsPage
      partnership={partnership}
      agreement={agreement}
      types={await ceilingTypes(ctx, agreement)}
      bounds={await boundsOf(ctx, agreement, await clausesOf(ctx, agreement))}
      edits={coordinates && agreement.state === 'draft'}
      today={today(ctx)}
      formKey={newId()}
      {...sent}
    />
  );
}

async function openPage(ctx: Ctx, { id, version }: At, sent: Sent) {
  const { partnership, agreement } = await agreementForMembers(ctx, id, version);
  if (agreement.state !== 'draft' || !(await rightsOn(ctx, id, agreement)).coordinates) throw notFound();
  const { remarks, proposals } = await openRemarks(ctx, agreement);
  return (
    <OpenPage
      partnership={partnership}
      agreement={agreement}
      lacks={await lacksOf(ctx, agreement, await clausesOf(ctx, agreement))}
      remarks={remarks}
      proposals={proposals}
      formKey={newId()}
      {...sent}
    />
  );
}

async function withdrawPage(ctx: Ctx, { id, version }: At, errors?: readonly FieldError[]) {
  const { partnership, agreement } = await agreementForMembers(ctx, id, version);
  const { coordinates } = await rightsOn(ctx, id, agreement);
  if (!coordinates || (agreement.state !== 'draft' && agreement.state !== 'signing')) throw notFound();
  return <WithdrawPage partnership={partnership} agreement={agreement} formKey={newId()} errors={errors} />;
}

async function card(ctx: Ctx, { id, version }: At, signing: Sent, refused: readonly FieldError[]) {
  const { partnership, agreement } = await agreementForMembers(ctx, id, version);
  return (
    <AgreementPage
      partnership={partnership}
      agreement={agreement}
      clauses={await clausesOf(ctx, agreement)}
      open={(await openRemarks(ctx, agreement)).byClause}
      {...(await rightsOn(ctx, id, agreement))}
      expired={agreement.state === 'in_force' && agreement.validTo !== null && agreement.validTo < today(ctx)}
      newKey={newId}
      signing={signing}
      refused={refused}
    />
  );
}
