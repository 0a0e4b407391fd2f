import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { mayCoordinate, mayRepresent } from '../policy.ts';
import type { Standing } from '../schema.ts';
import type { SelectionState } from './schema.ts';

type Who = Pick<Actor, 'permissions'>;

/** Criteria are written by whoever coordinates, until they are proposed to the members. */
export const mayWrite = (actor: Who, standing: Standing, state: SelectionState): Decision =>
  state === 'draft' ? mayCoordinate(actor, standing) : deny('proposed');

/** Each member agrees once to what is proposed, by somebody who represents it. */
export function mayAgree(actor: Who, standing: Standing, state: SelectionState, agreed: boolean): Decision {
  if (state !== 'proposed') return deny('notProposed');
  return agreed ? deny('agreed') : mayRepresent(actor, standing);
}

/** In force when every member agreed; the database refuses it before. */
export function mayPutInForce(
  actor: Who,
  standing: Standing,
  state: SelectionState,
  missing: number,
): Decision {
  if (state !== 'proposed') return deny('notProposed');
  return missing > 0 ? deny('notAgreed') : mayCoordinate(actor, standing);
}

/** Places are told by the institution that gives the service. */
export const mayKeepService = (
  actor: Pick<Actor, 'permissions' | 'institutionId'>,
  standing: Standing,
  owner: string,
): Decision =>
  standing.member && actor.institutionId === owner && actor.permissions.has('work') ? allow : deny('notOwn');
