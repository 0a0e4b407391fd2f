import { z } from 'zod';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ownConsents } from '../consents/service.ts';
import { ClausePage, DocumentsPage } from '../pages/documents.tsx';
import { versionParams } from '../plan/schema.ts';
import { ownPlan } from '../plan/service.ts';
import { doneQuery, emptyBody, idParams, OWN } from '../schema.ts';
import { clauseOf, clausesOf, confirmClause, noteView, requireWindow } from '../service.ts';
import { clauseFile, consentFile, planFile } from './service.ts';

const easyQuery = z.object({ easy: z.literal('1').optional() });

export const routes: readonly Route[] = [
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
    const clause = await clauseOf(ctx, w.caseId, params.id);
    await noteView(ctx, w, 'clause', ['D1'], params.id);
    return <ClausePage {...clause} formKey={newId()} />;
  }),
  form('/my/documents/clause/:id', { ...OWN, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await confirmClause(ctx, params.id);
    return redirect('/my/documents?done=confirmed');
  }),
  page(
    '/my/documents/plan/:version/pdf',
    { ...OWN, params: versionParams, query: easyQuery },
    (ctx, { params, query }) => planFile(ctx, params.version, query.easy === '1'),
  ),
  page('/my/documents/clause/:id/pdf', { ...OWN, params: idParams }, (ctx, { params }) =>
    clauseFile(ctx, params.id),
  ),
  page('/my/documents/consent/:id/pdf', { ...OWN, params: idParams }, (ctx, { params }) =>
    consentFile(ctx, params.id),
  ),
];
