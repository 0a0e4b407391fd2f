import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { placeParams } from '../schema.ts';
import { placeOf } from '../service.ts';
import { GroupsPage, MembersPage, NewGroupPage } from './pages/groups.tsx';
import { groupBody, membersBody } from './schema.ts';
import { changeMembers, conveneGroup, groupsOf, joinable, voivodeships } from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
}

const newPage = async (ctx: Ctx, sent: Sent) => (
  <NewGroupPage voivodeships={await voivodeships(ctx)} formKey={newId()} {...sent} />
);
async function membersPage(ctx: Ctx, id: string, sent: Sent) {
  const place = await placeOf(ctx, 'group', id);
  return <MembersPage place={place} institutions={await joinable(ctx, place)} formKey={newId()} {...sent} />;
}

/** Partner Groups: the list, a new one, its members. Their meetings are those of any body. */
export const groupRoutes: readonly Route[] = [
  page('/partner-groups', work, async (ctx) => (
    <GroupsPage groups={await groupsOf(ctx)} mayConvene={ctx.actor.permissions.has('partnership.manage')} />
  )),
  page('/partner-groups/new', manage, (ctx) => newPage(ctx, {})),
  form(
    '/partner-groups/new',
    { ...manage, body: groupBody },
    async (ctx, { body }) => redirect(`/partner-groups/${await conveneGroup(ctx, body)}/members`),
    (ctx, { values, errors }) => newPage(ctx, { values, errors }),
  ),
  page('/partner-groups/:id/members', { ...manage, params: placeParams }, (ctx, { params }) =>
    membersPage(ctx, params.id, {}),
  ),
  form(
    '/partner-groups/:id/members',
    { ...manage, params: placeParams, body: membersBody },
    async (ctx, { params, body }) => {
      await changeMembers(ctx, await placeOf(ctx, 'group', params.id), body.member);
      return redirect(`/partner-groups/${params.id}`);
    },
    (ctx, { params, values, errors }) => membersPage(ctx, params.id, { values, errors }),
  ),
];
