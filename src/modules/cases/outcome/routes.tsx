import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { finalReview, mayDirect } from '../review/service.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView, terms } from '../service.ts';
import { routes as followUp } from './follow-up/routes.tsx';
import { routes as leaving } from './leaving/routes.tsx';
import { OutcomePage } from './pages/outcome.tsx';
import { OutcomeFormPage } from './pages/outcome-form.tsx';
import { routes as results } from './results/routes.tsx';
import { noBody, outcomeBody, readItems, versionBody } from './schema.ts';
import {
  confirmClosing,
  openItems,
  outcomeOf,
  recordOutcome,
  takeBackClosing,
  unconfirmed,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P4', personal: true, params: caseParams } as const;
const DIRECT = { permission: 'case.coordinate', purpose: 'P4', personal: true, params: caseParams } as const;

interface Again {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const dictionaries = async (ctx: Ctx) => ({
  outcomes: await terms(ctx, 'outcome'),
  evidences: await terms(ctx, 'evidence'),
  progress: await terms(ctx, 'progress'),
});

async function outcomeForm(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'outcome', ['D1', 'D5']);
  return (
    <OutcomeFormPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      terms={await dictionaries(ctx)}
      open={await openItems(ctx, id)}
      {...again}
    />
  );
}

async function outcomePage(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'outcome', ['D1', 'D5']);
  const missing = c.state === 'closing' ? await unconfirmed(ctx, id) : [];
  const directs = await mayDirect(ctx, c);
  return (
    <OutcomePage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      outcome={await outcomeOf(ctx, id)}
      terms={await dictionaries(ctx)}
      missing={missing}
      mayRecord={
        directs && (c.state === 'active' || c.state === 'suspended') && (await finalReview(ctx, id)) !== null
      }
      mayConfirm={missing.some((p) => p.institutionId === ctx.actor.institutionId)}
      mayTakeBack={directs && c.state === 'closing'}
      errors={errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/outcome', READ, (ctx, { params }) => outcomePage(ctx, params.id)),
  page('/cases/:id/outcome/new', DIRECT, (ctx, { params }) => outcomeForm(ctx, params.id)),
  form(
    '/cases/:id/outcome',
    { ...DIRECT, body: outcomeBody },
    async (ctx, { params, body }) => {
      await recordOutcome(ctx, params.id, {
        code: body.code,
        extraCodes: body.extra,
        leftOn: body.left_on,
        evidence: body.evidence,
        employmentStartedOn: body.employment_started_on,
        employmentHours: body.employment_hours,
        plannedMonths: body.planned_months,
        progress: body.progress,
        informedOn: body.informed_on,
        evaluation: body.evaluation,
        note: body.note,
        items: readItems(body),
        version: body._version,
      });
      return redirect(`/cases/${params.id}/outcome`);
    },
    (ctx, { params, values, errors }) => outcomeForm(ctx, params.id, { values, errors }),
  ),
  form(
    '/cases/:id/outcome/confirm',
    { ...READ, body: noBody },
    async (ctx, { params }) => {
      await confirmClosing(ctx, params.id);
      return redirect(`/cases/${params.id}/outcome`);
    },
    (ctx, { params, errors }) => outcomePage(ctx, params.id, errors),
  ),
  form(
    '/cases/:id/outcome/take-back',
    { ...DIRECT, body: versionBody },
    async (ctx, { params, body }) => {
      await takeBackClosing(ctx, params.id, body._version);
      return redirect(`/cases/${params.id}/outcome`);
    },
    (ctx, { params, errors }) => outcomePage(ctx, params.id, errors),
  ),
  ...followUp,
  ...leaving,
  ...results,
];
