import type { Route } from '#kernel/http/routes.ts';
import { hsdsRoutes } from './hsds/routes.tsx';
import { recordRoutes } from './record/routes.tsx';
import type { DirectoryHost } from './schema.ts';
import { statisticsRoutes } from './statistics/routes.tsx';

/** Every address of the base. Each part adds its own. */
export const directoryRoutes = (host: DirectoryHost): Route[] => [
  ...statisticsRoutes,
  ...hsdsRoutes(host.siteUrl),
  // Last: /directory/:id takes any word.
  ...recordRoutes(host.siteUrl),
];
