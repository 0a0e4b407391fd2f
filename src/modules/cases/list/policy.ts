import { allow, type Decision, deny } from '#kernel/access.ts';
import type { ListImport } from './schema.ts';

interface Act {
  readonly permissions: ReadonlySet<string>;
  readonly scope: readonly string[];
  readonly subjectId: string;
}

/** A list holds names and numbers of many people: it takes the function and an authorisation for both. */
export const mayImport = (actor: Act): Decision =>
  actor.permissions.has('list.import') &&
  actor.permissions.has('case.refer') &&
  actor.scope.includes('D1') &&
  actor.scope.includes('D2')
    ? allow
    : deny('not_importer');

/** Only who sent the file decides about it; the head of the office may look. */
export function mayContinue(actor: Act, list: Pick<ListImport, 'workerId' | 'state' | 'kept'>): Decision {
  if (!mayImport(actor).allowed) return deny('not_importer');
  if (list.workerId !== actor.subjectId) return deny('not_sender');
  if (!list.kept) return deny('not_kept');
  return list.state === 'uploaded' || list.state === 'failed' ? allow : deny('already_started');
}
