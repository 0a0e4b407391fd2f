import type { Route } from '#kernel/http/routes.ts';
import type { DirectoryHost } from '../schema.ts';
import { editRoutes } from './edit/routes.tsx';
import { viewRoutes } from './view/routes.tsx';

/** A record: what everybody reads, and what its keepers change. `/directory/:id` takes any word, so it is the last. */
export const recordRoutes = (host: DirectoryHost): Route[] => [...editRoutes, ...viewRoutes(host)];
