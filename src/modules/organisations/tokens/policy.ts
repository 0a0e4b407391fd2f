import type { Actor } from '#kernel/context.ts';
import type { Permission } from '../policy.ts';
import { TOKEN_SCOPES, type TokenScope } from './schema.ts';

/** What each scope opens, as far as the worker has it too. */
export const SCOPE_PERMISSIONS: Readonly<Record<TokenScope, readonly Permission[]>> = {
  'api:territory.read': [],
  'api:organisations.read': [],
  'api:referrals.read': ['case.read', 'referral.answer'],
  'api:referrals.write': ['case.read', 'case.refer', 'referral.answer', 'list.import'],
  'api:cases.read': ['case.read'],
  'api:cases.write': [
    'case.read',
    'case.coordinate',
    'case.assign',
    'diagnosis.write',
    'plan.write',
    'plan.sign',
    'session.mark',
    'review.record',
  ],
};

export const isTokenScope = (scope: string): scope is TokenScope => TOKEN_SCOPES.some((s) => s === scope);

/**
 * The worker as a token acts for them: what its scopes open, met with what the worker may do, and the scopes
 * themselves. A token that opens no case carries no authorisation either, so the database shows it none.
 */
export function narrowed(actor: Actor, scopes: readonly string[]): Actor {
  const own = scopes.filter(isTokenScope);
  const opened = new Set<string>(own.flatMap((s) => SCOPE_PERMISSIONS[s]));
  const permissions = new Set<string>([...actor.permissions].filter((p) => opened.has(p)));
  const cases = permissions.size > 0;
  return {
    ...actor,
    permissions: new Set([...permissions, 'public', 'signed-in', ...own]),
    wide: cases && actor.wide,
    scope: cases ? actor.scope : [],
  };
}
