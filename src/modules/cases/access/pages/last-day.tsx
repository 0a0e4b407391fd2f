import { type LocalDate, warsawDate } from '#kernel/time.ts';

/** A grant to the end of a day ends as the next one begins; people name the day itself. */
export const lastDay = (end: Date): LocalDate => warsawDate(new Date(end.getTime() - 1));
