import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { NearbySupport } from '#modules/directory/api.ts';
import type { Candidate, GminaOption, Person, PersonInput } from '../../../person/api.ts';
import type { Term } from '../../../schema.ts';
import type { Member, OwnPartnership } from '../../service.ts';
import type { ReferInput } from '../schema.ts';

/** What the public base knows near the person, and whether it could be asked at all. */
export interface Nearby {
  readonly supports: readonly NearbySupport[];
  readonly hasGmina: boolean;
}

/** A referral begun and not sent. */
export interface DraftLine {
  readonly id: string;
  /** Whom it is about; empty when nobody typed it. */
  readonly name: string;
  readonly at: Date;
}

/** Everything the one screen of a referral shows. */
export interface ReferFormData {
  readonly draftId: string;
  readonly values: FormValues;
  readonly errors?: readonly FieldError[];
  readonly partnerships: readonly OwnPartnership[];
  readonly members: readonly Member[];
  readonly gminas: readonly GminaOption[];
  readonly needs: readonly Term[];
  readonly forms: readonly Term[];
  readonly bases: readonly string[];
  /** Somebody already known whom this referral is about. */
  readonly known: Person | null;
  /** Null when nobody has looked yet. */
  readonly candidates: readonly Candidate[] | null;
  readonly written: PersonInput;
  /** Support near the person; null when nobody asked. */
  readonly nearby: Nearby | null;
  readonly drafts: readonly DraftLine[];
}

/** A form read: what would be sent, what is wrong with it, what only looks wrong. */
export interface ReadReferral {
  readonly input: ReferInput;
  readonly person: PersonInput;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}
