import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseworkRoutes } from './casework/routes.tsx';
import type { ParticipantHost } from './casework/schema.ts';
import { routes as consents } from './consents/routes.tsx';
import { ownConsents } from './consents/service.ts';
import { routes as data } from './data/routes.tsx';
import { dateRoutes } from './dates/routes.tsx';
import { homeOf } from './home/service.ts';
import { messageRoutes } from './messages/routes.tsx';
import { ClausePage, DocumentsPage } from './pages/documents.tsx';
import { HomePage, NoCasePage } from './pages/home.tsx';
import { routes as plan } from './plan/routes.tsx';
import { ownPlan } from './plan/service.ts';
import { doneQuery, emptyBody, idParams, OWN } from './schema.ts';
import { clauseOf, clausesOf, confirmClause, noteView, openWindow, requireWindow } from './service.ts';

async function home(ctx: Ctx, done: Parameters<typeof HomePage>[0]['done']) {
  const w = await openWindow(ctx);
  if (!w) return <NoCasePage name={ctx.actor.name} />;
  await noteView(ctx, w, 'window', ['D1', 'D5', 'D6']);
  return <HomePage {...(await homeOf(ctx, w))} done={done} />;
}

const own: readonly Route[] = [
  // Personal, but there may be no case to look at; then nothing personal is shown and nothing is recorded.
  page('/my', { permission: OWN.permission, purpose: OWN.purpose, query: doneQuery }, (ctx, { query }) =>
    home(ctx, query.done),
  ),
  page('/my/documents', { ...OWN, query: doneQuery }, async (ctx, { query }) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'documents', ['D1', 'D5']);
    const { versions } = await ownPlan(ctx, w.caseId);
    return (
      <DocumentsPage
        plans={versions}
        clauses={await clausesOf(ctx, w.caseId)}
        consents={await ownConsents(ctx, w.caseId)}
        done={query.done}
      />
    );
  }),
  page('/my/documents/clause/:id', { ...OWN, params: idParams }, async (ctx, { params }) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'clause', ['D1'], params.id);
    return <ClausePage {...(await clauseOf(ctx, w.caseId, params.id))} formKey={newId()} />;
  }),
  form('/my/documents/clause/:id', { ...OWN, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await confirmClause(ctx, params.id);
    return redirect('/my/documents?done=confirmed');
  }),
];

/** Every address of the participant's window, and the pages of a case from which a worker reaches the person. */
export const participantRoutes = (host: ParticipantHost): readonly Route[] => [
  ...own,
  ...plan,
  ...consents,
  ...data,
  ...dateRoutes(host),
  ...messageRoutes(host),
  ...caseworkRoutes(host),
];
