import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

/** Workers write for their own institution, editors for everybody. */
export function mayWrite(
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  clause: { readonly institutionId: string | null },
): Decision {
  if (actor.permissions.has('directory.edit')) return allow;
  const own = clause.institutionId !== null && clause.institutionId === actor.institutionId;
  return own && actor.permissions.has('work') ? allow : deny('notKeeper');
}
