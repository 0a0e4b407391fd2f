import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { line, read } from '#kernel/forms/fields.ts';
import type { OpeningInput } from '../../../schema.ts';

/** Fields of the forms of a record, beside those of `kernel/forms/fields.ts`. */

export const decimal = read((typed) => {
  const n = Number(typed.replace(',', '.'));
  return /^-?\d{1,3}([.,]\d{1,8})?$/.test(typed) ? n : null;
}, 'number');
export const tick = z.literal('yes').optional().catch(undefined);
export const list = (max: number) =>
  line(max).transform((typed) => [
    ...new Set(
      typed
        .split(/[\n,;]+/)
        .map((v) => v.trim())
        .filter(Boolean),
    ),
  ]);
export const lines = (max: number) =>
  line(max).transform((typed) =>
    typed
      .split('\n')
      .map((v) => v.trim())
      .filter(Boolean),
  );
const HOURS = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/;
const clock = (h: string, m = '00') => `${h.padStart(2, '0')}:${m}`;
/** „8–16”, „8:00-12:00” → opening and closing; null when it is neither. */
function span(typed: string): { opens: string; closes: string } | null {
  const [, h1, m1, h2, m2] = HOURS.exec(typed.trim()) ?? [];
  if (h1 === undefined || h2 === undefined) return null;
  const [opens, closes] = [clock(h1, m1), clock(h2, m2)];
  const fits = [opens, closes].every((t) => /^([01]\d|2[0-3]):[0-5]\d$/.test(t));
  return fits && opens < closes ? { opens, closes } : null;
}
const rule = { weekday: null, onDay: null, validFrom: null, validTo: null, note: '' };
export const weekly = (weekday: number) =>
  line(100).transform((typed, context): OpeningInput[] =>
    typed
      .split(/[,;]/)
      .filter((part) => part.trim() !== '')
      .flatMap((part) => {
        const hours = span(part);
        if (hours) return [{ ...rule, weekday, ...hours }];
        context.addIssue({ code: 'custom', message: 'time' });
        return [];
      }),
  );
/** „24.12.2026 nieczynne, Wigilia”, „2.01.2027 10–14 inwentaryzacja”: one day in a line. */
export const exceptions = lines(3000).transform((all, context): OpeningInput[] =>
  all.flatMap((typed) => {
    const [, date = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(typed) ?? [];
    const onDay = parseDate(date);
    if (onDay === null) {
      context.addIssue({ code: 'custom', message: 'date.invalid' });
      return [];
    }
    const [, hours = '', note = ''] =
      /^([\d:.]+\s*[-–—]\s*[\d:.]+|nieczynne|closed)?[\s,]*(.*)$/i.exec(rest) ?? [];
    const open = span(hours);
    return [
      { ...rule, onDay, opens: open?.opens ?? null, closes: open?.closes ?? null, note: note.slice(0, 200) },
    ];
  }),
);
