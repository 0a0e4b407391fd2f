import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { dropDraft, type FormValues, listDrafts, saveDraft, typed } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type CaseHead, caseParams } from '../../schema.ts';
import { caseHead, deadline, loadCase, recordView, team, terms } from '../../service.ts';
import { DiagnosisPanel } from '../overview/pages/plan.tsx';
import { diagnosisDigest } from '../overview/service.ts';
import {
  arrangementsBody,
  goalBody,
  goalParams,
  type ItemBody,
  itemBody,
  itemParams,
  type Plan,
  versionBody,
} from '../schema.ts';
import { openPlan } from '../service.ts';
import { text } from '../text.pl.ts';
import { ArrangementsForm, ConfirmPage, GoalForm, type ItemChoices, ItemForm } from './pages/forms.tsx';
import * as service from './service.ts';

const WRITE = { permission: 'plan.write', purpose: 'P3', personal: true } as const;
const POST = { permission: 'plan.write', purpose: 'P3' } as const;
const COORDINATE = { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams } as const;
const COORDINATE_POST = { permission: 'case.read', purpose: 'P3', params: caseParams } as const;
const noBody = z.object({});
const at = (id: string, rest = '') => `/cases/${id}/plan${rest}`;

interface Typing {
  readonly values: Readonly<Record<string, unknown>>;
  readonly restored: boolean;
}

/** Typing is kept under the form it belongs to, for its author alone. */
const kindOf = (caseId: string, form: string) => `plan:${caseId}:${form}`;

async function typingOf(
  ctx: Ctx,
  caseId: string,
  form: string,
  fresh: Readonly<Record<string, unknown>>,
): Promise<Typing> {
  const [draft] = await listDrafts(ctx, kindOf(caseId, form));
  return draft ? { values: draft.data, restored: true } : { values: fresh, restored: false };
}

async function forget(ctx: Ctx, caseId: string, form: string): Promise<void> {
  for (const draft of await listDrafts(ctx, kindOf(caseId, form))) await dropDraft(ctx, draft.id);
}

async function draftOf(ctx: Ctx, caseId: string): Promise<{ head: CaseHead; plan: Plan }> {
  const c = await loadCase(ctx, caseId);
  const plan = await openPlan(ctx, caseId);
  if (plan?.state !== 'draft') throw notFound();
  await recordView(ctx, c, 'plan', ['D1', 'D5'], plan.id);
  return { head: await caseHead(ctx, c), plan };
}

const common = (head: CaseHead, form: string, path: string) => ({
  head,
  formKey: newId(),
  action: at(head.case.id, path),
  autosave: at(head.case.id, `/typing/${form}`),
});

async function choices(ctx: Ctx, caseId: string): Promise<ItemChoices> {
  const [services, groups, financing, people] = await Promise.all([
    terms(ctx, 'service'),
    terms(ctx, 'service_group'),
    terms(ctx, 'financing'),
    team(ctx, caseId),
  ]);
  const option = (t: { code: string; label: string }) => ({ value: t.code, label: t.label });
  const institutions = [...new Set(people.map((p) => p.institution_id ?? ''))];
  return {
    services: groups.map((g) => ({
      label: g.label,
      options: services.filter((s) => s.meta.group === g.code).map(option),
    })),
    financing: financing.map(option),
    responsible: institutions.map((id) => ({
      label: people.find((p) => p.institution_id === id)?.institution_name ?? '',
      options: people
        .filter((p) => p.institution_id === id && p.worker_id !== null)
        .map((p) => ({ value: `${id}:${p.worker_id}`, label: `${p.worker_name}, ${p.institution_name}` })),
    })),
  };
}

const newItemOf = (body: ItemBody): service.NewItem => {
  const [institutionId = '', workerId = ''] = body.responsible.split(':');
  return {
    serviceCode: body.service_code,
    description: body.description,
    institutionId,
    workerId,
    startsOn: body.starts_on,
    dueOn: body.due_on,
    financingCode: body.financing_code,
    place: body.place,
    hours: body.hours,
  };
};
const newGoalOf = (body: z.output<typeof goalBody>): service.NewGoal => ({
  title: body.title,
  measure: body.measure,
  dueOn: body.due_on,
});

