import { z } from 'zod';
import { day, email, line, needed, phone, ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Desk, ROLES, type Role } from '../schema.ts';

/** A desk with all that its set-up changes. */
export interface DeskSettings extends Omit<Desk, 'isDefault'> {
  /** Of the institution: which counties the form offers by name. */
  readonly voivodeship: string;
  readonly assignsItself: boolean;
  readonly rowVersion: number;
}
/** What is written of a desk. */
export type DeskValues = Omit<
  DeskSettings,
  'institutionId' | 'institutionName' | 'voivodeship' | 'rowVersion'
>;

/** Somebody at a desk in one role. */
export interface DeskPerson {
  readonly id: string;
  readonly workerId: string;
  readonly name: string;
  readonly institution: string;
  readonly role: Role;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** Holds the function of an adviser in the own institution; without it the role opens nothing. */
  readonly adviser: boolean;
}

export interface Known {
  readonly id: string;
  readonly deskWorkerId: string;
  /** Null is any topic. */
  readonly topicCode: string | null;
  readonly counties: readonly string[];
}

export const deskParams = z.object({ desk: z.uuid() });
export const personParams = z.object({ desk: z.uuid(), person: z.uuid() });
export const knownParams = z.object({ desk: z.uuid(), person: z.uuid(), known: z.uuid() });
const area = {
  regions: ticked.pipe(z.array(z.string().regex(/^\d{2}$/)).max(16)),
  counties: ticked.pipe(z.array(z.string().regex(/^\d{4}$/)).max(400)),
};
export type AreaForm = { readonly regions: readonly string[]; readonly counties: readonly string[] };

export const deskBody = z.object({
  namePl: needed(200),
  nameEn: line(200),
  leadPl: line(1000),
  leadEn: line(1000),
  email,
  phone,
  ...area,
  open: z.literal('yes').optional(),
  itself: z.literal('yes').optional(),
  _version: z.coerce.number().int().default(0),
});
export type DeskForm = z.output<typeof deskBody>;

export const newPersonBody = z.object({
  who: z.union([z.uuid(), z.literal('')]).default(''),
  address: email,
  role: z.enum(ROLES, 'choice'),
  from: day,
});
export type NewPersonForm = z.output<typeof newPersonBody>;
export const endBody = z.object({ to: day });
export const knownBody = z.object({ topic: line(41), ...area });
export type KnownForm = z.output<typeof knownBody>;
export const topicsBody = z.object({ on: ticked });
export const emptyBody = z.object({});
