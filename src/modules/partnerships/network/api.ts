import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { today } from '../service.ts';
import { waitingVisits } from './visits/service.ts';
import { text } from './visits/text.pl.ts';

/** What of the network waits for the acting worker: requests for visits, and visits whose day has come. */
export const dueNetwork = async (
  ctx: Ctx,
): Promise<readonly { href: string; what: string; until: LocalDate | null; late: boolean }[]> =>
  (await waitingVisits(ctx)).map((visit) => ({
    href: `/network/visits/${visit.id}`,
    what: text[ctx.lang].due(visit.guest, visit.host),
    until: visit.day,
    late: visit.day !== null && visit.day < today(ctx),
  }));
