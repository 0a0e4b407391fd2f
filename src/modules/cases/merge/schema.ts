import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { type CaseState, caseParams, rowVersion } from '../schema.ts';

/** What is chosen between two records. An address is one thing: half of one and half of another is no address. */
export const FIELDS = [
  'name',
  'pesel',
  'document',
  'birth_date',
  'sex',
  'address',
  'phone',
  'email',
  'lang',
] as const;
export type MergeField = (typeof FIELDS)[number];

export const pairParams = caseParams.extend({ other: z.uuid() });
export const linkParams = caseParams.extend({ link: z.uuid() });
export const personIdParams = z.object({ person: z.uuid() });
export const askBody = z.object({ other: z.union([z.uuid(), z.literal('')]).default('') });
export const noBody = z.object({});
export const pairQuery = z.object({ asked: z.literal('yes').optional() });

const side = z.enum(['this', 'other']).optional();
export const mergeBody = z.object({
  name: side,
  pesel: side,
  document: side,
  birth_date: side,
  sex: side,
  address: side,
  phone: side,
  email: side,
  lang: side,
  _version: rowVersion,
  other_version: rowVersion,
});
export type MergeForm = z.output<typeof mergeBody>;

/** What is compared of a record: who it is, with every number it holds. */
export interface Entry {
  readonly givenName: string;
  readonly familyName: string;
  readonly label: string | null;
  readonly numbers: Readonly<Record<'pesel' | 'document', string>>;
  readonly birthDate: LocalDate | null;
  readonly sex: 'f' | 'm' | null;
  readonly gminaId: string | null;
  readonly locality: string;
  readonly postalCode: string;
  readonly street: string;
  readonly phone: string;
  readonly email: string;
  readonly lang: 'pl' | 'en' | 'uk';
}

/** A field as one text, for comparing; empty when the record says nothing. */
export function fieldValue(p: Entry, field: MergeField): string {
  switch (field) {
    case 'name':
      return `${p.givenName} ${p.familyName}`.trim() || (p.label ?? '');
    case 'pesel':
    case 'document':
      return p.numbers[field];
    case 'birth_date':
      return p.birthDate ?? '';
    case 'sex':
      return p.sex ?? '';
    case 'address':
      return [p.gminaId, p.postalCode, p.locality, p.street].map((part) => part ?? '').join('|');
    case 'phone':
      return p.phone;
    case 'email':
      return p.email;
    case 'lang':
      return p.lang;
  }
}

const given = (value: string): boolean => value.replaceAll('|', '') !== '';

export const differing = (one: Entry, other: Entry): MergeField[] =>
  FIELDS.filter((field) => fieldValue(one, field) !== fieldValue(other, field));

/** Where one record says nothing, the other is proposed; where both say something else, nobody guesses. */
export function proposal(one: Entry, other: Entry): Partial<Record<MergeField, 'this' | 'other'>> {
  return Object.fromEntries(
    differing(one, other).flatMap((field) => {
      const [a, b] = [given(fieldValue(one, field)), given(fieldValue(other, field))];
      return a === b ? [] : [[field, a ? 'this' : 'other']];
    }),
  );
}

/** A record that became part of the person of a case. */
export interface PersonLink {
  readonly id: string;
  readonly absorbedId: string;
  readonly mergedAt: Date;
  readonly by: string;
  readonly institution: string;
  readonly undoUntil: LocalDate;
  readonly mayUndo: boolean;
  readonly formerName: string | null;
  /** Null when the reader may not know numbers. */
  readonly formerNumbers: readonly string[] | null;
}

/** States in which a person has one case at a time in a partnership: those of the index in the database. */
export const OPEN_STATES: readonly CaseState[] = [
  'referred',
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
  'closing',
];

export interface CaseOfPair {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly ofOther: boolean;
  readonly open: boolean;
}
