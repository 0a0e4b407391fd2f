import type { Lang } from '#kernel/i18n.ts';
import { useText } from '#ui/view.tsx';
import type { Scale } from '../schema.ts';
import { text } from '../text.pl.ts';

/** „2: trudność, z którą osoba sobie radzi”. */
export const scaleWords = (lang: Lang, scale: Scale): string => `${scale}: ${text[lang].scale[scale]}`;

/** The rating in words with its number. */
export function ScaleText(props: { scale: Scale | null }) {
  const t = useText(text);
  if (props.scale === null) return <span class="muted">{t.notFilled}</span>;
  return (
    <>
      <b class="num">{props.scale}</b>: {t.scale[props.scale]}
    </>
  );
}
