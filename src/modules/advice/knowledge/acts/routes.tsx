import { page, type Route } from '#kernel/http/routes.ts';
import { DeskActsPage } from './pages/acts.tsx';
import { actsAtDesk } from './service.ts';

export const actsRoutes: readonly Route[] = [
  page('/advice/desk/acts', { permission: 'advice.answer' }, async (ctx) => (
    <DeskActsPage acts={await actsAtDesk(ctx)} />
  )),
];
