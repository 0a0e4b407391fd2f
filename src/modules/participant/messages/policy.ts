import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Message } from './schema.ts';

/** Who answers the person: workers of the institution that leads the case, and nobody else even reads. */
export const mayAnswer = (
  actor: { readonly institutionId: string; readonly permissions: ReadonlySet<string> },
  c: { readonly leadInstitutionId: string; readonly state: string },
): Decision => {
  if (actor.institutionId !== c.leadInstitutionId) return deny('not_leading');
  if (!actor.permissions.has('case.read')) return deny('no_cases');
  return c.state === 'draft' || c.state === 'erased' ? deny('no_window') : allow;
};

/** What the person was asked to confirm and has not, oldest first. */
export const awaiting = (messages: readonly Message[]): string[] =>
  messages.filter((m) => m.sender === 'worker' && m.toConfirm && m.confirmedAt === null).map((m) => m.id);

/** How many messages of the person nobody has said to have read. */
export const unreadOf = (messages: readonly Message[]): number =>
  messages.filter((m) => m.sender === 'participant' && m.confirmedAt === null).length;
