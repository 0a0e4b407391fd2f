import { page, type Route } from '#kernel/http/routes.ts';
import type { MeasuresHost } from '../figures/schema.ts';
import { roundParams } from '../schema.ts';
import { checkPdf } from './service.ts';

/** The self-check as an accessible PDF. */
export const printRoutes = (host: Partial<MeasuresHost>): Route[] => [
  page(
    '/partnerships/:id/standard/:year/pdf',
    { permission: 'work', params: roundParams },
    async (ctx, { params }) => {
      const bytes = await checkPdf(ctx, host, params.id, params.year);
      return new Response(Uint8Array.from(bytes), {
        headers: {
          'content-type': 'application/pdf',
          'content-length': String(bytes.length),
          'content-disposition': `attachment; filename="self-check-${params.year}.pdf"`,
          'cache-control': 'private, no-store',
        },
      });
    },
  ),
];
