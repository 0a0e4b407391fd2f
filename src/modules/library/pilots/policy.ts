import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

type Worker = Pick<Actor, 'permissions' | 'institutionId'>;

/** The log is kept by workers of the institutions named on the pilot, and by editors. */
export function mayLog(actor: Worker, team: readonly string[]): Decision {
  if (actor.permissions.has('library.edit')) return allow;
  return actor.permissions.has('work') && team.includes(actor.institutionId) ? allow : deny('notTeam');
}

export const mayArrangeTeam = (actor: Worker): Decision =>
  actor.permissions.has('library.edit') ? allow : deny('notEditor');
