import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type ExchangeHost, emptyBody } from '../schema.ts';
import { DigestLeftPage, FoundPage, GroupsPage, InvitePage, LinkPage, MembersPage } from './pages/groups.tsx';
import { digestBody, foundBody, groupPath, idParams, inviteBody } from './schema.ts';
import {
  acceptInvitation,
  foundGroup,
  groupOf,
  groups,
  invitation,
  invite,
  joinGroup,
  leaveDigest,
  leaveGroup,
  mayFound,
  members,
  setDigest,
} from './service.ts';
import { topicRoutes } from './topics/routes.tsx';

const work = { permission: 'work' } as const;
const open = { permission: 'public' } as const;

/** Groups of workers of many institutions. Words come before `/groups/:id`. */
export const groupRoutes = (host: ExchangeHost): readonly Route[] => [
  page('/groups', work, async (ctx) => (
    <GroupsPage groups={await groups(ctx)} mayFound={mayFound(ctx.actor)} />
  )),
  page('/groups/new', work, async () => <FoundPage formKey={newId()} />),
  form(
    '/groups/new',
    { ...work, body: foundBody },
    async (ctx, { body }) => redirect(groupPath(await foundGroup(ctx, body))),
    async (_, { values, errors }) => <FoundPage formKey={newId()} values={values} errors={errors} />,
  ),
  page('/groups/join/:token', { ...work, params: tokenParams }, async (ctx, { params }) => (
    <LinkPage
      kind="join"
      action={`/groups/join/${params.token}`}
      about={await invitation(ctx, params.token)}
    />
  )),
  form('/groups/join/:token', { ...work, params: tokenParams, body: emptyBody }, async (ctx, { params }) => {
    const id = await acceptInvitation(ctx, params.token);
    return redirect(id === null ? `/groups/join/${params.token}` : `${groupPath(id)}?done=joined`);
  }),
  page('/groups/digest/left', open, async () => <DigestLeftPage />),
  page('/groups/digest/:token', { ...open, params: tokenParams }, async (_, { params }) => (
    <LinkPage kind="digest" action={`/groups/digest/${params.token}`} about={{ name: '', description: '' }} />
  )),
  // Also what a mail program sends for one click in its own window (RFC 8058).
  form(
    '/groups/digest/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await leaveDigest(ctx, params.token);
      return redirect('/groups/digest/left');
    },
  ),
  page('/groups/:id/members', { ...work, params: idParams }, async (ctx, { params }) => (
    <MembersPage {...(await members(ctx, params.id))} />
  )),
  page('/groups/:id/invite', { ...work, params: idParams }, async (ctx, { params }) => (
    <InvitePage group={await groupOf(ctx, params.id)} />
  )),
  form(
    '/groups/:id/invite',
    { ...work, params: idParams, body: inviteBody },
    async (ctx, { params, body }) => {
      await invite(ctx, host, params.id, body.email);
      return redirect(`${groupPath(params.id)}?done=invited`);
    },
    async (ctx, { params, values, errors }) => (
      <InvitePage group={await groupOf(ctx, params.id)} values={values} errors={errors} />
    ),
  ),
  form('/groups/:id/join', { ...work, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await joinGroup(ctx, params.id);
    return redirect(`${groupPath(params.id)}?done=joined`);
  }),
  form('/groups/:id/leave', { ...work, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await leaveGroup(ctx, params.id);
    return redirect('/groups');
  }),
  form(
    '/groups/:id/digest',
    { ...work, params: idParams, body: digestBody },
    async (ctx, { params, body }) => {
      await setDigest(ctx, params.id, body.digest === 'yes');
      return redirect(`${groupPath(params.id)}?done=digest`);
    },
  ),
  ...topicRoutes(host),
];
