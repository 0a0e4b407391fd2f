import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import type {
  ChangedBy,
  Freshness,
  OfferInput,
  OpeningInput,
  PlaceInput,
  Provenance,
  RecordInput,
  StatusInput,
  SupportInput,
  Taxonomy,
} from '../schema.ts';

interface Known {
  readonly id: string;
}
export interface PlaceView extends PlaceInput {
  readonly id: string;
  readonly opening: readonly (OpeningInput & Known)[];
}
export interface OfferView extends OfferInput {
  readonly id: string;
  readonly updatedAt: Date;
  readonly rowVersion: number;
}
export interface SupportView extends SupportInput {
  readonly id: string;
  readonly placeId: string | null;
  readonly updatedAt: Date;
  readonly rowVersion: number;
}
export interface PhotoView {
  readonly id: string;
  readonly fileId: string;
  readonly altPl: string;
  readonly altEn: string;
  readonly licence: string;
}

/** A record with all its parts, as it is read. It is a `RecordInput` too: what was read can be written back. */
export interface RecordView extends RecordInput {
  readonly id: string;
  readonly rowVersion: number;
  readonly statuses: readonly (StatusInput & Known)[];
  readonly founders: readonly (RecordInput['founders'][number] & Known)[];
  readonly places: readonly PlaceView[];
  readonly offers: readonly OfferView[];
  readonly supports: readonly SupportView[];
  readonly photos: readonly PhotoView[];
  readonly sourceCode: string;
  readonly sourceOn: LocalDate;
  readonly confirmedOn: LocalDate | null;
  readonly confirmedBy: 'entity' | 'editor' | 'register' | null;
  readonly institutionId: string | null;
  readonly isDemo: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A record of which nothing is known yet. */
export const EMPTY_RECORD: RecordInput = {
  parentId: null,
  type: '',
  legalForm: null,
  name: '',
  shortName: '',
  krs: null,
  nip: null,
  regon: null,
  registerNumber: null,
  descriptionPl: '',
  descriptionEn: '',
  foundedOn: null,
  sizeBand: null,
  contactRole: '',
  phone: '',
  email: '',
  website: '',
  state: 'active',
  stateSince: null,
  statuses: [],
  founders: [],
  groups: [],
  pkd: [],
  servedCounties: [],
  places: [],
  offers: [],
  supports: [],
};

/** One record to write: a new one has no id. */
export interface ToSave {
  readonly id: string | null;
  readonly input: RecordInput;
  readonly from: Provenance;
}

/** An entry of a dictionary, its name in the language of the reader. */
export interface Term {
  readonly taxonomy: Taxonomy;
  readonly code: string;
  readonly parentCode: string | null;
  readonly name: string;
  readonly words: readonly string[];
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** What codes in records are called, in one language; a code that nobody knows is its own name. */
export interface Names {
  readonly term: (taxonomy: Taxonomy, code: string) => string;
  readonly county: (code: string) => string;
  readonly gmina: (id: string) => string;
  readonly entity: (id: string) => string;
}

/** One thing that changed: its field, the part of the record it belongs to (an offer by name), and both texts. */
export interface ChangedField {
  readonly field: string;
  readonly of?: string;
  readonly before: string;
  readonly after: string;
}
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly by: ChangedBy;
  readonly source: string | null;
  readonly fields: readonly ChangedField[];
}

/** Months after which a confirmation is due again, and after which the record counts as unconfirmed. */
export interface FreshnessRules {
  readonly ageing: number;
  readonly unconfirmed: number;
}

/** What the age of a confirmation means on a day; `months` are full months since then, null when there was none. */
export function freshnessOf(
  confirmedOn: LocalDate | null,
  today: LocalDate,
  rules: FreshnessRules,
): { readonly freshness: Freshness; readonly months: number | null } {
  if (confirmedOn === null) return { freshness: 'unconfirmed', months: null };
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const calendar = (year - Number(confirmedOn.slice(0, 4))) * 12 + month - Number(confirmedOn.slice(5, 7));
  const months = Math.max(0, addMonths(confirmedOn, calendar) > today ? calendar - 1 : calendar);
  const freshness =
    months >= rules.unconfirmed ? 'unconfirmed' : months >= rules.ageing ? 'ageing' : 'confirmed';
  return { freshness, months };
}

export const idParams = z.object({ id: z.string().refine(isId) });
