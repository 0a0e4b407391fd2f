import type { Child } from 'hono/jsx';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { mergedInto } from '../../moderation/merge/api.ts';
import type { DirectoryHost } from '../../schema.ts';
import { idParams } from '../schema.ts';
import { EntityPage } from './pages/entity.tsx';
import { HistoryPage } from './pages/history.tsx';
import { OfferPage } from './pages/offer.tsx';
import { historyQuery, offerParams } from './schema.ts';
import { entityView, historyOf } from './service.ts';

const open = { permission: 'public' } as const;

/** What everybody reads of a record. `/directory/:id` takes any word, so it comes after all others. */
export const viewRoutes = ({ siteUrl, beside }: DirectoryHost): Route[] => [
  page('/directory/:id/history', { ...open, params: idParams, query: historyQuery }, async (ctx, input) => (
    <HistoryPage {...(await historyOf(ctx, input.params.id, input.query.page))} page={input.query.page} />
  )),
  page('/directory/:id/offers/:offer', { ...open, params: offerParams }, async (ctx, { params }) => {
    const view = await entityView(ctx, params.id, siteUrl);
    const offer = view.record.offers.find((o) => o.id === params.offer);
    if (!offer) throw notFound();
    return <OfferPage view={view} offer={offer} />;
  }),
  page('/directory/:id', { ...open, params: idParams }, async (ctx: Ctx, { params }) => {
    const view = await entityView(ctx, params.id, siteUrl);
    const into = view.record.state === 'deregistered' ? await mergedInto(ctx, params.id) : null;
    // For good: whoever has the old address, a search engine too, keeps the new one.
    if (into !== null)
      return new Response(null, { status: 308, headers: { location: `/directory/${into}` } });
    return <EntityPage view={view} formKey={newId()} beside={(await beside?.(ctx, params.id)) as Child} />;
  }),
];
