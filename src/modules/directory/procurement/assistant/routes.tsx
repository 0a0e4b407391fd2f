import { page, type Route } from '#kernel/http/routes.ts';
import { AssistantPage } from './pages/assistant.tsx';
import { assistantQuery } from './schema.ts';
import { rulesToday, thresholdToday } from './service.ts';

export const assistantRoutes: readonly Route[] = [
  page('/procurement/assistant', { permission: 'public', query: assistantQuery }, async (ctx, { query }) => (
    <AssistantPage query={query} rules={await rulesToday(ctx)} threshold={await thresholdToday(ctx)} />
  )),
];
