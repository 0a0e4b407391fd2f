import type { Route } from '#kernel/http/routes.ts';
import { assistantRoutes } from './assistant/routes.tsx';
import { registerRoutes } from './register/routes.tsx';

/** Social procurement: what the law offers, and which clauses were used. */
export const procurementRoutes: readonly Route[] = [...assistantRoutes, ...registerRoutes];
