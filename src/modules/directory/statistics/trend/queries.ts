import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface MonthRow {
  month: string | null;
  code: string;
  name: string | null;
  records: number;
  within6: number;
  within12: number;
}
/** The last twelve months of each voivodeship, or of one. */
export const findMonths = (ctx: Ctx, voivodeship: string | null, today: string): Promise<MonthRow[]> =>
  ctx.tx.many<MonthRow>(sql`
    select to_char(m.month, 'YYYY-MM') as month, m.voivodeship_code as code, v.name, m.records, m.within6, m.within12
    from directory.freshness_month m left join territory.api_voivodeship v on v.code = m.voivodeship_code
    where m.month > ${today}::date - interval '12 months' and m.month <= ${today}::date
      and (${voivodeship}::text is null or m.voivodeship_code = ${voivodeship})
    order by m.month, v.name, m.voivodeship_code`);
