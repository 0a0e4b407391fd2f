import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { RefusedPage } from '../pages/refused.tsx';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView, terms } from '../service.ts';
import { routes as followUp } from './follow-up/routes.tsx';
import { routes as leaving } from './leaving/routes.tsx';
import { OutcomePage } from './pages/outcome.tsx';
import { KindPage, OutcomeFormPage } from './pages/outcome-form.tsx';
import { routes as results } from './results/routes.tsx';
import {
  kindOf,
  kindQuery,
  noBody,
  OUTCOME_KINDS,
  type OutcomeKind,
  outcomeBody,
  readItems,
  versionBody,
} from './schema.ts';
import {
  confirmClosing,
  openItems,
  outcomeDecision,
  outcomeOf,
  recordOutcome,
  takeBackClosing,
  takeBackDecision,
  unconfirmed,
} from './service.ts';
import { text } from './text.pl.ts';

const READ = { permission: 'case.read', purpose: 'P4', personal: true, params: caseParams } as const;
const DIRECT = { permission: 'case.coordinate', purpose: 'P4', personal: true, params: caseParams } as const;

interface Again {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

const dictionaries = async (ctx: Ctx) => ({
  outcomes: await terms(ctx, 'outcome'),
  evidences: await terms(ctx, 'evidence'),
  progress: await terms(ctx, 'progress'),
});

async function outcomeForm(ctx: Ctx, id: string, kind: OutcomeKind | undefined, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'outcome', ['D1', 'D5']);
  const head = await caseHead(ctx, c);
  const answer = await outcomeDecision(ctx, c);
  const t = text[ctx.lang];
  if (!answer.allowed)
    return (
      <RefusedPage
        head={head}
        current="outcome"
        title={t.formTitle}
        reason={answer.reason}
        words={t.refusals}
      />
    );
  const lists = await dictionaries(ctx);
  const { values } = again;
  if (!kind && !values) return <KindPage head={head} />;
  return (
    <OutcomeFormPage
      head={head}
      formKey={newId()}
      kind={kind ?? kindOf(lists.outcomes, typed(values ?? {}, 'code')) ?? 'employment'}
      terms={lists}
      open={await openItems(ctx, id)}
      {...again}
    />
  );
}

/** The kind stands in the form that was sent; without it nothing is chosen yet. */
const kindIn = (values: FormValues): OutcomeKind | undefined =>
  OUTCOME_KINDS.find((kind) => kind === typed(values, 'kind'));

async function outcomePage(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'outcome', ['D1', 'D5']);
  const missing = c.state === 'closing' ? await unconfirmed(ctx, id) : [];
  // A head who oversees without coordinating directs the case elsewhere; these two steps are the coordinator's.
  const coordinates = ctx.actor.permissions.has(DIRECT.permission);
  return (
    <OutcomePage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      outcome={await outcomeOf(ctx, id)}
      terms={await dictionaries(ctx)}
      missing={missing}
      mayRecord={coordinates && (await outcomeDecision(ctx, c)).allowed}
      mayConfirm={missing.some((p) => p.institutionId === ctx.actor.institutionId)}
      mayTakeBack={coordinates && (await takeBackDecision(ctx, c)).allowed}
      errors={errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/outcome', READ, (ctx, { params }) => outcomePage(ctx, params.id)),
  page('/cases/:id/outcome/new', { ...DIRECT, query: kindQuery }, (ctx, { params, query }) =>
    outcomeForm(ctx, params.id, query.kind),
  ),
  form(
    '/cases/:id/outcome',
    { ...DIRECT, body: outcomeBody },
    async (ctx, { params, body }) => {
      if (body.choose) throw invalid();
      await recordOutcome(ctx, params.id, {
        code: body.code,
        extraCodes: body.extra,
        leftOn: body.left_on,
        evidence: body.evidence,
        employmentStartedOn: body.employment_started_on,
        employmentHours: body.employment_hours,
        openEnded: body.employment_term === 'open_ended',
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
    (ctx, { params, values, errors }) =>
      outcomeForm(ctx, params.id, kindIn(values), {
        values,
        errors: typed(values, 'choose') ? undefined : errors,
      }),
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
