import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/i18n.ts';
import {
  formatDate,
  formatDateTime,
  formatLongDate,
  formatTime,
  type LocalDate,
  warsawDate,
} from '#kernel/time.ts';
import { useView } from '../view.tsx';

const LOCALES: Record<Lang, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };
const formats = new Map<string, Intl.NumberFormat>();

/** 1234567.5 → "1 234 567,5" in Polish. Groups also four digits, as Polish offices write sums. */
export function formatNumber(value: number, lang: Lang, digits: { min?: number; max?: number } = {}): string {
  const key = `${lang} ${digits.min} ${digits.max}`;
  let format = formats.get(key);
  if (!format) {
    const min = digits.min ?? 0;
    const max = Math.max(min, digits.max ?? 2);
    format = new Intl.NumberFormat(LOCALES[lang], {
      useGrouping: 'always',
      minimumFractionDigits: min,
      maximumFractionDigits: max,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Grosze → "1 234,50 zł". */
export function formatMoney(grosze: number, lang: Lang): string {
  return `${formatNumber(grosze / 100, lang, { min: 2 })}\u00a0zł`;
}

export function Num(props: { value: number; digits?: number; unit?: string }) {
  const { lang } = useView();
  const unit = props.unit ? `\u00a0${props.unit}` : '';
  return <span class="num nowrap">{formatNumber(props.value, lang, { max: props.digits ?? 2 }) + unit}</span>;
}

/** An amount in whole grosze. */
export function Money(props: { grosze: number }) {
  const { lang } = useView();
  return <span class="num nowrap">{formatMoney(props.grosze, lang)}</span>;
}

/** A date as 05.03.2026, or in words with `long`. A time of day is never shown by it. */
export function DateText(props: { date: LocalDate | Date; long?: boolean; late?: boolean; after?: Child }) {
  const { lang } = useView();
  const date = typeof props.date === 'string' ? props.date : warsawDate(props.date);
  const shown = props.long ? formatLongDate(date, lang) : formatDate(date, lang);
  return (
    <>
      <time datetime={date} class={props.late ? 'late' : undefined}>
        {shown}
      </time>
      {props.after}
    </>
  );
}

/** An instant in Polish time: the time of day, with the date unless `timeOnly`. */
export function TimeText(props: { at: Date; timeOnly?: boolean }) {
  const { lang } = useView();
  const shown = props.timeOnly ? formatTime(props.at) : formatDateTime(props.at, lang);
  return <time datetime={props.at.toISOString()}>{shown}</time>;
}
