import { z } from 'zod';
import { email, line, needed, neededEmail, phone, ticked } from '#kernel/forms/fields.ts';
import {
  INSTITUTION_TYPES,
  type Institution,
  krsField,
  LEGAL_FORMS,
  type LegalEntity,
  nipField,
  type Place,
  regonField,
} from '../schema.ts';

const date = z.string().trim().max(40).default('');
const entityFields = {
  entityName: line(300),
  legalForm: z.union([z.enum(LEGAL_FORMS), z.literal('')]).default(''),
  nip: nipField.default(''),
  regon: regonField.default(''),
  krs: krsField.default(''),
};
const unitFields = {
  type: z.enum(INSTITUTION_TYPES),
  name: needed(300),
  shortName: needed(80),
  county: z.string().trim().max(4).default(''),
  address: line(300),
  phone,
  email,
  activeFrom: date,
};

export const newInstitutionBody = z.object({
  ...entityFields,
  ...unitFields,
  /** An entity known already; empty for a new one. */
  entity: z.union([z.uuid(), z.literal('')]).default(''),
  given: line(100),
  family: line(100),
  adminEmail: email,
});
export const institutionBody = z.object({
  ...entityFields,
  ...unitFields,
  activeTo: date,
  area: ticked,
  _version: z.string().max(40).optional(),
});
export const listQuery = z.object({
  q: z.string().trim().max(100).optional(),
  type: z.enum(INSTITUTION_TYPES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const adminBody = z.object({
  given: needed(100),
  family: needed(100),
  adminEmail: neededEmail,
});
export type NewInstitutionForm = z.output<typeof newInstitutionBody>;
export type InstitutionForm = z.output<typeof institutionBody>;
export type EntityForm = Pick<InstitutionForm, 'entityName' | 'legalForm' | 'nip' | 'regon' | 'krs'>;

export const PAGE_SIZE = 25;

/** Both rows one form shows: the unit and its legal person. */
export const versionOf = (entry: {
  institution: Pick<Institution, 'rowVersion'>;
  entity: Pick<LegalEntity, 'rowVersion'>;
}): string => `${entry.institution.rowVersion}-${entry.entity.rowVersion}`;

export interface RegistryLine {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly entity: string;
  readonly county: string | null;
  readonly ended: boolean;
  /** Nobody runs it: the first administrator has still to be appointed. */
  readonly orphan: boolean;
}

/** Everything the form of one institution needs. */
export interface RegistryEntry {
  readonly institution: Institution;
  readonly entity: LegalEntity;
  readonly area: readonly string[];
  readonly gminas: readonly Place[];
  readonly counties: readonly Place[];
  readonly orphan: boolean;
}
