import { page, type Route } from '#kernel/http/routes.ts';
import { absenceRoutes } from './absences/routes.tsx';
import { authorisationRoutes } from './authorisations/routes.tsx';
import { leavingRoutes } from './leaving/routes.tsx';
import { logRoutes } from './log/routes.tsx';
import { InstitutionPage } from './pages/institution.tsx';
import { registryRoutes } from './registry/routes.tsx';
import type { OrganisationsHost } from './schema.ts';
import { ownInstitution } from './service.ts';
import { tokenRoutes } from './tokens/routes.tsx';
import { workerRoutes } from './workers/routes.tsx';

/** Every address of institutions and the people who work in them. */
export const organisationsRoutes = (host: OrganisationsHost): Route[] => [
  page('/institution', { permission: 'work' }, async (ctx) => (
    <InstitutionPage view={await ownInstitution(ctx)} />
  )),
  ...workerRoutes(host),
  ...authorisationRoutes,
  ...absenceRoutes(host),
  ...leavingRoutes(host),
  ...tokenRoutes,
  ...registryRoutes(host),
  ...logRoutes(host),
];
