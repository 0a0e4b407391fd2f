import { z } from 'zod';
import { parseEmail, parsePhone, parsePostalCode } from '#kernel/contact.ts';
import { parseDate } from '#kernel/date-input.ts';
import type { FieldError } from '#kernel/errors.ts';
import { parsePesel } from '#kernel/identifiers.ts';
import type { LocalDate } from '#kernel/time.ts';
import { caseParams, rowVersion } from '../schema.ts';

export const SEXES = ['f', 'm'] as const;
export type PersonSex = (typeof SEXES)[number];
export const PERSON_LANGS = ['pl', 'en', 'uk'] as const;
export type PersonLang = (typeof PERSON_LANGS)[number];

export interface Identifier {
  readonly kind: 'pesel' | 'document';
  /** PESEL: eleven digits. Document: capitals and digits without spaces. */
  readonly value: string;
}

/** Minimal identity: what a referral may carry (domain handbook, section 2.4, transition 2). */
export interface PersonInput {
  readonly givenName: string;
  readonly familyName: string;
  /** Stands for the name of a person not identified yet ("man, about 40, railway station"). */
  readonly label: string | null;
  readonly identifier: Identifier | null;
  readonly birthDate: LocalDate | null;
  readonly sex: PersonSex | null;
  readonly gminaId: string | null;
  readonly locality: string;
  readonly postalCode: string;
  readonly street: string;
  readonly phone: string;
  readonly email: string;
  readonly lang: PersonLang;
}

/** The person as a row, with the identifier where the reader may know it. */
export interface Person extends PersonInput {
  readonly id: string;
  readonly partnershipId: string;
  readonly rowVersion: number;
}

/** Somebody who may be the same person. Of a hidden one nothing is told but that there may be a case. */
export interface Candidate {
  readonly personId: string;
  readonly visible: boolean;
  readonly name: string | null;
  readonly birthDate: LocalDate | null;
  readonly locality: string | null;
  readonly openCaseId: string | null;
  /** The latest of their cases that the actor sees, where none is open; null for a hidden person. */
  readonly lastCaseId: string | null;
  /** The identifier is the very one that was asked for. */
  readonly sameIdentifier: boolean;
  /** The identifier, or the whole name with the birth date, is the same. */
  readonly exact: boolean;
  /** How alike the name and the birth date are, 0–1. */
  readonly score: number;
}

export interface PersonQuery {
  readonly partnershipId: string;
  readonly identifier: string;
  readonly name: string;
  readonly birthDate: LocalDate | null;
}

const short = (max: number) => z.string().trim().max(max, 'too_long').default('');
/** The fields of a person in a form; what they must hold depends on each other, see `readPerson`. */
export const personFields = {
  given_name: short(80),
  family_name: short(120),
  unidentified: z.enum(['yes', '']).default(''),
  label: short(200),
  pesel: short(40),
  document: short(40),
  birth_date: short(40),
  sex: z.enum(['f', 'm', '']).default(''),
  gmina: short(80),
  locality: short(120),
  postal_code: short(20),
  street: short(160),
  phone: short(40),
  email: short(254),
  lang: z.enum(PERSON_LANGS).default('pl'),
};
export const personForm = z.object(personFields);
export type PersonForm = z.output<typeof personForm>;

export const personBody = z.object({ ...personFields, _version: rowVersion });
export const personParams = caseParams;

export interface ReadPerson {
  readonly person: PersonInput;
  readonly errors: readonly FieldError[];
  /** What looks wrong and may be right: it is shown and never changed silently. */
  readonly warnings: readonly FieldError[];
}

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u;
const DOCUMENT = /^[A-Z0-9]{4,20}$/;
const EARLIEST_BIRTH = '1800-01-01';

/** Reads a person from a form. A missing birth date or sex is taken from a valid PESEL; a different one only warns. */
export function readPerson(f: PersonForm, today: LocalDate): ReadPerson {
  const errors: FieldError[] = [];
  const warnings: FieldError[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, message });
  const unknown = f.unidentified === 'yes';
  const name = (field: 'given_name' | 'family_name') => {
    const value = f[field].replace(/\s+/g, ' ');
    if (value === '') {
      if (!unknown) wrong(field, 'required');
    } else if (!NAME.test(value)) wrong(field, 'invalid');
    return value;
  };
  const contact = (
    field: 'postal_code' | 'phone' | 'email',
    prefix: string,
    parse: (text: string) => { ok: true; value: string } | { ok: false; code: string },
  ) => {
    if (f[field] === '') return '';
    const read = parse(f[field]);
    if (read.ok) return read.value;
    wrong(field, `${prefix}.${read.code}`);
    return f[field];
  };
  if (unknown && f.label.length < 3) wrong('label', 'required');
  const typedDate = f.birth_date === '' ? null : parseDate(f.birth_date, { today });
  if (f.birth_date !== '' && typedDate === null) wrong('birth_date', 'date.invalid');
  if (typedDate && typedDate > today) wrong('birth_date', 'date.future');
  if (typedDate && typedDate < EARLIEST_BIRTH) wrong('birth_date', 'date.before');
  let birthDate = typedDate;
  let sex: PersonSex | null = f.sex === '' ? null : f.sex;
  let identifier: Identifier | null = null;
  if (f.pesel !== '') {
    const pesel = parsePesel(f.pesel);
    if (pesel.ok) {
      identifier = { kind: 'pesel', value: pesel.value };
      const coded = pesel.sex === 'female' ? 'f' : 'm';
      if (birthDate && birthDate !== pesel.birthDate)
        warnings.push({ field: 'birth_date', message: 'pesel.birth_date' });
      if (sex && sex !== coded) warnings.push({ field: 'sex', message: 'pesel.sex' });
      if (f.birth_date === '') birthDate = pesel.birthDate;
      sex ??= coded;
    } else wrong('pesel', `pesel.${pesel.code}`);
  } else if (f.document !== '') {
    const value = f.document.toUpperCase().replace(/[\s/-]/g, '');
    if (DOCUMENT.test(value)) identifier = { kind: 'document', value };
    else wrong('document', 'invalid');
  }
  const person: PersonInput = {
    givenName: name('given_name'),
    familyName: name('family_name'),
    label: unknown ? f.label : null,
    identifier,
    birthDate,
    sex,
    gminaId: f.gmina === '' ? null : f.gmina,
    locality: f.locality,
    postalCode: contact('postal_code', 'postal_code', parsePostalCode),
    street: f.street,
    phone: contact('phone', 'phone', parsePhone),
    email: contact('email', 'email', parseEmail),
    lang: f.lang,
  };
  return { person, errors, warnings };
}

/** The person as the fields of a form. */
export const personValues = (p: PersonInput): Record<string, string> => ({
  given_name: p.givenName,
  family_name: p.familyName,
  unidentified: p.label === null ? '' : 'yes',
  label: p.label ?? '',
  pesel: p.identifier?.kind === 'pesel' ? p.identifier.value : '',
  document: p.identifier?.kind === 'document' ? p.identifier.value : '',
  birth_date: p.birthDate ?? '',
  sex: p.sex ?? '',
  gmina: p.gminaId ?? '',
  locality: p.locality,
  postal_code: p.postalCode,
  street: p.street,
  phone: p.phone,
  email: p.email,
  lang: p.lang,
});

export const personName = (p: Pick<PersonInput, 'givenName' | 'familyName' | 'label'>): string =>
  p.givenName || p.familyName ? `${p.givenName} ${p.familyName}`.trim() : (p.label ?? '');
