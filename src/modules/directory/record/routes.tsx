import type { Route } from '#kernel/http/routes.ts';
import { editRoutes } from './edit/routes.tsx';
import { viewRoutes } from './view/routes.tsx';

/** A record: what everybody reads, and what its keepers change. `/directory/:id` takes any word, so it is the last. */
export const recordRoutes = (siteUrl: string): Route[] => [...editRoutes, ...viewRoutes(siteUrl)];
