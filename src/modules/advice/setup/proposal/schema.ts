import type { LocalDate } from '#kernel/time.ts';

/** What somebody knows: a topic with everything under it (null is any), in these counties; none named is the whole country. */
export interface Expertise {
  readonly topicId: string | null;
  readonly counties: readonly string[];
}

export interface Candidate {
  readonly workerId: string;
  readonly name: string;
  readonly institution: string;
  readonly expertise: readonly Expertise[];
  /** Absent today: until when, and which worker acts for them. */
  readonly away: { readonly until: LocalDate; readonly standInId: string | null } | null;
  readonly onDuty: boolean;
  /** Questions that wait for this person. */
  readonly open: number;
}

export interface Wanted {
  /** The topic of the question and what stands above it, nearest first; none when nobody has chosen one. */
  readonly topics: readonly string[];
  readonly countyCode: string | null;
}

/** Why somebody is proposed, as codes: the words are in the texts. */
export type Reason =
  | { readonly kind: 'topic' | 'wider_topic'; readonly topicId: string }
  | { readonly kind: 'any_topic' | 'county' | 'any_county' | 'duty' | 'no_topic' }
  | { readonly kind: 'open'; readonly count: number }
  | { readonly kind: 'stand_in'; readonly name: string; readonly until: LocalDate };

export interface Proposal {
  readonly workerId: string;
  readonly name: string;
  readonly institution: string;
  /** Knows the topic, also in the name of whom they stand in for. */
  readonly expert: boolean;
  readonly reasons: readonly Reason[];
}
