import type { Actor, Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';
import { today } from '../service.ts';
import { text as network } from './text.pl.ts';
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

/** The network in the head of pages, for whoever does not come to it from the own partnerships. */
export const networkSections = (actor: Pick<Actor, 'kind'>, path: string, lang: Lang) =>
  actor.kind === 'worker'
    ? []
    : [
        {
          href: '/network',
          label: network[lang].short,
          current: path === '/network' || path.startsWith('/network/'),
        },
      ];
