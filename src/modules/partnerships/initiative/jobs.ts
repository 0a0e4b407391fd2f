import type { Job } from '#kernel/jobs.ts';
import { sendInvitation, tellAnswer } from './service.ts';

/** Letters of the initiative: to whom is invited, and to the coordinator when they answered. */
export const initiativeJobs = (appUrl: string): readonly Job[] => [
  {
    task: 'partnerships.invite',
    handle: (ctx, { partnershipId = '', institutionId = '' }) =>
      sendInvitation(ctx, appUrl, { partnershipId, institutionId }),
  },
  {
    task: 'partnerships.invitation_answered',
    handle: (ctx, { partnershipId = '' }) => tellAnswer(ctx, appUrl, partnershipId),
  },
];
