import { z } from 'zod';
import { parseEmail, parsePostalCode } from '#kernel/contact.ts';
import { amount, checked, day, line, maybe, needed, phone, ticked, whole } from '#kernel/forms/fields.ts';
import { parseKrs, parseNip, parseRegon } from '#kernel/identifiers.ts';
import { isId } from '#kernel/ids.ts';
import { ELIGIBILITY_RULES, ENTITY_STATES, FOUNDER_KINDS, SIZE_BANDS } from '../../schema.ts';
import { decimal, exceptions, lines, list, tick, weekly } from './fields/schema.ts';

const id = z.string().refine(isId);
export const PARTS = ['places', 'offers', 'supports'] as const;
export type PartKind = (typeof PARTS)[number];
/** A part of a record by its id, or a new one. */
export const partParams = z.object({ id, part: z.union([z.literal('new'), id]) });
export const removeParams = z.object({ id, kind: z.enum(PARTS), part: id });
export const photoParams = z.object({ id, photo: id });

/** Rows of statuses and founders that one form shows: those there are, and room for more. */
export const SPARE_ROWS = 2;
export const MAX_ROWS = 20;
export const LANGUAGES = ['pl', 'en', 'uk', 'be', 'ru', 'de', 'pjm'] as const;
export const BASES = ['pzp_94', 'pzp_361', 'ues_26'] as const;
export const SIMPLE_RULES = ELIGIBILITY_RULES.filter((r) => r !== 'county' && r !== 'gmina');

export const version = { _version: z.coerce.number().int().optional() };
const website = line(300)
  .transform((typed) => (typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .refine((url) => url === '' || (URL.canParse(url) && /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url)), 'url');

export const basicsBody = z.object({
  ...version,
  type: needed(20),
  legalForm: line(40),
  parentNumber: line(20),
  name: needed(300),
  shortName: needed(120),
  nip: checked(parseNip, 'nip'),
  regon: checked(parseRegon, 'regon'),
  krs: checked(parseKrs, 'krs'),
  registerNumber: line(60),
  descriptionPl: line(5000),
  descriptionEn: line(5000),
  foundedOn: day,
  sizeBand: maybe(SIZE_BANDS),
  contactRole: line(120),
  phone,
  email: checked(parseEmail, 'email'),
  website,
  state: z.enum(ENTITY_STATES),
  stateSince: day,
});
export type BasicsForm = z.output<typeof basicsBody>;

const statusRow = z.object({
  status: line(20),
  decisionNumber: line(80),
  authority: line(200),
  validFrom: day,
  validTo: day,
});
const founderRow = z.object({ kind: maybe(FOUNDER_KINDS), name: line(300) });

/** `status-0-decisionNumber` and so on: rows of one form under numbered names. */
function rows<S extends z.ZodObject>(prefix: string, row: S) {
  return (values: Record<string, unknown>, context: z.RefinementCtx): z.output<S>[] =>
    Array.from({ length: MAX_ROWS }, (_, n) => n).flatMap((n) => {
      const own = Object.fromEntries(
        Object.keys(row.shape).map((name) => [name, values[`${prefix}-${n}-${name}`] ?? '']),
      );
      if (Object.values(own).every((v) => v === '')) return [];
      const parsed = row.safeParse(own);
      if (parsed.success) return [parsed.data];
      for (const issue of parsed.error.issues)
        context.addIssue({
          code: 'custom',
          message: issue.message,
          path: [`${prefix}-${n}-${String(issue.path[0])}`],
        });
      return [];
    });
}
const statusRows = rows('status', statusRow);
const founderRows = rows('founder', founderRow);

export const statusesBody = z
  .looseObject({ ...version, groups: ticked, pkd: list(500), counties: ticked, county: line(4) })
  .transform((body, context) => ({
    _version: body._version,
    groups: body.groups,
    pkd: body.pkd,
    counties: body.counties,
    county: body.county,
    statuses: statusRows(body, context),
    founders: founderRows(body, context),
  }));
export type StatusesForm = z.output<typeof statusesBody>;

export const placeBody = z
  .looseObject({
    ...version,
    name: line(200),
    kind: z.enum(['physical', 'postal', 'virtual']),
    isMain: tick,
    street: line(200),
    postalCode: checked(parsePostalCode, 'postal_code'),
    locality: line(100),
    county: line(4),
    lat: decimal.refine((n) => n === null || (n >= 48.9 && n <= 55), 'number'),
    lon: decimal.refine((n) => n === null || (n >= 14 && n <= 24.3), 'number'),
    directions: line(1000),
    access: ticked,
    day1: weekly(1),
    day2: weekly(2),
    day3: weekly(3),
    day4: weekly(4),
    day5: weekly(5),
    day6: weekly(6),
    day7: weekly(7),
    exceptions,
  })
  .refine((b) => b.kind !== 'physical' || b.locality !== '', { path: ['locality'], message: 'required' })
  .refine((b) => (b.lat === null) === (b.lon === null), { path: ['lon'], message: 'required' });
export type PlaceForm = z.output<typeof placeBody>;

export const offerBody = z
  .object({
    ...version,
    category: needed(40),
    name: needed(200),
    description: line(3000),
    priceFrom: amount,
    priceTo: amount,
    priceUnit: line(60),
    capacity: whole(999_999_999).refine((n) => n !== 0, 'number.min'),
    capacityUnit: line(60),
    leadDays: whole(3650),
    rangeKm: whole(2000).refine((n) => n !== 0, 'number.min'),
    reservedBasis: ticked,
    cpv: list(500),
    pkd: list(200),
    certificates: line(500),
    samples: line(1000),
    active: tick,
  })
  .refine((b) => (b.capacity === null) === (b.capacityUnit === ''), {
    path: ['capacityUnit'],
    message: 'required',
  })
  .refine((b) => b.priceTo === null || b.priceFrom === null || b.priceTo >= b.priceFrom, {
    path: ['priceTo'],
    message: 'number.min',
  });
export type OfferForm = z.output<typeof offerBody>;

const places = whole(9999);
const freeFits = (b: { placesFree: number | null; placesTotal: number | null }) =>
  b.placesFree === null || b.placesTotal === null || b.placesFree <= b.placesTotal;
export const supportBody = z
  .object({
    ...version,
    kind: needed(40),
    name: needed(200),
    place: line(40),
    description: line(3000),
    descriptionEasy: line(2000),
    minimumAge: whole(120),
    maximumAge: whole(120),
    fee: amount,
    feeNote: line(300),
    howToApply: line(1000),
    takesReferrals: tick,
    placesTotal: places.refine((n) => n !== 0, 'number.min'),
    placesFree: places,
    languages: ticked,
    active: tick,
    rules: ticked,
    areas: ticked,
    county: line(4),
    papers: lines(2000),
  })
  .refine((b) => b.minimumAge === null || b.maximumAge === null || b.maximumAge >= b.minimumAge, {
    path: ['maximumAge'],
    message: 'number.min',
  })
  .refine(freeFits, { path: ['placesFree'], message: 'number.max' });
export type SupportForm = z.output<typeof supportBody>;

/** `free-<id of the service>`: numbers as typed. */
export const freeBody = z.looseObject({});
export const versionBody = z.object(version);
export const emptyBody = z.object({});
export const photoBody = z.object({ altPl: needed(300), altEn: line(300), licence: line(200) });
