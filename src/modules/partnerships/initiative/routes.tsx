import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type PartnershipsHost } from '../schema.ts';
import { standingOf } from '../service.ts';
import { needsOf } from './needs/service.ts';
import { InvitationPage } from './pages/invitation.tsx';
import { InvitationsPage } from './pages/invitations.tsx';
import { NeedsPage } from './pages/needs.tsx';
import { answerBody, invitationParams, inviteBody } from './schema.ts';
import {
  answerInvitation,
  invitationsView,
  invite,
  noteAnswer,
  ownInvitation,
  withdrawInvitation,
} from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const one = { ...manage, params: idParams };
const LIST = '/partnerships/:id/invitations';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** The initiative: who is invited and what they answer. */
export const initiativeRoutes = (host: PartnershipsHost): readonly Route[] => [
  page(LIST, { permission: 'work', params: idParams }, (ctx, { params }) => listPage(ctx, params.id)),
  form(
    LIST,
    { ...one, body: inviteBody },
    async (ctx, { params, body }) => {
      await invite(ctx, host, params.id, body);
      return redirect(`/partnerships/${params.id}/invitations`);
    },
    (ctx, { params, values, errors }) => listPage(ctx, params.id, { form: 'invite', values, errors }),
  ),
  form(
    `${LIST}/:invitation/withdraw`,
    { ...manage, params: invitationParams, body: emptyBody },
    async (ctx, { params }) => {
      await withdrawInvitation(ctx, params.id, params.invitation);
      return redirect(`/partnerships/${params.id}/invitations`);
    },
  ),
  form(
    `${LIST}/:invitation/paper`,
    { ...manage, params: invitationParams, body: answerBody },
    async (ctx, { params, body }) => {
      await noteAnswer(ctx, params.id, params.invitation, body);
      return redirect(`/partnerships/${params.id}/invitations`);
    },
    (ctx, { params, values, errors }) =>
      listPage(ctx, params.id, { form: params.invitation, values, errors }),
  ),
  page('/partnerships/:id/needs', { permission: 'work', params: idParams }, async (ctx, { params }) => (
    <NeedsPage
      view={await needsOf(ctx, host, params.id)}
      member={(await standingOf(ctx, params.id)).member}
    />
  )),
  page('/partnerships/:id/invitation', one, (ctx, { params }) => answerPage(ctx, params.id, {})),
  form(
    '/partnerships/:id/invitation',
    { ...one, body: answerBody },
    async (ctx, { params, body }) => {
      await answerInvitation(ctx, host, params.id, body);
      return redirect(`/partnerships/${params.id}`);
    },
    (ctx, { params, values, errors }) => answerPage(ctx, params.id, { values, errors }),
  ),
];

async function listPage(ctx: Ctx, id: string, back?: Sent & { form: string }) {
  return <InvitationsPage {...(await invitationsView(ctx, id))} newKey={newId} back={back} />;
}

async function answerPage(ctx: Ctx, id: string, sent: Sent) {
  return <InvitationPage {...(await ownInvitation(ctx, id))} formKey={newId()} {...sent} />;
}
