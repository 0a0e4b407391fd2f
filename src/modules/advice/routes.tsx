import type { Route } from '#kernel/http/routes.ts';
import { askingRoutes } from './asking/routes.tsx';
import { confirmingRoutes } from './cards/confirming/routes.tsx';
import { cardRoutes } from './cards/routes.tsx';
import { rotaRoutes } from './rota/routes.tsx';
import type { AdviceHost } from './schema.ts';
import { setupRoutes } from './setup/routes.tsx';

/** Questions, answers and what grows from them. Words come before ids. */
export const adviceRoutes = (host: AdviceHost): readonly Route[] => [
  ...setupRoutes,
  ...rotaRoutes(host),
  ...askingRoutes(host),
  ...confirmingRoutes,
  ...cardRoutes,
];
