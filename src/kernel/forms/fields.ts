import { z } from 'zod';
import { parseEmail, parsePhone } from '../contact.ts';
import { parseDate } from '../date-input.ts';
import type { Checked } from '../identifiers.ts';
import { type LocalDate, warsawDate } from '../time.ts';

/** What people type into forms, read; otherwise the code of what is wrong. Empty is null, or '' where it is a text. */

export const line = (max = 200) => z.string().trim().max(max, 'too_long').default('');
export const needed = (max = 200) => z.string().trim().min(1, 'required').max(max, 'too_long');
/** Boxes ticked under one name; none when none was. */
export const ticked = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);
/** One of a list, or nothing. */
export const maybe = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.enum(values), z.literal('')])
    .default('')
    .transform((chosen) => (chosen === '' ? null : chosen));

export const read = <T>(parse: (typed: string) => T | null, code: string) =>
  line().transform((typed, issues): T | null => {
    if (typed === '') return null;
    const value = parse(typed);
    if (value !== null) return value;
    issues.addIssue({ code: 'custom', message: code });
    return z.NEVER;
  });
/** By a parser that says itself what is wrong. */
export const checked = <Code extends string>(parse: (typed: string) => Checked<Code>, prefix: string) =>
  line(254).transform((typed, issues) => {
    if (typed === '') return '';
    const answer = parse(typed);
    if (answer.ok) return answer.value;
    issues.addIssue({ code: 'custom', message: `${prefix}.${answer.code}` });
    return z.NEVER;
  });

export const phone = checked(parsePhone, 'phone');
/** In lower case: the same address however it is typed. */
export const email = checked(parseEmail, 'email').transform((typed) => typed.toLowerCase());
export const neededEmail = email.refine((typed) => typed !== '', 'required');

/** A day without a year, as the hint of the field allows it, is one of this year. */
export const day = read<LocalDate>(
  (typed) => parseDate(typed, { today: warsawDate(new Date()) }),
  'date.invalid',
);
export const whole = (max: number, min = 0) =>
  read((typed) => {
    const digits = typed.replace(/[\s\u00a0]/g, '');
    const number = Number(digits);
    return /^\d{1,9}$/.test(digits) && number >= min && number <= max ? number : null;
  }, 'number.whole');
/** „1 234,50” → 123450 grosze. */
export const amount = read((typed) => {
  const plain = typed.replace(/[\s\u00a0]|zł$/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}, 'amount');
