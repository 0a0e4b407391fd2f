import { z } from 'zod';
import { line, needed, ticked } from '#kernel/forms/fields.ts';

export interface GroupLine {
  readonly id: string;
  readonly name: string;
  readonly voivodeship: string;
  readonly convener: string;
  readonly members: number;
  readonly nextAt: Date | null;
}
export const groupBody = z.object({
  name: needed(),
  aim: line(2000),
  voivodeship: z.string().regex(/^\d{2}$/, 'choice'),
});
export type GroupForm = z.output<typeof groupBody>;
export const membersBody = z.object({ member: ticked });
