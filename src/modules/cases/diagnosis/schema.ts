import type { DataClass } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';

/** 0 needs help now … 4 a strength to build on. */
export const SCALE = [0, 1, 2, 3, 4] as const;
export type Scale = (typeof SCALE)[number];
/** Classes whose domains stand apart, on a page of their own. */
export const PROTECTED: readonly DataClass[] = ['D7', 'D8'];
/** The one conclusion for work that is told to the team, with no domain beside it: a domain would give the reason away. */
export const WORK = 'work';

export interface PartContent {
  readonly scale: Scale | null;
  readonly note: string;
  readonly filledBy: string | null;
  readonly filledAt: Date | null;
  readonly rowVersion: number;
}

/** One domain of a diagnosis. Content is there only for whoever holds a grant for its class. */
export interface Part {
  readonly id: string;
  readonly domain: string;
  readonly label: string;
  readonly dataClass: DataClass;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly required: boolean;
  /** Null where the answer itself would tell too much (D7, D8 without a grant). */
  readonly filled: boolean | null;
  readonly content: PartContent | null;
}

export interface Approval {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly workerName: string;
  readonly at: Date;
  /** Of a kind that the diagnosis needs: OPS, CUS or PUP. */
  readonly counts: boolean;
  /** Given to the text as it is now; an approval of an earlier text is void. */
  readonly current: boolean;
}

/** What stands in a diagnosis. */
export interface Content {
  readonly id: string;
  readonly caseId: string;
  readonly number: number;
  readonly state: 'draft' | 'approved';
  readonly ownView: string;
  readonly strengths: string;
  readonly conclusion: string;
  readonly meetingOn: LocalDate | null;
  readonly present: string;
  readonly approvedAt: Date | null;
  readonly createdAt: Date;
  readonly rowVersion: number;
  readonly contentVersion: number;
  /** What follows for work from the protected domains, without the reason. */
  readonly work: { readonly body: string; readonly rowVersion: number } | null;
  readonly parts: readonly Part[];
  readonly approvals: readonly Approval[];
}

export type MissingHere =
  | { readonly what: 'part'; readonly part: Part }
  | { readonly what: 'own_view' | 'strengths' | 'conclusion' | 'meeting' | 'present' };

export interface StillToApprove {
  readonly welfare: boolean;
  readonly labour: boolean;
}

/** A diagnosis with what is still to be done before it is approved. */
export interface Diagnosis extends Content {
  readonly missing: readonly MissingHere[];
  readonly still: StillToApprove;
}

/** What the reader may do with it. */
export interface May {
  readonly write: boolean;
  readonly approve: boolean;
  readonly start: boolean;
}
