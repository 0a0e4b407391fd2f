import { z } from 'zod';
import { page, type Route, redirect } from '#kernel/http/routes.ts';
import { caseParams } from '../schema.ts';
import { HistoryPage } from './pages/history.tsx';
import { SummaryPage } from './pages/summary.tsx';
import { caseHistory, caseSummary, casesByNumber } from './service.ts';

export const routes: readonly Route[] = [
  // The search of the header: a case number opens the case, anything else filters the list of cases.
  page(
    '/search',
    {
      permission: 'case.read',
      purpose: 'P3',
      query: z.object({ q: z.string().trim().max(100).default('') }),
    },
    async (ctx, { query }) => {
      const found = /^\d{4}\/\d+$/.test(query.q) ? await casesByNumber(ctx, query.q) : [];
      return redirect(
        found.length === 1 && found[0] ? `/cases/${found[0].id}` : `/cases?q=${encodeURIComponent(query.q)}`,
      );
    },
  ),
  page(
    '/cases/:id',
    { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams },
    async (ctx, { params }) => <SummaryPage summary={await caseSummary(ctx, params.id)} />,
  ),
  page(
    '/cases/:id/history',
    { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams },
    async (ctx, { params }) => {
      const { head, events } = await caseHistory(ctx, params.id);
      return <HistoryPage head={head} events={events} />;
    },
  ),
];
