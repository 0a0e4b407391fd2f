import type { Route } from '#kernel/http/routes.ts';
import { agreementRoutes } from './agreements/routes.tsx';
import { cooperationRoutes } from './cooperation/routes.tsx';
import { memberRoutes } from './members/routes.tsx';
import { networkRoutes } from './network/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import type { PartnershipsHost } from './schema.ts';

/** Every address of partnerships and their agreements. */
export const partnershipsRoutes = (host: PartnershipsHost): Route[] => [
  ...overviewRoutes(host),
  ...memberRoutes(host),
  ...cooperationRoutes(host),
  ...agreementRoutes(host),
  ...planRoutes(host),
  ...networkRoutes(),
];
