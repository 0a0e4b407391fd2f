import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { rightsOf } from '../data/service.ts';
import { doneQuery, emptyBody, idParams, OWN } from '../schema.ts';
import { clausesOf, noteView, requireWindow } from '../service.ts';
import { ConsentPage, ConsentsPage } from './pages/consents.tsx';
import { WithdrawPage } from './pages/withdraw.tsx';
import { ownConsent, ownConsents, whatRemains, withdraw, wordsOf } from './service.ts';

export const routes: readonly Route[] = [
  page('/my/consents', { ...OWN, query: doneQuery }, async (ctx, { query }) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'consents', ['D1']);
    return (
      <ConsentsPage
        consents={await ownConsents(ctx, w.caseId)}
        rights={await rightsOf(ctx, w.caseId)}
        clause={(await clausesOf(ctx, w.caseId))[0] ?? null}
        done={query.done}
      />
    );
  }),
  page('/my/consents/:id', { ...OWN, params: idParams }, async (ctx, { params }) => {
    const w = await requireWindow(ctx);
    const own = await ownConsent(ctx, w.caseId, params.id);
    await noteView(ctx, w, 'consent', ['D1'], params.id);
    return <ConsentPage own={own} words={await wordsOf(ctx, own.consent)} />;
  }),
  page('/my/consents/:id/withdraw', { ...OWN, params: idParams }, async (ctx, { params }) => {
    const w = await requireWindow(ctx);
    const own = await ownConsent(ctx, w.caseId, params.id);
    await noteView(ctx, w, 'consent', ['D1'], params.id);
    if (own.state !== 'given') return redirect(`/my/consents/${params.id}`);
    return <WithdrawPage own={own} {...(await whatRemains(ctx, w.caseId, own.consent))} formKey={newId()} />;
  }),
  form(
    '/my/consents/:id/withdraw',
    { ...OWN, params: idParams, body: emptyBody },
    async (ctx, { params }) => {
      await withdraw(ctx, params.id);
      return redirect('/my/consents?done=withdrawn');
    },
  ),
];
