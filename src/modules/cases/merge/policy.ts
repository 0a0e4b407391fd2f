import { all, allow, type Decision, deny } from '#kernel/access.ts';

/**
 * Making one of two: never blind. `bothSeen` is the database's answer: the actor's institution takes part in a case of
 * each, reads who the person is in both and writes it in one. Two open cases are two ways of helping that somebody must
 * decide about first. `compare`: whether the actor may compare records at all.
 */
export const mayMerge = (compare: Decision, facts: { bothSeen: boolean; openCases: number }): Decision =>
  all(compare, facts.bothSeen ? allow : deny('hidden'), facts.openCases > 1 ? deny('open_cases') : allow);
