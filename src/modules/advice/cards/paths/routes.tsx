import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { mayWrite } from '../service.ts';
import { ClientPage } from './pages/client.tsx';
import type { SentPart } from './pages/parts.tsx';
import {
  adviserBody,
  clientBody,
  closeBody,
  emptyBody,
  goalBody,
  goalParams,
  idParams,
  pathBody,
  poolBody,
} from './schema.ts';
import * as service from './service.ts';

const reader = { permission: 'work', personal: true, params: idParams } as const;
const writer = { permission: 'advice.answer', personal: true, params: idParams } as const;
const to = (id: string) => redirect(`/advice/clients/${id}`);

const clientPage = async (ctx: Ctx, id: string, sent?: SentPart) => (
  <ClientPage
    view={await service.clientView(ctx, id)}
    writes={mayWrite(ctx)}
    newKey={newId}
    {...(sent && { sent })}
  />
);

/** One of the forms of the page: it comes back in its own place. */
const part = <B extends z.ZodType>(
  path: string,
  name: string,
  body: B,
  work: (ctx: Ctx, id: string, form: z.output<B>) => Promise<void>,
): Route =>
  form(
    `/advice/clients/:id${path}`,
    { ...writer, body },
    async (ctx, { params, body: sent }) => {
      await work(ctx, params.id, sent);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => clientPage(ctx, params.id, { part: name, values, errors }),
  );

/** Whom desks advise, and their support paths. */
export const pathRoutes: readonly Route[] = [
  page('/advice/clients/:id', reader, (ctx, { params }) => clientPage(ctx, params.id)),
  part('', 'client', clientBody, service.changeClient),
  part('/path/open', 'open', emptyBody, service.openPath),
  part('/path/close', 'close', closeBody, (ctx, id, { outcome }) => service.closePath(ctx, id, outcome)),
  part('/path', 'path', pathBody, service.writePath),
  part('/goals', 'goals', goalBody, (ctx, id, { goal, due }) => service.addGoal(ctx, id, goal, due)),
  part('/pools', 'pools', poolBody, service.planHours),
  part('/advisers', 'advisers', adviserBody, (ctx, id, { worker, key }) =>
    service.addAdviser(ctx, id, worker, key === 'yes'),
  ),
  form(
    '/advice/clients/:id/goals/:goal',
    { ...writer, params: goalParams, body: emptyBody },
    async (ctx, { params }) => {
      await service.reachGoal(ctx, params.id, params.goal);
      return to(params.id);
    },
  ),
];
