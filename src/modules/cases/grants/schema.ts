import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';

/** Classes of special categories and of a special regime: never given by a default, only by an explicit tick. */
export const SPECIAL: readonly DataClass[] = ['D7', 'D8'];

/** A legal basis in force today, in the language of the request. */
export interface LegalBasis {
  readonly code: string;
  readonly article: string;
  readonly label: string;
  readonly kind: string;
  /** Types of institutions that may rest on it. */
  readonly types: readonly string[];
  readonly classes: readonly DataClass[];
  readonly purposes: readonly string[];
  /** Read in the act itself, not proposed by practice. */
  readonly certain: boolean;
}

/** An institution that takes part in the case. */
export interface Partner {
  readonly institutionId: string;
  readonly name: string;
  readonly type: string;
  readonly role: string;
  /** Classes the agreement in force lets this type of institution receive. */
  readonly ceiling: readonly DataClass[];
}

/** One grant as people read it. */
export interface GrantLine {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly dataClass: DataClass;
  readonly canWrite: boolean;
  readonly basisCode: string;
  readonly article: string;
  readonly consentId: string | null;
  readonly origin: string;
  readonly purposes: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly endedReason: string | null;
}

export const asClasses = (values: readonly string[]): DataClass[] =>
  values.map((value) => DATA_CLASSES.find((c) => c === value)).filter((c) => c !== undefined);
