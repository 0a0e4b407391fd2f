import { z } from 'zod';
import { day, line, maybe, needed, neededEmail, phone, whole } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { isId, isSecret } from '#kernel/ids.ts';
import { cpv } from '../fields/schema.ts';
import { VALUE_BANDS } from '../schema.ts';

export const BASES = ['ues_26', 'pzp_94', 'pzp_361'] as const;
const ids = z
  .string()
  .default('')
  .transform((typed) => [...new Set(typed.split(',').filter(isId))].slice(0, 50));

/** What an address holds may be anything: no id is nobody, and a long text is cut. */
const id = z
  .string()
  .optional()
  .transform((typed) => (typed !== undefined && isId(typed) ? typed : undefined));
const start = z
  .string()
  .default('')
  .transform((typed) => typed.slice(0, 200));

/** Where the buyer comes from: a search with several entities, one entity or one of its offers. */
export const newQuery = z.object({
  entities: ids,
  entity: id,
  offer: id,
  q: start,
  /** Where the search was made, and the category it was about. */
  place: start,
  category: start,
  reserved: z.string().default(''),
});
export type NewQuery = z.output<typeof newQuery>;

export const needBody = z.object({
  /** The secret of this form: the key of the draft, and what recognises a form sent twice. */
  token: z.string().refine(isSecret),
  ...guestFields,
  wanted: ids,
  category: z.string().regex(/^[a-z]{1,20}$/, 'choice'),
  cpv,
  subject: needed(200),
  description: needed(4000),
  quantity: whole(10_000_000, 1),
  quantityUnit: line(60),
  place: needed(200),
  startsOn: day,
  answerBy: day,
  valueBand: z.enum(VALUE_BANDS),
  reservedBasis: maybe(BASES),
  name: needed(200),
  role: line(120),
  email: neededEmail,
  phone,
});
export type NeedForm = z.output<typeof needBody>;
