import type { Auth } from '#kernel/auth/auth.ts';
import type { Lang } from '#kernel/i18n.ts';
import { text } from './text.pl.ts';

export type { AccountsHost, ActingChoice } from './schema.ts';

/**
 * Invites a person to open an account, by mail in the language given. Gives the id of the invitation, which comes
 * back in `invitationAccepted` of the composition root.
 */
export async function sendInvitation(
  auth: Pick<Auth, 'createInvitation' | 'mail'>,
  lang: Lang,
  person: { email: string; name: string },
): Promise<string> {
  const { invitation } = text[lang].mail;
  const { id, url } = await auth.createInvitation(person);
  await auth.mail({ to: person.email, subject: invitation.subject, body: invitation.body(url) });
  return id;
}
