import type { Route } from '#kernel/http/routes.ts';
import type { AdviceHost } from '../schema.ts';
import { askedRoutes } from './asked/routes.tsx';
import { formRoutes } from './form/routes.tsx';
import { ownRoutes } from './own/routes.tsx';

/** Questions of anybody, and the page of each. Words come before ids. */
export const askingRoutes = (host: AdviceHost): readonly Route[] => [
  ...formRoutes,
  ...ownRoutes,
  ...askedRoutes(host),
];
