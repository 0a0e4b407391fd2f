import { z } from 'zod';
import { record } from '#kernel/audit/record.ts';
import type { Actor } from '#kernel/context.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { text } from '../text.pl.ts';
import { CaseListPage } from './pages/case-list.tsx';
import { ProcessPage } from './pages/process.tsx';
import { type Place, WorkPage } from './pages/work.tsx';
import { listQuery, type WorkHost } from './schema.ts';
import { listCases, partnershipProcess, workDay } from './service.ts';

const placesOf = ({ permissions }: Actor): Place[] => [
  ...(permissions.has('audit.read') ? (['/audit'] as const) : []),
  ...(permissions.has('system.manage') ? (['/institutions'] as const) : []),
  ...(permissions.has('advice.answer') ? (['/advice/desk'] as const) : []),
  ...(permissions.has('library.edit') ? (['/library/edit'] as const) : []),
  ...(permissions.has('directory.edit') ? (['/directory/moderation'] as const) : []),
  ...(permissions.has('events.organise') ? (['/events/manage'] as const) : []),
  '/partnerships',
  '/institution',
];

export const routes = (host: WorkHost): readonly Route[] => [
  page('/work', { permission: 'work', purpose: 'P3' }, async (ctx) => {
    const { actor } = ctx;
    return (
      <WorkPage
        day={await workDay(ctx)}
        due={await host.alsoDue(ctx)}
        name={actor.name.split(' ')[0] ?? actor.name}
        mayRead={actor.permissions.has('case.read')}
        mayRefer={actor.permissions.has('case.refer')}
        authorised={
          actor.scope.length > 0 ||
          actor.functions.every(
            (f) => f === 'technical_admin' || f === 'institution_admin' || f === 'partnership_coordinator',
          )
        }
        wide={actor.wide}
        places={placesOf(actor)}
      />
    );
  }),
  page(
    '/cases',
    { permission: 'case.read', purpose: 'P3', personal: true, query: listQuery },
    async (ctx, { query }) => (
      <CaseListPage
        query={query}
        list={await listCases(ctx, query)}
        mayRefer={ctx.actor.permissions.has('case.refer')}
      />
    ),
  ),
  page(
    '/cases/export',
    { permission: 'case.read', purpose: 'P3', personal: true, query: listQuery },
    async (ctx, { query }) => {
      const t = text[ctx.lang];
      const rows: string[][] = [];
      // The list in the hand of one worker: a bounded number of pages, each with its access record.
      for (let number = 1; number <= 40; number++) {
        const { lines } = await listCases(ctx, { ...query, page: number });
        rows.push(
          ...lines.map((l) => [
            l.partnership ? `${l.number} · ${l.partnership}` : l.number,
            l.person ?? '',
            t.states[l.state],
            t.waits[l.waitsFor],
            l.institution?.name ?? '',
            l.worker ?? '',
            l.until ?? '',
          ]),
        );
        if (lines.length < 25) break;
      }
      await record(ctx, {
        action: 'export',
        objectType: 'case_list',
        classes: ['D1'],
        detail: { rows: rows.length },
      });
      const csv = writeCsv(
        [t.list.case, t.person, t.list.state, t.list.what, t.list.who, t.summary.responsible, t.list.until],
        rows,
      );
      return new Response(csv, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="splot-sprawy.csv"',
        },
      });
    },
  ),
  page(
    '/partnerships/:id/cases',
    { permission: 'partnership.process', purpose: 'P4', params: z.object({ id: z.uuid() }) },
    async (ctx, { params }) => (
      <ProcessPage partnershipId={params.id} lines={await partnershipProcess(ctx, params.id)} />
    ),
  ),
];
