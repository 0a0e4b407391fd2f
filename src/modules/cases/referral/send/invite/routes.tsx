import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import type { SharedCase } from '../../../schema.ts';
import { caseHead, deadline, loadCase, recordView, terms } from '../../../service.ts';
import {
  draftSent,
  draftValues,
  keepDraft,
  kept,
  openDraftId,
  sentBefore,
  whereSent,
} from '../drafts/service.ts';
import { readDay } from '../form/service.ts';
import { AlreadySentPage } from '../pages/asked.tsx';
import { InvitePage } from '../pages/invite.tsx';
import { PreviewPage } from '../pages/preview.tsx';
import {
  draftBody,
  draftOnly,
  nearBody,
  newQuery,
  type ServiceInput,
  serviceBody,
  serviceParams,
} from '../schema.ts';
import { firstValues, invitable, inviteInstitution, mayInvite, nearbyOf, previewService } from './service.ts';

/** Keeping a draft shows nothing, so it leaves no access record. */
const keep = { permission: 'case.refer', purpose: 'P1', params: serviceParams } as const;
const invite = { permission: 'case.refer', purpose: 'P1', personal: true, params: serviceParams } as const;
/** Drafts of one case are not offered in another. */
const kindOf = (caseId: string) => `invitation:${caseId}`;

async function open(ctx: Ctx, id: string): Promise<SharedCase> {
  const c = await loadCase(ctx, id);
  if (!mayInvite(ctx, c)) throw notFound();
  await recordView(ctx, c, 'invitation', ['D1', 'D2']);
  return c;
}

const show = async (
  ctx: Ctx,
  c: SharedCase,
  draftId: string,
  values: FormValues,
  errors?: readonly FieldError[],
  near = false,
) => (
  <InvitePage
    head={await caseHead(ctx, c)}
    draftId={draftId}
    values={values}
    errors={errors}
    members={await invitable(ctx, c)}
    needs={await terms(ctx, 'need')}
    forms={await terms(ctx, 'informed_form')}
    nearby={near ? await nearbyOf(ctx, c, values) : null}
  />
);

/** What would be sent, and what is wrong with the fields themselves. */
function read(ctx: Ctx, caseId: string, values: FormValues): { input: ServiceInput; errors: FieldError[] } {
  const parsed = serviceBody.safeParse(values);
  if (!parsed.success) throw invalid({ field: '', message: 'invalid' });
  const f = parsed.data;
  const informed = readDay(ctx, 'informed_on', f.informed_on);
  const input = {
    caseId,
    recipientId: f.recipient,
    needs: f.needs,
    urgent: f.urgent === 'yes',
    reason: f.reason,
    informedOn: informed.day,
    informedForm: f.informed_form,
    previousId: f.previous || null,
  };
  return { input, errors: informed.errors };
}

/** The packet as it would be sent; throws `invalid` with everything that is wrong. */
function preview(ctx: Ctx, c: SharedCase, values: FormValues) {
  const { input, errors } = read(ctx, c.id, values);
  return previewService(ctx, c, input, errors);
}

/** Inviting a further institution to a case under way: the same steps as a new referral, without the person part. */
export const inviteRoutes: readonly Route[] = [
  page('/cases/:id/referrals/new', { ...invite, query: newQuery }, async (ctx, { params, query }) => {
    const c = await open(ctx, params.id);
    const sent = query.draft && (await whereSent(ctx, query.draft));
    if (sent) return <AlreadySentPage href={sent} />;
    const values = query.draft
      ? await draftValues(ctx, query.draft, kindOf(c.id))
      : await firstValues(ctx, c);
    return show(ctx, c, query.draft ?? newId(), values, undefined, query.near !== undefined);
  }),
  form('/cases/:id/referrals/draft', { ...keep, body: draftBody }, async (ctx, { params, body, values }) => {
    await keepDraft(ctx, body.draft, values, kindOf(params.id));
    return kept(`/cases/${params.id}/referrals/new?draft=${body.draft}`);
  }),
  form('/cases/:id/referrals/nearby', { ...keep, body: nearBody }, async (ctx, { params, body, values }) => {
    const { choose: _, ...typedNow } = values;
    const picked = body.choose ? { ...typedNow, recipient: body.choose } : typedNow;
    await keepDraft(ctx, body.draft, picked, kindOf(params.id));
    return redirect(`/cases/${params.id}/referrals/new?draft=${body.draft}&near=1#nearby`);
  }),
  form(
    '/cases/:id/referrals/new',
    { ...invite, body: serviceBody },
    async (ctx, { params, body, values }) => {
      const c = await open(ctx, params.id);
      await preview(ctx, c, values);
      const draftId = await openDraftId(ctx, body.draft);
      await keepDraft(ctx, draftId, values, kindOf(c.id));
      return redirect(`/cases/${c.id}/referrals/preview?draft=${draftId}`);
    },
    async (ctx, { params, values, errors }) => {
      const c = await open(ctx, params.id);
      const draftId = await openDraftId(ctx, typed(values, 'draft'));
      await keepDraft(ctx, draftId, values, kindOf(c.id));
      return show(ctx, c, draftId, values, errors);
    },
  ),
  page('/cases/:id/referrals/preview', { ...invite, query: draftOnly }, async (ctx, { params, query }) => {
    const c = await open(ctx, params.id);
    const sent = await whereSent(ctx, query.draft);
    if (sent) return <AlreadySentPage href={sent} />;
    const packet = await preview(ctx, c, await draftValues(ctx, query.draft, kindOf(c.id)));
    return (
      <PreviewPage
        packet={packet}
        dueOn={await deadline(ctx, packet.urgent ? 'answer_referral_urgent' : 'answer_referral')}
        draftId={query.draft}
        formKey={newId()}
        action={`/cases/${c.id}/referrals/send`}
        back={`/cases/${c.id}/referrals/new?draft=${query.draft}`}
        warnings={[]}
        needs={await terms(ctx, 'need')}
        forms={await terms(ctx, 'informed_form')}
      />
    );
  }),
  form(
    '/cases/:id/referrals/send',
    { ...invite, body: draftOnly },
    async (ctx, { params, body, values }) => {
      const already = await sentBefore(ctx, body.draft, values);
      if (already) return redirect(already);
      const { input, errors } = read(ctx, params.id, await draftValues(ctx, body.draft, kindOf(params.id)));
      if (errors.length > 0) throw invalid(...errors);
      const sent = await inviteInstitution(ctx, input);
      const where = `/referrals/${sent.referralId}/sent`;
      await draftSent(ctx, body.draft, where);
      return redirect(where);
    },
    async (ctx, { params, values, errors }) => {
      const c = await open(ctx, params.id);
      const draftId = typed(values, 'draft');
      return show(ctx, c, draftId, await draftValues(ctx, draftId, kindOf(c.id)), errors);
    },
  ),
];
