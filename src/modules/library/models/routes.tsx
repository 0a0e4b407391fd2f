import { page, type Route } from '#kernel/http/routes.ts';
import { allPilots, siftPilots } from '../pilots/service.ts';
import { answerDocument, historyRoute } from '../reading/routes.tsx';
import type { LibraryHost } from '../reading/schema.ts';
import { readQuery, slugParams } from '../schema.ts';
import { adoptionRoutes } from './adoption/routes.tsx';
import { adopters } from './adoption/service.ts';
import { budgetRoutes } from './budget/routes.tsx';
import { calculate } from './budget/service.ts';
import { ComparePage } from './pages/compare.tsx';
import { ModelsPage } from './pages/list.tsx';
import { BudgetTeaser, ModelParts } from './pages/model.tsx';
import { ModelUse } from './pages/use.tsx';
import { compareQuery, modelsQuery } from './schema.ts';
import { allModels, chosenOf, sift } from './service.ts';

const open = { permission: 'public' } as const;

/** Models: the list, a comparison, one model, and a budget from it. Words stand before `/:slug`. */
export const modelRoutes = (host: LibraryHost): readonly Route[] => [
  page('/models', { ...open, query: modelsQuery }, async (ctx, { query }) => (
    <ModelsPage query={query} models={sift(await allModels(ctx), query)} />
  )),
  page('/models/compare', { ...open, query: compareQuery }, async (ctx, { query }) => {
    const models = await allModels(ctx);
    return <ComparePage query={query} models={models} chosen={chosenOf(models, query)} />;
  }),
  ...adoptionRoutes,
  ...budgetRoutes,
  page('/models/:slug', { ...open, params: slugParams, query: readQuery }, (ctx, { params, query }) =>
    answerDocument(
      ctx,
      host,
      { section: 'models', slug: params.slug, lang: query.lang },
      async ({ shown, edits }) => {
        const { facts, path } = shown;
        if (facts.kind !== 'model') return {};
        return {
          before: (
            <BudgetTeaser path={path} facts={facts} outcome={facts.budget && calculate(facts.budget)} />
          ),
          more: (
            <>
              <ModelParts facts={facts} />
              <ModelUse
                slug={shown.slug}
                adopters={(await adopters(ctx, shown.slug)).length}
                franchise={facts.franchise !== null}
                pilots={siftPilots(await allPilots(ctx), { model: shown.slug })}
                edits={edits}
              />
            </>
          ),
        };
      },
    ),
  ),
  historyRoute('models'),
];
