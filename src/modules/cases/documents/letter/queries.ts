import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Whom a referral is about, for the access record; a recipient who has not answered cannot see the case itself. */
export const findSubject = (ctx: Ctx, referralId: string) =>
  ctx.tx.one<{ person_id: string | null }>(sql`
    select coalesce(cases.api_referral_subject(${referralId}::uuid),
      (select c.person_id from cases.referral r join cases.shared_case c on c.id = r.case_id where r.id = ${referralId})) as person_id`);
