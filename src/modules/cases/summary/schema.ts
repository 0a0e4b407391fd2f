import type { LocalDate } from '#kernel/time.ts';
import type { WeaveInput } from '#ui/weave/model.ts';
import type { CaseHead } from '../schema.ts';
import type { FurtherAction } from './policy.ts';

export interface EventLine {
  readonly at: Date;
  readonly kind: string;
  readonly institution: { readonly id: string; readonly name: string; readonly type: string } | null;
  readonly worker: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** What it is about, in words. */
  readonly about?: string;
}

export interface GoalLine {
  readonly id: string;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly service: string;
    readonly institution: { readonly name: string; readonly type: string };
    readonly worker: string | null;
    readonly due: LocalDate;
    readonly state: 'planned' | 'in_progress' | 'done' | 'not_done';
  }[];
}

export interface PersonLine {
  readonly name: string;
  readonly age: number | null;
  readonly locality: string;
  /** The person's own words from the diagnosis, when the reader may see them. */
  readonly ownView: string;
}

export interface TeamLine {
  readonly institution: { readonly name: string; readonly type: string };
  readonly role: string;
  readonly workers: readonly string[];
}

export interface CaseSummary {
  readonly further: readonly FurtherAction[];
  readonly head: CaseHead;
  readonly weave: WeaveInput | null;
  readonly goals: readonly GoalLine[];
  readonly person: PersonLine | null;
  readonly team: readonly TeamLine[];
  readonly next: readonly {
    readonly at: Date;
    readonly title: string;
    readonly place: string;
    readonly sessionId: string;
  }[];
}
