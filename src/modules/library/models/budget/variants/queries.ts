import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Budget } from '../schema.ts';

export interface VariantRow {
  id: string;
  name: string;
  budget: unknown;
  by: string | null;
  at: Date;
}

/** Kept budgets of the acting institution, newest first. */
export const findVariants = (ctx: Ctx, documentId: string): Promise<VariantRow[]> =>
  ctx.tx.many<VariantRow>(sql`
    select v.id, v.name, v.budget, w.name as by, v.created_at as at
    from library.budget_variant v left join organisations.api_worker w on w.id = v.created_by
    where v.document_id = ${documentId} and v.institution_id = ${ctx.actor.institutionId}
    order by v.created_at desc, v.id limit 50`);

export const insertVariant = (
  ctx: Ctx,
  id: string,
  documentId: string,
  name: string,
  budget: Budget,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.budget_variant (id, institution_id, document_id, name, budget, created_at, created_by)
    values (${id}, ${ctx.actor.institutionId}, ${documentId}, ${name}, ${JSON.stringify(budget)}::jsonb, kernel.instant(), ${ctx.actor.subjectId})`);

export const deleteVariant = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    delete from library.budget_variant where id = ${id} and institution_id = ${ctx.actor.institutionId}`);