async function goalPage(ctx: Ctx, caseId: string, goalId: string | null, again?: Rejected<unknown>) {
  const { head, plan } = await draftOf(ctx, caseId);
  const goal = goalId ? service.goalOf(plan, goalId) : null;
  const name = goal ? `goal-${goal.id}` : 'goal';
  const fresh = goal ? { title: goal.title, measure: goal.measure, due_on: goal.dueOn } : {};
  const typing = again ? { values: again.values, restored: false } : await typingOf(ctx, caseId, name, fresh);
  const diagnosis = goal ? null : await diagnosisDigest(ctx, caseId);
  return (
    <GoalForm
      {...common(head, name, goal ? `/goals/${goal.id}` : '/goals/new')}
      {...typing}
      errors={again?.errors}
      version={goal?.rowVersion}
      beside={diagnosis ? <DiagnosisPanel diagnosis={diagnosis} /> : undefined}
    />
  );
}

async function itemPage(
  ctx: Ctx,
  caseId: string,
  of: { goalId: string } | { itemId: string },
  again?: Rejected<unknown>,
) {
  const { head, plan } = await draftOf(ctx, caseId);
  const item = 'itemId' in of ? service.itemOf(plan, of.itemId) : null;
  const goal = service.goalOf(plan, item?.goalId ?? ('goalId' in of ? of.goalId : ''));
  const name = item ? `item-${item.id}` : `item-of-${goal.id}`;
  const fresh = item
    ? {
        service_code: item.serviceCode,
        description: item.description,
        responsible: `${item.institutionId}:${item.workerId}`,
        starts_on: item.startsOn,
        due_on: item.dueOn,
        financing_code: item.financingCode,
        place: item.place,
        hours: item.hours === null ? '' : String(item.hours).replace('.', ','),
      }
    : { due_on: goal.dueOn };
  const typing = again ? { values: again.values, restored: false } : await typingOf(ctx, caseId, name, fresh);
  return (
    <ItemForm
      {...common(head, name, item ? `/items/${item.id}` : `/goals/${goal.id}/items/new`)}
      {...typing}
      errors={again?.errors}
      version={item?.rowVersion}
      goalTitle={goal.title}
      choices={await choices(ctx, caseId)}
    />
  );
}

