import { page, type Route } from '#kernel/http/routes.ts';
import { idParams } from '../../schema.ts';
import { SimilarPage } from './pages/similar.tsx';
import { similarTo } from './service.ts';

export const similarRoutes = (): Route[] => [
  page('/network/:id/similar', { permission: 'work', params: idParams }, async (ctx, { params }) => (
    <SimilarPage {...(await similarTo(ctx, params.id))} />
  )),
];
