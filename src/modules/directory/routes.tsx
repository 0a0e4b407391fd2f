import type { Route } from '#kernel/http/routes.ts';

/** Every address of the base. Each part adds its own. */
export const routes: readonly Route[] = [];
