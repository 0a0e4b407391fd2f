import { dropDraft } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { DeleteDraftPage } from '../pages/drafts.tsx';
import { draftOnly } from '../schema.ts';
import { recordDraftView } from '../service.ts';
import { draftName, draftValues } from './service.ts';

const refer = { permission: 'case.refer', purpose: 'P1', personal: true } as const;

/** A referral begun and not wanted any more. */
export const draftRoutes: readonly Route[] = [
  page('/referrals/new/delete', { ...refer, query: draftOnly }, async (ctx, { query }) => {
    const values = await draftValues(ctx, query.draft);
    await recordDraftView(ctx, query.draft);
    return <DeleteDraftPage draftId={query.draft} name={draftName(values)} formKey={newId()} />;
  }),
  form('/referrals/new/delete', { ...refer, body: draftOnly }, async (ctx, { body }) => {
    await draftValues(ctx, body.draft);
    await dropDraft(ctx, body.draft);
    return redirect('/referrals');
  }),
];
