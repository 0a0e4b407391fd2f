import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * The Human Services Data Specification 3.1 as far as the base speaks it. Members without a value are left out: the
 * specification allows no null.
 */
export interface HsdsObject {
  readonly id: string;
  readonly [member: string]: unknown;
}

export interface HsdsPage {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly HsdsObject[];
}

export const HSDS_VERSION = '3.1.1';
const MOST_PER_PAGE = 500;
/** Objects of one piece of a stream. */
export const LINES_AT_ONCE = 200;
const PER_PAGE = 50;

const flag = z.enum(['true', 'false']).optional();
const uuid = z.uuid().optional();
const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce
    .number()
    .int()
    .min(1)
    .default(PER_PAGE)
    .transform((n) => Math.min(n, MOST_PER_PAGE)),
  format: z.enum(['json', 'ndjson']).default('json'),
};
const search = z.string().trim().max(200).optional();
/** `2026-11-01` or a full instant; inclusive. */
const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional();
const filters = { ...paging, search, taxonomy_term_id: uuid, taxonomy_id: uuid };

export const servicesQuery = z.object({
  ...filters,
  organization_id: uuid,
  modified_after: instant,
  minimal: flag,
  full: flag,
  minimum_age: z.coerce.number().int().min(0).max(150).optional(),
  maximum_age: z.coerce.number().int().min(0).max(150).optional(),
});
export const organizationsQuery = z.object({
  ...filters,
  modified_after: instant,
  full: flag,
  full_service: flag,
});
export const atLocationsQuery = z.object({
  ...filters,
  organization_id: uuid,
  modified_after: instant,
  full: flag,
  postcode: z
    .string()
    .regex(/^\d{2}-\d{3}$/)
    .optional(),
  proximity: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export const taxonomiesQuery = z.object({ ...paging, search });
export const termsQuery = z.object({
  ...paging,
  search,
  taxonomy_id: uuid,
  parent_id: uuid,
  top_only: flag,
});
/** An id that is none is a wrong request, not a missing thing. */
export const hsdsParams = z.object({ id: z.string() });

export type ServicesQuery = z.output<typeof servicesQuery>;
export type OrganizationsQuery = z.output<typeof organizationsQuery>;
export type AtLocationsQuery = z.output<typeof atLocationsQuery>;

/**
 * An id that follows from what it names and never changes, for things with no row of their own: `directory.stable_id`
 * of the database, which gives the dictionaries theirs, counted here.
 */
export function stableId(...of: readonly string[]): string {
  const hex = createHash('md5')
    .update(`splot.directory:${of.join(':')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** An object without members that say nothing: null, undefined, empty texts and empty lists. */
export function compact<T extends { readonly id: string }>(object: T): HsdsObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as HsdsObject;
}

/** One page out of `total`; pages begin with 1, and one beyond the end is empty, not missing. */
export function pageOf(
  contents: readonly HsdsObject[],
  total: number,
  page: number,
  perPage: number,
): HsdsPage {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
