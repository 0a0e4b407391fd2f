import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { invalid } from '../errors.ts';
import { hashOf, isSecret } from '../ids.ts';
import { warsawDate } from '../time.ts';

/** What a form open to anybody carries beside its own fields. `<GuestFields />` writes them. */
export const guestFields = {
  /** When the form was shown, in milliseconds. */
  _shown: z.string().max(20).default(''),
  /** Nobody sees this field: a program that fills in everything fills it in. */
  company: z.string().max(500).default(''),
};
export type GuestForm = z.output<z.ZodObject<typeof guestFields>>;

/** Nobody reads a form and fills it in faster. */
const LEAST_SECONDS = 2.5;

/**
 * False for a program that fell into the trap: answer it as if all went well, and keep nothing. Throws `invalid` when the
 * form came back too quickly; a person sends it once more, and it goes through.
 */
export function fromPerson(ctx: Ctx, form: GuestForm, leastSeconds = LEAST_SECONDS): boolean {
  if (form.company !== '') return false;
  const shown = /^\d+$/.test(form._shown) ? Number(form._shown) : Number.POSITIVE_INFINITY;
  if (ctx.now.getTime() - shown < leastSeconds * 1000) throw invalid({ field: '', message: 'too_quick' });
  return true;
}

/** Where a form came from, to count a day's: a hash that is another one tomorrow, so that nobody can be followed by it. */
export const sourceOfDay = (ctx: Ctx, address: string): string => hashOf(`${warsawDate(ctx.now)} ${address}`);

/** The secret in the path of a link from a letter. */
export const tokenParams = z.object({ token: z.string().refine(isSecret) });

/** For a page or form opened by such a link: the access record must not hold the secret that stands in the path. */
export const withoutSecret = (ctx: Ctx, path: string): Ctx => ({ ...ctx, path });
