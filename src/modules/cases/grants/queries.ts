import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findBases = (ctx: Ctx, on: LocalDate) =>
  ctx.tx.many<{
    code: string;
    article: string;
    pl: string;
    en: string;
    kind: string;
    institution_types: string[];
    classes: string[];
    purposes: string[];
    certain: boolean;
  }>(sql`
    select code, article, pl, en, kind, institution_types, classes, purposes, certain from cases.legal_basis
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date) order by certain desc, code`);

export const findCeilings = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.many<{ institution_type: string | null; classes: string[] | null }>(sql`
    select institution_type, classes from partnerships.api_ceiling where partnership_id = ${partnershipId}`);

/** All grants of the case, to whoever sees the case: "who sees this" has no secrets from those who work on it. */
export const findGrants = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string | null;
    institution_id: string | null;
    institution_name: string | null;
    institution_type: string | null;
    data_class: string | null;
    purposes: string[] | null;
    can_write: boolean | null;
    basis_code: string | null;
    article: string | null;
    consent_id: string | null;
    origin: string | null;
    valid_from: Date | null;
    valid_to: Date | null;
    ended_reason: string | null;
  }>(sql`
    select id, institution_id, institution_name, institution_type, data_class, purposes, can_write, basis_code,
      article, consent_id, origin, valid_from, valid_to, ended_reason
    from cases.api_grants(${caseId}::uuid)`);

export const endGrantList = (ctx: Ctx, caseId: string, ids: readonly string[], reason: string) =>
  ctx.tx
    .one<{ ended: number | null }>(
      sql`select cases.api_end_grant_list(${caseId}::uuid, ${ids}::uuid[], ${reason}) as ended`,
    )
    .then((row) => row.ended ?? 0);
