import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findInstruments = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    kind: string;
    number: string;
    institution_id: string;
    institution_name: string;
    signed_on: string | null;
    started_on: string | null;
    ends_on: string | null;
    state: string;
    row_version: number;
  }>(sql`
    select l.id, l.kind, l.number, l.institution_id, i.short_name as institution_name, l.signed_on, l.started_on, l.ends_on,
      l.state, l.row_version
    from cases.linked_instrument l join organisations.api_institution i on i.id = l.institution_id
    where l.case_id = ${caseId} order by coalesce(l.started_on, l.signed_on) nulls last, l.kind`);

export interface InstrumentFields {
  readonly kind: string;
  readonly number: string;
  readonly institutionId: string;
  readonly signedOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly state: string;
}

export const insertInstrument = (
  ctx: Ctx,
  id: string,
  caseId: string,
  f: InstrumentFields,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.linked_instrument (id, case_id, kind, number, institution_id, signed_on, started_on, ends_on, state)
    values (${id}, ${caseId}, ${f.kind}, ${f.number}, ${f.institutionId}, ${f.signedOn}, ${f.startedOn}, ${f.endsOn}, ${f.state})`);

export const updateInstrument = (
  ctx: Ctx,
  id: string,
  caseId: string,
  version: number,
  f: InstrumentFields,
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.linked_instrument set kind = ${f.kind}, number = ${f.number}, institution_id = ${f.institutionId},
      signed_on = ${f.signedOn}, started_on = ${f.startedOn}, ends_on = ${f.endsOn}, state = ${f.state}, row_version = row_version + 1
    where id = ${id} and case_id = ${caseId} and row_version = ${version}`);
