import type { Job } from '#kernel/jobs.ts';
import type { AccountsHost } from './schema.ts';

/** Every night what has ended goes: sessions, links a month old, counted failures. */
export const accountsJobs = (host: Pick<AccountsHost, 'auth'>): Job[] => [
  { task: 'accounts.tidy', cron: '20 1 * * *', handle: () => host.auth.tidy() },
];
