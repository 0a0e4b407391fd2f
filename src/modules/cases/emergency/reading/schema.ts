import type { LocalDate } from '#kernel/time.ts';
import type { CaseState } from '../../schema.ts';

/** What an emergency shows: classes D1–D5, nothing to change. */
export interface EmergencyView {
  readonly state: CaseState;
  readonly person: {
    readonly name: string;
    readonly birthDate: LocalDate | null;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    readonly identifiers: readonly string[];
  };
  readonly parts: readonly { domain: string; institution: string; note: string }[];
  readonly diagnosis: { ownView: string; strengths: string; conclusion: string; forWork: string } | null;
  /** What the person undertook, in their own words. */
  readonly ownObligation: string;
  readonly items: readonly {
    goal: string;
    service: string;
    description: string;
    institution: string;
    startsOn: LocalDate;
    dueOn: LocalDate;
  }[];
  readonly notes: readonly { at: Date; body: string; institution: string }[];
}
