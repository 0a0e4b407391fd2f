import type { Route } from '#kernel/http/routes.ts';
import { feedRoutes } from './feed/routes.tsx';
import { followingRoutes } from './following/routes.tsx';
import { groupRoutes } from './groups/routes.tsx';
import { moderationRoutes } from './moderation/routes.tsx';
import { reportRoutes } from './reports/routes.tsx';
import type { ExchangeHost } from './schema.ts';
import { withTopics } from './service.ts';
import { writingRoutes } from './writing/routes.tsx';

/** Comments under any page, their moderation, and the groups. Words come before `/comments/:id`. */
export const exchangeRoutes = (lent: ExchangeHost): readonly Route[] => {
  const host = withTopics(lent);
  return [
    ...groupRoutes(host),
    ...moderationRoutes(host),
    ...reportRoutes(host),
    ...feedRoutes(host),
    ...followingRoutes(host),
    ...writingRoutes(host),
  ];
};
