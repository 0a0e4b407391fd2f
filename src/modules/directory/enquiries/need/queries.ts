import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Contact, Need } from '../schema.ts';

export interface Draft extends Need {
  readonly id: string;
  readonly draftHash: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly lang: 'pl' | 'en';
  readonly wanted: readonly string[];
  readonly textHash: string;
  readonly sourceHash: string;
  readonly institutionId: string | null;
  readonly workerId: string | null;
}

/** A new draft; nothing when this form was sent before. @returns how many rows were made */
export const insertDraft = (ctx: Ctx, d: Draft): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry (id, draft_hash, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon,
      starts_on, answer_by, value_band, reserved_basis, lang, wanted, text_hash, source_hash, institution_id, worker_id, created_at)
    values (${d.id}, ${d.draftHash}, ${d.category}, ${d.cpv}, ${d.subject}, ${d.description}, ${d.quantity}, ${d.quantityUnit}, ${d.place},
      ${d.countyCode}, ${d.lat}, ${d.lon}, ${d.startsOn}, ${d.answerBy}, ${d.valueBand}, ${d.reservedBasis}, ${d.lang}, ${d.wanted}::uuid[],
      ${d.textHash}, ${d.sourceHash}, ${d.institutionId}, ${d.workerId}, kernel.instant())
    on conflict do nothing`);

export const insertContact = (ctx: Ctx, id: string, c: Contact): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_contact (enquiry_id, name, role, email, phone) values (${id}, ${c.name}, ${c.role}, ${c.email}, ${c.phone})`);

export const findByHash = (ctx: Ctx, hash: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from directory.enquiry where draft_hash = ${hash}`);

export const updateDraft = (ctx: Ctx, id: string, d: Omit<Draft, 'id'>): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry set state = 'draft', category = ${d.category}, cpv = ${d.cpv}, subject = ${d.subject}, description = ${d.description},
      quantity = ${d.quantity}, quantity_unit = ${d.quantityUnit}, place = ${d.place}, county_code = ${d.countyCode}, lat = ${d.lat},
      lon = ${d.lon}, starts_on = ${d.startsOn}, answer_by = ${d.answerBy}, value_band = ${d.valueBand}, reserved_basis = ${d.reservedBasis},
      text_hash = ${d.textHash}
    where id = ${id} and state in ('draft', 'confirming')`);

export const updateContact = (ctx: Ctx, id: string, c: Contact): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry_contact set name = ${c.name}, role = ${c.role}, email = ${c.email}, phone = ${c.phone} where enquiry_id = ${id}`);

export const findWorker = (ctx: Ctx): Promise<{ email: string; institution: string } | null> =>
  ctx.tx.maybe<{ email: string; institution: string }>(sql`
    select w.email, i.name as institution from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
    where w.id = ${ctx.actor.subjectId}`);
