import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { counties, countyDrawing } from '#modules/territory/api.ts';
import { slugParams } from '../../schema.ts';
import { allModels } from '../service.ts';
import { AdoptersPage } from './pages/adopters.tsx';
import { FranchisePage } from './pages/franchise.tsx';
import { KeepPage, type SentForm } from './pages/keep.tsx';
import { adopterBody, adopterParams, adoptersQuery, auditBody, stateBody } from './schema.ts';
import { addAdopter, addAudit, adopters, audits, changeAdopter, editedModel, modelAt } from './service.ts';

const open = { permission: 'public' } as const;
const editor = { permission: 'library.edit', params: slugParams } as const;

async function keepPage(ctx: Ctx, slug: string, sent: { adopter?: SentForm; audit?: SentForm } = {}) {
  return (
    <KeepPage
      model={await editedModel(ctx, slug)}
      adopters={await adopters(ctx, slug)}
      audits={await audits(ctx, slug)}
      counties={await counties(ctx)}
      formKeys={{ adopter: newId(), audit: newId() }}
      {...sent}
    />
  );
}

/** Who uses models, the package of the franchise, and the editors' notes of both. */
export const adoptionRoutes: readonly Route[] = [
  page('/models/adopters', { ...open, query: adoptersQuery }, async (ctx, { query }) => (
    <AdoptersPage
      model={query.model}
      adopters={await adopters(ctx, query.model ?? null)}
      models={new Map((await allModels(ctx)).map(({ slug, title }) => [slug, title]))}
      drawing={await countyDrawing(ctx)}
    />
  )),
  page('/models/:slug/franchise', { ...open, params: slugParams }, async (ctx, { params: { slug } }) => {
    const model = await modelAt(ctx, slug);
    const facts = model.facts.kind === 'model' ? model.facts : null;
    if (!facts?.franchise) throw notFound();
    return (
      <FranchisePage
        model={model}
        facts={facts}
        franchise={facts.franchise}
        adopters={await adopters(ctx, slug)}
        audits={await audits(ctx, slug)}
      />
    );
  }),
  page('/models/:slug/adopters', editor, (ctx, { params }) => keepPage(ctx, params.slug)),
  form(
    '/models/:slug/adopters',
    { ...editor, body: adopterBody },
    async (ctx, { params, body }) => {
      await addAdopter(ctx, params.slug, body);
      return redirect(`/models/${params.slug}/adopters`);
    },
    (ctx, { params, values, errors }) => keepPage(ctx, params.slug, { adopter: { values, errors } }),
  ),
  form(
    '/models/:slug/adopters/audits',
    { ...editor, body: auditBody },
    async (ctx, { params, body }) => {
      await addAudit(ctx, params.slug, body);
      return redirect(`/models/${params.slug}/adopters`);
    },
    (ctx, { params, values, errors }) => keepPage(ctx, params.slug, { audit: { values, errors } }),
  ),
  form(
    '/models/:slug/adopters/:id',
    { ...editor, params: adopterParams, body: stateBody },
    async (ctx, { params, body }) => {
      await changeAdopter(ctx, params.slug, params.id, body.state);
      return redirect(`/models/${params.slug}/adopters`);
    },
  ),
];
