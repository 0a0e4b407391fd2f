import type { Ctx } from '#kernel/context.ts';
import { upcomingEvents } from '#modules/events/api.ts';
import { listDocuments } from '#modules/library/api.ts';
import { type Front, VISITORS } from './schema.ts';

const NEWEST = 4;
const PAGES = 100;
const FOR_VISITORS: ReadonlySet<string> = new Set(Object.values(VISITORS));

/** What the home page shows of what was published. */
export async function front(ctx: Ctx): Promise<Front> {
  const pages = await listDocuments(ctx, ['page'], {}, PAGES);
  return {
    pages: new Set(pages.items.map((item) => item.path)),
    others: pages.items.filter((item) => !FOR_VISITORS.has(item.path)),
    newest: (await listDocuments(ctx, ['news', 'commentary', 'advice'], {}, NEWEST)).items,
    events: await upcomingEvents(ctx, { limit: NEWEST }),
  };
}
