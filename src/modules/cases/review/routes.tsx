import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { RefusedPage } from '../pages/refused.tsx';
import { currentPlan } from '../plan/service.ts';
import { caseParams, type SharedCase } from '../schema.ts';
import { caseHead, loadCase, recordView, terms, today } from '../service.ts';
import { ReviewFormPage } from './pages/review-form.tsx';
import { ReviewsPage } from './pages/reviews.tsx';
import { readFindings, reviewBody } from './schema.ts';
import { recordReview, reviewDecision, reviewsOf } from './service.ts';
import { ResumePage, SuspendPage } from './suspension/pages/suspend.tsx';
import { resumeBody, suspendBody } from './suspension/schema.ts';
import {
  resumeCase,
  resumeDecision,
  suspendCase,
  suspendDecision,
  suspensionsOf,
} from './suspension/service.ts';
import { text } from './text.pl.ts';

const READ = { permission: 'case.read', purpose: 'P4', personal: true, params: caseParams } as const;
const RECORD = { permission: 'review.record', purpose: 'P4', personal: true, params: caseParams } as const;
const DIRECT = { permission: 'case.coordinate', purpose: 'P4', personal: true, params: caseParams } as const;

interface Again {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const refused = async (ctx: Ctx, c: SharedCase, title: string, reason: string) => (
  <RefusedPage
    head={await caseHead(ctx, c)}
    current="reviews"
    title={title}
    reason={reason}
    words={text[ctx.lang].refusals}
  />
);

async function reviewForm(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'review', ['D1', 'D5', 'D6']);
  const answer = await reviewDecision(ctx, c);
  if (!answer.allowed) return refused(ctx, c, text[ctx.lang].newTitle, answer.reason);
  return (
    <ReviewFormPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      plan={(await currentPlan(ctx, id)) ?? { goals: [] }}
      triggers={await terms(ctx, 'review_trigger')}
      values={again.values ?? { held_on: formatDate(today(ctx), 'pl') }}
      errors={again.errors}
    />
  );
}

async function suspendForm(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'suspension', ['D1', 'D5']);
  const answer = await suspendDecision(ctx, c);
  if (!answer.allowed) return refused(ctx, c, text[ctx.lang].suspension.title, answer.reason);
  return (
    <SuspendPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      reasons={await terms(ctx, 'suspension_reason')}
      values={again.values ?? { from_on: formatDate(today(ctx), 'pl') }}
      errors={again.errors}
    />
  );
}

async function resumeForm(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'suspension', ['D1']);
  const answer = await resumeDecision(ctx, c);
  if (!answer.allowed) return refused(ctx, c, text[ctx.lang].suspension.resume, answer.reason);
  return (
    <ResumePage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      values={again.values ?? { resumed_on: formatDate(today(ctx), 'pl') }}
      errors={again.errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/reviews', READ, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    await recordView(ctx, c, 'reviews', ['D1', 'D5']);
    const may = (route: { permission: string }) => ctx.actor.permissions.has(route.permission);
    return (
      <ReviewsPage
        head={await caseHead(ctx, c)}
        reviews={await reviewsOf(ctx, c.id)}
        suspensions={await suspensionsOf(ctx, c.id)}
        triggers={await terms(ctx, 'review_trigger')}
        reasons={await terms(ctx, 'suspension_reason')}
        may={{
          review: may(RECORD) && (await reviewDecision(ctx, c)).allowed,
          suspend: may(DIRECT) && (await suspendDecision(ctx, c)).allowed,
          resume: may(DIRECT) && (await resumeDecision(ctx, c)).allowed,
        }}
      />
    );
  }),
  page('/cases/:id/reviews/new', RECORD, (ctx, { params }) => reviewForm(ctx, params.id)),
  form(
    '/cases/:id/reviews',
    { ...RECORD, body: reviewBody },
    async (ctx, { params, body }) => {
      const { next } = await recordReview(ctx, params.id, {
        heldOn: body.held_on,
        trigger: body.trigger,
        present: body.present,
        decision: body.decision,
        nextReviewOn: body.next_review_on,
        minutes: body.minutes,
        version: body._version,
        ...readFindings(body),
      });
      return redirect(`/cases/${params.id}/${next}`);
    },
    (ctx, { params, values, errors }) => reviewForm(ctx, params.id, { values, errors }),
  ),
  page('/cases/:id/suspend', DIRECT, (ctx, { params }) => suspendForm(ctx, params.id)),
  form(
    '/cases/:id/suspend',
    { ...DIRECT, body: suspendBody },
    async (ctx, { params, body }) => {
      const { reason, from_on: fromOn, until_on: untilOn, _version: version } = body;
      await suspendCase(ctx, params.id, { reason, fromOn, untilOn, version });
      return redirect(`/cases/${params.id}/reviews`);
    },
    (ctx, { params, values, errors }) => suspendForm(ctx, params.id, { values, errors }),
  ),
  page('/cases/:id/resume', DIRECT, (ctx, { params }) => resumeForm(ctx, params.id)),
  form(
    '/cases/:id/resume',
    { ...DIRECT, body: resumeBody },
    async (ctx, { params, body }) => {
      await resumeCase(ctx, params.id, { resumedOn: body.resumed_on, version: body._version });
      return redirect(`/cases/${params.id}/reviews`);
    },
    (ctx, { params, values, errors }) => resumeForm(ctx, params.id, { values, errors }),
  ),
];
