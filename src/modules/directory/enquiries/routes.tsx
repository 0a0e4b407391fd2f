import type { Route } from '#kernel/http/routes.ts';
import { boughtRoutes, listRoutes } from './bought/routes.tsx';
import { chooseRoutes } from './choose/routes.tsx';
import { needRoutes } from './need/routes.tsx';
import { receivedRoutes } from './received/routes.tsx';
import { reportRoutes } from './reports/routes.tsx';

/** Enquiries of buyers. Words come before `/enquiries/:key`. */
export const enquiryRoutes: readonly Route[] = [
  ...listRoutes,
  ...receivedRoutes,
  ...reportRoutes,
  ...needRoutes,
  ...chooseRoutes,
  ...boughtRoutes,
];
