import type { Route } from '#kernel/http/routes.ts';
import { countyRoutes } from './county/routes.tsx';
import { hsdsRoutes } from './hsds/routes.tsx';
import { openDataRoutes } from './opendata/routes.tsx';
import { recordRoutes } from './record/routes.tsx';
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
  // Last: /directory/:id takes any word.
  ...recordRoutes(host.siteUrl),
];
