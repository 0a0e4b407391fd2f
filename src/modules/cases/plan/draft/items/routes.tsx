import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { placesNear } from '../../../nearby/api.ts';
import { team, terms } from '../../../service.ts';
import { goalParams, type ItemBody, itemBody, itemParams } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { ConfirmPage, type ItemChoices, ItemForm } from '../pages/forms.tsx';
import * as service from '../service.ts';
import { common, draftOf, forget, typingOf, written } from '../typing/service.ts';

const WRITE = { permission: 'plan.write', purpose: 'P3', personal: true } as const;
const noBody = z.object({});
const at = (id: string, rest = '') => `/cases/${id}/plan${rest}`;

async function choices(ctx: Ctx, caseId: string): Promise<ItemChoices> {
  const [services, groups, financing, people, places] = await Promise.all([
    terms(ctx, 'service'),
    terms(ctx, 'service_group'),
    terms(ctx, 'financing'),
    team(ctx, caseId),
    placesNear(ctx, caseId),
  ]);
  const option = (t: { code: string; label: string }) => ({ value: t.code, label: t.label });
  const institutions = [...new Set(people.map((p) => p.institution_id ?? ''))];
  return {
    services: groups.map((g) => ({
      label: g.label,
      options: services.filter((s) => s.meta.group === g.code).map(option),
    })),
    financing: financing.map(option),
    places,
    responsible: institutions.map((id) => ({
      label: people.find((p) => p.institution_id === id)?.institution_name ?? '',
      options: people
        .filter((p) => p.institution_id === id && p.worker_id !== null)
        .map((p) => ({ value: `${id}:${p.worker_id}`, label: `${p.worker_name}, ${p.institution_name}` })),
    })),
  };
}

const newItemOf = (body: ItemBody): service.NewItem => {
  const [institutionId = '', workerId = ''] = body.responsible.split(':');
  return {
    serviceCode: body.service_code,
    description: body.description,
    institutionId,
    workerId,
    startsOn: body.starts_on,
    dueOn: body.due_on,
    financingCode: body.financing_code,
    place: body.place,
    hours: body.hours,
  };
};
async function itemPage(
  ctx: Ctx,
  caseId: string,
  of: { goalId: string } | { itemId: string },
  again?: Rejected<unknown>,
) {
  const { head, plan } = await draftOf(ctx, caseId);
  const item = 'itemId' in of ? service.itemOf(plan, of.itemId) : null;
  const goal = service.goalOf(plan, item?.goalId ?? ('goalId' in of ? of.goalId : ''));
  const name = item ? `item-${item.id}` : `item-of-${goal.id}`;
  const fresh = item
    ? {
        service_code: item.serviceCode,
        description: item.description,
        responsible: `${item.institutionId}:${item.workerId}`,
        starts_on: written(item.startsOn),
        due_on: written(item.dueOn),
        financing_code: item.financingCode,
        place: item.place,
        hours: item.hours === null ? '' : String(item.hours).replace('.', ','),
      }
    : { due_on: written(goal.dueOn) };
  const typing = again ? { values: again.values, restored: false } : await typingOf(ctx, caseId, name, fresh);
  return (
    <ItemForm
      {...common(head, name, item ? `/items/${item.id}` : `/goals/${goal.id}/items/new`)}
      {...typing}
      errors={again?.errors}
      now={again?.current ? fresh : undefined}
      version={item?.rowVersion}
      goalTitle={goal.title}
      choices={await choices(ctx, caseId)}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/plan/goals/:goalId/items/new', { ...WRITE, params: goalParams }, (ctx, { params }) =>
    itemPage(ctx, params.id, { goalId: params.goalId }),
  ),
  form(
    '/cases/:id/plan/goals/:goalId/items/new',
    { ...WRITE, params: goalParams, body: itemBody },
    async (ctx, { params, body }) => {
      await service.addItem(ctx, params.id, params.goalId, newItemOf(body));
      await forget(ctx, params.id, `item-of-${params.goalId}`);
      return redirect(at(params.id, `#goal-${params.goalId}`));
    },
    (ctx, again) => itemPage(ctx, again.params.id, { goalId: again.params.goalId }, again),
  ),
  page('/cases/:id/plan/items/:itemId', { ...WRITE, params: itemParams }, (ctx, { params }) =>
    itemPage(ctx, params.id, { itemId: params.itemId }),
  ),
  form(
    '/cases/:id/plan/items/:itemId',
    { ...WRITE, params: itemParams, body: itemBody },
    async (ctx, { params, body }) => {
      await service.editItem(ctx, params.id, params.itemId, body._version ?? 0, newItemOf(body));
      await forget(ctx, params.id, `item-${params.itemId}`);
      return redirect(at(params.id));
    },
    (ctx, again) => itemPage(ctx, again.params.id, { itemId: again.params.itemId }, again),
  ),
  page('/cases/:id/plan/items/:itemId/remove', { ...WRITE, params: itemParams }, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id);
    const item = service.itemOf(plan, params.itemId);
    const t = text[ctx.lang];
    return (
      <ConfirmPage
        head={head}
        title={t.removeItemTitle}
        action={at(params.id, `/items/${item.id}/remove`)}
        formKey={newId()}
        consequences={[`${item.serviceLabel}, ${item.institutionName}`, t.staysInSigned]}
        submit={t.removeItem}
        danger
      />
    );
  }),
  form(
    '/cases/:id/plan/items/:itemId/remove',
    { ...WRITE, params: itemParams, body: noBody },
    async (ctx, { params }) => {
      await service.removeItem(ctx, params.id, params.itemId);
      return redirect(at(params.id));
    },
  ),
];
