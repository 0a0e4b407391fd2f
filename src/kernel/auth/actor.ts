import type { Actor } from '../context.ts';
import { NIL_ID } from '../ids.ts';
import type { Session } from './sessions.ts';

/**
 * A signed-in account that has not chosen whom to act for, or whose choice has ended. It works under the
 * participant's role with nobody's person, so row-level security shows it nothing: only its own account pages open.
 */
export const accountActor = (session: Session): Actor => ({
  kind: 'participant',
  accountId: session.accountId,
  subjectId: NIL_ID,
  institutionId: NIL_ID,
  institutionName: '',
  institutionType: '',
  name: session.name,
  functions: [],
  permissions: new Set(['public']),
  wide: false,
  scope: [],
  choices: 0,
});
