import { page, type Route } from '#kernel/http/routes.ts';
import { MinePage } from './pages/mine.tsx';
import { ownQuery } from './schema.ts';
import { copyAll, ownQuestions } from './service.ts';

// Of nobody but whoever reads it, as the page of the account is; that it was read is recorded all the same.
const own = { permission: 'signed-in' } as const;

/** The questions asked from the own account. */
export const ownRoutes: readonly Route[] = [
  page('/advice/mine', { ...own, query: ownQuery }, async (ctx, { query }) => (
    <MinePage {...(await ownQuestions(ctx, query.page))} page={query.page} done={query.done} />
  )),
  page('/advice/mine/copy', own, copyAll),
];
