import type { Route } from '#kernel/http/routes.ts';
import type { PartnershipsHost } from '../schema.ts';
import { budgetRoutes } from './budget/routes.tsx';
import { lifeRoutes } from './life/routes.tsx';
import { measuringRoutes } from './measuring/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { writingRoutes } from './writing/routes.tsx';

/** The action plan of a partnership. Fixed addresses stand before those with an id. */
export const planRoutes = (host: PartnershipsHost): Route[] => [
  ...lifeRoutes(host),
  ...writingRoutes,
  ...budgetRoutes,
  ...measuringRoutes(host),
  ...overviewRoutes(host),
];
