import { page, type Route } from '#kernel/http/routes.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { countyDrawing } from '#modules/territory/api.ts';
import { ReportPage } from './pages/report.tsx';
import { reportQuery } from './schema.ts';
import { gapsOf, hoursOf, report, reportRows } from './service.ts';
import { text } from './text.pl.ts';

const work = { permission: 'work', query: reportQuery } as const;

/** What was asked and how soon it was answered, without people. */
export const reportRoutes: readonly Route[] = [
  page('/advice/desk/reports', work, async (ctx, { query }) => {
    const found = await report(ctx, query);
    const desks = (found.desk ? [found.desk] : found.desks).map(({ id }) => id);
    const groups = new Set(found.county.map(({ part }) => part.slice(0, 2)).filter(Boolean));
    const [group] = groups;
    return (
      <ReportPage
        report={found}
        hours={found.outside ? null : await hoursOf(ctx, desks, found.period)}
        gaps={found.outside ? null : await gapsOf(ctx, desks, found.period)}
        drawing={await countyDrawing(ctx, groups.size === 1 && group !== undefined ? { group } : undefined)}
      />
    );
  }),
  page('/advice/desk/reports/report.csv', work, async (ctx, { query }) => {
    const t = text[ctx.lang];
    const { rows, period } = await reportRows(ctx, query);
    const csv = writeCsv(
      ['dimension', 'code', t.part, t.asked, t.answered, t.waiting, t.late],
      rows.map((r) => [r.dimension, r.part, r.name, r.n, r.answered, r.waiting, r.late]),
    );
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="splot-advice-${period.from}-${period.to}.csv"`,
      },
    });
  }),
];
