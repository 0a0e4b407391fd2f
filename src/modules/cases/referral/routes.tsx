import { page, type Route } from '#kernel/http/routes.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView, terms } from '../service.ts';
import { answerRoutes } from './answer/routes.tsx';
import { CaseReferralsPage } from './pages/case-referrals.tsx';
import { InboxPage } from './pages/inbox.tsx';
import { ReferralPage } from './pages/referral.tsx';
import { referralParams, referralQuery } from './schema.ts';
import { ownDrafts } from './send/drafts/service.ts';
import { inviteRoutes } from './send/invite/routes.tsx';
import { mayInvite } from './send/invite/service.ts';
import { sendRoutes } from './send/routes.tsx';
import { caseReferralLines, listReferrals, mayReferNow, PAGE_SIZE, referralsOf } from './service.ts';
import { referralView } from './show/service.ts';

const read = { permission: 'case.read', purpose: 'P1', personal: true } as const;

/** Every address of referrals. Fixed addresses stand before those with an id. */
export const routes: readonly Route[] = [
  page('/referrals', { ...read, query: referralQuery }, async (ctx, { query }) => {
    const { lines, total } = await listReferrals(ctx, query);
    return (
      <InboxPage
        query={query}
        lines={lines}
        total={total}
        pageSize={PAGE_SIZE}
        needs={await terms(ctx, 'need')}
        mayRefer={mayReferNow(ctx)}
        mayImport={ctx.actor.permissions.has('list.import')}
        drafts={mayReferNow(ctx) ? await ownDrafts(ctx) : []}
      />
    );
  }),
  ...sendRoutes,
  page('/referrals/:id', { ...read, params: referralParams }, async (ctx, { params }) => (
    <ReferralPage view={await referralView(ctx, params.id)} />
  )),
  ...answerRoutes,
  page('/cases/:id/referral', { ...read, params: caseParams }, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const referrals = await referralsOf(ctx, c.id);
    const identity = referrals.some((r) => r.packet?.person.disclosed);
    await recordView(ctx, c, 'referral', identity ? ['D1', 'D2'] : ['D1']);
    const last = referrals.at(-1);
    const again = c.state === 'draft' && mayReferNow(ctx) && last ? `/referrals/new?from=${last.id}` : null;
    return (
      <CaseReferralsPage
        head={await caseHead(ctx, c)}
        lines={await caseReferralLines(ctx, c.id, referrals)}
        referrals={referrals}
        mayInvite={mayInvite(ctx, c)}
        sendAgain={again}
        needs={await terms(ctx, 'need')}
        forms={await terms(ctx, 'informed_form')}
      />
    );
  }),
  ...inviteRoutes,
];
