import type { Route } from '#kernel/http/routes.ts';
import { askingRoutes } from './asking/routes.tsx';
import { confirmingRoutes } from './cards/confirming/routes.tsx';
import { cardRoutes } from './cards/routes.tsx';
import type { AdviceHost } from './schema.ts';

/** Questions, answers and what grows from them. Words come before ids. */
export const adviceRoutes = (host: AdviceHost): readonly Route[] => [...askingRoutes(host), ...confirmingRoutes, ...cardRoutes];
