import { page, type Route } from '#kernel/http/routes.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { warsawDate } from '#kernel/time.ts';
import { countyDrawing, voivodeships } from '#modules/territory/api.ts';
import { StatisticsPage } from './pages/statistics.tsx';
import { figureParams, statisticsQuery } from './schema.ts';
import { statistics } from './service.ts';
import { text } from './text.pl.ts';

const open = { permission: 'public', query: statisticsQuery } as const;

/** The base in figures, and each figure as a file. */
export const statisticsRoutes: readonly Route[] = [
  page('/directory/statistics', open, async (ctx, { query }) => {
    const known = await voivodeships(ctx);
    const chosen = known.find(({ code }) => code === query.voivodeship)?.code ?? null;
    return (
      <StatisticsPage
        statistics={await statistics(ctx, chosen)}
        voivodeships={known}
        chosen={chosen}
        drawing={await countyDrawing(ctx, chosen === null ? undefined : { group: chosen })}
        today={warsawDate(ctx.now)}
      />
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
      return new Response(csv, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="splot-${params.figure}.csv"`,
        },
      });
    },
  ),
];
