import { page, type Route } from '#kernel/http/routes.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { warsawDate } from '#kernel/time.ts';
import { countyDrawing, voivodeships } from '#modules/territory/api.ts';
import { StatisticsPage } from './pages/statistics.tsx';
import { figureParams, statisticsQuery } from './schema.ts';
import { statistics } from './service.ts';
import { text } from './text.pl.ts';
import { monthRows, trend } from './trend/api.ts';

const open = { permission: 'public', query: statisticsQuery } as const;

const csvFile = (name: string, csv: BodyInit) =>
  new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="splot-${name}.csv"`,
    },
  });

/** The base in figures, and each figure as a file. */
export const statisticsRoutes: readonly Route[] = [
  page('/directory/statistics', open, async (ctx, { query }) => {
    const known = await voivodeships(ctx);
    const chosen = known.find(({ code }) => code === query.voivodeship)?.code ?? null;
    return (
      <StatisticsPage
        statistics={await statistics(ctx, chosen)}
        trend={await trend(ctx, chosen)}
        voivodeships={known}
        chosen={chosen}
        drawing={await countyDrawing(ctx, chosen === null ? undefined : { group: chosen })}
        today={warsawDate(ctx.now)}
      />
    );
  }),
  page('/directory/statistics/trend/export.csv', open, async (ctx, { query }) => {
    const rows = await monthRows(ctx, query.voivodeship ?? null);
    return csvFile(
      'trend',
      writeCsv(
        ['month', 'code', 'name', 'records', 'within6', 'within12'],
        rows.map((r) => [r.month, r.code, r.name, r.records, r.within6, r.within12]),
      ),
    );
  }),
  page(
    '/directory/statistics/:figure/export.csv',
    { ...open, params: figureParams },
    async (ctx, { params, query }) => {
      const t = text[ctx.lang];
      const { figures } = await statistics(ctx, query.voivodeship ?? null);
      const csv = writeCsv(
        ['code', t.figures[params.figure], t.count, t.density],
        figures[params.figure].map(({ code, name, count, density }) => [code, name, count, density]),
      );
      return csvFile(params.figure, csv);
    },
  ),
];
