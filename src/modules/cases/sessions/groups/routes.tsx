import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { terms } from '../../service.ts';
import { GroupFormPage, GroupPage, GroupsPage } from './pages/groups.tsx';
import { type GroupBody, groupBody, groupParams, memberBody, memberParams } from './schema.ts';
import * as service from './service.ts';

const MARK = { permission: 'session.mark', purpose: 'P3' } as const;
const noBody = z.object({});

const inputOf = (body: GroupBody): service.GroupInput => ({
  name: body.name,
  place: body.place,
  serviceCode: body.service_code,
  workerId: body.worker_id,
});

async function groupForm(ctx: Ctx, groupId: string | null, again?: Rejected<unknown>) {
  const group = groupId ? await service.loadGroup(ctx, groupId) : null;
  const [services, workers] = await Promise.all([terms(ctx, 'service'), service.groupWorkers(ctx)]);
  const fresh = group
    ? {
        name: group.name,
        place: group.place,
        service_code: group.serviceCode,
        worker_id: group.workerId,
        active: group.active ? 'yes' : '',
      }
    : { worker_id: ctx.actor.subjectId };
  return (
    <GroupFormPage
      action={group ? `/sessions/groups/${group.id}/edit` : '/sessions/groups/new'}
      formKey={newId()}
      version={group?.rowVersion}
      values={again?.values ?? fresh}
      errors={again?.errors}
      services={services.map((s) => ({ value: s.code, label: s.label }))}
      workers={workers.map((w) => ({ value: w.id, label: w.name }))}
    />
  );
}

export const routes: readonly Route[] = [
  page('/sessions/groups', MARK, async (ctx) => <GroupsPage groups={await service.groups(ctx)} />),
  page('/sessions/groups/new', MARK, (ctx) => groupForm(ctx, null)),
  form(
    '/sessions/groups/new',
    { ...MARK, body: groupBody },
    async (ctx, { body }) => redirect(`/sessions/groups/${await service.createGroup(ctx, inputOf(body))}`),
    (ctx, again) => groupForm(ctx, null, again),
  ),
  page(
    '/sessions/groups/:groupId',
    { ...MARK, personal: true, params: groupParams },
    async (ctx, { params }) => (
      <GroupPage view={await service.groupView(ctx, params.groupId)} formKey={newId()} />
    ),
  ),
  page('/sessions/groups/:groupId/edit', { ...MARK, params: groupParams }, (ctx, { params }) =>
    groupForm(ctx, params.groupId),
  ),
  form(
    '/sessions/groups/:groupId/edit',
    { ...MARK, params: groupParams, body: groupBody },
    async (ctx, { params, body }) => {
      const active = body.active === 'yes';
      await service.editGroup(ctx, params.groupId, body._version ?? 0, { ...inputOf(body), active });
      return redirect(`/sessions/groups/${params.groupId}`);
    },
    (ctx, again) => groupForm(ctx, again.params.groupId, again),
  ),
  form(
    '/sessions/groups/:groupId/members',
    { ...MARK, personal: true, params: groupParams, body: memberBody },
    async (ctx, { params, body }) => {
      const [caseId = '', lineageId = ''] = body.item.split(':');
      await service.addMember(ctx, params.groupId, caseId, lineageId);
      return redirect(`/sessions/groups/${params.groupId}`);
    },
    async (ctx, again) => (
      <GroupPage view={await service.groupView(ctx, again.params.groupId)} formKey={newId()} />
    ),
  ),
  form(
    '/sessions/groups/:groupId/members/:memberId/remove',
    { ...MARK, params: memberParams, body: noBody },
    async (ctx, { params }) => {
      await service.removeMember(ctx, params.groupId, params.memberId);
      return redirect(`/sessions/groups/${params.groupId}`);
    },
  ),
];
