import { z } from 'zod';
import type { Auth } from '#kernel/auth/auth.ts';
import { LANGS } from '#kernel/i18n.ts';

/** What the composition root lends to this module. */
export interface ParticipantHost {
  readonly auth: Pick<Auth, 'createInvitation' | 'withdrawInvitation' | 'mail' | 'account'>;
  /** Where people reach the system, for links in mail. */
  readonly siteUrl: string;
}

/** How far the person is on the way to their window. */
export interface InviteStatus {
  readonly name: string;
  readonly email: string;
  readonly lang: string;
  readonly joinedAt: Date | null;
  /** The last invitation, while nobody has accepted it. */
  readonly waiting: { readonly email: string; readonly sentAt: Date } | null;
  /** Nobody may be invited to this case (not named yet, or the case is no longer worked on). */
  readonly closed: 'unidentified' | 'state' | null;
}

export const inviteBody = z.object({
  email: z.email('email').max(254),
  lang: z.enum(LANGS, 'choice'),
});
