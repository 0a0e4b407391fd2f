/** What became of a link: there, moved for good, gone, no answer, or an address that nobody may ask. */
export const OUTCOMES = ['well', 'moved', 'gone', 'silent', 'closed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Answered {
  readonly outcome: Outcome;
  /** Of HTTP; null when there was no answer. */
  readonly status: number | null;
  /** Where it stands now, when it moved for good. */
  readonly movedTo: string | null;
}

/** What the check of links is lent by the application. */
export interface LinkHost {
  /** The answer of this site to an address of its own. */
  readonly askOwn: (path: string) => Promise<{ readonly status: number; readonly location: string | null }>;
  /** The answer of another site; asked over the network unless it is lent. */
  readonly askOther?: (url: string) => Promise<Answered>;
}

/** A link that an editor should look at. */
export interface Broken {
  readonly url: string;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly movedTo: string | null;
  readonly checkedAt: Date;
}
