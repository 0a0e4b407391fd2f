import type { Ctx } from '#kernel/context.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { caseworkRoutes } from './casework/routes.tsx';
import type { ParticipantHost } from './casework/schema.ts';
import { routes as consents } from './consents/routes.tsx';
import { routes as data } from './data/routes.tsx';
import { dateRoutes } from './dates/routes.tsx';
import { routes as documents } from './documents/routes.tsx';
import { homeOf } from './home/service.ts';
import { messageRoutes } from './messages/routes.tsx';
import { HomePage, NoCasePage } from './pages/home.tsx';
import { routes as plan } from './plan/routes.tsx';
import { doneQuery, OWN } from './schema.ts';
import { noteView, openWindow } from './service.ts';

async function home(ctx: Ctx, done: Parameters<typeof HomePage>[0]['done']) {
  const w = await openWindow(ctx);
  if (!w) return <NoCasePage name={ctx.actor.name} />;
  await noteView(ctx, w, 'window', ['D1', 'D5', 'D6']);
  return <HomePage {...(await homeOf(ctx, w))} done={done} />;
}

const start: readonly Route[] = [
  // Personal, but there may be no case to look at; then nothing personal is shown and nothing is recorded.
  page('/my', { permission: OWN.permission, purpose: OWN.purpose, query: doneQuery }, (ctx, { query }) =>
    home(ctx, query.done),
  ),
];

/** Every address of the participant's window, and the pages of a case from which a worker reaches the person. */
export const participantRoutes = (host: ParticipantHost): readonly Route[] => [
  ...start,
  ...plan,
  ...consents,
  ...data,
  ...documents,
  ...dateRoutes(host),
  ...messageRoutes(host),
  ...caseworkRoutes(host),
];
