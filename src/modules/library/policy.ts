import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { Hand, VersionState } from './schema.ts';

type Editor = Pick<Actor, 'permissions' | 'subjectId'>;

export const mayEdit = (actor: Editor): Decision =>
  actor.permissions.has('library.edit') ? allow : deny('notEditor');

/** A draft is written; what was handed over waits for somebody else, and what readers saw never changes. */
export function mayWrite(actor: Editor, version: { readonly state: VersionState }): Decision {
  if (!mayEdit(actor).allowed) return deny('notEditor');
  return version.state === 'draft' ? allow : deny('notDraft');
}

/** Editors look at every version, others at those they have a hand in. */
export const mayLook = (actor: Editor, version: { readonly hand: Hand }): Decision =>
  mayEdit(actor).allowed || version.hand !== null ? allow : deny('notEditor');

/** Four eyes: nobody approves what they wrote in. The database says the same. */
export function mayApprove(
  actor: Editor,
  version: { readonly state: VersionState; readonly authors: readonly string[]; readonly hand: Hand },
): Decision {
  if (!mayEdit(actor).allowed && version.hand !== 'approves') return deny('notEditor');
  if (version.state !== 'proposed') return deny('notProposed');
  return version.authors.includes(actor.subjectId) ? deny('ownWords') : allow;
}
