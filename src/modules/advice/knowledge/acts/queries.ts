import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface RestingRow {
  kind: string | null;
  id: string | null;
  deskId: string | null;
  name: string | null;
  act: string | null;
  asOf: string | null;
}
/** Articles by the acts named in them, templates by the legal facts they insert, rates by the act they rest on; of the actor's desks. */
export const findResting = (ctx: Ctx): Promise<RestingRow[]> =>
  ctx.tx.many<RestingRow>(sql`
    select 'article' as kind, a.id, a.desk_id as "deskId", a.title as name, split_part(l.line, ':', 1) as act, a.legal_state_on as "asOf"
    from advice.article a cross join lateral unnest(string_to_array(a.acts, E'\n')) as l(line) where a.acts <> ''
    union all
    select distinct 'template', t.id, t.desk_id, t.name, f.act, t.valid_from
    from advice.template t join advice.legal_fact f on t.body like '%{{' || f.code || '}}%' where f.act <> '' and (t.valid_to is null or t.valid_to >= kernel.today())
    union all
    select 'rate', r.id, r.desk_id, r.basis, r.act, r.valid_from from advice.rate r
    where r.act is not null and (r.valid_to is null or r.valid_to >= kernel.today()) limit 1000`);
