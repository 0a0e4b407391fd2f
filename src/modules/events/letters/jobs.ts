import type { Job } from '#kernel/jobs.ts';
import { promote, sendLetter, tellAll } from './service.ts';

export const letterJobs = (siteUrl: string): readonly Job[] => [
  {
    task: 'events.letter',
    handle: async (ctx, { id, kind }) => {
      if (id !== undefined && kind !== undefined) await sendLetter(ctx, id, kind, siteUrl);
    },
  },
  {
    task: 'events.substituted',
    handle: async (ctx, { id }) => {
      if (id !== undefined)
        for (const kind of ['confirmed', 'waiting', 'requested']) await sendLetter(ctx, id, kind, siteUrl);
    },
  },
  {
    task: 'events.tell',
    handle: async (ctx, { id, kind }) => {
      if (id !== undefined && kind !== undefined) await tellAll(ctx, id, kind);
    },
  },
  {
    task: 'events.promote',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await promote(ctx, id);
    },
  },
];
