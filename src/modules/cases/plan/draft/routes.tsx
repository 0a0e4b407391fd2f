import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseParams } from '../../schema.ts';
import { caseHead, deadline, loadCase, recordView, terms } from '../../service.ts';
import { arrangementsBody, versionBody } from '../schema.ts';
import { changeDecision } from '../service.ts';
import { text } from '../text.pl.ts';
import { routes as goals } from './goals/routes.tsx';
import { routes as items } from './items/routes.tsx';
import { ArrangementsForm, ConfirmPage } from './pages/forms.tsx';
import * as service from './service.ts';
import { common, draftOf, forget, keep, typingOf, written } from './typing/service.ts';

const WRITE = { permission: 'plan.write', purpose: 'P3', personal: true } as const;
const COORDINATE = { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams } as const;
const noBody = z.object({});
const at = (id: string, rest = '') => `/cases/${id}/plan${rest}`;

async function arrangementsPage(ctx: Ctx, caseId: string, again?: Rejected<unknown>) {
  const { head, plan } = await draftOf(ctx, caseId);
  const fresh = {
    own_obligation: plan.ownObligation,
    next_review_on: written(plan.nextReviewOn),
    contact_every_days: plan.contactEveryDays === null ? '' : String(plan.contactEveryDays),
    contact_form: plan.contactForm,
  };
  const typing = again
    ? { values: again.values, restored: false }
    : await typingOf(ctx, caseId, 'arrangements', fresh);
  const forms = await terms(ctx, 'contact_form');
  return (
    <ArrangementsForm
      {...common(head, 'arrangements', '/arrangements')}
      {...typing}
      errors={again?.errors}
      now={again?.current ? fresh : undefined}
      version={plan.rowVersion}
      reviewBy={await deadline(ctx, 'review')}
      forms={forms.map((f) => ({ value: f.code, label: f.label }))}
    />
  );
}

const typingParams = caseParams.extend({ form: z.string().regex(/^[a-z]+(-of)?(-[0-9a-f-]{36})?$/) });

export const routes: readonly Route[] = [
  // What is being typed, a moment after the last key; nothing of the case changes.
  form(
    '/cases/:id/plan/typing/:form',
    { ...WRITE, personal: false, params: typingParams, body: noBody },
    async (ctx, input) => {
      const { params, values } = input as { params: z.output<typeof typingParams>; values: FormValues };
      await keep(ctx, params.id, params.form, values);
      return new Response(null, { status: 204 });
    },
  ),

  form('/cases/:id/plan/new', { ...WRITE, params: caseParams, body: noBody }, async (ctx, { params }) => {
    await service.createPlan(ctx, params.id);
    return redirect(at(params.id));
  }),
  page('/cases/:id/plan/change', COORDINATE, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    if (!(await changeDecision(ctx, c)).allowed) throw notFound();
    const t = text[ctx.lang];
    await recordView(ctx, c, 'case', ['D1']);
    return (
      <ConfirmPage
        head={await caseHead(ctx, c)}
        title={t.change}
        action={at(c.id, '/change')}
        formKey={newId()}
        consequences={[t.changeMore]}
        submit={t.change}
        danger={false}
      />
    );
  }),
  form('/cases/:id/plan/change', { ...COORDINATE, body: noBody }, async (ctx, { params }) => {
    await service.changePlan(ctx, params.id);
    return redirect(at(params.id));
  }),
  page('/cases/:id/plan/abandon', COORDINATE, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id, 'coordinator');
    const t = text[ctx.lang];
    const w = t.abandonConsequences;
    return (
      <ConfirmPage
        head={head}
        title={t.abandonTitle}
        action={at(params.id, '/abandon')}
        formKey={newId()}
        version={plan.rowVersion}
        consequences={[w.gone, plan.version > 1 ? w.back : w.first]}
        submit={t.abandon}
        danger
      />
    );
  }),
  form('/cases/:id/plan/abandon', { ...COORDINATE, body: versionBody }, async (ctx, { params }) => {
    await service.abandonPlan(ctx, params.id);
    return redirect(at(params.id));
  }),

  page('/cases/:id/plan/arrangements', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    arrangementsPage(ctx, params.id),
  ),
  form(
    '/cases/:id/plan/arrangements',
    { ...WRITE, params: caseParams, body: arrangementsBody },
    async (ctx, { params, body }) => {
      await service.setArrangements(ctx, params.id, body._version, {
        ownObligation: body.own_obligation,
        nextReviewOn: body.next_review_on,
        contactEveryDays: body.contact_every_days,
        contactForm: body.contact_form,
      });
      await forget(ctx, params.id, 'arrangements');
      return redirect(at(params.id, '#arrangements'));
    },
    (ctx, again) => arrangementsPage(ctx, again.params.id, again),
  ),
  ...goals,
  ...items,
];
