import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ReportRow {
  enquiryId: string;
  subject: string;
  description: string;
  state: string;
  sender: string | null;
  entityId: string;
  entityName: string;
  note: string;
  reportedAt: Date | null;
}
export const findReports = (ctx: Ctx): Promise<ReportRow[]> =>
  ctx.tx.many<ReportRow>(sql`
    select e.id as "enquiryId", e.subject, e.description, e.state, c.name as sender, n.id as "entityId", n.short_name as "entityName",
      r.report_note as note, r.reported_at as "reportedAt"
    from directory.enquiry_recipient r join directory.enquiry e on e.id = r.enquiry_id join directory.entity n on n.id = r.entity_id
    left join directory.enquiry_contact c on c.enquiry_id = e.id
    where r.reported_at is not null order by e.state = 'stopped', r.reported_at desc, r.id limit 100`);

export const stop = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry set state = 'stopped', outcome = null, outcome_reason = null, chosen_id = null
    where id = ${id} and state in ('sent', 'closed')`);
