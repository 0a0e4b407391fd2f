import type { Route } from '#kernel/http/routes.ts';
import { claimRoutes } from './claims/routes.tsx';
import { countyRoutes } from './county/routes.tsx';
import { enquiryRoutes } from './enquiries/routes.tsx';
import { freshnessRoutes } from './freshness/routes.tsx';
import { hsdsRoutes } from './hsds/routes.tsx';
import { importRoutes } from './imports/routes.tsx';
import { moderationRoutes } from './moderation/routes.tsx';
import { openDataRoutes } from './opendata/routes.tsx';
import { procurementRoutes } from './procurement/routes.tsx';
import { recordRoutes } from './record/routes.tsx';
import { reportRoutes } from './reports/routes.tsx';
import type { DirectoryHost } from './schema.ts';
import { searchRoutes } from './search/routes.tsx';
import { statisticsRoutes } from './statistics/routes.tsx';

/** Every address of the base. Each part adds its own. */
export const directoryRoutes = (host: DirectoryHost): Route[] => [
  ...searchRoutes(host.siteUrl),
  ...countyRoutes(host),
  ...statisticsRoutes,
  ...hsdsRoutes(host.siteUrl),
  ...openDataRoutes(host.siteUrl),
  ...enquiryRoutes,
  ...procurementRoutes,
  ...freshnessRoutes(host.siteUrl),
  ...moderationRoutes,
  ...reportRoutes,
  ...claimRoutes,
  ...importRoutes(host.registers ?? {}, host.fetch),
  // Last: /directory/:id takes any word.
  ...recordRoutes(host),
];
