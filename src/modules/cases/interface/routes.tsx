import type { Route } from '#kernel/http/routes.ts';
import { basisRoutes } from './basis/routes.tsx';
import { diagnosisRoutes } from './diagnosis/routes.tsx';
import { outcomeRoutes } from './outcome/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import { referralRoutes } from './referrals/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { speaking } from './service.ts';
import { sessionRoutes } from './sessions/routes.tsx';

/** The JSON interface of shared cases, from the referral to the follow-up, under the very services of the pages. */
export const routes: readonly Route[] = speaking([
  ...referralRoutes,
  ...overviewRoutes,
  ...basisRoutes,
  ...diagnosisRoutes,
  ...planRoutes,
  ...sessionRoutes,
  ...reviewRoutes,
  ...outcomeRoutes,
]);
