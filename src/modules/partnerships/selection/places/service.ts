import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { changing, note, require, today } from '../../service.ts';
import { mayKeepService } from '../policy.ts';
import * as queries from '../queries.ts';
import type { ServiceForm } from '../schema.ts';
import { placeOf, servicesOf } from '../service.ts';

/** The form of a service of the own institution; null is a new one. */
export async function serviceView(ctx: Ctx, id: string, serviceId: string | null) {
  const { partnership, standing } = await placeOf(ctx, id);
  const service = serviceId === null ? null : (await servicesOf(ctx, id)).find((s) => s.id === serviceId);
  if (service === undefined) throw notFound();
  require(mayKeepService(ctx.actor, standing, service?.institutionId ?? ctx.actor.institutionId));
  return { partnership, service };
}

/** What the service is, and how many of its places are free today. */
export async function saveService(
  ctx: Ctx,
  id: string,
  serviceId: string | null,
  form: ServiceForm,
): Promise<void> {
  const { partnership, service } = await serviceView(ctx, id, serviceId);
  changing(partnership);
  if (form.free > form.places) throw invalid({ field: 'free', message: 'number.max' });
  if (service && form._version !== undefined && form._version !== service.rowVersion) throw stale({});
  const content = {
    ...form,
    id: service?.id ?? newId(),
    on: today(ctx),
    validTo: form.ended === 'yes' ? (service?.validTo ?? today(ctx)) : null,
  };
  if (service) await queries.updateService(ctx, content);
  else await queries.insertService(ctx, id, content);
  await note(ctx, 'selection.service', id, { service: content.id, free: form.free });
}
