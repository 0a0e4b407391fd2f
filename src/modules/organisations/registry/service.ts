import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendInvitation } from '#modules/accounts/api.ts';
import * as root from '../queries.ts';
import type { OrganisationsHost, Place } from '../schema.ts';
import { dateFrom, gminaNames, institutionOf, optionalDate, today } from '../service.ts';
import * as queries from './queries.ts';
import {
  type EntityForm,
  type InstitutionForm,
  type NewInstitutionForm,
  PAGE_SIZE,
  type RegistryEntry,
  type RegistryLine,
  versionOf,
} from './schema.ts';
import { text } from './text.pl.ts';

export const counties = (ctx: Ctx): Promise<Place[]> => queries.findCounties(ctx);
export const entities = (ctx: Ctx) => queries.findEntities(ctx);

/** Institutions of the whole system, by words of the name or the NIP of the legal person. */
export async function listInstitutions(
  ctx: Ctx,
  filter: { q?: string | undefined; type?: string | undefined; page: number },
): Promise<{ rows: RegistryLine[]; total: number }> {
  const rows = await queries.findAll(ctx, {
    q: filter.q || null,
    type: filter.type ?? null,
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
    today: today(ctx),
  });
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      type: row.type,
      name: row.name,
      entity: row.entity,
      county: row.county,
      ended: row.active_to !== null && row.active_to < today(ctx),
      orphan: row.orphan ?? false,
    })),
  };
}

export async function registryEntry(ctx: Ctx, id: string): Promise<RegistryEntry> {
  const row = await root.findInstitution(ctx, id);
  if (!row) throw notFound();
  return {
    ...institutionOf(row),
    area: (await root.findArea(ctx, id)).map((g) => g.id),
    gminas: row.county_code ? gminaNames(await queries.findGminas(ctx, row.county_code), ctx.lang) : [],
    counties: await counties(ctx),
    orphan: (await queries.isOrphan(ctx, id, today(ctx))).orphan ?? false,
  };
}

/** What a legal person must have, and that no other one has its numbers. Throws `invalid` with all problems. */
async function checkEntity(ctx: Ctx, id: string, e: EntityForm): Promise<void> {
  const errors: FieldError[] = [];
  if (e.entityName === '') errors.push({ field: 'entityName', message: 'required' });
  if (e.legalForm === '') errors.push({ field: 'legalForm', message: 'choice' });
  const [same] = await queries.findSameEntity(ctx, id, e.nip || null, e.krs || null);
  if (same)
    errors.push({ field: same.same_nip ? 'nip' : 'krs', message: text[ctx.lang].sameEntity(same.name) });
  if (errors.length > 0) throw invalid(...errors);
}

async function checkCounty(ctx: Ctx, county: string): Promise<string | null> {
  if (county === '') return null;
  if (!(await counties(ctx)).some((c) => c.id === county))
    throw invalid({ field: 'county', message: 'choice' });
  return county;
}

/** Makes an institution of a legal person, known or new, and appoints its first administrator. Gives its id. */
export async function createInstitution(
  ctx: Ctx,
  host: OrganisationsHost,
  form: NewInstitutionForm,
): Promise<string> {
  const entityId = form.entity || newId();
  if (form.entity === '') await checkEntity(ctx, entityId, form);
  else if (!(await queries.findEntities(ctx)).some((e) => e.id === form.entity))
    throw invalid({ field: 'entity', message: 'choice' });
  const county = await checkCounty(ctx, form.county);
  const id = newId();
  const activeFrom = optionalDate(ctx, 'activeFrom', form.activeFrom) ?? today(ctx);
  if (form.entity === '') await queries.insertEntity(ctx, entityId, form);
  await queries.insertUnit(ctx, entityId, { ...form, id, county, activeFrom, activeTo: null });
  await record(ctx, {
    action: 'institution.create',
    objectType: 'institution',
    objectId: id,
    detail: { type: form.type, entity: entityId },
  });
  if (form.adminEmail !== '') await appoint(ctx, host, id, form);
  return id;
}

/**
 * Appoints the first administrator of an institution that nobody runs, and invites them. Throws `conflict` when
 * somebody does: then only they add people.
 */
export async function appoint(
  ctx: Ctx,
  host: OrganisationsHost,
  institutionId: string,
  form: { given: string; family: string; adminEmail: string },
): Promise<void> {
  const missing = (['given', 'family'] as const).filter((f) => form[f] === '');
  if (missing.length > 0) throw invalid(...missing.map((field) => ({ field, message: 'required' })));
  if (!(await root.lockInstitution(ctx, institutionId))) throw notFound();
  const workerId = newId();
  const { done } = await queries.appointFirst(ctx, {
    institutionId,
    workerId,
    functionId: newId(),
    given: form.given,
    family: form.family,
    email: form.adminEmail,
    from: today(ctx),
  });
  if (!done) throw new AppError('conflict', { reason: 'has_manager' });
  const name = `${form.given} ${form.family}`;
  const invitation = await sendInvitation(host.auth, ctx.lang, { email: form.adminEmail, name });
  await queries.noteInvitation(ctx, invitation, workerId);
  await record(ctx, {
    action: 'institution.appoint',
    objectType: 'institution',
    objectId: institutionId,
    detail: { worker: workerId },
  });
}

/** Changes an institution, its legal person and its area. Throws `stale` when the form is older than the row. */
export async function changeInstitution(ctx: Ctx, id: string, form: InstitutionForm): Promise<void> {
  if (!(await root.lockInstitution(ctx, id))) throw notFound();
  const { institution, entity, gminas, area } = await registryEntry(ctx, id);
  if (form._version !== undefined && form._version !== versionOf({ institution, entity })) throw stale({});
  await checkEntity(ctx, entity.id, form);
  const county = await checkCounty(ctx, form.county);
  const activeFrom = dateFrom(ctx, 'activeFrom', form.activeFrom);
  const activeTo = optionalDate(ctx, 'activeTo', form.activeTo);
  if (activeTo !== null && activeTo < activeFrom) throw invalid({ field: 'activeTo', message: 'date.order' });
  await queries.updateEntity(ctx, entity.id, form);
  await queries.updateUnit(ctx, { ...form, id, county, activeFrom, activeTo });
  // Only gminas of the county shown can have been ticked or not; the others stay.
  for (const { id: gmina } of gminas) {
    const wanted = form.area.includes(gmina);
    if (wanted && !area.includes(gmina)) await queries.addGmina(ctx, id, gmina);
    if (!wanted && area.includes(gmina)) await queries.dropGmina(ctx, id, gmina);
  }
  await record(ctx, { action: 'institution.change', objectType: 'institution', objectId: id });
}
