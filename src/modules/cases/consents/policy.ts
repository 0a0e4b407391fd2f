import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';

/**
 * What is wrong with a ticked list, as a code of the texts; null when nothing is. Without D1 the institution would not
 * know that the case exists, so nothing else could reach it.
 */
export function wrongChoice(
  ticked: readonly DataClass[],
  offeredClasses: readonly DataClass[],
): 'beyond' | 'needs_contact' | null {
  if (ticked.some((c) => !offeredClasses.includes(c))) return 'beyond';
  if (ticked.length > 0 && !ticked.includes('D1')) return 'needs_contact';
  return null;
}

/** A consent can only shrink: whatever is wider is a new consent. */
export const narrows = (before: readonly DataClass[], after: readonly DataClass[]): boolean =>
  after.length > 0 && after.length < before.length && after.every((c) => before.includes(c));

/** Taking down that a consent is withdrawn must never be hard: the person, or anybody who works on the case. */
export const mayWithdraw = (actor: {
  readonly kind: string;
  readonly permissions: ReadonlySet<string>;
}): Decision =>
  actor.kind === 'participant' || actor.permissions.has('case.read') ? allow : deny('not_of_the_case');
