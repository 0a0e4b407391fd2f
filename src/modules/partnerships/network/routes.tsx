import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { countyDrawing, voivodeships } from '#modules/territory/api.ts';
import { emptyBody, idParams } from '../schema.ts';
import { announcementRoutes } from './announcements/routes.tsx';
import { CardPage } from './pages/card.tsx';
import { EditCardPage, HideCardPage } from './pages/edit.tsx';
import { NetworkPage } from './pages/network.tsx';
import { questionRoutes } from './questions/routes.tsx';
import { cardBody, networkQuery } from './schema.ts';
import { cards, cardToEdit, cardView, coordinated, hideCard, saveCard, terms } from './service.ts';
import { similarRoutes } from './similar/routes.tsx';
import { visitRoutes } from './visits/routes.tsx';

const open = { permission: 'public' } as const;
const manage = { permission: 'partnership.manage', params: idParams } as const;

const regions = async (ctx: Ctx) =>
  (await voivodeships(ctx)).map(({ code, name }) => ({ value: code ?? '', label: name ?? '' }));

/** The directory of partnerships and their cards. Words come before `/network/:id`. */
export const networkRoutes = (): Route[] => [
  page('/network', { ...open, query: networkQuery }, async (ctx, { query }) => (
    <NetworkPage
      query={query}
      {...(await cards(ctx, query))}
      terms={await terms(ctx)}
      regions={await regions(ctx)}
      drawing={await countyDrawing(ctx, query.region ? { group: query.region } : undefined)}
      mine={await coordinated(ctx)}
    />
  )),
  ...announcementRoutes(),
  ...questionRoutes(),
  ...visitRoutes(),
  ...similarRoutes(),
  page('/network/:id', { ...open, params: idParams }, async (ctx, { params }) => {
    const asks = (await coordinated(ctx)).some(({ id }) => id !== params.id);
    return <CardPage {...(await cardView(ctx, params.id))} asks={asks} />;
  }),
  page('/partnerships/:id/card', manage, async (ctx, { params }) => (
    <EditCardPage {...(await cardToEdit(ctx, params.id))} formKey={newId()} />
  )),
  form(
    '/partnerships/:id/card',
    { ...manage, body: cardBody },
    async (ctx, { params, body }) => {
      await saveCard(ctx, params.id, body);
      return redirect(`/network/${params.id}`);
    },
    async (ctx, { params, values, errors }) => (
      <EditCardPage
        {...(await cardToEdit(ctx, params.id))}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
  page('/partnerships/:id/card/hide', manage, async (ctx, { params }) => (
    <HideCardPage {...(await cardToEdit(ctx, params.id))} formKey={newId()} />
  )),
  form('/partnerships/:id/card/hide', { ...manage, body: emptyBody }, async (ctx, { params }) => {
    await hideCard(ctx, params.id);
    return redirect(`/network/${params.id}`);
  }),
];
