import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { askForInstitution, newcomerBody } from '../reports/api.ts';
import { ClaimPage } from './pages/claim.tsx';
import { LeavePage, NewcomerSentPage, TakePage } from './pages/leaving.tsx';
import type { ClaimPageProps } from './pages/ways.tsx';
import { claimBody, claimParams, claimQuery, codeBody, emptyBody, takeBody } from './schema.ts';
import { checkCode, claim, claimView, giveUp, keptRecord, paperAccept, takeAway } from './service.ts';

const open = { permission: 'public', params: claimParams } as const;
const manager = { permission: 'institution.manage', params: claimParams } as const;
const editor = { permission: 'directory.edit', params: claimParams } as const;

async function claimPage(ctx: Ctx, id: string, sent: Pick<ClaimPageProps, 'code' | 'values' | 'errors'>) {
  return <ClaimPage view={await claimView(ctx, id)} accept={paperAccept} formKey={newId()} {...sent} />;
}
const leavePage = async (ctx: Ctx, id: string) => (
  <LeavePage record={(await claimView(ctx, id)).record} formKey={newId()} />
);

/** A record is taken over by its entity, given up, or taken away. */
export const claimRoutes: readonly Route[] = [
  page('/directory/:id/claim', { ...open, query: claimQuery }, (ctx, { params, query }) =>
    claimPage(ctx, params.id, query),
  ),
  form(
    '/directory/:id/claim',
    { ...manager, body: claimBody },
    async (ctx, { params, body, values }) => {
      await claim(ctx, params.id, body, values);
      return redirect(`/directory/${params.id}/claim`);
    },
    (ctx, { params, values, errors }) => claimPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/directory/:id/claim/code',
    { ...manager, body: codeBody },
    async (ctx, { params, body }) => {
      const said = await checkCode(ctx, params.id, body.code);
      return redirect(`/directory/${params.id}/claim${said === 'accepted' ? '' : `?code=${said}`}`);
    },
    (ctx, { params, values, errors }) => claimPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/directory/:id/claim/newcomer',
    { ...open, body: newcomerBody },
    async (ctx, { params, body }) => {
      await askForInstitution(ctx, params.id, body, currentRequest().address);
      return redirect(`/directory/${params.id}/claim/sent`);
    },
    (ctx, { params, values, errors }) => claimPage(ctx, params.id, { values, errors }),
  ),
  page('/directory/:id/claim/sent', open, async (ctx, { params }) => (
    <NewcomerSentPage record={(await claimView(ctx, params.id)).record} />
  )),
  page('/directory/:id/claim/leave', manager, (ctx, { params }) => leavePage(ctx, params.id)),
  form('/directory/:id/claim/leave', { ...manager, body: emptyBody }, async (ctx, { params }) => {
    await giveUp(ctx, params.id);
    return redirect(`/directory/${params.id}`);
  }),
  page('/directory/:id/claim/take', editor, async (ctx, { params }) => (
    <TakePage {...(await keptRecord(ctx, params.id))} formKey={newId()} />
  )),
  form(
    '/directory/:id/claim/take',
    { ...editor, body: takeBody },
    async (ctx, { params, body }) => {
      await takeAway(ctx, params.id, body.reason);
      return redirect(`/directory/${params.id}`);
    },
    async (ctx, { params, values, errors }) => (
      <TakePage {...(await keptRecord(ctx, params.id))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
];
