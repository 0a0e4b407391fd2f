import type { Job } from '#kernel/jobs.ts';
import { eraseOldCards, sendRequest } from './confirming/service.ts';

export const cardJobs = ({ siteUrl }: { readonly siteUrl: string }): readonly Job[] => [
  { task: 'advice.card_confirm', handle: (ctx, { id = '' }) => sendRequest(ctx, id, siteUrl) },
  {
    task: 'advice.cards_erase',
    cron: '25 2 * * *',
    handle: eraseOldCards,
  },
];
