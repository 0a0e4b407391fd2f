import type { Route } from '#kernel/http/routes.ts';
import { routes as access } from './access/routes.tsx';
import { routes as assessment } from './assessment/routes.tsx';
import { routes as basis } from './basis/routes.tsx';
import { routes as consents } from './consents/routes.tsx';
import { routes as diagnosis } from './diagnosis/routes.tsx';
import { routes as documents } from './documents/routes.tsx';
import { routes as emergency } from './emergency/routes.tsx';
import { routes as handover } from './handover/routes.tsx';
import { routes as json } from './interface/routes.tsx';
import { routes as list } from './list/routes.tsx';
import { routes as merge } from './merge/routes.tsx';
import { routes as outcome } from './outcome/routes.tsx';
import { routes as person } from './person/routes.tsx';
import { routes as plan } from './plan/routes.tsx';
import { routes as queue } from './queue/routes.tsx';
import { routes as referral } from './referral/routes.tsx';
import { routes as review } from './review/routes.tsx';
import { routes as sessions } from './sessions/routes.tsx';
import { routes as summary } from './summary/routes.tsx';
import { routes as worklist } from './worklist/routes.tsx';
import type { WorkHost } from './worklist/schema.ts';

/** Every address of the shared case, part by part. Fixed addresses stand before those with an id. */
export const routes = (host: WorkHost): readonly Route[] => [
  ...worklist(host),
  // Before the referrals: a fixed address stands before one with an id.
  ...list,
  ...summary,
  ...access,
  ...basis,
  ...consents,
  ...assessment,
  ...diagnosis,
  ...person,
  ...merge,
  ...referral,
  ...review,
  ...outcome,
  ...handover,
  ...emergency,
  ...plan,
  ...queue,
  ...sessions,
  ...json,
  ...documents,
];
