import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { emptyBody } from '../../schema.ts';
import { enteredCode, openedBy, typeIn } from '../answering/service.ts';
import { AUDIENCES, evaluationParams } from '../schema.ts';
import { coordinated, questionsOf } from '../service.ts';
import { CodesPage, InvitePage, PaperPage, TypeInPage } from './pages/codes.tsx';
import { issueBody, typeBody } from './schema.ts';
import { issueCodes, takeInvitation } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const ROUND = '/partnerships/:id/evaluation/:round';
type At = z.output<typeof evaluationParams>;
const paperQuery = z.object({ audience: z.enum(AUDIENCES).default('participant') });

/** Codes to hand out, the invitation a worker takes, paper sheets. No form here has a key: an answer would keep a code. */
export const invitingRoutes = (siteUrl: string): Route[] => [
  page(`${ROUND}/codes`, { ...manage, params: evaluationParams }, async (ctx, { params }) => (
    <InvitePage view={await inTime(ctx, params)} />
  )),
  // Not `form`: the answer is a page and not a redirect, since the codes are shown this once and are kept nowhere.
  {
    ...manage,
    method: 'POST',
    kind: 'form',
    path: `${ROUND}/codes`,
    params: evaluationParams,
    body: issueBody,
    handle: async (ctx: Ctx, input: { params: At; body: z.output<typeof issueBody> }) => {
      const codes = await issueCodes(ctx, input.params.id, input.params.round, input.body);
      return (
        <CodesPage
          view={await inTime(ctx, input.params)}
          codes={codes}
          audience={input.body.audience}
          siteUrl={siteUrl}
        />
      );
    },
    again: async (ctx: Ctx, { params, values, errors }: Rejected<At>) => (
      <InvitePage view={await inTime(ctx, params)} values={values} errors={errors} />
    ),
  },
  page(
    `${ROUND}/paper`,
    { ...manage, params: evaluationParams, query: paperQuery },
    async (ctx, { params, query }) => {
      const view = await coordinated(ctx, params.id, params.round);
      const questions = await questionsOf(ctx, view.evaluation.openedOn);
      return (
        <PaperPage
          view={view}
          audience={query.audience}
          questions={questions.filter((q) => q.audience === query.audience)}
        />
      );
    },
  ),
  page(`${ROUND}/type-in`, { ...manage, params: evaluationParams }, async (ctx, { params }) => (
    <TypeInPage view={await inTime(ctx, params)} code={null} questions={[]} />
  )),
  // First the code, then the answers: the code never stands in an address here.
  {
    ...manage,
    method: 'POST',
    kind: 'form',
    path: `${ROUND}/type-in`,
    params: evaluationParams,
    body: typeBody,
    handle: async (ctx: Ctx, input: { params: At; values: Readonly<Record<string, unknown>> }) => {
      const { params, values } = input;
      const view = await inTime(ctx, params);
      const code = await enteredCode(ctx, typeof values.code === 'string' ? values.code : '');
      if (values.answers === 'yes') {
        await typeIn(ctx, params.id, code, values);
        return redirect(`/partnerships/${params.id}/evaluation/${params.round}/type-in`);
      }
      const opened = await openedBy(ctx, code);
      if (opened?.roundId !== params.round) throw notFound();
      return <TypeInPage view={view} code={code} questions={opened.questions} />;
    },
    again: async (ctx: Ctx, { params, values, errors }: Rejected<At>) => {
      const typed = typeof values.code === 'string' ? values.code : '';
      const opened = values.answers === 'yes' ? await openedBy(ctx, typed) : null;
      return (
        <TypeInPage
          view={await inTime(ctx, params)}
          code={opened ? typed : null}
          questions={opened?.questions ?? []}
          values={values}
          errors={errors}
        />
      );
    },
  },
  form(
    `${ROUND}/take`,
    { permission: 'work', params: evaluationParams, body: emptyBody },
    async (ctx, { params }) => redirect(`/evaluation/${await takeInvitation(ctx, params.id, params.round)}`),
  ),
];

async function inTime(ctx: Ctx, params: At) {
  const view = await coordinated(ctx, params.id, params.round);
  if (view.evaluation.state !== 'open') throw notFound();
  return view;
}
