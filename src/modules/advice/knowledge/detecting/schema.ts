/** What personal data may look like in a text. */
export const FINDING_KINDS = [
  'pesel',
  'account',
  'nip',
  'regon',
  'document',
  'case_number',
  'phone',
  'email',
  'link',
  'birth_date',
  'postal_code',
  'address',
  'name',
  'number',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A stretch of a text that may tell who somebody is. */
export interface Found {
  readonly kind: FindingKind;
  readonly text: string;
  readonly start: number;
  /** After the last character. */
  readonly end: number;
}
