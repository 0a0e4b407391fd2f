import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const mayMerge = (ctx: Ctx, one: string, other: string) =>
  ctx.tx.one<{ allowed: boolean | null }>(
    sql`select cases.api_may_merge(${one}::uuid, ${other}::uuid) as allowed`,
  );

/** Cases of both that the reader sees. */
export const findCases = (ctx: Ctx, one: string, other: string) =>
  ctx.tx.many<{ id: string; number: string; state: string; person_id: string }>(sql`
    select id, number, state, person_id from cases.shared_case
    where person_id in (${one}, ${other}) and state <> 'erased' order by opened_at desc`);

/** Numbers of both, where the reader may know them. */
export const findNumbers = (ctx: Ctx, one: string, other: string) =>
  ctx.tx.many<{ person_id: string; kind: string; value: string }>(sql`
    select person_id, kind, value from cases.person_identifier where person_id in (${one}, ${other}) order by value`);

export const findCaseOf = (ctx: Ctx, personId: string) =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from cases.shared_case where person_id = cases.api_survivor(${personId}::uuid) and state <> 'erased'
    order by opened_at desc limit 1`);

export const merge = (
  ctx: Ctx,
  m: {
    linkId: string;
    one: string;
    other: string;
    oneVersion: number;
    otherVersion: number;
    taken: readonly string[];
  },
) =>
  ctx.tx.one<{ answer: string | null }>(sql`
    select cases.api_merge_persons(${m.linkId}::uuid, ${m.one}::uuid, ${m.other}::uuid, ${m.oneVersion}::int,
      ${m.otherVersion}::int, ${m.taken}::text[]) as answer`);

export const unmerge = (ctx: Ctx, linkId: string) =>
  ctx.tx.one<{ answer: string | null }>(sql`select cases.api_unmerge_persons(${linkId}::uuid) as answer`);

export interface LinkRow {
  id: string | null;
  absorbed_id: string | null;
  merged_at: Date | null;
  merged_by: string | null;
  institution_name: string | null;
  undo_until: string | null;
  may_undo: boolean | null;
  former_name: string | null;
  former_numbers: string[] | null;
}
export const findLinks = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<LinkRow>(sql`
    select id, absorbed_id, merged_at, merged_by, institution_name, undo_until, may_undo, former_name, former_numbers
    from cases.api_person_links(${caseId}::uuid)`);
