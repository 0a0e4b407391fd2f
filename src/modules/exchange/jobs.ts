import type { Job } from '#kernel/jobs.ts';
import { sendDigest, startDigests } from './groups/service.ts';
import { eraseOld, letter, startTelling, tell } from './letters/service.ts';
import type { ExchangeHost } from './schema.ts';
import { withTopics } from './service.ts';

export const exchangeJobs = (lent: ExchangeHost): readonly Job[] => {
  const host = withTopics(lent);
  return [
    { task: 'exchange.letter', handle: (ctx, payload) => letter(ctx, host, payload) },
    { task: 'exchange.telling', cron: '*/30 * * * *', handle: startTelling },
    {
      task: 'exchange.tell',
      handle: async (ctx, { id }) => {
        if (id !== undefined) await tell(ctx, host, id);
      },
    },
    { task: 'exchange.digests', cron: '0 6 * * 1', handle: startDigests },
    { task: 'exchange.digest', handle: (ctx, payload) => sendDigest(ctx, host, payload) },
    { task: 'exchange.erase', cron: '35 3 * * *', handle: eraseOld },
  ];
};