async function arrangementsPage(ctx: Ctx, caseId: string, again?: Rejected<unknown>) {
  const { head, plan } = await draftOf(ctx, caseId);
  const fresh = {
    own_obligation: plan.ownObligation,
    next_review_on: plan.nextReviewOn ?? '',
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
    { ...POST, params: typingParams, body: noBody },
    async (ctx, input) => {
      const { params, values } = input as { params: z.output<typeof typingParams>; values: FormValues };
      await loadCase(ctx, params.id);
      const kind = kindOf(params.id, params.form);
      const [before] = await listDrafts(ctx, kind);
      if (typed(values, '_key') !== '' || before) await saveDraft(ctx, kind, before?.id ?? null, values);
      return new Response(null, { status: 204 });
    },
  ),

  form('/cases/:id/plan/new', { ...POST, params: caseParams, body: noBody }, async (ctx, { params }) => {
    await service.createPlan(ctx, params.id);
    return redirect(at(params.id));
  }),
  page('/cases/:id/plan/change', COORDINATE, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
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
  form('/cases/:id/plan/change', { ...COORDINATE_POST, body: noBody }, async (ctx, { params }) => {
    await service.changePlan(ctx, params.id);
    return redirect(at(params.id));
  }),
  page('/cases/:id/plan/abandon', COORDINATE, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id);
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
  form('/cases/:id/plan/abandon', { ...COORDINATE_POST, body: versionBody }, async (ctx, { params }) => {
    await service.abandonPlan(ctx, params.id);
    return redirect(at(params.id));
  }),

  page('/cases/:id/plan/goals/new', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    goalPage(ctx, params.id, null),
  ),
  form(
    '/cases/:id/plan/goals/new',
    { ...POST, params: caseParams, body: goalBody },
    async (ctx, { params, body }) => {
      const id = await service.addGoal(ctx, params.id, newGoalOf(body));
      await forget(ctx, params.id, 'goal');
      return redirect(at(params.id, `#goal-${id}`));
    },
    (ctx, again) => goalPage(ctx, again.params.id, null, again),
  ),
  page('/cases/:id/plan/goals/:goalId', { ...WRITE, params: goalParams }, (ctx, { params }) =>
    goalPage(ctx, params.id, params.goalId),
  ),
  form(
    '/cases/:id/plan/goals/:goalId',
    { ...POST, params: goalParams, body: goalBody },
    async (ctx, { params, body }) => {
      await service.editGoal(ctx, params.id, params.goalId, body._version ?? 0, newGoalOf(body));
      await forget(ctx, params.id, `goal-${params.goalId}`);
      return redirect(at(params.id, `#goal-${params.goalId}`));
    },
    (ctx, again) => goalPage(ctx, again.params.id, again.params.goalId, again),
  ),
  page('/cases/:id/plan/goals/:goalId/remove', { ...WRITE, params: goalParams }, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id);
    const goal = service.goalOf(plan, params.goalId);
    const t = text[ctx.lang];
    return (
      <ConfirmPage
        head={head}
        title={t.removeGoalTitle}
        action={at(params.id, `/goals/${goal.id}/remove`)}
        formKey={newId()}
        consequences={[`${t.goal}: ${goal.title}`, t.removeGoalItems(goal.items.length), t.staysInSigned]}
        submit={t.removeGoal}
        danger
      />
    );
  }),
  form(
    '/cases/:id/plan/goals/:goalId/remove',
    { ...POST, params: goalParams, body: noBody },
    async (ctx, { params }) => {
      await service.removeGoal(ctx, params.id, params.goalId);
      return redirect(at(params.id));
    },
  ),

  page('/cases/:id/plan/goals/:goalId/items/new', { ...WRITE, params: goalParams }, (ctx, { params }) =>
    itemPage(ctx, params.id, { goalId: params.goalId }),
  ),
  form(
    '/cases/:id/plan/goals/:goalId/items/new',
    { ...POST, params: goalParams, body: itemBody },
    async (ctx, { params, body }) => {
      await service.addItem(ctx, params.id, params.goalId, newItemOf(body));
      await forget(ctx, params.id, `item-of-${params.goalId}`);
      return redirect(at(params.id, `#goal-${params.goalId}`));
    },
    (ctx, again) => itemPage(ctx, again.params.id, { goalId: again.params.goalId }, again),
  ),
  page('/cases/:id/plan/items/:itemId', { ...WRITE, params: itemParams }, (ctx, { params }) =>
    itemPage(ctx, params.id, { itemId: params.itemId }),
  ),
  form(
    '/cases/:id/plan/items/:itemId',
    { ...POST, params: itemParams, body: itemBody },
    async (ctx, { params, body }) => {
      await service.editItem(ctx, params.id, params.itemId, body._version ?? 0, newItemOf(body));
      await forget(ctx, params.id, `item-${params.itemId}`);
      return redirect(at(params.id));
    },
    (ctx, again) => itemPage(ctx, again.params.id, { itemId: again.params.itemId }, again),
  ),
  page('/cases/:id/plan/items/:itemId/remove', { ...WRITE, params: itemParams }, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id);
    const item = service.itemOf(plan, params.itemId);
    const t = text[ctx.lang];
    return (
      <ConfirmPage
        head={head}
        title={t.removeItemTitle}
        action={at(params.id, `/items/${item.id}/remove`)}
        formKey={newId()}
        consequences={[`${item.serviceLabel}, ${item.institutionName}`, t.staysInSigned]}
        submit={t.removeItem}
        danger
      />
    );
  }),
  form(
    '/cases/:id/plan/items/:itemId/remove',
    { ...POST, params: itemParams, body: noBody },
    async (ctx, { params }) => {
      await service.removeItem(ctx, params.id, params.itemId);
      return redirect(at(params.id));
    },
  ),

  page('/cases/:id/plan/arrangements', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    arrangementsPage(ctx, params.id),
  ),
  form(
    '/cases/:id/plan/arrangements',
    { ...POST, params: caseParams, body: arrangementsBody },
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
];
