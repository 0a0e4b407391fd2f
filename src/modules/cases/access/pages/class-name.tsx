import type { DataClass } from '#kernel/access.ts';
import type { Lang } from '#kernel/i18n.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

/** A class of data in plain words, never as a code. */
export function ClassName(props: { of: DataClass }) {
  const t = useText(text);
  return <>{t.classes[props.of]}</>;
}

/** The same as text, for labels of choices. */
export const className = (lang: Lang, dataClass: DataClass): string => text[lang].classes[dataClass];

/** A grant to the end of a day ends as the next one begins; people name the day itself. */
export const lastDay = (end: Date): LocalDate => warsawDate(new Date(end.getTime() - 1));
