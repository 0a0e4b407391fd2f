import { z } from 'zod';
import { parseEmail, parsePhone } from '#kernel/contact.ts';
import { parseDate } from '#kernel/date-input.ts';
import type { LocalDate } from '#kernel/time.ts';

/** What people type into forms about buying, read. Empty is null where nothing is an answer. */

export const line = (max: number) => z.string().trim().max(max, 'too_long').default('');
export const needed = (max: number) => z.string().trim().min(1, 'required').max(max, 'too_long');
export const ticked = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);

const read = <T>(parse: (typed: string) => T | null, code: string) =>
  z
    .string()
    .trim()
    .max(200, 'too_long')
    .default('')
    .transform((typed, issues): T | null => {
      if (typed === '') return null;
      const value = parse(typed);
      if (value !== null) return value;
      issues.addIssue({ code: 'custom', message: code });
      return z.NEVER;
    });

export const day = read<LocalDate>((typed) => parseDate(typed), 'date.invalid');
export const whole = (max: number, min = 1) =>
  read((typed) => {
    const number = Number(typed.replace(/[\s\u00a0]/g, ''));
    return Number.isInteger(number) && number >= min && number <= max ? number : null;
  }, 'number.whole');
/** „1 234,50” → 123450 grosze. */
export const amount = read((typed) => {
  const plain = typed.replace(/[\s\u00a0]|zł$/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}, 'amount');
/** „55524000-9” → 55524000; shorter codes are filled up with zeros. */
export const cpv = read((typed) => {
  const code = /^(\d{2,8})(-\d)?$/.exec(typed.replace(/\s/g, ''))?.[1];
  return code?.padEnd(8, '0') ?? null;
}, 'Kod CPV ma osiem cyfr, na przykład 55524000-9. / A CPV code has eight figures.');
export const email = needed(254).transform((typed, issues) => {
  const answer = parseEmail(typed);
  if (answer.ok) return answer.value.toLowerCase();
  issues.addIssue({ code: 'custom', message: `email.${answer.code}` });
  return z.NEVER;
});
export const phone = line(40).transform((typed, issues) => {
  if (typed === '') return '';
  const answer = parsePhone(typed);
  if (answer.ok) return answer.value;
  issues.addIssue({ code: 'custom', message: `phone.${answer.code}` });
  return z.NEVER;
});
/** One of a list, or nothing. */
export const maybe = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.enum(values), z.literal('')])
    .default('')
    .transform((chosen) => (chosen === '' ? null : chosen));

/** Eleven figures in a row may be a PESEL, which has no business in an enquiry. */
export const holdsNumber = (text: string): boolean => /(?<!\d)\d{11}(?!\d)/.test(text);
