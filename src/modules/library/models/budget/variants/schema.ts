import { z } from 'zod';
import { line, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import { slug } from '../../../schema.ts';

/** A budget that an institution kept, and the address that calculates it again. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly by: string | null;
  readonly at: Date;
}

export const variantBody = z.object({
  name: needed(120),
  /** The query of the calculator: every figure as it was typed. */
  typed: line(16_000),
});
export type VariantForm = z.output<typeof variantBody>;
export const variantParams = z.object({ slug, id: z.string().refine(isId) });
