import type { Job } from '#kernel/jobs.ts';
import { askOther, askOwn, readTexts, startReading } from './collecting/service.ts';
import type { LinkHost } from './schema.ts';

/** Once a week every link in what readers see is asked whether it still leads somewhere. */
export const linkJobs = (host: LinkHost & { readonly siteUrl: string }): readonly Job[] => [
  { task: 'library.links', cron: '0 1 * * 0', handle: startReading },
  {
    task: 'library.links.read',
    handle: async (ctx, { after, began }) => {
      if (after !== undefined) await readTexts(ctx, after, new Date(Number(began)), host.siteUrl);
    },
  },
  {
    task: 'library.links.own',
    handle: async (ctx, { after }) => {
      if (after !== undefined) await askOwn(ctx, after, host);
    },
  },
  {
    task: 'library.links.ask',
    handle: async (ctx, { id }) => {
      if (id !== undefined) await askOther(ctx, id, host);
    },
  },
];
