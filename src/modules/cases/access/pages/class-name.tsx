import type { DataClass } from '#kernel/access.ts';
import type { Lang } from '#kernel/i18n.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { text } from '../text.pl.ts';

/** The same as text, for labels of choices. */
export const className = (lang: Lang, dataClass: DataClass): string => text[lang].classes[dataClass];

/** A grant to the end of a day ends as the next one begins; people name the day itself. */
export const lastDay = (end: Date): LocalDate => warsawDate(new Date(end.getTime() - 1));
