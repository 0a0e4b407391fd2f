import { allow, type Decision, deny } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState } from '../../schema.ts';
import { CHANNELS, type FollowUp, TRIES } from './schema.ts';

/** Transition 14: the coordinator, or a worker of the labour office in the team. */
export function mayFollow(
  state: CaseState,
  hand: { readonly directs: boolean; readonly inTeam: boolean; readonly institutionType: string },
): Decision {
  if (state !== 'follow_up') return deny('not_follow_up');
  return hand.directs || (hand.inTeam && hand.institutionType === 'PUP') ? allow : deny('not_follower');
}

/** Recorded once, and not before its day. */
export function mayRecord(f: Pick<FollowUp, 'doneOn' | 'opensOn'>, today: LocalDate): Decision {
  if (f.doneOn !== null) return deny('follow_up_done');
  return today < f.opensOn ? deny('not_open_yet') : allow;
}

export const mayGiveUp = (f: Pick<FollowUp, 'tries'>): Decision =>
  f.tries.length >= TRIES && new Set(f.tries.map((t) => t.channel)).size >= CHANNELS
    ? allow
    : deny('too_few_tries');
