import { z } from 'zod';
import { DATA_CLASSES } from '#kernel/access.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { needed, ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Institution, LegalEntity } from '../schema.ts';
import type { Authorisation } from '../workers/schema.ts';

/** Every class but the public one may be authorised. */
export const AUTHORISED_CLASSES = DATA_CLASSES.filter((c) => c !== 'D0');

export const authorisationBody = z.object({
  scope: ticked.pipe(z.array(z.enum(AUTHORISED_CLASSES)).min(1, 'choices')),
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  document: needed(200),
});
export type AuthorisationForm = z.output<typeof authorisationBody>;
export const documentParams = z.object({ id: z.uuid() });

/** The period typed. Throws `invalid` with every problem of both dates at once. */
export function periodOf(
  form: { readonly from: string; readonly to: string },
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  const errors: FieldError[] = [];
  const read = (field: 'from' | 'to'): LocalDate => {
    const date = parseDate(form[field], { today });
    if (date === null)
      errors.push({ field, message: form[field].trim() === '' ? 'required' : 'date.invalid' });
    return date ?? today;
  };
  const period = { from: read('from'), to: read('to') };
  if (errors.length === 0 && period.to < period.from) errors.push({ field: 'to', message: 'date.order' });
  if (errors.length > 0) throw invalid(...errors);
  return period;
}

export interface AuthorisationDocument extends Authorisation {
  readonly workerId: string;
  readonly worker: string;
  readonly givenBy: string | null;
  readonly institution: Institution;
  readonly entity: LegalEntity;
  readonly inForce: boolean;
}
