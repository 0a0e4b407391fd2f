import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { mayEdit } from '../../policy.ts';
import type { Shown } from '../../schema.ts';
import { read } from '../../service.ts';
import { allModels } from '../service.ts';
import * as queries from './queries.ts';
import {
  ADOPTION_STATES,
  type Adopter,
  type AdopterForm,
  type AdoptionState,
  AUDIT_RESULTS,
  type Audit,
  type AuditForm,
  type AuditResult,
} from './schema.ts';

const asAdopter = ({ entityId, entityName, named, ...row }: queries.AdopterRow): Adopter => ({
  ...row,
  county: row.county ?? '',
  state: ADOPTION_STATES.find((state) => state === row.state) ?? 'preparing',
  entity: entityId === null ? null : { id: entityId, name: entityName ?? '', named: named === true },
});

/** Who uses a model, or any of them, newest first. */
export const adopters = async (ctx: Ctx, slug: string | null): Promise<readonly Adopter[]> =>
  (await queries.findAdopters(ctx, { slug, entityId: null })).map(asAdopter);

/** What an entity of the directory uses and agreed to say so, with the titles of the models. */
export async function adoptionsOf(
  ctx: Ctx,
  entityId: string,
): Promise<readonly (Adopter & { readonly title: string })[]> {
  const found = (await queries.findAdopters(ctx, { slug: null, entityId })).map(asAdopter);
  if (found.length === 0) return [];
  const titles = new Map((await allModels(ctx)).map(({ slug, title }) => [slug, title]));
  return found.map((each) => ({ ...each, title: titles.get(each.modelSlug) ?? each.modelSlug }));
}

export const audits = async (ctx: Ctx, slug: string): Promise<readonly Audit[]> =>
  (await queries.findAudits(ctx, slug)).map((row) => ({
    ...row,
    result: AUDIT_RESULTS.find((result) => result === row.result) ?? 'conditions',
  }));

/** The model at an address; `not_found` for one that moved too, since these pages have no old addresses. */
export async function modelAt(ctx: Ctx, slug: string): Promise<Shown> {
  const shown = await read(ctx, { section: 'models', slug });
  if ('movedTo' in shown) throw notFound();
  return shown;
}

/** As `modelAt`, for editors alone. */
export async function editedModel(ctx: Ctx, slug: string): Promise<Shown> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  return modelAt(ctx, slug);
}

const note = (ctx: Ctx, action: string, model: Shown) =>
  record(ctx, { action, objectType: 'document', objectId: model.id });

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Adds who uses the model. Without an entity it is a county alone. Throws `invalid`. */
export async function addAdopter(ctx: Ctx, slug: string, form: AdopterForm): Promise<void> {
  const model = await editedModel(ctx, slug);
  const typed = UUID.exec(form.entity)?.[0];
  const entity = typed === undefined ? null : await queries.findEntity(ctx, typed);
  if (form.entity !== '' && !entity?.id) throw invalid({ field: 'entity', message: 'choice' });
  const countyCode = form.county || (entity?.countyCode ?? '');
  if (!(await counties(ctx)).some(({ code }) => code === countyCode))
    throw invalid({ field: 'county', message: form.county === '' ? 'required' : 'choice' });
  if (form.since === null) throw invalid({ field: 'since', message: 'required' });
  if (form.state === null) throw invalid({ field: 'state', message: 'choice' });
  const id = newId();
  const { since, state, franchise } = form;
  await queries.insertAdopter(ctx, id, model.id, { countyCode, since, state, franchise });
  if (entity?.id) await queries.insertAdopterEntity(ctx, id, entity.id, form.named);
  await note(ctx, 'model.adopter', model);
}

export async function changeAdopter(ctx: Ctx, slug: string, id: string, state: string): Promise<void> {
  const model = await editedModel(ctx, slug);
  const done =
    state === 'remove'
      ? await queries.deleteAdopter(ctx, slug, id)
      : await queries.setState(ctx, slug, id, state);
  if (done === 0) throw notFound();
  await note(ctx, 'model.adopter', model);
}

/** Notes a quality audit of somebody bound by the franchise. Throws `invalid`. */
export async function addAudit(ctx: Ctx, slug: string, form: AuditForm): Promise<void> {
  const model = await editedModel(ctx, slug);
  const bound = (await adopters(ctx, slug)).filter(({ franchise }) => franchise);
  if (!bound.some(({ id }) => id === form.adopter)) throw invalid({ field: 'adopter', message: 'choice' });
  if (form.on === null) throw invalid({ field: 'on', message: 'required' });
  if (form.on > warsawDate(ctx.now)) throw invalid({ field: 'on', message: 'date.future' });
  if (form.result === null) throw invalid({ field: 'result', message: 'choice' });
  await queries.insertAudit(ctx, {
    id: newId(),
    adopterId: form.adopter,
    on: form.on,
    result: form.result,
    note: form.note,
  });
  await note(ctx, 'model.audit', model);
}

/** Puts an adopter with its audits, for the first load of a database. */
export async function putAdopter(
  ctx: Ctx,
  given: {
    readonly modelId: string;
    readonly entityId: string;
    readonly named: boolean;
    readonly countyCode: string;
    readonly since: LocalDate;
    readonly state: AdoptionState;
    readonly franchise: boolean;
    readonly audits: readonly {
      readonly on: LocalDate;
      readonly result: AuditResult;
      readonly note: string;
    }[];
  },
): Promise<void> {
  const id = newId();
  await queries.insertAdopter(ctx, id, given.modelId, given);
  await queries.insertAdopterEntity(ctx, id, given.entityId, given.named);
  for (const audit of given.audits) await queries.insertAudit(ctx, { id: newId(), adopterId: id, ...audit });
}
