import { allow, type Decision, deny } from '#kernel/access.ts';

interface Act {
  readonly permissions: ReadonlySet<string>;
  readonly scope: readonly string[];
}

/** Opening: a function that carries it, with an authorisation for identity data. The database asks the same again. */
export const mayOpen = (actor: Act): Decision =>
  actor.permissions.has('case.emergency') && actor.scope.includes('D1') ? allow : deny('not_allowed');

/** Reading: the actor's own, and only until its very end. */
export function mayRead(
  e: { readonly own: boolean; readonly from: Date; readonly to: Date },
  now: Date,
): Decision {
  if (!e.own) return deny('not_own');
  return e.from <= now && e.to > now ? allow : deny('ended');
}

/** Closing the review: somebody else, once. */
export const mayReview = (e: {
  readonly own: boolean;
  readonly reviews: boolean;
  readonly reviewed: boolean;
}): Decision => (e.reviews && !e.own && !e.reviewed ? allow : deny('not_reviewer'));
