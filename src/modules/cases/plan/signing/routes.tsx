import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { caseParams } from '../../schema.ts';
import { caseHead, loadCase, recordView, team, today } from '../../service.ts';
import { directs } from '../overview/service.ts';
import { confirmBody, versionBody } from '../schema.ts';
import { openPlan } from '../service.ts';
import { PaperPage, PreparePage, WithdrawPage } from './pages/sign.tsx';
import * as service from './service.ts';

const READ = { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams } as const;
const SIGN = { permission: 'plan.sign', purpose: 'P3', personal: true, params: caseParams } as const;
const noBody = z.object({});
const paperBody = z.object({
  signer: z.enum(['person', 'guardian']),
  name: z.string().trim().min(1).max(200),
  signed_on: z.string().trim().min(1).max(40),
});
const at = (id: string, rest = '') => `/cases/${id}/plan${rest}`;

async function preparePage(ctx: Ctx, caseId: string, again?: Rejected<unknown>) {
  const c = await loadCase(ctx, caseId);
  const readiness = await service.readiness(ctx, caseId);
  if (readiness.plan.state !== 'draft' || !(await directs(ctx, c))) throw notFound();
  await recordView(ctx, c, 'plan', ['D1', 'D5'], readiness.plan.id);
  return (
    <PreparePage
      head={await caseHead(ctx, c)}
      readiness={readiness}
      mayConfirm={service.confirmable(ctx, c, await team(ctx, caseId), readiness.warnings)}
      formKey={newId()}
      errors={again?.errors}
    />
  );
}

async function paperPage(ctx: Ctx, caseId: string, again?: Rejected<unknown>) {
  const c = await loadCase(ctx, caseId);
  const plan = await openPlan(ctx, caseId);
  if (!plan || !(await service.paperDecision(ctx, c)).allowed) throw notFound();
  await recordView(ctx, c, 'plan', ['D1', 'D2', 'D5'], plan.id);
  return (
    <PaperPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      values={
        again?.values ?? {
          signer: 'person',
          name: await service.personToSign(ctx, c),
          signed_on: formatDate(today(ctx), 'pl'),
        }
      }
      errors={again?.errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/plan/sign', READ, (ctx, { params }) => preparePage(ctx, params.id)),
  form('/cases/:id/plan/warnings', { ...READ, body: confirmBody }, async (ctx, { params, body }) => {
    await service.confirmWarning(ctx, params.id, body.warning);
    const c = await loadCase(ctx, params.id);
    return redirect(at(params.id, (await directs(ctx, c)) ? '/sign' : ''));
  }),
  form(
    '/cases/:id/plan/start',
    { ...READ, body: versionBody },
    async (ctx, { params, body }) => {
      await service.startSigning(ctx, params.id, body._version);
      return redirect(at(params.id));
    },
    (ctx, again) => preparePage(ctx, again.params.id, again),
  ),
  form('/cases/:id/plan/sign', { ...SIGN, body: noBody }, async (ctx, { params }) => {
    await service.signPlan(ctx, params.id);
    return redirect(at(params.id, '#signatures'));
  }),
  page('/cases/:id/plan/paper', READ, (ctx, { params }) => paperPage(ctx, params.id)),
  form(
    '/cases/:id/plan/paper',
    { ...READ, body: paperBody },
    async (ctx, { params, body }) => {
      const { signer, name, signed_on: signedOn } = body;
      await service.recordPaperSignature(ctx, params.id, { signer, name, signedOn });
      return redirect(at(params.id, '#signatures'));
    },
    (ctx, again) => paperPage(ctx, again.params.id, again),
  ),
  page('/cases/:id/plan/withdraw', READ, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const plan = await openPlan(ctx, params.id);
    if (plan?.state !== 'signing' || !(await directs(ctx, c))) throw notFound();
    await recordView(ctx, c, 'plan', ['D1', 'D5'], plan.id);
    return (
      <WithdrawPage head={await caseHead(ctx, c)} formKey={newId()} signatures={plan.signatures.length} />
    );
  }),
  form('/cases/:id/plan/withdraw', { ...READ, body: noBody }, async (ctx, { params }) => {
    await service.withdrawSigning(ctx, params.id);
    return redirect(at(params.id));
  }),
];
