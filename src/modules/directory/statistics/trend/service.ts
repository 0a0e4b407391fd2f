import type { Ctx } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import * as queries from './queries.ts';
import type { MonthFigures, Trend } from './schema.ts';

/** How fresh the base was in each of the last twelve months, of one voivodeship or of the whole country. */
export async function trend(ctx: Ctx, voivodeship: string | null): Promise<Trend> {
  const rows = await monthRows(ctx, voivodeship);
  const months = new Map<string, MonthFigures>();
  for (const row of rows) {
    const sum = months.get(row.month);
    months.set(row.month, {
      month: row.month,
      records: (sum?.records ?? 0) + row.records,
      within6: (sum?.within6 ?? 0) + row.within6,
      within12: (sum?.within12 ?? 0) + row.within12,
    });
  }
  return { months: [...months.values()] };
}

/** The rows of the file. */
export const monthRows = async (ctx: Ctx, voivodeship: string | null) =>
  (await queries.findMonths(ctx, voivodeship, warsawDate(ctx.now))).map((row) => ({
    ...row,
    month: row.month ?? '',
  }));
