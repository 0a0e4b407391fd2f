import type { Job } from '#kernel/jobs.ts';
import { eraseGuests, remindOfTasks, sendLetters } from './letters/service.ts';
import { closeSilent } from './minutes/service.ts';

/** Letters of meetings, reminders of tasks, minutes nobody remarked on. Times are UTC. */
export const meetingsJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'partnerships.meeting_letters',
    handle: async (ctx, { id, kind }) => {
      if (id !== undefined && kind !== undefined) await sendLetters(ctx, id, kind, siteUrl);
    },
  },
  {
    task: 'partnerships.meeting_tasks',
    cron: '12 5 * * *',
    handle: async (ctx) => void (await remindOfTasks(ctx, siteUrl)),
  },
  {
    task: 'partnerships.minutes_silent',
    cron: '22 4 * * *',
    handle: async (ctx) => void (await closeSilent(ctx)),
  },
  {
    task: 'partnerships.meeting_guests',
    cron: '32 3 * * *',
    handle: async (ctx) => void (await eraseGuests(ctx)),
  },
];
