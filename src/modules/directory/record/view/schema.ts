import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import { type LocalDate, weekday } from '#kernel/time.ts';
import type { EntityState, OpeningInput } from '../../schema.ts';
import type { FreshnessRules, Names, RecordView } from '../schema.ts';

const id = z.string().refine(isId);
export const offerParams = z.object({ id, offer: id });
export const historyQuery = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });
export const HISTORY_PAGE = 20;

export interface Unit {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly state: EntityState;
}

/** A record with everything its page says around it. */
export interface EntityPageView {
  readonly record: RecordView;
  readonly names: Names;
  readonly units: readonly Unit[];
  readonly rules: FreshnessRules;
  readonly source: string;
  readonly today: LocalDate;
  readonly siteUrl: string;
  /** The actor may change the record. */
  readonly keeps: boolean;
  /** The actor edits the whole base. */
  readonly edits: boolean;
  /** The actor may say how many places are free. */
  readonly counts: boolean;
  /** How soon it answers enquiries (hours, median); null while too few were answered to say. */
  readonly answersIn: { readonly hours: number; readonly answers: number } | null;
}

const holds = (o: OpeningInput, day: LocalDate) =>
  (o.validFrom === null || o.validFrom <= day) && (o.validTo === null || o.validTo >= day);

/** The hours of a place on a day: an exception for the day comes before the rules of its weekday. None is closed. */
export function hoursOn(opening: readonly OpeningInput[], day: LocalDate): readonly OpeningInput[] {
  const exceptions = opening.filter((o) => o.onDay === day);
  const rules =
    exceptions.length > 0 ? exceptions : opening.filter((o) => o.weekday === weekday(day) && holds(o, day));
  return rules.filter((o) => o.opens !== null);
}
