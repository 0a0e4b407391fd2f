import type { Route } from '#kernel/http/routes.ts';
import { agreementRoutes } from './agreements/routes.tsx';
import { cooperationRoutes } from './cooperation/routes.tsx';
import { dueEvaluation } from './evaluation/api.ts';
import { evaluationRoutes } from './evaluation/routes.tsx';
import { initiativeRoutes } from './initiative/routes.tsx';
import { fromDue } from './meetings/agenda/service.ts';
import { meetingsRoutes } from './meetings/routes.tsx';
import { memberRoutes } from './members/routes.tsx';
import { networkRoutes } from './network/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { duePlanWork } from './plan/api.ts';
import { planRoutes } from './plan/routes.tsx';
import { regionRoutes } from './region/routes.tsx';
import type { PartnershipsHost } from './schema.ts';
import { dueSelection } from './selection/api.ts';
import { selectionRoutes } from './selection/routes.tsx';
import { dueStandard } from './standard/api.ts';
import { standardRoutes } from './standard/routes.tsx';

/** Every address of partnerships and their agreements. */
export const partnershipsRoutes = (host: PartnershipsHost): Route[] => [
  ...overviewRoutes(host),
  ...memberRoutes(host),
  ...initiativeRoutes(host),
  ...cooperationRoutes(host),
  ...standardRoutes(host),
  ...evaluationRoutes(host),
  ...agreementRoutes(host),
  ...meetingsRoutes({
    siteUrl: host.siteUrl ?? '',
    agenda: [duePlanWork, dueStandard, dueEvaluation, dueSelection].map(fromDue),
  }),
  ...planRoutes(host),
  ...selectionRoutes(host),
  // Words come before `/network/:id`.
  ...regionRoutes(host),
  ...networkRoutes(),
];
