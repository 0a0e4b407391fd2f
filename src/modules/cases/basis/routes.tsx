import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { typed } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { consentsOf } from '../consents/api.ts';
import { basisDecision, proposed } from '../grants/api.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView, today } from '../service.ts';
import { BasisPage } from './pages/basis.tsx';
import { ClausePage, InstitutionBasisPage } from './pages/forms.tsx';
import { basisBody, basisQuery, clauseBody, completeBody, institutionParams, noBody } from './schema.ts';
import {
  basisOf,
  canComplete,
  clauseVersions,
  completeBasis,
  giveClause,
  recordBasis,
  recordStatutory,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P2', personal: true } as const;
const RECORD = { permission: 'case.coordinate', purpose: 'P2', personal: true } as const;
type Again = Omit<Rejected<unknown>, 'params'>;

async function clausePage(ctx: Ctx, id: string, again?: Again) {
  const c = await loadCase(ctx, id);
  if (!(await basisDecision(ctx, c)).allowed) throw notFound();
  await recordView(ctx, c, 'clause', ['D1']);
  const clauses = await clauseVersions(ctx);
  const first = clauses.find((v) => v.lang === 'pl') ?? clauses[0];
  const blank = {
    clause: first ? `${first.version}|${first.lang}` : '',
    given_on: formatDate(today(ctx), 'pl'),
    form: 'paper',
  };
  return (
    <ClausePage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      clauses={clauses}
      values={again?.values ?? blank}
      errors={again?.errors}
    />
  );
}

async function institutionPage(ctx: Ctx, id: string, institutionId: string, chosen?: string, again?: Again) {
  const c = await loadCase(ctx, id);
  if (!(await basisDecision(ctx, c)).allowed) throw notFound();
  const overview = await basisOf(ctx, c);
  const partner = overview.partners.find((p) => p.institutionId === institutionId);
  if (!partner) throw notFound();
  await recordView(ctx, c, 'basis', ['D1']);
  const code = chosen ?? partner.bases[0]?.basisCode;
  const basis = partner.choices.find((b) => b.code === code) ?? partner.choices[0];
  const recorded = partner.bases.find((b) => b.basisCode === basis?.code);
  const blank = {
    classes: recorded?.classes ?? (basis ? proposed(basis.offered) : []),
    document: recorded?.document ?? '',
    valid_to: recorded?.validTo ? formatDate(recorded.validTo, 'pl') : '',
  };
  return (
    <InstitutionBasisPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      partner={partner}
      choices={partner.choices}
      basis={basis}
      values={again?.values ?? blank}
      errors={again?.errors}
    />
  );
}

const back = (id: string) => redirect(`/cases/${id}/basis`);

async function basisPage(ctx: Ctx, id: string) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'basis', ['D1']);
  return (
    <BasisPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      overview={await basisOf(ctx, c)}
      consents={await consentsOf(ctx, id)}
      mayRecord={(await basisDecision(ctx, c)).allowed}
      mayComplete={canComplete(ctx, c)}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/basis', { ...READ, params: caseParams }, (ctx, { params }) => basisPage(ctx, params.id)),
  page('/cases/:id/basis/clause', { ...RECORD, params: caseParams }, (ctx, { params }) =>
    clausePage(ctx, params.id),
  ),
  form(
    '/cases/:id/basis/clause',
    { ...RECORD, params: caseParams, body: clauseBody },
    async (ctx, { params, body }) => {
      await giveClause(ctx, params.id, body);
      return back(params.id);
    },
    (ctx, { params, ...again }) => clausePage(ctx, params.id, again),
  ),
  page(
    '/cases/:id/basis/institutions/:institutionId',
    { ...RECORD, params: institutionParams, query: basisQuery },
    (ctx, { params, query }) => institutionPage(ctx, params.id, params.institutionId, query.basis),
  ),
  form(
    '/cases/:id/basis/institutions/:institutionId',
    { ...RECORD, params: institutionParams, body: basisBody },
    async (ctx, { params, body }) => {
      await recordBasis(ctx, params.id, params.institutionId, body);
      return back(params.id);
    },
    (ctx, { params, ...again }) =>
      institutionPage(ctx, params.id, params.institutionId, typed(again.values, 'basis') || undefined, again),
  ),
  form(
    '/cases/:id/basis/statutory',
    { ...RECORD, params: caseParams, body: noBody },
    async (ctx, { params }) => {
      await recordStatutory(ctx, params.id);
      return back(params.id);
    },
  ),
  form(
    '/cases/:id/basis/complete',
    { ...RECORD, params: caseParams, body: completeBody },
    async (ctx, { params, body }) => {
      await completeBasis(ctx, params.id, body._version);
      return redirect(`/cases/${params.id}/diagnosis`);
    },
    // Somebody changed the case meanwhile: the page as it stands now says what to do.
    (ctx, { params }) => basisPage(ctx, params.id),
  ),
];
