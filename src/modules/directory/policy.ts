import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

/** Whoever edits the base may change every record; whoever runs the institution that keeps a record may change that one. */
export function mayKeep(
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  record: { readonly institutionId: string | null },
): Decision {
  if (actor.permissions.has('directory.edit')) return allow;
  const own = record.institutionId !== null && record.institutionId === actor.institutionId;
  return own && actor.permissions.has('institution.manage') ? allow : deny('notKeeper');
}

/** New records, dictionaries, moderation and imports belong to the editors of the base. */
export const mayEdit = (actor: Pick<Actor, 'permissions'>): Decision =>
  actor.permissions.has('directory.edit') ? allow : deny('notEditor');

/** How many places are free is counted by whoever works in the institution, not only by who runs it. */
export function mayCount(
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  record: { readonly institutionId: string | null },
): Decision {
  const own = record.institutionId !== null && record.institutionId === actor.institutionId;
  return own && actor.permissions.has('work') ? allow : mayKeep(actor, record);
}
