import type { Route } from '#kernel/http/routes.ts';
import { routes as worklist } from './worklist/routes.tsx';

/** Every address of the shared case, part by part. Fixed addresses stand before those with an id. */
export const routes: readonly Route[] = [...worklist];
