import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { answerBody } from '../messages/schema.ts';
import { emptyBody, idParams } from '../schema.ts';
import { ClosePage, InvitePage } from './pages/invite.tsx';
import { ThreadPage } from './pages/thread.tsx';
import { inviteBody, type ParticipantHost } from './schema.ts';
import { answerPerson, closeWindow, invitePage, invitePerson, markRead, threadPage } from './service.ts';

const INVITE = { permission: 'case.coordinate', purpose: 'P3', personal: true, params: idParams } as const;
const THREAD = { permission: 'case.read', purpose: 'P3', personal: true, params: idParams } as const;
interface Again {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

const invite = async (ctx: Ctx, id: string, again?: Again) => (
  <InvitePage {...(await invitePage(ctx, id))} formKey={newId()} {...again} />
);

const thread = async (ctx: Ctx, id: string, again?: Again) => (
  <ThreadPage {...(await threadPage(ctx, id))} formKey={newId()} readKey={newId()} {...again} />
);

/** The pages of a case from which a worker invites the person and writes with them. */
export const caseworkRoutes = (host: ParticipantHost): readonly Route[] => [
  page('/cases/:id/invite', INVITE, (ctx, { params }) => invite(ctx, params.id)),
  form(
    '/cases/:id/invite',
    { ...INVITE, body: inviteBody },
    async (ctx, { params, body }) => {
      await invitePerson(ctx, host, params.id, body);
      return redirect(`/cases/${params.id}/invite`);
    },
    (ctx, { params, values, errors }) => invite(ctx, params.id, { values, errors }),
  ),
  page('/cases/:id/invite/close', INVITE, async (ctx, { params }) => (
    <ClosePage head={(await invitePage(ctx, params.id)).head} formKey={newId()} />
  )),
  form('/cases/:id/invite/close', { ...INVITE, body: emptyBody }, async (ctx, { params }) => {
    await closeWindow(ctx, host, params.id);
    return redirect(`/cases/${params.id}/invite`);
  }),
  page('/cases/:id/messages', THREAD, (ctx, { params }) => thread(ctx, params.id)),
  form(
    '/cases/:id/messages',
    { ...THREAD, body: answerBody },
    async (ctx, { params, body }) => {
      await answerPerson(ctx, host, params.id, { body: body.body, toConfirm: body.to_confirm === 'yes' });
      return redirect(`/cases/${params.id}/messages`);
    },
    (ctx, { params, values, errors }) => thread(ctx, params.id, { values, errors }),
  ),
  form('/cases/:id/messages/read', { ...THREAD, body: emptyBody }, async (ctx, { params }) => {
    await markRead(ctx, params.id);
    return redirect(`/cases/${params.id}/messages`);
  }),
];
