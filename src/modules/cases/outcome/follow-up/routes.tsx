import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { RefusedPage } from '../../pages/refused.tsx';
import { caseParams } from '../../schema.ts';
import { caseHead, loadCase, recordView, terms, today } from '../../service.ts';
import { text } from '../text.pl.ts';
import { FollowUpPage } from './pages/follow-up.tsx';
import { FollowUpFormPage, TryFormPage } from './pages/forms.tsx';
import { followUpBody, noBody, type Stage, stageParams, tryBody } from './schema.ts';
import {
  followDecision,
  followUpsOf,
  recordFollowUp,
  recordTry,
  recordUnreachable,
  stageDecision,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P4', personal: true } as const;

interface Again {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const dictionaries = async (ctx: Ctx) => ({
  channels: await terms(ctx, 'contact_form'),
  informants: await terms(ctx, 'informant'),
  statuses: await terms(ctx, 'follow_up_employment'),
  kinds: await terms(ctx, 'employment_kind'),
});

async function list(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'follow_up', ['D1', 'D5']);
  return (
    <FollowUpPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      followUps={await followUpsOf(ctx, id)}
      terms={await dictionaries(ctx)}
      may={(await followDecision(ctx, c)).allowed}
      errors={errors}
    />
  );
}

async function stageForm(
  ctx: Ctx,
  params: { id: string; stage: Stage },
  kind: 'talk' | 'try',
  again: Again = {},
) {
  const c = await loadCase(ctx, params.id);
  await recordView(ctx, c, 'follow_up', ['D1']);
  const answer = await stageDecision(ctx, c, params.stage);
  if (!answer.allowed) {
    const t = text[ctx.lang];
    const head = await caseHead(ctx, c);
    const title = t.followUp.stages[params.stage];
    return (
      <RefusedPage head={head} current="outcome" title={title} reason={answer.reason} words={t.refusals} />
    );
  }
  const Page = kind === 'talk' ? FollowUpFormPage : TryFormPage;
  return (
    <Page
      head={await caseHead(ctx, c)}
      formKey={newId()}
      stage={params.stage}
      terms={await dictionaries(ctx)}
      values={
        again.values ?? { done_on: formatDate(today(ctx), 'pl'), tried_on: formatDate(today(ctx), 'pl') }
      }
      errors={again.errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/follow-up', { ...READ, params: caseParams }, (ctx, { params }) => list(ctx, params.id)),
  page('/cases/:id/follow-up/:stage', { ...READ, params: stageParams }, (ctx, { params }) =>
    stageForm(ctx, params, 'talk'),
  ),
  form(
    '/cases/:id/follow-up/:stage',
    { ...READ, params: stageParams, body: followUpBody },
    async (ctx, { params, body }) => {
      await recordFollowUp(ctx, params.id, {
        stage: params.stage,
        doneOn: body.done_on,
        channel: body.channel,
        informant: body.informant,
        employmentStatus: body.employment_status,
        employmentKind: body.employment_kind,
        sameJob: body.same_job,
        incomeChange: body.income_change,
        needsHelp: body.needs_help === 'yes',
        note: body.note,
      });
      return redirect(`/cases/${params.id}/follow-up`);
    },
    (ctx, { params, values, errors }) => stageForm(ctx, params, 'talk', { values, errors }),
  ),
  page('/cases/:id/follow-up/:stage/tries', { ...READ, params: stageParams }, (ctx, { params }) =>
    stageForm(ctx, params, 'try'),
  ),
  form(
    '/cases/:id/follow-up/:stage/tries',
    { ...READ, params: stageParams, body: tryBody },
    async (ctx, { params, body }) => {
      const { tried_on: triedOn, channel } = body;
      await recordTry(ctx, params.id, { stage: params.stage, triedOn, channel });
      return redirect(`/cases/${params.id}/follow-up`);
    },
    (ctx, { params, values, errors }) => stageForm(ctx, params, 'try', { values, errors }),
  ),
  form(
    '/cases/:id/follow-up/:stage/unreachable',
    { ...READ, params: stageParams, body: noBody },
    async (ctx, { params }) => {
      await recordUnreachable(ctx, params.id, params.stage);
      return redirect(`/cases/${params.id}/follow-up`);
    },
    (ctx, { params, errors }) => list(ctx, params.id, errors),
  ),
];
