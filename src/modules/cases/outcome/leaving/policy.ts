import { allow, type Decision, deny } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState } from '../../schema.ts';

/** Transition 6. A case that is only a referral is ended with the referral. */
export function mayWithdraw(state: CaseState): Decision {
  if (state === 'draft' || state === 'referred') return deny('use_referral');
  return ['intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended'].includes(state)
    ? allow
    : deny('already_ended');
}

/** Transition 17: a closed case, within the time of the timer, of a person who has no other open case. */
export function mayReopen(
  state: CaseState,
  facts: { readonly until: LocalDate | null; readonly today: LocalDate; readonly hasOpenCase: boolean },
): Decision {
  if (state !== 'follow_up' && state !== 'archived') return deny('not_closed');
  if (facts.until === null || facts.today > facts.until) return deny('too_late');
  return facts.hasOpenCase ? deny('has_open_case') : allow;
}

export const mayOpenArchive = (state: CaseState, leads: boolean): Decision => {
  if (state !== 'archived') return deny('not_archived');
  return leads ? allow : deny('not_lead');
};

export const mayHold = (state: CaseState, leads: boolean): Decision => {
  if (!['archived', 'rejected', 'withdrawn'].includes(state)) return deny('not_archived');
  return leads ? allow : deny('not_lead');
};
