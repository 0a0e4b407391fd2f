import type { Route } from '#kernel/http/routes.ts';

export const routes: readonly Route[] = [];
