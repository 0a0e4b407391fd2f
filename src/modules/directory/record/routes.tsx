import type { Route } from '#kernel/http/routes.ts';
import { viewRoutes } from './view/routes.tsx';

/** A record: what everybody reads, and what its keepers change. */
export const recordRoutes = (siteUrl: string): Route[] => [...viewRoutes(siteUrl)];
